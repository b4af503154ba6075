"""Repair of a source with misread letters, with a record of every change.

Pages are judged one by one, so that only the misread pages of a document are repaired. The lexicon is loaded when a
page first needs it: one with its æ, ø and å in place does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from danish.confusions import DANISH
from danish.evidence import FEWEST_DANISH_LETTERS
from danish.letter_repair import RepairedPage, repair_pages
from ingest.letters.learned_lexicon import ArchiveLexicon, lexicon_version, lexicon_with
from ingest.records import Page, Source


def repair(source: Source, learned: ArchiveLexicon | None = None) -> Source:
    """Repair the pages that need it, by the shipped lexicon and the learned words; line breaks stay as they are."""
    source = replace(source, lexicon=lexicon_version(learned))
    if all(is_plainly_right(page.lines) for page in source.pages):
        return source
    repaired = repair_pages([page.lines for page in source.pages], lexicon_with(learned))
    pages = tuple(_page(page, result) for page, result in zip(source.pages, repaired, strict=True))
    return replace(source, pages=pages)


def _page(page: Page, result: RepairedPage) -> Page:
    if not result.changes:
        return page
    return replace(page, lines=result.lines, extracted=page.lines, changes=result.changes)


def is_plainly_right(lines: Sequence[str]) -> bool:
    """Return whether a page needs no repair whatever the lexicon: it has no letters, or enough Danish ones."""
    text = "".join(lines)
    letters, danish = sum(map(str.isalpha, text)), sum(map(text.count, DANISH))
    return letters == 0 or danish > FEWEST_DANISH_LETTERS * letters
