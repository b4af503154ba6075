"""OCR of a document's scanned pages, merged with the pages that have text."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from ingest.errors import NeedsOcr, NoText
from ingest.extract.layout import set_pages
from ingest.letters.learned_lexicon import ArchiveLexicon
from ingest.records import Page, Source
from ingest.scans.detection import FEWEST_LETTERS, find_scans
from ingest.scans.page import SECONDS
from ingest.scans.tesseract import ScannedLine, ScannedWord, confidence_of, has_danish
from ingest.scans.text_rows import set_rows
from meetings.shared.vocabulary import PageOrigin

PROJECT = Path(__file__).parents[2]
# Seconds of wall time, in which a page may wait for others; the limits in `page` are CPU time.
PATIENCE = 2 * SECONDS
LEGIBLE = 0.4  # of 1; Tesseract's confidence in a photograph is below this


class PageFailed(Exception):
    """A page could not be read. `str(error)` says why, in Danish, to end a sentence."""


def read_scans(
    data: bytes, source: Source, learned: ArchiveLexicon | None = None, on_page: Callable[[], None] = lambda: None
) -> Source:
    """Read the scanned pages of a PDF with Tesseract; `on_page` is called after each.

    Without Tesseract they are marked, and the others stay as they are. Raises NeedsOcr if there are no others, NoText
    if nothing can be read on any page.
    """
    numbers = find_scans(data, source.pages, learned)
    read = _read_pages(data, numbers, on_page) if numbers and has_danish() else {}
    pages = tuple(read.get(page.number, replace(page, wants_ocr=page.number in numbers)) for page in source.pages)
    if sum(len(line) for page in pages for line in page.lines) < FEWEST_LETTERS * len(pages) ** 0.5:
        raise NeedsOcr if any(page.wants_ocr for page in pages) else NoText
    return replace(source, pages=tuple(map(_with_origin, pages)))


def _with_origin(page: Page) -> Page:
    return replace(page, origin=PageOrigin.NONE) if page.wants_ocr and not any(page.lines) else page


def _read_pages(data: bytes, numbers: Iterable[int], on_page: Callable[[], None]) -> dict[int, Page]:
    """Read pages by OCR and lay out their lines together; a page that fails has no lines, but the reason."""
    found: dict[int, list[ScannedLine]] = {}
    pages: dict[int, Page] = {}
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        for number in numbers:
            try:
                found[number] = read_page(Path(file.name), number)
            except PageFailed as error:
                pages[number] = Page(number, (), origin=PageOrigin.NONE, failure=str(error))
            on_page()
    texts = set_pages([set_rows(lines) for lines in found.values()])
    for (number, lines), text in zip(found.items(), texts, strict=True):
        confidence = round(confidence_of(lines), 3) if lines else None
        pages[number] = Page(number, text, origin=PageOrigin.OCR, confidence=confidence)
    return pages


def read_page(pdf: Path, number: int, patience: float = PATIENCE) -> list[ScannedLine]:
    """Read one page in a process of its own, within its limits. Raises PageFailed."""
    command = [sys.executable, "-m", "ingest.scans.page", str(pdf), str(number)]
    pipe = subprocess.PIPE
    # A process group, so that Tesseract ends with the program that waits for it.
    with subprocess.Popen(command, cwd=PROJECT, stdout=pipe, stderr=pipe, text=True, process_group=0) as process:
        try:
            told, _ = process.communicate(timeout=patience)
        except subprocess.TimeoutExpired as error:
            raise PageFailed("det tog for lang tid") from error
        finally:
            if process.returncode is None:
                os.killpg(process.pid, signal.SIGKILL)
    if process.returncode:
        raise PageFailed("siden kræver mere tid eller hukommelse, end den må få, eller kan ikke vises")
    lines = [
        ScannedLine(block, y, height, [ScannedWord(*word) for word in words])
        for block, y, height, words in json.loads(told)
    ]
    if lines and confidence_of(lines) < LEGIBLE:
        raise PageFailed("der er intet, der ligner dansk tekst")
    return lines
