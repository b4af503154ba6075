"""The documents of a meeting: which of them count, and which kinds are missing."""

from __future__ import annotations

from collections.abc import Iterable

from meetings.models import Document
from meetings.shared.precedence import by_kind
from meetings.shared.vocabulary import DocumentKind


def versions(documents: Iterable[Document]) -> list[tuple[Document, bool]]:
    """Return the documents, each with whether another replaced it: agendas before minutes, the latest of a kind first.

    Supplementary agendas all count; the other rules are those of `meetings.shared.precedence`.
    """
    kinds = by_kind(documents)
    counting = kinds.counting
    return [(one, one not in counting) for kind in kinds for one in reversed(kind)]


def missing_kind(documents: Iterable[Document]) -> DocumentKind | None:
    """Return which kind, agenda or minutes, a meeting with documents lacks; None if it has both or no documents."""
    kinds = {one.kind for one in documents}
    lacking = [kind for kind in (DocumentKind.AGENDA, DocumentKind.MINUTES) if kind not in kinds]
    return lacking[0] if kinds and lacking else None


def has_minutes(documents: Iterable[Document]) -> bool:
    """Return whether any of the documents are minutes."""
    return any(one.kind == DocumentKind.MINUTES for one in documents)


def find_repaired_document(documents: Iterable[Document]) -> Document | None:
    """Return a document that counts and has repairs of misread letters, names included; None if there is none."""
    counting = (one for one, is_superseded in versions(documents) if not is_superseded)
    return next((one for one in counting if any(row["repaired"] for row in one.page_origins)), None)
