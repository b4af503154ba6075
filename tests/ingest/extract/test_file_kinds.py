"""A file of another kind is known by its bytes, whatever it is called, and says what to do."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile

import pytest
from django.utils.translation import gettext, override
from PIL import Image

from ingest.errors import ForeignFile
from ingest.extract.file_kinds import FileKind, find_kind, fitting_name, refuse_foreign
from tests.ingest.typeset import typeset

PDF = typeset("Mødet er den 3. maj.")


def zipped(*names: str, content: bytes = b"x") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
        for name in names:
            packed.writestr(name, content)
    return file.getvalue()


def archived(content: bytes) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as packed:
        one = tarfile.TarInfo("dagsorden.pdf")
        one.size = len(content)
        packed.addfile(one, io.BytesIO(content))
    return file.getvalue()


def image(form: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (20, 20), "white").save(file, form)
    return file.getvalue()


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + stream.encode("utf-16le") + bytes(1000)


PAGE = "<html lang=da>\n<head><title>Møde</title></head><body><p>Sagen</p></body></html>"
MAIL = (
    "Received: from post.example.dk\r\n\tby post\r\nFrom: a@example.dk\r\nTo: b@example.dk\r\nSubject: x\r\n\r\nHej\r\n"
)
SAVED = "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n"
FILES = [
    (FileKind.WEB_PAGE, PAGE.encode()),
    (FileKind.WEB_PAGE, PAGE.encode("utf-16")),
    (FileKind.WEB_PAGE, b"\xef\xbb\xbf\r\n<!-- saved from https://example.dk -->\r\n<!DOCTYPE HTML PUBLIC ''>"),
    (FileKind.WEB_PAGE, b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">'),
    (FileKind.WEB_PAGE, b"<div class='x'>Punkt 1</div>"),
    (FileKind.WEB_ARCHIVE, SAVED.encode()),
    (FileKind.MAIL, MAIL.encode()),
    (FileKind.MAIL, b"From a@example.dk Mon Mar  2 13:30:00 2015\n" + MAIL.encode()),
    (FileKind.RTF, b"{\\rtf1\\ansi M\\'f8de}"),
    (FileKind.XML, b"<?xml version='1.0'?><referat/>"),
    (FileKind.IMAGE, b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"),
    (FileKind.POSTSCRIPT, b"%!PS-Adobe-3.0\nshowpage"),
    (FileKind.WORD, zipped("[Content_Types].xml", "word/document.xml")),
    (FileKind.EXCEL, zipped("[Content_Types].xml", "xl/workbook.xml")),
    (FileKind.POWERPOINT, zipped("[Content_Types].xml", "ppt/presentation.xml")),
    (FileKind.OPEN_DOCUMENT, zipped("mimetype", content=b"application/vnd.oasis.opendocument.text")),
    (FileKind.ARCHIVE, zipped("dagsorden.pdf", content=PDF)),
    (FileKind.ARCHIVE, archived(PDF)),
    (FileKind.ARCHIVE, gzip.compress(PDF)),
    (FileKind.WORD, ole("WordDocument")),
    (FileKind.MAIL, ole("__substg1.0_0037001F")),
    (FileKind.OLD_OFFICE, ole("Ukendt")),
    *[(FileKind.IMAGE, image(form)) for form in ("TIFF", "PNG", "JPEG", "GIF", "BMP", "WEBP")],
]  # fmt: skip


@pytest.mark.parametrize(("kind", "data"), FILES)
def test_a_kind_of_file_is_known_by_its_bytes(kind: FileKind, data: bytes) -> None:
    assert find_kind(data) == kind


READ = [
    PDF,
    b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + PDF,
    b"<html><body>" + PDF,
    b"<html> og <body> er to m\xe6rker p\xe5 en webside.",
    b"<< Udskrift >>\n1. Velkomst",
    b"From: the chairman\nTo: the council\nSubject: minutes\n\nThe minutes are here.",
    b"Dato: 3. maj\nSted: Viborg\n\nReferat",
    b"{ Udkast }\n1. Velkomst",
    b"BM Consult A/S holdt et opl\xe6g",
    b"PK: Poul Krag",
    b"MZ: Mette Zahle, II*",
]


@pytest.mark.parametrize("data", READ)
def test_a_text_that_only_begins_like_another_kind_and_a_pdf_are_read(data: bytes) -> None:
    assert find_kind(data) is None


def test_a_file_refused_says_what_it_is_and_what_to_do() -> None:
    with pytest.raises(ForeignFile) as told:
        refuse_foreign(PAGE.encode())
    assert str(told.value) == "Filen er en webside (HTML). Gem dokumentet som PDF, og prøv igen."


def test_a_refusal_is_told_in_english_too() -> None:
    with pytest.raises(ForeignFile) as told, override("en"):
        refuse_foreign(zipped("dagsorden.pdf", content=PDF))
    with override("en"):
        assert told.value.told(gettext).startswith("The file is a compressed file (ZIP, gzip or the like). Unpack it")


def test_a_stored_name_ends_as_the_file_is() -> None:
    assert fitting_name("referat", PDF) == "referat.pdf"
    assert fitting_name("referat.PDF", PDF) == "referat.PDF"
    assert fitting_name("referat.pdf", "Mødet begyndte".encode()) == "referat.pdf.txt"
    assert fitting_name("referat.txt", "Mødet begyndte".encode()) == "referat.txt"
