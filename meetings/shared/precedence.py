"""Which of a meeting's documents count, and which wins over which.

- Minutes win over agendas, whichever came first.
- Minutes that call themselves corrected win over others; among equals, the later to arrive wins.
- A later agenda replaces an earlier one; supplementary agendas add to the one that counts, and all of them count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from meetings.shared.vocabulary import DocumentKind


class Ranked(Protocol):
    """What ranks a document: its kind, whether it calls itself corrected, and a key that grows as documents come."""

    @property
    def kind(self) -> str: ...
    @property
    def corrected(self) -> bool: ...
    @property
    def pk(self) -> int: ...


T = TypeVar("T", bound=Ranked)


class ByKind(NamedTuple, Generic[T]):
    """A meeting's documents by kind, in each the weakest first."""

    agendas: Sequence[T]
    supplements: Sequence[T]
    minutes: Sequence[T]

    @property
    def counting(self) -> list[T]:
        """Those that count, the weakest first: the last agenda, all its supplements, the last minutes."""
        return [*self.agendas[-1:], *self.supplements, *self.minutes[-1:]]

    @property
    def superseded(self) -> list[T]:
        """Those that another took the place of, the strongest first."""
        return [*reversed(self.minutes[:-1]), *reversed(self.agendas[:-1])]


def by_kind(documents: Iterable[T]) -> ByKind[T]:
    """Sort a meeting's documents by kind and strength; those of no kind, as unread ones, are left out."""
    ranked = sorted(documents, key=lambda one: (one.corrected, one.pk))
    kinds = (DocumentKind.AGENDA, DocumentKind.SUPPLEMENTARY_AGENDA, DocumentKind.MINUTES)
    return ByKind(*([one for one in ranked if one.kind == kind] for kind in kinds))
