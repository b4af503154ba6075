"""Which of a meeting's documents count, and which takes precedence: decided by what they are, never by their arrival.

- The one that an archivist chose takes precedence over all of its kind.
- Minutes take precedence over agendas; supplementary agendas add to the agenda that counts, and all of them count.
- A paper for a day from which the meeting was moved gives way to those of its kind for the new day.
- Of one kind, a final version takes precedence over a draft, one that calls itself corrected over others, and one
  dispatched later, by the date in the paper, over one dispatched earlier or without that date.
- Of papers alike in all this, the one that was read better does: with more of its words in fields, from text in the
  file rather than OCR, with more items. Whatever is left is settled by the files' digests, so that it is settled.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from meetings.shared.vocabulary import DocumentChoice, DocumentKind

LOW_COVERAGE = 0.75  # documents with less of their text assigned to fields than this should be checked


class Ranked(Protocol):
    """What decides a document's rank.

    `day` is the meeting's by the paper, `moved_from` the day that it was moved from; None where that is not known.
    `coverage` is None if it was not measured.
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
    def dispatched(self) -> datetime.date | None: ...
    @property
    def coverage(self) -> float | None: ...
    @property
    def is_born_digital(self) -> bool: ...
    @property
    def item_count(self) -> int: ...
    @property
    def choice(self) -> str: ...
    @property
    def chosen_at(self) -> datetime.datetime | None: ...
    @property
    def sha256(self) -> str: ...


T = TypeVar("T", bound=Ranked)


class Quality(NamedTuple):
    """How well a document was read; the greater, the better."""

    is_covered: bool
    is_born_digital: bool


def quality(document: Ranked) -> Quality:
    """Return how well a document was read; one whose coverage was not measured passes for well covered."""
    return Quality(document.coverage is None or document.coverage >= LOW_COVERAGE, document.is_born_digital)


class Strength(NamedTuple):
    """A document's rank among those of its kind; the greatest counts."""

    chosen: float
    is_final: bool
    is_corrected: bool
    dispatched: datetime.date
    quality: Quality
    item_count: int
    coverage: float
    sha256: str


def strength(document: Ranked) -> Strength:
    """Return a document's rank among those of its kind; of several that were chosen, the last takes precedence."""
    is_chosen = document.choice == DocumentChoice.COUNTS and document.chosen_at is not None
    return Strength(
        chosen=document.chosen_at.timestamp() if is_chosen and document.chosen_at else 0.0,
        is_final=not document.draft,
        is_corrected=document.corrected,
        dispatched=document.dispatched or datetime.date.min,
        quality=quality(document),
        item_count=document.item_count,
        coverage=document.coverage or 0.0,
        sha256=document.sha256,
    )


class ByKind(NamedTuple, Generic[T]):
    """A meeting's documents by kind, within each kind the weakest first."""

    agendas: Sequence[T]
    supplements: Sequence[T]
    minutes: Sequence[T]

    @property
    def counting(self) -> list[T]:
        """Those that count, the weakest first: the strongest agenda, all its supplements, the strongest minutes."""
        return [*self.agendas[-1:], *self.supplements, *self.minutes[-1:]]

    @property
    def superseded(self) -> list[T]:
        """Those that another replaced, the strongest first."""
        return [*reversed(self.minutes[:-1]), *reversed(self.agendas[:-1])]


def by_kind(documents: Iterable[T]) -> ByKind[T]:
    """Return a meeting's documents by kind and rank; those without a kind, such as unread ones, are left out.

    Those that are set aside (`ingest.standing`) must not be among them.
    """
    papers = list(documents)
    left = {one.moved_from for one in papers}
    ranked = sorted(papers, key=lambda one: (one.day not in left, strength(one)))
    known = [one for one in ranked if one.kind]
    return ByKind(
        agendas=[one for one in known if one.kind == DocumentKind.AGENDA],
        supplements=[one for one in known if DocumentKind(one.kind).is_addition],
        minutes=[one for one in known if one.kind == DocumentKind.MINUTES],
    )
