"""Recovery of lines that Tesseract missed: it takes type much larger than the rest, as on front pages, for pictures."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from PIL import Image, ImageOps

from ingest.scans.tesseract import ONE_BLOCK, ScannedLine, confidence_of, read_image

INK = 128  # of 255
LEAST_INK = 2  # of 255, the mean of a row of pixels: two letters are enough
ABOVE, BELOW = 1.1, 0.5  # the extent of a line above and below its baseline, in its own height
LEAST = 6.0  # points of inked rows; fewer are a rule or dust
MOST = 4  # such strips on a page; one with more has pictures
WHITE = 30  # pixels
SURE = 0.6  # of 1; pictures are read as letters too


def read_missed(image: Image.Image, dpi: float, lines: Sequence[ScannedLine]) -> list[ScannedLine]:
    """Return the lines of a page, with those in strips where there is ink but no line was found."""
    strips = list(_strips_without_lines(image, 72 / dpi, lines))[:MOST]
    return [*lines, *(line for top, bottom in strips for line in _read_strip(image, dpi, top, bottom))]


def _strips_without_lines(image: Image.Image, point: float, lines: Sequence[ScannedLine]) -> Iterator[tuple[int, int]]:
    """Yield the strips (top and bottom, in pixels) that have ink but no line."""
    ink = image.point(lambda shade: 255 if shade < INK else 0).resize((1, image.height), Image.Resampling.BOX)
    inked = [shade >= LEAST_INK for shade in ink.tobytes()]
    free = [True] * image.height
    for line in lines:
        top = max(0, int(image.height - (line.y + ABOVE * line.height) / point))
        bottom = min(image.height, int(image.height - (line.y - BELOW * line.height) / point))
        free[top:bottom] = [False] * max(0, bottom - top)
    for is_free, rows in itertools.groupby(range(image.height), key=free.__getitem__):
        strip = list(rows)
        if is_free and sum(inked[row] for row in strip) * point >= LEAST:
            yield strip[0], strip[-1] + 1


def _read_strip(image: Image.Image, dpi: float, top: int, bottom: int) -> list[ScannedLine]:
    strip = ImageOps.expand(image.crop((0, top, image.width, bottom)), (0, WHITE), 255)
    below = (image.height - bottom - WHITE) * 72 / dpi
    lines = read_image(strip, dpi, ONE_BLOCK)
    return [line._replace(y=line.y + below) for line in lines if confidence_of([line]) >= SURE]
