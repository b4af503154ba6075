"""Cleaning of extracted lines: stripped and normalized, without those that belong to the page, not the meeting."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ingest.extract.running_headers import find_running_headers
from ingest.extract.web_buttons import find_buttons, without_buttons_after_titles
from ingest.records import Source

_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\f\v]")
_NO_WIDTH = re.compile(r"[\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")
_ODD = re.compile(rf"{_SPACES.pattern}|{_NO_WIDTH.pattern}")
# Within a line; PDFium writes U+0002 or U+FFFE for one at a line's end, as do text extracts made with it.
_SOFT_HYPHEN = re.compile(r"[\u00ad\x02\ufffe](?!\s*$)")
_HYPHENS = re.compile(r"[\u00ad\x02\ufffe\u2010\u2011]")
_NO_GLYPH = re.compile(r"(?:\(cid:\d+\)|[\uf0a7\uf0b7\uf02d\uf0d8\uf0fc])+")
_SPACED_LABEL = re.compile(r"(?P<name>[^\W\d_](?: [^\W\d_]){2,11}) ?:")  # "D a t o : 15-06-2012"
_PAIRS = re.compile(r"(?:[A-ZÆØÅ]{1,3}|\d{1,2})(?:\s+(?:[A-ZÆØÅ]{1,3}|\d{1,2}))*", re.ASCII)
# Anything that a step may change, except a single space after the first letter.
_UNUSUAL = re.compile(r"[^ -~æøåÆØÅéÉüöäÜÖÄ§½–—“”’•…€]|  |\(cid:")
RUNNING_SHARE = 0.2  # the least share of blank lines within a sentence in double-spaced text; really it is over half
# A line of the source, as page and line on the page, both from 0.
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the meeting. `gap` counts the blank lines above it, beyond the document's own line spacing.

    Cells on the line are separated by a tab. `page` is its number from 1; `top` marks the first line of a page,
    `strong` a line in bolder or larger type than the body.
    """

    text: str
    page: int
    place: Place
    gap: int = 0
    top: bool = False
    strong: bool = False

    @property
    def apart(self) -> bool:
        """Whether something separates the line from the one above."""
        return self.top or self.gap > 0


@dataclass(frozen=True, slots=True)
class CleanedLines:
    """The lines of the meeting in order, and the debris: lines that belong to the pages."""

    lines: tuple[Line, ...]
    debris: tuple[Line, ...]
    pages: int


def clean(source: Source) -> CleanedLines:
    """Clean a source. Every line that is not blank comes out once, among the lines or the debris."""
    pages = without_buttons_after_titles([[clean_text(line) for line in page.lines] for page in source.pages])
    running_headers = find_running_headers(pages) | find_buttons(pages)
    double = is_double_spaced(pages)
    lines: list[Line] = []
    debris: list[Line] = []
    for at, (page, texts) in enumerate(zip(source.pages, pages, strict=True)):
        gap, top = 0, True
        for place, text in enumerate(texts):
            if not text:
                gap += 1
            elif (at, place) in running_headers or place in page.beside:
                debris.append(Line(text, page.number, (at, place)))
            else:
                strong = place in page.strong
                lines.append(Line(text, page.number, (at, place), max(0, gap - double), top, strong))
                gap, top = 0, False
    return CleanedLines(tuple(lines), tuple(debris), len(pages))


def compose(text: str) -> str:
    """Return the text in NFC: å is one code point, not a and a ring."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def even_spaces(text: str) -> str:
    """Replace every kind of space by a plain one, and drop zero-width characters."""
    return _NO_WIDTH.sub("", _SPACES.sub(" ", text)) if _ODD.search(text) else text


def open_soft_hyphens(text: str) -> str:
    """Replace soft hyphens at a line's end, and other kinds of hyphen, by hyphens; drop the soft ones within a line."""
    return text if text.isascii() and "\x02" not in text else _HYPHENS.sub("-", _SOFT_HYPHEN.sub("", text))


def drop_missing_glyphs(text: str) -> str:
    """Replace glyphs without a letter, "(cid:123)" or from a symbol font, by a bullet, which they usually are."""
    return _NO_GLYPH.sub("•", text)


def close_letter_spacing(text: str) -> str:
    """Close "K K R  S Y D D A N M A R K", as on front pages of 2007 to 2015; two spaces separate words.

    Kerning may leave a pair unspaced: "R E F E R AT 2 0 1 5".
    """
    text = text.strip(" ")
    if text[1:2] != " ":
        return text
    if label := _SPACED_LABEL.match(text):
        return label["name"].replace(" ", "") + text[label.end("name") :]
    words = [word.split(" ") for word in re.split(r"\s{2,}", text.strip())]
    letters = [letter for word in words for letter in word]
    if len(letters) < 5 or any(len(letter) != 1 for letter in letters) or sum(map(str.isalpha, letters)) < 4:
        return _close_pairs(text)
    return _part_words(" ".join("".join(word) for word in words))


def _close_pairs(text: str) -> str:
    """Close capitals and figures most of which stand by themselves; any other text stays as it is."""
    letters = text.split()
    single = sum(len(letter) == 1 for letter in letters)
    if single < 5 or single < 0.6 * len(letters) or not _PAIRS.fullmatch(text):
        return text
    return _part_words(" ".join(word.replace(" ", "") for word in re.split(r"\s{2,}", text.strip())))


def _part_words(text: str) -> str:
    """Part a year, and the name of a council, from the words that they were spaced together with."""
    return re.sub(r"(?<=[^\W\d_])(?=\d)|(?<=^KKR)(?=[^\W\d_])", " ", text)


def mark_cells(text: str) -> str:
    """Put one tab for three or more spaces, or a tab, between two words; elsewhere one space."""
    if "  " not in text and "\t" not in text:
        return text.strip()
    return re.sub(r" {2,}", " ", re.sub(r"\s*\t\s*|\s{3,}", "\t", text.strip()))


STEPS: tuple[Callable[[str], str], ...] = (
    compose,
    drop_missing_glyphs,
    open_soft_hyphens,
    even_spaces,
    close_letter_spacing,
    mark_cells,
)


def clean_text(text: str) -> str:
    """Clean one line by all the steps; a blank line becomes empty."""
    bare = text.strip(" ")
    if bare[1:2] != " " and not _UNUSUAL.search(bare):
        return bare  # most lines: no step would change more
    if bare.isspace():
        return ""
    for step in STEPS:
        text = step(text)
    return text


def is_double_spaced(pages: list[list[str]]) -> bool:
    """Return whether blank lines follow most lines, even within sentences, so that they are not paragraph breaks."""
    gaps = [gap for page in pages for gap in _gaps(page)]
    single = sum(blank == 1 for blank, _ in gaps)
    running = sum(blank == 1 and runs_on for blank, runs_on in gaps)
    close = sum(blank == 0 for blank, _ in gaps)
    return close * 10 < len(gaps) < single * 2 and running > single * RUNNING_SHARE


def _gaps(page: list[str]) -> Iterator[tuple[int, bool]]:
    """Yield the number of blank lines between each two lines, and whether the lower one begins in lower case."""
    blank = 0
    above = ""
    for text in page:
        if text and above:
            yield blank, text[0].islower()
        blank, above = (0, text) if text else (blank + 1, above)
