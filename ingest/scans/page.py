"""OCR of one page of a PDF: `python -m ingest.scans.page FILE NUMBER` prints its lines as JSON.

A program of its own, so that a page that exceeds its time or memory ends nothing but itself.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from ingest.scans.dot_leaders import without_leaders
from ingest.scans.image import find_skew, is_blank, levelled, lies_on_its_side, rasterise, smoothed, turned
from ingest.scans.margin_numbers import read_numbers_again
from ingest.scans.missed_lines import read_missed
from ingest.scans.tesseract import ONE_BLOCK, WHOLE_PAGE, ScannedLine, ScannedWord, confidence_of, read_image
from ingest.scans.text_rows import may_stand_in_columns, stands_in_columns

SECONDS = 120
# For each of the two processes; a page at 300 dpi takes about 300 MB.
MEMORY_MB = 1_500
UPRIGHT = 0.6  # upright pages are read with a confidence of 0.8 and more, others with 0.3


@dataclass(frozen=True, slots=True)
class Scan:
    """The lines of a page read by OCR, and the page as it was read: its size in points, by how many degrees it was
    turned clockwise, and then levelled counterclockwise."""

    lines: list[ScannedLine]
    width: float
    height: float
    turn: int = 0
    skew: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """Return the scan as JSON data."""
        return {"lines": self.lines, "size": [self.width, self.height], "turn": self.turn, "skew": self.skew}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Scan:
        """Make a scan from what `to_json` returned."""
        lines = [
            ScannedLine(block, y, height, [ScannedWord(*word) for word in words])
            for block, y, height, words in data["lines"]
        ]
        width, height = data["size"]
        return cls(lines, width, height, data["turn"], data["skew"])


def main() -> None:
    """Read the page named on the command line within the limits, which Tesseract inherits."""
    limit(resource.RLIMIT_AS, int(os.environ.get("KKRARCHIVE_OCR_MEMORY_MB") or MEMORY_MB) * 1_000_000)
    limit(resource.RLIMIT_CPU, SECONDS)
    json.dump(read_page(*rasterise(Path(sys.argv[1]), int(sys.argv[2]))).to_json(), sys.stdout)


def limit(what: int, most: int) -> None:
    """Limit this process and its children, unless the limit is lower already."""
    _soft, hard = resource.getrlimit(what)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (most, most))


def read_page(image: Image.Image, dpi: float) -> Scan:
    """Read a page whatever its orientation."""
    image = smoothed(image)
    best = _scan(image, dpi, [])
    if is_blank(image):
        return best
    for degrees in (90, 270, 0, 180) if lies_on_its_side(image) else (0, 180, 90, 270):
        upright = turned(image, degrees)
        skew = find_skew(upright)
        level = without_leaders(levelled(upright, skew))
        # When it looks for blocks, Tesseract takes single digits in a cell or the margin for dust.
        lines = read_image(level, dpi, ONE_BLOCK)
        if confidence_of(lines) >= UPRIGHT:
            return _scan(level, dpi, read_upright(level, dpi, lines), degrees, skew)
        best = max(best, _scan(level, dpi, lines, degrees, skew), key=lambda scan: confidence_of(scan.lines))
    return best


def _scan(image: Image.Image, dpi: float, lines: list[ScannedLine], turn: int = 0, skew: float = 0.0) -> Scan:
    point = 72 / dpi
    return Scan(lines, image.width * point, image.height * point, turn, skew)


def read_upright(level: Image.Image, dpi: float, lines: list[ScannedLine]) -> list[ScannedLine]:
    """Read again what the lines read straight across a page may have wrong: columns, numbers, large type."""
    if may_stand_in_columns(lines):
        by_blocks = read_image(level, dpi, WHOLE_PAGE)
        if stands_in_columns(by_blocks):
            return by_blocks
    return read_missed(level, dpi, read_numbers_again(level, dpi, lines))


if __name__ == "__main__":
    main()
