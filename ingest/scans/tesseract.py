"""The Tesseract program: from an image to lines of words, with the position and confidence of each."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple
from xml.etree import ElementTree

from PIL import Image

DANISH, ENGLISH = "dan", "eng"
WHOLE_PAGE, ONE_BLOCK, ONE_LINE = "3", "6", "7"  # page segmentation modes (--psm)
# One core each: several processes read pages in parallel, and OpenMP only makes them wait for each other.
ENVIRONMENT = {**os.environ, "OMP_THREAD_LIMIT": "1"}

_LINES = {"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"}
_BOX = re.compile(r"bbox (\d+) (\d+) (\d+) (\d+)")
_BASELINE = re.compile(r"baseline (-?[\d.]+) (-?[\d.]+)")
_SIZE = re.compile(r"x_size ([\d.]+)")
_CONFIDENCE = re.compile(r"x_wconf (\d+)")


class ScannedWord(NamedTuple):
    """A word, where it begins and ends in points from the page's left edge, and its confidence, from 0 to 1."""

    text: str
    x0: float
    x1: float
    confidence: float


class ScannedLine(NamedTuple):
    """A line of words: its block of text, its baseline (points from the page's foot), its letters' height (points)."""

    block: int
    y: float
    height: float
    words: list[ScannedWord]


def has_danish() -> bool:
    """Return whether Tesseract is installed with its Danish model."""
    program = shutil.which("tesseract")
    return program is not None and DANISH in _models(program)


def read_image(image: Image.Image, dpi: float, look: str) -> list[ScannedLine]:
    """Read an upright page; `look` is a page segmentation mode. Raises subprocess.CalledProcessError."""
    hocr = _run(image, "--dpi", str(round(dpi)), "-l", DANISH, "--psm", look, "hocr")
    return list(read_hocr(hocr, image.height, 72 / dpi))


def read_digits(image: Image.Image) -> str:
    """Read a number, its parts separated by points; "" for none. Raises subprocess.CalledProcessError.

    The English model comes with Tesseract and is better at it.
    """
    return _run(image, "-l", ENGLISH, "--psm", ONE_LINE, "-c", "tessedit_char_whitelist=0123456789.").strip()


def confidence_of(lines: Sequence[ScannedLine]) -> float:
    """Return the average confidence of the words, weighted by their length; 0 for none."""
    words = [word for line in lines for word in line.words]
    letters = sum(len(word.text) for word in words)
    return sum(len(word.text) * word.confidence for word in words) / letters if letters else 0.0


def read_hocr(hocr: str, height: float, point: float) -> Iterator[ScannedLine]:
    """Yield the lines of Tesseract's hOCR, in its order. `height` is in pixels, `point` the points per pixel."""
    for block, area in enumerate(_of_class(ElementTree.fromstring(hocr), {"ocr_carea"})):
        for line in _of_class(area, _LINES):
            title = line.get("title", "")
            words = [word for one in _of_class(line, {"ocrx_word"}) if (word := _word(one, point)).text]
            if words:
                y, size = height - _baseline(title), float(_found(_SIZE, title)[0])
                yield ScannedLine(block, y * point, size * point, words)


def _of_class(element: ElementTree.Element, names: set[str]) -> Iterator[ElementTree.Element]:
    return (part for part in element.iter() if part.get("class") in names)


def _word(element: ElementTree.Element, point: float) -> ScannedWord:
    title = element.get("title", "")
    left, _top, right, _bottom = map(float, _found(_BOX, title))
    text = "".join(element.itertext()).strip()
    # Danish has only the en dash.
    return ScannedWord(text.replace("—", "–"), left * point, right * point, float(_found(_CONFIDENCE, title)[0]) / 100)


def _baseline(title: str) -> float:
    """Return the baseline of a line at its middle, in pixels from the top."""
    left, _top, right, bottom = map(float, _found(_BOX, title))
    slope, offset = map(float, _found(_BASELINE, title))
    return bottom + offset + slope * (right - left) / 2


def _found(pattern: re.Pattern[str], title: str) -> tuple[str, ...]:
    match = pattern.search(title)
    return match.groups() if match else ("0",) * pattern.groups  # a word of one pixel has no baseline


def _run(image: Image.Image, *arguments: str) -> str:
    file = io.BytesIO()
    image.save(file, "PPM")
    command = ["tesseract", "stdin", "stdout", *arguments]
    return subprocess.run(
        command, input=file.getvalue(), capture_output=True, check=True, env=ENVIRONMENT
    ).stdout.decode()


@cache
def _models(program: str) -> frozenset[str]:
    told = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
    return frozenset((told.stdout + told.stderr).split())
