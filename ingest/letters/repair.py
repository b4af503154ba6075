"""From a source with misread letters to one that reads as Danish, with all that was changed.

Pages are judged one by one, so that a document of which only some pages were misread is repaired only there. The
lexicon is loaded when a page first asks for it: one with its æ, ø and å in place does not.
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
    """Repair the pages that need it, by the shipped lexicon and what an archive has learned; lines stay one for one."""
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
    """Return whether a page has nothing to repair whatever the lexicon: no letters, or enough of the Danish ones."""
    text = "".join(lines)
    letters, danish = sum(map(str.isalpha, text)), sum(map(text.count, DANISH))
    return letters == 0 or danish > FEWEST_DANISH_LETTERS * letters
