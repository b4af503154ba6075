"""Removal of dot leaders from a table of contents: Tesseract reads them as letters, and the words with them."""

from __future__ import annotations

import itertools
import re
from statistics import median

from PIL import Image, ImageChops

# Measures in pixels of the image at half size, 150 dpi.
PALE = 30  # of 255; ink is darker than the paper by more than this, though a leader's dots may be only grey
NEAR, FAR, BESIDE = 3, 9, 3  # how far above or below itself a letter has ink, and how near to it sideways
CLEAR = 0.05  # the share of a row of leaders that may have ink just above and below: specks
EVEN = 1.5  # how much the steps from dot to dot may differ
MOSTLY = 0.75  # the share of steps that must be even; on a worn page some dots are missing
_DOT = re.compile(rb"\x01+")
_RUN = re.compile(rb"\x01{1,6}(?:\x00{1,14}\x01{1,6}){7,}")  # "..." does not match


def without_leaders(image: Image.Image) -> Image.Image:
    """Whiten dots that are evenly spaced in a row, with nothing above or below them."""
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
    """Mark the pixels that have ink above or below them."""
    wide = ink
    for step in (1, 2, 3):  # makes each pixel a square of 7, to its right and below
        wide = ImageChops.lighter(wide, ImageChops.offset(wide, step, 0))
        wide = ImageChops.lighter(wide, ImageChops.offset(wide, 0, step))
    return ImageChops.lighter(ImageChops.offset(wide, -BESIDE, NEAR), ImageChops.offset(wide, -BESIDE, -FAR))


def _is_even(run: bytes) -> bool:
    steps = [later.start() - dot.start() for dot, later in itertools.pairwise(_DOT.finditer(run))]
    usual = median(steps)
    return sum(abs(step - usual) <= EVEN for step in steps) >= MOSTLY * len(steps)


def _is_clear(ink: bytes, run: re.Match[bytes], away: int) -> bool:
    return ink.count(1, run.start() + away, run.end() + away) <= CLEAR * len(run[0])
