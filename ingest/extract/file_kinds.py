"""Kinds of file other than PDF and plain text, told by their bytes whatever the file is called."""

from __future__ import annotations

import codecs
import re
from typing import Any

from ingest.errors import ForeignFile
from ingest.extract.files import MAX_NAME, stored_name
from ingest.extract.pdf import is_pdf
from ingest.extract.text import is_text, unicode_charset
from meetings.shared.vocabulary import Labelled, gettext_noop

HEAD = 8_192  # so many bytes tell the kind of most files
_AS_PDF = gettext_noop("Gem dokumentet som PDF, og prøv igen.")
_UNPACK = gettext_noop("Pak den ud, og prøv med dokumenterne i den.")
_ATTACHED = gettext_noop("Gem det vedhæftede dokument eller selve mailen som PDF, og prøv igen.")
_OTHER_FILE = gettext_noop("Find dokumentet som PDF eller tekst, og prøv igen.")


class FileKind(Labelled):
    """A kind of file that is not read: what it is, and what to do about it."""

    advice: str

    def __init__(self, value: str, *words: Any) -> None:
        label, self.advice = words
        super().__init__(value, label)

    WEB_PAGE = "html", gettext_noop("en webside (HTML)"), _AS_PDF
    WEB_ARCHIVE = "mht", gettext_noop("en gemt webside (MHT eller webarchive)"), _AS_PDF
    MAIL = "eml", gettext_noop("en e-mail"), _ATTACHED
    RTF = "rtf", gettext_noop("et RTF-dokument"), _AS_PDF
    WORD = "docx", gettext_noop("et Word-dokument"), _AS_PDF
    EXCEL = "xlsx", gettext_noop("et regneark (Excel)"), _AS_PDF
    POWERPOINT = "pptx", gettext_noop("en præsentation (PowerPoint)"), _AS_PDF
    OLD_OFFICE = "ole", gettext_noop("et ældre Office-dokument"), _AS_PDF
    OPEN_DOCUMENT = "odt", gettext_noop("et OpenDocument-dokument (LibreOffice)"), _AS_PDF
    PAGES = "pages", gettext_noop("et dokument fra Pages, Numbers eller Keynote"), _AS_PDF
    WORDPERFECT = "wpd", gettext_noop("et WordPerfect-dokument"), _AS_PDF
    EPUB = "epub", gettext_noop("en e-bog (EPUB)"), _AS_PDF
    XPS = "xps", gettext_noop("et XPS-dokument"), _AS_PDF
    POSTSCRIPT = "ps", gettext_noop("en PostScript-fil"), _AS_PDF
    DJVU = "djvu", gettext_noop("et DjVu-dokument"), _AS_PDF
    XML = "xml", gettext_noop("en XML-fil"), _AS_PDF
    IMAGE = "image", gettext_noop("et billede"), _AS_PDF
    ARCHIVE = "zip", gettext_noop("en pakket fil (ZIP, gzip eller lignende)"), _UNPACK
    RECORDING = "media", gettext_noop("en lyd- eller videofil"), _OTHER_FILE
    PROGRAM = "program", gettext_noop("et program"), _OTHER_FILE


