"""Which of a meeting's documents count, and which takes precedence.

- Minutes take precedence over agendas, whichever arrived first.
- A final version takes precedence over a draft of the same kind, whichever arrived first.
- Minutes that call themselves corrected take precedence over others; among equals, the later arrival does.
- A paper for a day from which the meeting was moved gives way to those of its kind for the new day.
- A later agenda replaces an earlier one; supplementary agendas add to the one that counts, and all of them count.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from meetings.shared.vocabulary import DocumentKind


class Ranked(Protocol):
    """What ranks a document: its kind, whether it is a draft, whether corrected, and a key that grows by arrival.

    `day` is the meeting's by the paper, `moved_from` the day that it was moved from; None where that is not known.
    """

    @property
    def kind(self) -> str: ...
    @property
    def draft(self) -> bool: ...
    @property
    def corrected(self) -> bool: ...
    @property
    def day(self) -> datetime.date | None: ...
    @property
    def moved_from(self) -> datetime.date | None: ...
    @property
    def pk(self) -> int: ...


T = TypeVar("T", bound=Ranked)


class ByKind(NamedTuple, Generic[T]):
    """A meeting's documents by kind, within each kind the weakest first."""

    agendas: Sequence[T]
    supplements: Sequence[T]
    minutes: Sequence[T]

    @property
    def counting(self) -> list[T]:
        """Those that count, the weakest first: the last agenda, all its supplements, the last minutes."""
        return [*self.agendas[-1:], *self.supplements, *self.minutes[-1:]]

    @property
    def superseded(self) -> list[T]:
        """Those that another replaced, the strongest first."""
        return [*reversed(self.minutes[:-1]), *reversed(self.agendas[:-1])]


def by_kind(documents: Iterable[T]) -> ByKind[T]:
    """Return a meeting's documents by kind and rank; those without a kind, such as unread ones, are left out."""
    papers = list(documents)
    left = {one.moved_from for one in papers}
    ranked = sorted(papers, key=lambda one: (one.day not in left, not one.draft, one.corrected, one.pk))
    known = [one for one in ranked if one.kind]
    return ByKind(
        agendas=[one for one in known if one.kind == DocumentKind.AGENDA],
        supplements=[one for one in known if DocumentKind(one.kind).is_addition],
        minutes=[one for one in known if one.kind == DocumentKind.MINUTES],
    )
