"""Text extracts like those in real archives: the lines of the typeset document, with the faults of such extracts.

Styles: "plain" (pages separated by form feeds), "double" (an empty line after each line), "torn" (numbers separated
from their titles) and "misread" (torn, with letters as an OCR program without Danish reads them). In all but "plain",
most pages begin with a space, and running headers and page numbers are missing on most pages.
"""

from __future__ import annotations

import io
import random
import re

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTPage, LTTextContainer, LTTextLine
from sample_pdf import make_pdf
from sample_source import Sample

# What OCR misread each Danish letter as, with counts from real extracts.
CONFUSIONS: dict[str, dict[str, int]] = {
    "ø": {"g": 490, "a": 118, "e": 41, "o": 22, "ag": 11, "@": 10, "ga": 5, "eg": 3},
    "å": {"a": 729, "d": 20, "&": 16, "é": 7, "4": 5, "ad": 3, "A": 2},
    "æ": {"ee": 420, "ae": 329, "ze": 20, "eae": 17, "a": 9, "as": 3, "se": 3},
    "Ø": {"@": 11, "J": 5, "D": 1, "G": 1},
    "Å": {"A": 4},
    "Æ": {"AE": 1},
}
STANDING_I_READ_AS_BAR = 35 / 120
J_READ_AS_IJ = 4 / 723
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
# Space above a line, in points, that marks a new paragraph.
PARAGRAPH_GAP = 5.0


def make_text(sample: Sample) -> bytes:
    """Return the extract of a sample in its `text_style`, as UTF-8."""
    pages = read_pages(make_pdf(sample))
    if sample.text_style == "plain":
        return ("\n\f".join("\n".join(page) for page in pages) + "\n").encode()
    pages = [_cropped(page, number) for number, page in enumerate(pages, start=1)]
    if sample.text_style == "double":
        pages = [[line + " " for one in page for line in (one, "")] for page in pages]
        return _with_leading_spaces([[line.rstrip() and line for line in page] for page in pages])
    pages = [_torn(page, sample) for page in pages]
    if sample.text_style == "misread":
        chance = random.Random(sample.file)  # seeded, so that every run makes the same faults
        pages = [[misread(line, chance) for line in page] for page in pages]
    return _with_leading_spaces(pages)


def read_pages(pdf: bytes) -> list[list[str]]:
    """Return the lines of each page of a PDF, top to bottom, with an empty line between paragraphs."""
    layout = LAParams(char_margin=40.0)
    return [_page_lines(page) for page in extract_pages(io.BytesIO(pdf), laparams=layout)]


def _page_lines(page: LTPage) -> list[str]:
    found = [line for box in page if isinstance(box, LTTextContainer) for line in box if isinstance(line, LTTextLine)]
    lines: list[str] = []
    bottom = None
    for line in sorted(found, key=lambda one: -one.y1):
        if bottom is not None and bottom - line.y1 > PARAGRAPH_GAP:
            lines.append("")
        lines.append(" ".join(line.get_text().split()).replace(SOFT_HYPHEN, "-"))
        bottom = line.y0
    return lines


def _cropped(page: list[str], number: int) -> list[str]:
    """Leave out the running header and the page number, except around the end of every fifth page."""
    if page[-1].startswith("SIDE") and number % 5 != 0:
        page = page[:-2]
    return page[2:] if number > 1 and number % 5 != 1 else page


def _torn(page: list[str], sample: Sample) -> list[str]:
    """Move the numbers of a page's items to its top, except the sample's `inline_numbers`."""
    titles = {f"{item.number}.": item.title for item in sample.items if item.number not in sample.inline_numbers}
    numbers: list[str] = []
    lines: list[str] = []
    for line in page:
        number, _, title = line.partition(" ")
        if number in titles and titles[number].startswith(title.rstrip("-")):
            numbers += [number, ""]
            lines.append(title)
        else:
            lines.append(line)
    return numbers + lines


def misread(line: str, chance: random.Random) -> str:
    """Return the line as an OCR program without Danish would read it."""
    line = re.sub(r"\bI\b", lambda found: "|" if chance.random() < STANDING_I_READ_AS_BAR else found[0], line)
    line = line.replace("–", "—").replace("”", '"').replace("./.", chance.choice(("A", "J.")))
    return "".join(_misread_letter(letter, chance) for letter in line)


def _misread_letter(letter: str, chance: random.Random) -> str:
    if letter == "j" and chance.random() < J_READ_AS_IJ:
        return "ij"
    confusions = CONFUSIONS.get(letter)
    return chance.choices(list(confusions), list(confusions.values()))[0] if confusions else letter


def _with_leading_spaces(pages: list[list[str]]) -> bytes:
    first, *rest = ["\n".join(page) for page in pages]
    parted = [("\n\n" if number % 5 == 1 else " ") + page for number, page in enumerate(rest, start=2)]
    return ("\n".join([first, *parted]) + "\n").encode()
