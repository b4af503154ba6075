"""The similarity of two texts: as a reader sees them, or by what poor OCR leaves of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

NEAR_ENOUGH = 0.8
_HYPHENATED = re.compile(r"(\w)[-\u00ad]\s*\n\s*(\w)")
_LOST_TO_OCR = re.compile(r"[^bcdfhklmnpqrstvwxy0-9]")


def even(text: str | None) -> str:
    """Return a text with one kind of space, dash and quotation mark; "" for None."""
    text = unicodedata.normalize("NFC", text or "")
    text = re.sub("[–—−-]+", "-", text)
    text = re.sub("[”“„»«\"’‘´`']+", "'", text)
    return re.sub(r"\s+", " ", text).strip()


def plain(text: str | None) -> str:
    """Return an `even` text in lower case: equal for texts that a reader sees as the same words."""
    return even(text).casefold()


def skeleton(text: str | None) -> list[str]:
    """Return the words of a text reduced to the consonants and digits that poor OCR leaves alone."""
    words = _HYPHENATED.sub(r"\1\2", text or "").split()
    return [bare for word in words if (bare := _LOST_TO_OCR.sub("", word.lower()))]


def similarity(left: Sequence[str], right: Sequence[str]) -> float:
    """Return the share of words that two texts have in common in the same order, 0 to 1; 1 where both are empty."""
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


def edit_distance(left: Sequence[str], right: Sequence[str]) -> int:
    """Return the fewest words to insert, delete or replace that make one text the other (Levenshtein)."""
    row = list(range(len(right) + 1))
    for nth, one in enumerate(left, 1):
        diagonal, row[0] = row[0], nth
        for at, other in enumerate(right, 1):
            diagonal, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, diagonal + (one != other))
    return row[-1]


def count_near(found: Iterable[str], wanted: Iterable[str]) -> int:
    """Return how many of the found names are similar enough to a wanted one; each wanted name counts once."""
    left, near = [skeleton(name) for name in wanted], 0
    for name in found:
        words = skeleton(name)
        best = max(left, key=lambda other: similarity(words, other), default=None)
        if best is not None and similarity(words, best) >= NEAR_ENOUGH:
            near += 1
            left.remove(best)
    return near
