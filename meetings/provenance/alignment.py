"""A text that was read out of a document found again on its pages: which words there are the text's own.

The text has lost what stands between its words on the pages: bullets, line numbers, headers and footers. So the words
of both are followed in step, and where they part, the nearest place is taken at which both go on together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, product
from typing import NamedTuple

from meetings.provenance.page_text import PageText, Span

_WORD = re.compile(r"\w+")
LACKING = 6  # words of a text that its page may lack in one place
BETWEEN = 60  # words of pages that may stand between two of a text: a footer and a header
NEAR = 2  # words of pages before the next one of the text is believed without the one after it
ENOUGH = 0.6  # of a text's words; with fewer it is another text
MOST_BEGINNINGS = 40  # of a text that are tried
# After how many words of the text and of the page they may go on together, the nearest first.
WAYS = sorted(product(range(LACKING + 1), range(BETWEEN + 1)), key=sum)


class PageWord(NamedTuple):
    """A word in lower case, the number of its page, and its place in the page's running text."""

    text: str
    page: int
    place: Span


def words_of_pages(pages: Iterable[tuple[int, PageText]]) -> list[PageWord]:
    """Return the words of pages, each given with its number."""
    return [
        PageWord(found[0].lower(), number, Span(*found.span()))
        for number, page in pages
        for found in _WORD.finditer(page.text)
    ]


def find_text(text: str, words: Sequence[PageWord], *, last: bool = False, enough: float = ENOUGH) -> list[int]:
    """Return the indexes of the words of pages that a text consists of; none if less than `enough` of it is there.

    Of several places the one with most of the text is taken, the first among equals or, with `last`, the last.
    """
    sought = [found[0].lower() for found in _WORD.finditer(text)]
    best: list[int] = []
    for begin in _beginnings(sought, words):
        found = _follow(sought, words, begin)
        if len(found) > len(best) or (last and len(found) == len(best)):
            best = found
    return best if sought and len(best) >= enough * len(sought) else []


def spans_by_page(words: Sequence[PageWord], found: Sequence[int]) -> dict[int, list[Span]]:
    """Return the places of words by page, those of consecutive words as one."""
    spans: dict[int, list[Span]] = {}
    for _run, group in groupby(enumerate(found), key=lambda pair: (pair[1] - pair[0], words[pair[1]].page)):
        run = [words[at] for _nth, at in group]
        spans.setdefault(run[0].page, []).append(Span(run[0].place.start, run[-1].place.end))
    return spans


def _beginnings(sought: Sequence[str], words: Sequence[PageWord]) -> list[int]:
    """Return where a text may begin: at its first two words, else at its first alone."""
    first = [at for at, word in enumerate(words) if sought and word.text == sought[0]]
    pairs = [at for at in first if [word.text for word in words[at : at + len(sought[:2])]] == sought[:2]]
    return (pairs or first)[:MOST_BEGINNINGS]


def _follow(sought: Sequence[str], words: Sequence[PageWord], at: int) -> list[int]:
    """Return the indexes of the words that match a text which begins at one of them."""
    found: list[int] = []
    nth = 0
    while nth < len(sought) and at < len(words):
        if sought[nth] == words[at].text:
            found.append(at)
            nth, at = nth + 1, at + 1
            continue
        steps = _meeting(sought[nth : nth + LACKING + 2], words[at : at + BETWEEN + 2])
        if steps is None:
            break
        nth, at = nth + steps[0], at + steps[1]
    return found


def _meeting(sought: Sequence[str], words: Sequence[PageWord]) -> tuple[int, int] | None:
    """Return after how many words of each the two go on together, for two words or to the text's end; None if never."""
    texts = [word.text for word in words]
    for lacking, between in WAYS:
        ahead = sought[lacking : lacking + (1 if not lacking and between <= NEAR else 2)]
        if ahead and ahead == texts[between : between + len(ahead)]:
            return lacking, between
    return None
