"""Which of a meeting's documents count."""

from __future__ import annotations

from collections.abc import Iterable

from meetings.models import Document
from meetings.shared.precedence import by_kind
from meetings.shared.vocabulary import DocumentKind


def versions(documents: Iterable[Document]) -> list[tuple[Document, bool]]:
    """Return the documents, agendas before minutes, the latest of a kind first, with whether a later one replaced it.

    Supplementary agendas all count; the rest is as `meetings.shared.precedence` has it.
    """
    kinds = by_kind(documents)
    counting = kinds.counting
    return [(one, one not in counting) for kind in kinds for one in reversed(kind)]


def missing_kind(documents: Iterable[Document]) -> DocumentKind | None:
    """Return what the archive lacks of a meeting that it has documents of, agenda or minutes; None for neither."""
    kinds = {one.kind for one in documents}
    lacking = [kind for kind in (DocumentKind.AGENDA, DocumentKind.MINUTES) if kind not in kinds]
    return lacking[0] if kinds and lacking else None


def has_minutes(documents: Iterable[Document]) -> bool:
    """Return whether there are minutes among the documents."""
    return any(one.kind == DocumentKind.MINUTES for one in documents)


def find_repaired_document(documents: Iterable[Document]) -> Document | None:
    """Find a document that counts and whose misread letters were repaired, in names too."""
    counting = (one for one, is_superseded in versions(documents) if not is_superseded)
    return next((one for one in counting if any(row["repaired"] for row in one.page_origins)), None)
