"""Dots that lead across a table of contents, taken away: Tesseract reads them as letters, and words with them."""

from __future__ import annotations

import itertools
import re
from statistics import median

from PIL import Image, ImageChops

# All in dots of an image of half the size, 150 an inch.
PALE = 30  # of 255; what is darker than paper by more is ink, though a leader's dots may be no more than grey
NEAR, FAR, BESIDE = 3, 9, 3  # how far above or below itself a letter has ink, and how near to it sideways
CLEAR = 0.05  # of a row of leaders may have ink just above and below: specks
EVEN = 1.5  # by how much the steps from dot to dot may differ
MOSTLY = 0.75  # so many of them must not; on a worn page one dot or the other is missing
_DOT = re.compile(rb"\x01+")
_RUN = re.compile(rb"\x01{1,6}(?:\x00{1,14}\x01{1,6}){7,}")  # "..." is none


def without_leaders(image: Image.Image) -> Image.Image:
    """Whiten dots that stand in a row, evenly, with nothing above or below them."""
    half = _ink(image.reduce(2))
    ink, flat = half.tobytes(), ImageChops.subtract(half, _above_or_below(half)).tobytes()
    width, clear = half.width, image.copy()
    for y in range(NEAR, half.height - NEAR):
        for run in _RUN.finditer(flat, y * width, (y + 1) * width):
            if _is_even(run[0]) and all(_is_clear(ink, run, row * width) for row in (-NEAR, NEAR)):
                left, right = (at - y * width for at in run.span())
                clear.paste(255, (2 * left, 2 * (y - NEAR), 2 * right, 2 * (y + NEAR + 1)))
    return clear


def _ink(image: Image.Image) -> Image.Image:
    shades = image.histogram()
    paper = max(range(256), key=shades.__getitem__)
    return image.point(lambda shade: 1 if shade < paper - PALE else 0)


def _above_or_below(ink: Image.Image) -> Image.Image:
    """Mark the places that have ink above or below them."""
    wide = ink
    for step in (1, 2, 3):  # which makes each dot a square of 7, to its right and below
        wide = ImageChops.lighter(wide, ImageChops.offset(wide, step, 0))
        wide = ImageChops.lighter(wide, ImageChops.offset(wide, 0, step))
    return ImageChops.lighter(ImageChops.offset(wide, -BESIDE, NEAR), ImageChops.offset(wide, -BESIDE, -FAR))


def _is_even(run: bytes) -> bool:
    steps = [later.start() - dot.start() for dot, later in itertools.pairwise(_DOT.finditer(run))]
    usual = median(steps)
    return sum(abs(step - usual) <= EVEN for step in steps) >= MOSTLY * len(steps)


def _is_clear(ink: bytes, run: re.Match[bytes], away: int) -> bool:
    return ink.count(1, run.start() + away, run.end() + away) <= CLEAR * len(run[0])
