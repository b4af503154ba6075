"""What a query searches for, as plain data: `clause_sql` turns it into SQL, `marking` finds it in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Match:
    """A sequence of words, each as the set of keys that it may have.

    `within` is the greatest distance of each word from the one before (1: right after it); with `any_order` it may also
    stand before it or at the same position. With `prefix` the keys are the beginnings of keys. One that `crosses` may
    go on from the last word of a sentence to the first of the next.
    """

    steps: tuple[frozenset[str], ...]
    within: int = 1
    any_order: bool = False
    prefix: bool = False
    crosses: bool = False


@dataclass(frozen=True)
class Clause:
    """A requirement of a query, met by any of its matches: first those of the terms as typed, then their expansions."""

    matches: tuple[Match, ...]
    typed: str = ""
    terms: int = 1  # how many of the matches, from the first, are as typed

    @property
    def word(self) -> str:
        """The first word that was typed for it."""
        return self.typed.partition(" ")[0]

    @property
    def as_typed(self) -> Clause:
        """The clause without its expansions."""
        return Clause(self.matches[: self.terms], self.typed, self.terms)


def single(*keys: str) -> Match:
    """Return a match of a single word with any of the keys."""
    return Match((frozenset(keys),))
