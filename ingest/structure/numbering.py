"""The choice of items among the candidates, and of their numbers: the best interpretation of the whole document.

Numbers increase from item to item. A title may carry its number, or take one that was separated from it and is alone on
a line, or have lost it. Each choice has a weight; the best chain of choices is found by dynamic programming, in one
pass over the candidates that keeps, for each number reached, the best chain that ends in it. A document with more
candidates than any real one takes no longer for each: then only the heaviest chains are kept and continued.
"""

from __future__ import annotations

import bisect
import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ingest.line_patterns import Outline
from ingest.structure.title_candidates import Number, TitleCandidate

TORN = 4.0  # a title that takes a number alone on a line
ELSEWHERE = 6.0  # a number with a word, "Punkt 2", that is not right above the title
LOST = -6.0  # a title that has lost its number
RENUMBERED = -8.0  # a title whose printed number cannot be right
RISEN = 0.5  # by default, a title without a number is a sibling of the last
SKIPPED = 2.5  # for the first number skipped, and for each further one:
SKIPPED_MORE = 1.5
ORPHAN = 1.5  # a child before its parent
# How many chains are kept, and how many numbers alone on a line are tried for one candidate. The real documents have at
# most 320 chains and 6 such numbers.
MOST_CHAINS = 400
MOST_NUMBERS = 40


@dataclass(frozen=True, slots=True)
class NumberedItem:
    """A candidate and its number; `torn` is the line of a number that stood alone, `guessed` that none was printed."""

    candidate: TitleCandidate
    outline: Outline
    torn: int | None = None
    guessed: bool = False


class _Ranked(NamedTuple):
    """A chain by its weight, then by how early it was found, with the number that it ends in."""

    weight: float
    rank: int
    last: Outline
    chain: _Chain


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
        found = _Extensions(candidate, best)
        found.print(numbers)
        if candidate.certain:
            found.guess()
        for outline, (weight, _rank, _at, chain) in found.found.items():
            if outline not in best or weight > best[outline].weight:
                best[outline] = chain
        best = _heaviest(best, MOST_CHAINS // 2) if len(best) > MOST_CHAINS else best
    return _choices(max(best.values(), key=lambda end: end.weight))[::-1]


def _heaviest(best: dict[Outline, _Chain], most: int) -> dict[Outline, _Chain]:
    """Return at most so many chains, the heaviest, in their order."""
    if len(best) <= most:
        return best
    kept = set(heapq.nlargest(most, best, key=lambda outline: best[outline].weight))
    return {outline: chain for outline, chain in best.items() if outline in kept}


def _choices(chain: _Chain | None) -> list[NumberedItem]:
    """Return the choices of a chain, the last first."""
    found = []
    while chain is not None and chain.choice is not None:
        found.append(chain.choice)
        chain = chain.before
    return found


class _Extensions:
    """The best chain that ends in one candidate for each number it may have.

    Of chains of equal weight the one counts that continues the earlier of `best`, with its earlier choice.
    """

    def __init__(self, candidate: TitleCandidate, best: dict[Outline, _Chain]) -> None:
        self.candidate = candidate
        self.chains = [_Ranked(chain.weight, -at, last, chain) for at, (last, chain) in enumerate(best.items())]
        self.heaviest = sorted(self.chains, reverse=True)
        self.found: dict[Outline, tuple[float, int, int, _Chain]] = {}

    def print(self, numbers: Sequence[Number]) -> None:
        """Let the candidate have each of its printed numbers, or of the numbers near it."""
        gains: dict[Outline, tuple[float, int, NumberedItem]] = {}
        for at, (choice, gain) in enumerate(_printed(self.candidate, numbers)):
            if choice.outline not in gains or gain > gains[choice.outline][0]:
                gains[choice.outline] = (gain, at, choice)
        for outline, (gain, at, choice) in gains.items():
            for before in self.heaviest:
                most = before.weight + self.candidate.weight + gain
                if outline in self.found and most < self.found[outline][0]:
                    break  # no lighter chain can do better, even without a leap
                if before.last < outline or (before.last == outline and _is_second(choice)):
                    self._offer(outline, most - leap(before.last, outline), before, at, choice)

    def guess(self) -> None:
        """Let the candidate have any number that may come next, as it has lost its own."""
        gain = self.candidate.weight + (RENUMBERED if self.candidate.readings else LOST)
        for before in self.chains:
            most, depth = before.weight + gain, len(before.last)
            for outline in _next_of(before.last):
                weight = most - RISEN if len(outline) < depth else most
                if outline not in self.found or weight >= self.found[outline][0]:
                    self._offer(outline, weight, before, MOST_NUMBERS)

    def _offer(
        self, outline: Outline, weight: float, before: _Ranked, at: int, choice: NumberedItem | None = None
    ) -> None:
        known = self.found.get(outline)
        if known is None or weight > known[0] or (weight == known[0] and (before.rank, -at) > known[1:3]):
            chosen = choice or NumberedItem(self.candidate, outline, guessed=True)
            self.found[outline] = (weight, before.rank, -at, _Chain(weight, chosen, before.chain))


def _printed(candidate: TitleCandidate, numbers: Sequence[Number]) -> Iterator[tuple[NumberedItem, float]]:
    """Yield the numbers that a candidate may have, each with its gain: its own, or those alone on a line near it."""
    for reading in candidate.readings:
        yield NumberedItem(candidate, reading.outline), -reading.strays
    if candidate.readings:
        return
    for number in _near(candidate, numbers):
        for reading in number.readings:
            yield (
                NumberedItem(candidate, reading.outline, torn=number.at),
                TORN - reading.strays - _distance(candidate, number),
            )


def _is_second(choice: NumberedItem) -> bool:
    """Return whether an item shares its number with the one before: "1.1 b"."""
    return any(reading.letter > "a" for reading in choice.candidate.readings)


def _near(candidate: TitleCandidate, numbers: Sequence[Number]) -> Sequence[Number]:
    """Return the numbers alone on a line of a candidate's page and the two before, the nearest MOST_NUMBERS."""
    first = bisect.bisect_left(numbers, candidate.page - 2, key=lambda number: number.page)
    end = bisect.bisect_right(numbers, candidate.page, key=lambda number: number.page)
    here = bisect.bisect_left(numbers, candidate.start, key=lambda number: number.at)
    return numbers[max(first, here - MOST_NUMBERS // 2) : min(end, here + MOST_NUMBERS // 2)]


def _distance(candidate: TitleCandidate, number: Number) -> float:
    """Return the penalty for a number far from its title: it should be above, on the same page."""
    if candidate.start < number.at < candidate.end:
        return 0.0
    if number.bound and number.at != candidate.start - 1:
        return ELSEWHERE
    if number.at > candidate.start:
        return 3.0
    return 3.0 * (candidate.page - number.page)


@lru_cache(maxsize=4_096)
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
