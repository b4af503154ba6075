"""How much of a question an item must match: the most informative words are required, the rest only rank."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import log

from meetings.search.language.weights import ENOUGH_OF_A_QUESTION

MOST_WORDS = 8  # of a question that are considered; more would make too many combinations


def enough(counts: Sequence[int], total: int) -> list[tuple[int, ...]]:
    """Return the smallest groups of a question's words (by index) that are enough for an item to match.

    `counts` is how many of `total` items each word occurs in. A word's information is the logarithm of its rarity.
    """
    tells = [log((total + 1) / (count + 0.5)) for count in counts[:MOST_WORDS]]
    wanted = ENOUGH_OF_A_QUESTION * sum(tells)
    groups: list[tuple[int, ...]] = []
    for size in range(1, len(tells) + 1):
        for group in combinations(range(len(tells)), size):
            if sum(tells[at] for at in group) >= wanted and not any(set(one) <= set(group) for one in groups):
                groups.append(group)
    return groups
