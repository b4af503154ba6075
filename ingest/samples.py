"""The sample documents: they leave when real ones come."""

from __future__ import annotations

from ingest import load
from meetings.models import Document


def remove_samples() -> int:
    """Remove all sample documents with what rests on them. Gives how many there were."""
    samples = list(Document.objects.filter(is_sample=True))
    for document in samples:
        load.remove(document)
    return len(samples)
