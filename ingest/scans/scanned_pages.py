"""OCR of a document's scanned pages, merged with the pages that have text."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from ingest.errors import NeedsOcr, NoText
from ingest.letters.learned_lexicon import ArchiveLexicon
from ingest.scans.detection import FEWEST_LETTERS, find_scans
from ingest.scans.page import SECONDS, Scan
from ingest.scans.tesseract import confidence_of, has_danish
from ingest.scans.text_rows import set_rows
from meetings.shared.page_layout import PageLayout
from meetings.shared.vocabulary import PageOrigin

PROJECT = Path(__file__).parents[2]
# Seconds of wall time, in which a page may wait for others; the limits in `page` are CPU time.
PATIENCE = 2 * SECONDS
LEGIBLE = 0.4  # of 1; Tesseract's confidence in a photograph is below this


class PageFailed(Exception):
    """A page could not be read. `str(error)` says why, in Danish, to end a sentence."""


def read_scans(
    data: bytes,
    layouts: Sequence[PageLayout],
    learned: ArchiveLexicon | None = None,
    on_page: Callable[[], None] = lambda: None,
) -> list[PageLayout]:
    """Read the scanned pages of a PDF with Tesseract; `on_page` is called after each.

    Without Tesseract they are marked, and the others stay as they are. Raises NeedsOcr if there are no others, NoText
    if nothing can be read on any page.
    """
    numbers = {*find_scans(data, layouts, learned), *(one.number for one in layouts if one.wants_ocr)}
    scans = [one for one in layouts if one.number in numbers]
    read = _read_pages(data, scans, on_page) if scans and has_danish() else {}
    pages = [read.get(one.number, replace(one, wants_ocr=one.number in numbers)) for one in layouts]
    if sum(len(piece.text) for one in pages for row in one.rows for piece in row) < FEWEST_LETTERS * len(pages) ** 0.5:
        raise NeedsOcr if any(page.wants_ocr for page in pages) else NoText
    return list(map(_with_origin, pages))


def _with_origin(page: PageLayout) -> PageLayout:
    return replace(page, origin=PageOrigin.NONE) if page.wants_ocr and not page.rows else page


def _read_pages(data: bytes, layouts: Iterable[PageLayout], on_page: Callable[[], None]) -> dict[int, PageLayout]:
    """Read pages by OCR; one that fails has no rows, but the reason."""
    pages: dict[int, PageLayout] = {}
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        for layout in layouts:
            pages[layout.number] = _read_scan(Path(file.name), layout)
            on_page()
    return pages


def _read_scan(pdf: Path, layout: PageLayout) -> PageLayout:
    try:
        scan = read_page(pdf, layout.number)
    except PageFailed as error:
        return replace(layout, origin=PageOrigin.FILE if layout.rows else PageOrigin.NONE, failure=str(error))
    confidence = round(confidence_of(scan.lines), 3) if scan.lines else None
    rows = tuple(map(tuple, set_rows(scan.lines)))
    return replace(
        layout,
        width=scan.width,
        height=scan.height,
        rows=rows,
        turn=scan.turn,
        skew=scan.skew,
        origin=PageOrigin.OCR,
        confidence=confidence,
        wants_ocr=False,
    )


def read_page(pdf: Path, number: int, patience: float = PATIENCE) -> Scan:
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
    scan = Scan.from_json(json.loads(told))
    if scan.lines and confidence_of(scan.lines) < LEGIBLE:
        raise PageFailed("der er intet, der ligner dansk tekst")
    return scan
