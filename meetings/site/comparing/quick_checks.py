"""Cheap checks before two texts are compared word by word: usually most of their text is the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise


def around_change(old: str, new: str, keep: int) -> tuple[str, str]:
    """Return both texts without their common beginning and end, except for the `keep` words next to the change."""
    start = _shared(len(old), len(new), lambda n: old[:n] == new[:n])
    head = old[:start].rsplit(None, keep)
    start = len(head[0]) if len(head) > keep else 0
    end = _shared(len(old) - start, len(new) - start, lambda n: not n or old[-n:] == new[-n:])
    tail = old[len(old) - end :].split(None, keep)
    end = len(tail[-1]) if len(tail) > keep else 0
    return old[start : len(old) - end], new[start : len(new) - end]


def _shared(one: int, other: int, are_equal: Callable[[int], bool]) -> int:
    """Return the largest number for which `are_equal` holds, found by bisection; `one` and `other` are text lengths."""
    low, high = 0, min(one, other)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if are_equal(middle) else (low, middle - 1)
    return low


def replaced_alone(old: Sequence[str], new: Sequence[str]) -> list[int] | None:
    """Return the indexes of words replaced one for one, with equal words around each; None for any other change."""
    if len(old) != len(new):
        return None
    places = [at for at, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]
    stand_alone = all(after - before > 2 for before, after in pairwise(places))
    return places if stand_alone else None
