"""Dots that lead across a table of contents, taken away: Tesseract reads them as letters, and words with them."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageFilter

INK = 170  # of 255, on an image of half the size; what is darker counts
REACH = 6  # dots of that image: how far above or below itself something that is not flat has ink
AROUND = 7  # and how near it
LENGTH, HEIGHT = 90, 2  # half of the window in which leaders are told from a dash, which is alone in it
FEWEST, MOST = 0.05, 0.6  # how much of the window leaders fill; a rule fills more


def without_leaders(image: Image.Image) -> Image.Image:
    """Whiten rows of dots: they are flat, nothing stands above or below them, and there are many in a row.

    Thin rules, as a table's, are so too and go with them.
    """
    half = image.reduce(2).point(lambda shade: 255 if shade < INK else 0)
    wide = half.filter(ImageFilter.MaxFilter(AROUND))
    tall = ImageChops.lighter(ImageChops.offset(wide, 0, REACH), ImageChops.offset(wide, 0, -REACH))
    flat = ImageChops.subtract(half, tall)
    share = flat.filter(ImageFilter.BoxBlur((LENGTH, HEIGHT)))
    dotted = share.point(lambda shade: 255 if FEWEST * 255 < shade < MOST * 255 else 0)
    leaders = ImageChops.multiply(flat.filter(ImageFilter.MaxFilter(5)), dotted)
    white = Image.new("L", image.size, 255)
    return Image.composite(white, image, leaders.resize(image.size))
