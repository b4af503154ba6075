"""How much of a question an item must match: the most informative words are required, the rest only rank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, starmap
from math import log

from meetings.search.language import clause_sql
from meetings.search.language.clauses import Clause
from meetings.search.language.weights import ENOUGH_OF_A_QUESTION, MISSING, OF_A_TITLE

MOST_WORDS = 6  # of a question that are combined; more would make too many combinations
DECIDING = 3  # the rarest of them, of which two must stand together


@dataclass(frozen=True)
class WeighedClause:
    """A clause of a question, how many items it matches, and a factor for what kind of word it is.

    One that `names` may decide alone what a question is about: a noun or a name, but no verb, place or year.
    """

    clause: Clause
    count: int
    factor: float = 1
    names: bool = True
    tells: float = 0


@dataclass(frozen=True)
class WeighedQuestion:
    """The clauses of a question that stand somewhere, the most informative first.

    `enough` is how much the clauses that an item matches must tell together.
    """

    words: tuple[WeighedClause, ...]
    enough: float

    @property
    def clauses(self) -> tuple[Clause, ...]:
        return tuple(one.clause for one in self.words)

    @property
    def tells(self) -> tuple[float, ...]:
        """How much each clause tells."""
        return tuple(one.tells for one in self.words)

    @property
    def required(self) -> str:
        """The text of a tsquery for items that match enough; empty if nothing does."""
        groups = list(self._groups())
        ways = [self._all(group) for group in groups if len(group) == 1]
        several = [self._all(group) for group in groups if len(group) > 1]
        if several:
            ways.append(f"{clause_sql.any_of(several)} & {self._together()}")
        ways += map(clause_sql.in_title, self._nearly_enough())
        return clause_sql.any_of(ways) if ways else ""

    def _groups(self) -> Iterator[tuple[int, ...]]:
        """Yield the smallest groups of clauses, by index, that tell enough."""
        groups: list[tuple[int, ...]] = []
        most = min(len(self.tells), MOST_WORDS)
        for group in chain.from_iterable(combinations(range(most), size) for size in range(1, most + 1)):
            is_enough = sum(self.tells[at] for at in group) >= self.enough
            if is_enough and self._decides(group) and not any(set(one) <= set(group) for one in groups):
                groups.append(group)
                yield group

    def _decides(self, group: Sequence[int]) -> bool:
        return len(group) > 1 or self.words[group[0]].names

    def _all(self, group: Iterable[int]) -> str:
        return clause_sql.all_of([self.clauses[at] for at in group])

    def _together(self) -> str:
        pairs = combinations(self.clauses[:DECIDING], 2)
        return clause_sql.any_of(starmap(clause_sql.together, pairs))

    def _nearly_enough(self) -> Iterator[list[Clause]]:
        """Yield the clauses that are enough alone if they are in the title."""
        for word in self.words:
            if word.names and word.tells < self.enough <= word.tells * OF_A_TITLE:
                yield [word.clause]


def weigh(words: Sequence[WeighedClause], total: int) -> WeighedQuestion:
    """Return a question weighed by how many of `total` items each of its clauses matches.

    A clause's information is the logarithm of its rarity. One that matches nothing cannot be required, but raises what
    is enough: as much as the rarest that does. If no word names anything, any may decide.
    """
    names = any(one.names for one in words)
    found = [
        replace(one, tells=one.factor * log((total + 1) / (one.count + 0.5)), names=one.names or not names)
        for one in words
        if one.count
    ]
    found.sort(key=lambda one: -one.tells)
    missing = max((one.tells for one in found[:1]), default=0.0)
    missing = max(missing, MISSING) * sum(one.factor for one in words if not one.count)
    return WeighedQuestion(tuple(found), ENOUGH_OF_A_QUESTION * (sum(one.tells for one in found) + missing))
