"""Matching of items between two lists: an agenda and its minutes, parsed records and database rows.

Items are matched by title and case number, then by title, then by number; by number only if the titles are alike,
since a number may pass to another matter. Plain values in, plain values out: the loader pairs records with rows, and
the pages pair what an agenda says with what the minutes say.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Protocol

from danish import alphabet

# How alike two titles with the same number must be to count as one matter reworded (difflib ratio, 1 = identical).
# Own estimate: "Budget 2024" and "Budget og takster 2024" are 0.67, unrelated titles of the samples at most 0.45.
ALIKE = 0.55


class Matchable(Protocol):
    """The attributes that are compared of an item, be it a record or a row."""

    @property
    def number(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def case_number(self) -> str | None: ...


@lru_cache(maxsize=4096)
def title_key(title: str) -> str:
    """Return a title without what may differ in print: case, accents, kinds of dashes, punctuation, spaces."""
    return alphabet.slug(title)


def match_items(old: Sequence[Matchable], new: Sequence[Matchable]) -> list[tuple[int, int]]:
    """Return pairs of positions in `old` and `new` that hold the same item; each position is in at most one pair."""
    pairs: list[tuple[int, int]] = []
    keys: list[Callable[[Matchable], Hashable]] = [
        lambda item: (title_key(item.title), item.case_number or "", _depth(item)),
        lambda item: (title_key(item.title), _depth(item)),
        lambda item: title_key(item.title),
    ]
    for key in keys:
        pairs += _equal(old, new, key, pairs)
    return sorted(pairs + _alike(old, new, pairs))


def _depth(item: Matchable) -> int:
    return item.number.count(".")


def _equal(
    old: Sequence[Matchable],
    new: Sequence[Matchable],
    key: Callable[[Matchable], Hashable],
    taken: list[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Return pairs of items with the same key; among several, those with the same number first, then in order."""
    old_left, new_left = _left(len(old), taken, 0), _left(len(new), taken, 1)
    waiting: dict[Hashable, list[int]] = {}
    for at in new_left:
        waiting.setdefault(key(new[at]), []).append(at)
    pairs = []
    for same_number in (True, False):
        for at in list(old_left):
            candidates = waiting.get(key(old[at]), [])
            found = next((one for one in candidates if not same_number or new[one].number == old[at].number), None)
            if found is not None:
                candidates.remove(found)
                old_left.remove(at)
                pairs.append((at, found))
    return pairs


def _alike(old: Sequence[Matchable], new: Sequence[Matchable], taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    by_number = {new[at].number: at for at in reversed(_left(len(new), taken, 1))}
    pairs = []
    for at in _left(len(old), taken, 0):
        other = by_number.get(old[at].number)
        if other is not None and likeness(old[at].title, new[other].title) >= ALIKE:
            pairs.append((at, other))
            del by_number[old[at].number]
    return pairs


def likeness(one: str, other: str) -> float:
    """Return the similarity of two titles, 0 to 1."""
    return SequenceMatcher(None, title_key(one), title_key(other), autojunk=False).ratio()


def _left(count: int, taken: list[tuple[int, int]], side: int) -> list[int]:
    gone = {pair[side] for pair in taken}
    return [at for at in range(count) if at not in gone]
