"""What a query looks for, as plain data: matching turns it into SQL, marking finds it in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Match:
    """Words that stand one after another, each given by the keys it may have.

    `within` is how far each may stand from the one before (1: right after it); in `any_order` before it or at the same
    place too. With `prefix` the keys are beginnings.
    """

    steps: tuple[frozenset[str], ...]
    within: int = 1
    any_order: bool = False
    prefix: bool = False


@dataclass(frozen=True)
class Clause:
    """One thing that is asked for: any match will do. The first are what was typed, the others stand for it."""

    matches: tuple[Match, ...]
    typed: str = ""
    terms: int = 1  # how many of the matches, from the first, are what was typed

    @property
    def as_typed(self) -> Clause:
        """The clause without what merely stands for it."""
        return Clause(self.matches[: self.terms], self.typed, self.terms)


def single(*keys: str) -> Match:
    """Return a match of one word with any of the keys."""
    return Match((frozenset(keys),))
