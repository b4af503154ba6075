"""Scans for tests of OCR: pages of real PDFs as images, without any text."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable

import pypdfium2
from PIL import Image, ImageChops

DPI = 200
Change = Callable[[Image.Image], Image.Image]


def images_of(pdf: bytes, dpi: int = DPI) -> list[Image.Image]:
    """Return the pages of a PDF as a scanner would: in greyscale."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L") for page in document]


def as_pdf(images: Iterable[Image.Image], dpi: int = DPI) -> bytes:
    """Return images as the pages of a PDF, as a scanner's software does."""
    first, *others = images
    file = io.BytesIO()
    first.save(file, "PDF", resolution=dpi, save_all=True, append_images=others)
    return file.getvalue()


def scan(pdf: bytes, change: Change = Image.Image.copy) -> bytes:
    """Return a PDF as a scan of its pages, with `change` applied to each."""
    return as_pdf(change(image) for image in images_of(pdf))


def sideways(image: Image.Image) -> Image.Image:
    """Rotate a page by a quarter turn."""
    return image.transpose(Image.Transpose.ROTATE_90)


def other_side(image: Image.Image) -> Image.Image:
    """Rotate a page by a quarter turn the other way."""
    return image.transpose(Image.Transpose.ROTATE_270)


def upside_down(image: Image.Image) -> Image.Image:
    """Turn a page upside down."""
    return image.transpose(Image.Transpose.ROTATE_180)


def askew(image: Image.Image, degrees: float = 1.0) -> Image.Image:
    """Rotate a page by a few degrees."""
    return image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)


def worn(image: Image.Image) -> Image.Image:
    """Return a page askew on greyish paper with noise, as from an old copier."""
    noise = Image.effect_noise(image.size, 40).point(lambda shade: min(255, shade + 108))
    return ImageChops.multiply(askew(image).point(lambda shade: 30 + shade * 225 // 255), noise)


def joined(*pdfs: bytes) -> bytes:
    """Join the pages of several PDFs, unchanged, into one."""
    with pypdfium2.PdfDocument.new() as whole:
        for pdf in pdfs:
            whole.import_pages(pypdfium2.PdfDocument(pdf))
        file = io.BytesIO()
        whole.save(file)
    return file.getvalue()
