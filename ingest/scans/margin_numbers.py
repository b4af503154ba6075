"""Second reading of item numbers in the margin: the Danish model reads "2.1." as "21;" where no words are near it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from PIL import Image, ImageOps

from ingest.extract.layout import CELL_GAP
from ingest.scans.tesseract import ScannedLine, ScannedWord, read_digits

_SHORT = re.compile(r"\w[^\s/]{0,4}")  # "./." marks a paragraph
_LIKE_A_NUMBER = re.compile(r"[\dIl|]\S{0,5}")
_PLAIN = re.compile(r"\d{1,2}\.?")
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.|\d{1,2}(?:\.\d{1,2}){1,3}")
MOST = 30  # a page with more has a table, whose cells are read well enough
ABOVE, BELOW, BESIDE = 1.0, 0.35, 0.5  # how much is cut out around a number, in heights of its line
WHITE = 20  # pixels
SURE = 0.8  # of 1


def read_numbers_again(image: Image.Image, dpi: float, lines: Sequence[ScannedLine]) -> list[ScannedLine]:
    """Return the lines, with numbers in the margin that did not look like numbers read again."""
    margin = median([line.words[0].x0 for line in lines]) if lines else 0.0
    doubtful = [line for line in lines if _is_doubtful(line, margin)]
    if len(doubtful) > MOST:
        return list(lines)
    return [_read_again(image, 72 / dpi, line) if line in doubtful else line for line in lines]


def _is_doubtful(line: ScannedLine, margin: float) -> bool:
    """Return whether a line begins with a word on its own that should be an item number but is not clearly one."""
    if len(line.words) > 1 and line.words[1].x0 - line.words[0].x1 <= CELL_GAP * line.height:
        return False
    word = line.words[0]
    if _PLAIN.fullmatch(word.text) or (_NUMBER.fullmatch(word.text) and word.confidence >= SURE):
        return False
    return bool((_SHORT if word.x1 < margin else _LIKE_A_NUMBER).fullmatch(word.text))


def _read_again(image: Image.Image, point: float, line: ScannedLine) -> ScannedLine:
    first, *others = line.words
    box = (
        max(0, int((first.x0 - BESIDE * line.height) / point)),
        max(0, int(image.height - (line.y + ABOVE * line.height) / point)),
        min(image.width, int((first.x1 + BESIDE * line.height) / point)),
        min(image.height, int(image.height - (line.y - BELOW * line.height) / point)),
    )
    text = read_digits(ImageOps.expand(image.crop(box), WHITE, 255))
    if not _NUMBER.fullmatch(text):
        return line
    return line._replace(words=[ScannedWord(text, first.x0, first.x1, first.confidence), *others])
