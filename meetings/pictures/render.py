"""A page of a PDF as a WebP picture: `python -m meetings.pictures.render PDF NUMBER TURN ONCE TWICE`.

Writes the page at 96 dpi to the file ONCE and at 192 dpi to TWICE, turned TURN degrees clockwise. Exit status: 0; or
REFUSED if PDFium cannot show the page; any other if it takes more time, memory or pixels than it may.

A program of its own, because PDFium is not thread-safe, and because a page that was made to exhaust a machine must end
nothing but this process.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

import pypdfium2
from PIL import Image

from meetings.pictures.bounds import LARGEST_FILE, MEMORY_MB, MOST_PIXELS, PER_POINT, REFUSED, SECONDS

SHADES = 17  # steps between the 16 shades that print needs to be sharp; the fewer, the smaller the picture
MOST_BYTES = 0.25  # per pixel without loss; a page that takes more is a photograph


def main() -> None:
    """Draw the page named on the command line within the limits."""
    _limit(resource.RLIMIT_AS, MEMORY_MB * 1_000_000)
    _limit(resource.RLIMIT_CPU, SECONDS)
    _limit(resource.RLIMIT_FSIZE, LARGEST_FILE)
    pdf, number, turn, *files = sys.argv[1:]
    try:
        larger = draw(Path(pdf), int(number), int(turn))
    except (pypdfium2.PdfiumError, IndexError):
        sys.exit(REFUSED)
    half = max(1, larger.width // 2), max(1, larger.height // 2)
    for file, picture in zip(files, (larger.resize(half, Image.Resampling.BOX), larger), strict=True):
        save(picture, Path(file))


def _limit(what: int, most: int) -> None:
    _soft, hard = resource.getrlimit(what)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (most, most))


def draw(pdf: Path, number: int, turn: int) -> Image.Image:
    """Return a page (from 1) at 192 dpi, forms and annotations included. Raises PdfiumError, IndexError."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(2 * PER_POINT, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    picture: Image.Image = page.render(scale=scale, rotation=turn).to_pil().convert("RGB")
    return picture


def save(picture: Image.Image, file: Path) -> None:
    """Write a page of print in 16 shades without loss, which keeps it sharp and small, and a photograph with loss."""
    print_like = picture.point(lambda shade: (shade + SHADES // 2) // SHADES * SHADES)
    print_like.save(file, "WEBP", lossless=True, quality=20, method=1)
    if file.stat().st_size > MOST_BYTES * picture.width * picture.height:
        picture.save(file, "WEBP", quality=80, method=1)


if __name__ == "__main__":
    main()
