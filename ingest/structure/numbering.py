"""The choice of items among the candidates, and of their numbers: the best interpretation of the whole document.

Numbers increase from item to item. A title may carry its number, or take one that was separated from it and is alone on
a line, or have lost it. Each choice has a weight; the best chain of choices is found by dynamic programming, in one
pass over the candidates that keeps, for each number reached, the best chain that ends in it.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.line_patterns import Outline
from ingest.structure.title_candidates import Number, TitleCandidate

TORN = 4.0  # a title that takes a number alone on a line
LOST = -6.0  # a title that has lost its number
RENUMBERED = -8.0  # a title whose printed number cannot be right
RISEN = 0.5  # by default, a title without a number is a sibling of the last
SKIPPED = 2.5  # for the first number skipped, and for each further one:
SKIPPED_MORE = 1.5
ORPHAN = 1.5  # a child before its parent


@dataclass(frozen=True, slots=True)
class NumberedItem:
    """A candidate and its number; `torn` is the line of a number that stood alone, `guessed` that none was printed."""

    candidate: TitleCandidate
    outline: Outline
    torn: int | None = None
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class _Chain:
    """A chain of choices: its total weight, its last choice, and the chain before it."""

    weight: float
    choice: NumberedItem | None = None
    before: _Chain | None = None


def choose_items(candidates: Sequence[TitleCandidate], numbers: Sequence[Number]) -> list[NumberedItem]:
    """Return the items in order with their numbers."""
    best: dict[Outline, _Chain] = {(0,): _Chain(0.0)}
    for candidate in candidates:
        for outline, chain in _extensions(candidate, numbers, best).items():
            if outline not in best or chain.weight > best[outline].weight:
                best[outline] = chain
    return _choices(max(best.values(), key=lambda end: end.weight))[::-1]


def _choices(chain: _Chain | None) -> list[NumberedItem]:
    """Return the choices of a chain, the last first."""
    found = []
    while chain is not None and chain.choice is not None:
        found.append(chain.choice)
        chain = chain.before
    return found


def _extensions(
    candidate: TitleCandidate, numbers: Sequence[Number], best: dict[Outline, _Chain]
) -> dict[Outline, _Chain]:
    """Return the best chain that ends in `candidate` for each number it may have."""
    found: dict[Outline, _Chain] = {}

    def offer(choice: NumberedItem, gain: float, before: _Chain) -> None:
        weight = before.weight + candidate.weight + gain
        if choice.outline not in found or weight > found[choice.outline].weight:
            found[choice.outline] = _Chain(weight, choice, before)

    printed = list(_printed(candidate, numbers))
    for last, chain in best.items():
        for choice, gain in printed:
            if choice.outline > last:
                offer(choice, gain - leap(last, choice.outline), chain)
        if candidate.certain:
            lost = RENUMBERED if candidate.readings else LOST
            for outline in _next_of(last):
                rise = RISEN if len(outline) < len(last) else 0.0
                offer(NumberedItem(candidate, outline, guessed=True), lost - rise, chain)
    return found


def _printed(candidate: TitleCandidate, numbers: Sequence[Number]) -> Iterator[tuple[NumberedItem, float]]:
    """Yield the numbers that a candidate may have, each with its gain: its own, or those alone on a line near it."""
    for reading in candidate.readings:
        yield NumberedItem(candidate, reading.outline), -reading.strays
    if candidate.readings:
        return
    first = bisect.bisect_left(numbers, candidate.page - 2, key=lambda number: number.page)
    for number in numbers[first:]:
        if number.page > candidate.page:
            break
        for reading in number.readings:
            yield (
                NumberedItem(candidate, reading.outline, torn=number.at),
                TORN - reading.strays - _distance(candidate, number),
            )


def _distance(candidate: TitleCandidate, number: Number) -> float:
    """Return the penalty for a number far from its title: it should be above, on the same page."""
    if number.at > candidate.start:
        return 3.0
    return 3.0 * (candidate.page - number.page)


def _next_of(last: Outline) -> list[Outline]:
    """Return the numbers that may follow: that of a sibling, of a first child, or of a sibling of an ancestor."""
    following = [(*last[:depth], last[depth] + 1) for depth in range(len(last))]
    return [*following, (*last, 1)] if len(last) == 1 and last[0] else following


def leap(last: Outline, outline: Outline) -> float:
    """Return the cost of `outline` after `last`: nothing in sequence, more for each number skipped."""
    cost = 0.0
    same = True
    for depth, part in enumerate(outline):
        before = last[depth] if same and depth < len(last) else 0
        skipped = part - before - (0 if same and depth < len(last) and part == before else 1)
        if skipped > 0:
            cost += SKIPPED + SKIPPED_MORE * (min(skipped, 6) - 1)
        if part != before and depth < len(outline) - 1:
            cost += ORPHAN
        same = same and part == before
    return cost
