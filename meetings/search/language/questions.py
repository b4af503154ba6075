"""How much of a question an item must match: the most informative words are required, the rest only rank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations
from math import inf, log

from meetings.search.language import clause_sql
from meetings.search.language.clauses import Clause
from meetings.search.language.weights import ENOUGH_OF_A_QUESTION, LEAST_OF_A_MATTER, MISSING, OF_A_TITLE, OF_A_VERB

Near = Callable[[Clause, Clause], str]  # returns the text of a tsquery for two clauses near each other
MOST_WORDS = 6  # of a question that are combined; more would make too many combinations
DECIDING = 3  # the rarest of them, of which two must stand together


@dataclass(frozen=True)
class WeighedClause:
    """A clause of a question, how many items it matches, and a factor for what kind of word it is.

    One that `names` may decide alone what a question is about: a noun or a name, but no verb. A `frame` says where or
    when and decides nothing.
    """

    clause: Clause
    count: int
    factor: float = 1
    names: bool = True
    frame: bool = False
    tells: float = 0


@dataclass(frozen=True)
class WeighedQuestion:
    """The clauses of a question that stand somewhere, the most informative first, and its places and years.

    `enough` is how much the words that an item matches must tell together.
    """

    words: tuple[WeighedClause, ...]
    frames: tuple[WeighedClause, ...]
    enough: float

    @property
    def clauses(self) -> tuple[Clause, ...]:
        return tuple(one.clause for one in (*self.words, *self.frames))

    @property
    def tells(self) -> tuple[float, ...]:
        """How much each clause tells."""
        return tuple(one.tells for one in (*self.words, *self.frames))

    def with_share(self, share: float) -> WeighedQuestion:
        """Return the question for items that match at least a share of its words."""
        return replace(self, enough=max(self.enough, share * sum(one.tells for one in self.words)))

    def required(self, near: Near = clause_sql.together) -> str:
        """Return the text of a tsquery for items that match enough, two words of them `near`; empty if nothing does."""
        groups = list(self._groups())
        texts = [self._all(group) for group in groups if len(group) == 1]
        several = [self._all(group) for group in groups if len(group) > 1]
        texts += [f"{clause_sql.any_of(several)} & {self._together(near)}"] if several else []
        texts += self._in_title()
        return clause_sql.any_of(texts) if texts else ""

    def _groups(self, times: float = 1) -> Iterator[tuple[int, ...]]:
        """Yield the smallest groups of words, by index, that tell enough if each tells so many times as much."""
        groups: list[tuple[int, ...]] = []
        most = min(len(self.words), MOST_WORDS)
        for group in chain.from_iterable(combinations(range(most), size) for size in range(1, most + 1)):
            is_enough = times * sum(self.words[at].tells for at in group) >= self.enough
            if is_enough and self._decides(group) and not any(set(one) <= set(group) for one in groups):
                groups.append(group)
                yield group

    def _decides(self, group: Sequence[int]) -> bool:
        return len(group) > 1 or self.words[group[0]].names

    def _all(self, group: Iterable[int]) -> str:
        return clause_sql.all_of([self.words[at].clause for at in group])

    def _together(self, near: Near) -> str:
        pairs = combinations(self.words[:DECIDING], 2)
        return clause_sql.any_of(near(first.clause, second.clause) for first, second in pairs)

    def _in_title(self) -> Iterator[str]:
        """Yield the ways in which words are enough only because all of them are in the title."""
        for group in self._groups(OF_A_TITLE):
            if sum(self.words[at].tells for at in group) < self.enough:
                yield clause_sql.in_title([self.words[at].clause for at in group])


def weigh(words: Sequence[WeighedClause], total: int) -> WeighedQuestion:
    """Return a question weighed by how many of `total` items each of its clauses matches.

    A clause's information is the logarithm of its rarity; no verb tells more than the word that tells most of the
    matter. One that matches nothing cannot be required, but raises what is enough: as much as the rarest that does. If
    no word names anything, any may decide.
    """
    deciding = [one for one in words if not one.frame] or list(words)
    told = [_weighed(one, total) for one in words if one.count]
    names = any(one.names for one in deciding)
    naming = [one.tells for one in told if one.names and not one.frame]
    most = max(LEAST_OF_A_MATTER, *naming) if naming else inf
    found = [
        replace(one, tells=min(one.tells, most) if one.factor == OF_A_VERB else one.tells, names=one.names or not names)
        for one in told if not one.frame or deciding == list(words)
    ]  # fmt: skip
    found.sort(key=lambda one: -one.tells)
    frames = tuple(one for one in told if one.frame and deciding != list(words))
    missing = max([MISSING, *(one.tells for one in found)]) * sum(one.factor for one in deciding if not one.count)
    enough = ENOUGH_OF_A_QUESTION * (sum(one.tells for one in found) + missing)
    return WeighedQuestion(tuple(found), frames, enough)


def _weighed(word: WeighedClause, total: int) -> WeighedClause:
    return replace(word, tells=word.factor * log((total + 1) / (word.count + 0.5)))
