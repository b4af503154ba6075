"""Detection of scanned pages in a PDF: those that show an image and have no text, or none that can be trusted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

import pypdfium2
from pypdfium2 import raw

from danish.letter_repair import needs_repair
from ingest.letters.learned_lexicon import ArchiveLexicon, lexicon_with
from ingest.letters.repair import is_plainly_right
from meetings.shared.page_layout import PageLayout

FEWEST_LETTERS = 20  # a scan may have been stamped with a page number; a page of text has more letters than that
COVERED = 0.7  # the least share of a page that its scan covers, whole or in strips
PICTURE = 0.02  # the least share of a page that an image with words covers
OUTLINES = 50  # letters drawn as shapes: a page of text has hundreds, one with rules and boxes a few
_NESTED = 5


def find_scans(data: bytes, pages: Sequence[PageLayout], learned: ArchiveLexicon | None = None) -> list[int]:
    """Return the numbers of the pages that need OCR; none of a file or page that PDFium does not open."""
    doubtful = [page for page in pages if _lacks_text(page) or _is_misread(page, learned)]
    if not doubtful:
        return []
    with suppress(pypdfium2.PdfiumError), pypdfium2.PdfDocument(data) as document:
        return [page.number for page in doubtful if _is_scan(document, page)]
    return []


def _is_scan(document: pypdfium2.PdfDocument, page: PageLayout) -> bool:
    with suppress(pypdfium2.PdfiumError):
        return _shows_text(document[page.number - 1], page)
    return False


def _lacks_text(page: PageLayout) -> bool:
    return sum(map(str.isalnum, "".join(page.lines()))) < FEWEST_LETTERS


def _is_misread(page: PageLayout, learned: ArchiveLexicon | None) -> bool:
    lines = page.lines()
    return not is_plainly_right(lines) and bool(needs_repair(lines, lexicon_with(learned)))


def _shows_text(shown: pypdfium2.PdfPage, page: PageLayout) -> bool:
    """Return whether a page's image has its text: all of it where the text layer is bad, any where there is none."""
    covered: float = sum(_images(shown)) / (shown.get_width() * shown.get_height())
    if not _lacks_text(page):
        return covered >= COVERED
    return covered >= PICTURE or _count_outlines(shown) >= OUTLINES


def _images(page: pypdfium2.PdfPage) -> Iterator[float]:
    """Yield the areas of the images on a page; one that is wrapped in a form counts as large as the form."""
    for part in page.get_objects(max_depth=1):
        if part.type == raw.FPDF_PAGEOBJ_IMAGE or (part.type == raw.FPDF_PAGEOBJ_FORM and _has_image(page, part)):
            left, bottom, right, top = part.get_bounds()
            yield (right - left) * (top - bottom)


def _has_image(page: pypdfium2.PdfPage, form: pypdfium2.PdfObject) -> bool:
    return any(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], form=form.raw, max_depth=_NESTED))


def _count_outlines(page: pypdfium2.PdfPage) -> int:
    return sum(1 for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=_NESTED))