# By the first bytes. What is packed in a ZIP file, or in the container of the older Office, is looked at below.
_SIGNATURES = [
    (FileKind.IMAGE, rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|GIF8[79]a|II[*+]\0|MM\0[*+]|8BPS\0\x01|\0\0\0\x0cjP  "),
    (FileKind.IMAGE, rb"RIFF.{4}WEBP|.{4}ftyp(?:heic|heix|mif1|msf1|avif)|BM.{4}\0{4}.{4}[\x0c(l|]\0\0\0|<svg[\s>]"),
    (FileKind.RECORDING, rb"RIFF.{4}(?:WAVE|AVI )|.{4}ftyp|ID3[\x02-\x04]\0|OggS\0|fLaC\0|\x1aE\xdf\xa3"),
    (FileKind.ARCHIVE, rb"\x1f\x8b\x08|BZh[1-9]1AY&SY|\xfd7zXZ\0|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\x28\xb5\x2f\xfd"),
    (FileKind.ARCHIVE, rb"MSCF\0|.{257}ustar"),
    (FileKind.POSTSCRIPT, rb"\x04?%!PS(?!-Adobe-\d\.\d PDF-)|\xc5\xd0\xd3\xc6"),
    (FileKind.RTF, rb"\s*\{\\rtf\d?"),
    (FileKind.WORDPERFECT, rb"\xffWPC"),
    (FileKind.DJVU, rb"AT&TFORM.{4}DJV"),
    (FileKind.WEB_ARCHIVE, rb"bplist0\d"),
    (FileKind.PROGRAM, rb"MZ.{2}.{0,4}\0|\x7fELF[\x01\x02]"),
]  # fmt: skip
_PACKED = [
    (FileKind.WORD, rb"word/document\d*\.xml|word/_rels/"),
    (FileKind.EXCEL, rb"xl/workbook\.|xl/_rels/|xl/worksheets/"),
    (FileKind.POWERPOINT, rb"ppt/presentation\.|ppt/_rels/|ppt/slides/"),
    (FileKind.OPEN_DOCUMENT, rb"mimetypeapplication/vnd\.(?:oasis|sun\.xml)"),
    (FileKind.EPUB, rb"mimetypeapplication/epub"),
    (FileKind.PAGES, rb"Index/Document\.iwa|Index/Metadata\.iwa|index\.apxl"),
    (FileKind.XPS, rb"FixedDocSeq\.fdseq|FixedDocumentSequence\.fdseq"),
    (FileKind.ARCHIVE, rb""),
]
_STREAMS = [
    (FileKind.WORD, "WordDocument"),
    (FileKind.EXCEL, "Workbook"),
    (FileKind.POWERPOINT, "PowerPoint Document"),
    (FileKind.MAIL, "__substg1.0_"),
    (FileKind.OLD_OFFICE, ""),
]
_ZIP = re.compile(rb"PK(?:\x03\x04|\x05\x06|\x07\x08)")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_XML_BEFORE = re.compile(r"\s*(?:<\?xml[^>]*\?>|<!--.*?-->|\s)*", re.DOTALL)
_HTML = re.compile(
    r"<!doctype\s+html|<html(?:\s[^<>]*)?>\s*<|<(head|title|style|script|body|div|table|p|h[1-6])(?:\s[^<>]*)?>.*</\1>"
    r"|<meta\s[^<>]*>\s*<",
    re.IGNORECASE | re.DOTALL,
)
_HEADER_LINES = re.compile(
    r"(?:From \S[^\r\n]*\r?\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*(?:\r?\n[ \t]+\S[^\r\n]*)*(?:\r?\n|$))+"
)
# Written by programs alone: a text that begins "From: … Subject: …" may be the minutes that were sent.
_BY_PROGRAMS = re.compile(
    r"^(?:MIME-Version|Message-ID|Received|Return-Path|Content-Transfer-Encoding|Content-Type|X-[\w-]+):",
    re.IGNORECASE | re.MULTILINE,
)
_WEB_PART = re.compile(r"^Content-Type:\s*(?:multipart/related|text/html)", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(r"^(?:To|Received|Message-ID):", re.IGNORECASE | re.MULTILINE)


def refuse_foreign(data: bytes) -> None:
    """Raise ForeignFile, which says what the file is and what to do, if it is known to be neither PDF nor text."""
    if kind := find_kind(data):
        raise ForeignFile(kind=kind.label, advice=kind.advice)


def find_kind(data: bytes) -> FileKind | None:
    """Return the kind of a file by its bytes, or by its first and last ones; None if it may be a PDF or a text."""
    return _by_signature(data) or (None if is_pdf(data) else _by_text(_head_as_text(data)))


def fitting_name(name: str, data: bytes) -> str:
    """Return the name under which a file is stored: that of a PDF ends in .pdf, that of a text does not.

    `data` may be its first HEAD bytes alone.
    """
    name, called_pdf = stored_name(name), name.lower().endswith(".pdf")
    if is_pdf(data):
        return name if called_pdf else f"{name[: MAX_NAME - 4]}.pdf"
    return f"{name[: MAX_NAME - 4]}.txt" if called_pdf and is_text(data) else name


def _by_signature(data: bytes) -> FileKind | None:
    if _ZIP.match(data):
        return next(kind for kind, names in _PACKED if re.search(names, data))
    if data.startswith(_OLE):
        return next(kind for kind, name in _STREAMS if name.encode("utf-16le") in data)
    return next((kind for kind, signature in _SIGNATURES if re.match(signature, data, re.DOTALL)), None)


def _by_text(text: str) -> FileKind | None:
    """Return the kind of a file in a language of markup or with the headers of a mail, by how it begins."""
    before = _XML_BEFORE.match(text)
    start = before.end() if before else 0
    if _HTML.match(text, start):
        return FileKind.WEB_PAGE
    if text.startswith("<?xml"):
        return _by_xml(text)
    headers = _HEADER_LINES.match(text)
    if not headers or not _BY_PROGRAMS.search(headers[0]):
        return None
    return FileKind.WEB_ARCHIVE if _WEB_PART.search(headers[0]) and not _SENT.search(headers[0]) else FileKind.MAIL


def _by_xml(text: str) -> FileKind:
    """Return which kind of document is written in XML: those of Word and LibreOffice can be, and drawings."""
    if "Word.Document" in text:
        return FileKind.WORD
    if "<office:document" in text:
        return FileKind.OPEN_DOCUMENT
    return FileKind.IMAGE if "<svg" in text else FileKind.XML


def _head_as_text(data: bytes) -> str:
    head = data[:HEAD].removeprefix(codecs.BOM_UTF8)
    return head.decode(unicode_charset(head) or "latin-1", "replace").lstrip("\ufeff\r\n\t ")
