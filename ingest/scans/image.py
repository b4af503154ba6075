"""A page of a PDF as a bitmap, rotated and levelled so that its lines run straight from left to right."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageStat

DPI = 300  # the resolution that Tesseract's models are trained for; scans of 200 are enlarged and lose nothing
MOST_DOTS = 36_000_000  # pixels; an A3 at 300 dpi has 17 million; larger pages are read at a lower resolution
DARK = 160  # of 255; a page that has nothing darker is blank
PAPER = 215  # of 255; anything lighter is paper
NOISE = 6.0  # mean difference of a pixel from the median of its neighbours; clean scans have 1 to 3
PAPER_FROM = 0.75  # of the commonest shade of a noisy page; anything lighter is its paper
STEEPEST = 8.0  # degrees
LEAST_SKEW = 0.15  # degrees; with less the lines are straight enough


def rasterise(pdf: Path, number: int) -> tuple[Image.Image, float]:
    """Return a page (from 1) in greyscale, and its resolution in dpi. Raises pypdfium2.PdfiumError, MemoryError."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(DPI / 72, (MOST_DOTS / (width * height)) ** 0.5)
        image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
        if is_blank(image):
            _check_images(page)
        return image, 72 * scale
    finally:
        document.close()


def _check_images(page: pypdfium2.PdfPage) -> None:
    """Raise MemoryError for an image that PDFium left out of a page, as it does silently where memory is short."""
    for found in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
        darkest, lightest = found.get_bitmap().to_pil().convert("L").getextrema()
        if lightest - darkest > 255 - DARK:
            raise MemoryError("an image of a page that looks blank is not")


def is_blank(image: Image.Image) -> bool:
    """Return whether there is nothing dark on a page."""
    return image.getextrema()[0] > DARK  # type: ignore[operator]


def smoothed(image: Image.Image) -> Image.Image:
    """Remove the noise from a page and make its paper white; one without noise stays as it is."""
    middle = image.crop((image.width // 4, image.height // 4, image.width * 3 // 4, image.height * 3 // 4))
    rough = ImageChops.difference(middle, middle.filter(ImageFilter.MedianFilter(3)))
    if ImageStat.Stat(rough).mean[0] <= NOISE:
        return image
    smooth = image.filter(ImageFilter.GaussianBlur(1.5))
    shades = smooth.histogram()
    white = PAPER_FROM * max(range(256), key=shades.__getitem__)
    return smooth.point(lambda shade: min(255, round(shade * 255 / white)))


def lies_on_its_side(image: Image.Image) -> bool:
    """Return whether the lines of a page run up or down: then its pixel columns differ more than its rows."""
    ink = _ink(image, 300)
    upright, side = (max(_contrast(one, angle) for angle in range(-5, 6)) for one in (ink, turned(ink, 90)))
    return side > upright


def turned(image: Image.Image, degrees: int) -> Image.Image:
    """Rotate a page clockwise by 90, 180 or 270 degrees."""
    turn = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
    return image.transpose(turn[degrees]) if degrees in turn else image


def levelled(image: Image.Image, skew: float) -> Image.Image:
    """Rotate a page counterclockwise by the few degrees of its skew; 0 leaves it as it is."""
    if not skew:
        return image
    return image.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255)


def find_skew(image: Image.Image) -> float:
    """Return by how many degrees a page must be rotated, counterclockwise, for its lines to be level; 0 if they are.

    Level lines make rows of pixels that are either full or empty: the angle is the one at which rows differ most.
    """
    steps = int(STEEPEST * 2)
    coarse = _straightest(_ink(image, 300), [step / 2 for step in range(-steps, steps + 1)])
    skew = _straightest(_ink(image, 800), [coarse + step / 10 for step in range(-5, 6)])
    return 0.0 if abs(skew) < LEAST_SKEW else skew


def _ink(image: Image.Image, width: int) -> Image.Image:
    """Return a small picture of the page whose values are the ink; paper that is not quite white counts as none."""
    small = image.resize((width, max(1, image.height * width // image.width)), Image.Resampling.BOX)
    return small.point(lambda shade: max(0, PAPER - shade))


def _straightest(ink: Image.Image, angles: Sequence[float]) -> float:
    return max(angles, key=lambda angle: _contrast(ink, angle))


def _contrast(ink: Image.Image, angle: float) -> float:
    level = ink.rotate(angle, Image.Resampling.BILINEAR)
    # In floating point: the mean of a row of small print differs from the next by less than one shade of 256.
    rows: tuple[float, ...] = level.convert("F").resize((1, level.height), Image.Resampling.BOX).get_flattened_data()  # type: ignore[assignment]
    return math.fsum((above - below) ** 2 for above, below in itertools.pairwise(rows))
