"""From records to rows: only this package writes to the database what documents say.

One transaction per document, and it may be repeated: a meeting's rows are always made from the stored records of all
its documents, so the order of import, a replaced file or a deleted one makes no difference.
"""

from ingest.load.change_log import forget_changes
from ingest.load.choices import choose, find_held, find_kept_out, find_set_aside, undo_choice, why_set_aside
from ingest.load.documents import (
    count_samples,
    find_document,
    find_read,
    has_own_documents,
    load_document,
    load_record,
    load_scan,
    remove,
    remove_samples,
    stated_of,
    stated_over,
)
from ingest.load.lexicon import find_outdated_repairs, learn_words, load_learned, pack_learned
from ingest.load.matters import many_documents, settle_matters, settling_lines
from ingest.load.meetings import rebuild
from ingest.load.pages import find_stored
from ingest.load.privacy import find_hold, is_unpublished, release, withhold
from ingest.load.topics import reassign_topics

__all__ = [
    "choose",
    "count_samples",
    "find_document",
    "find_held",
    "find_hold",
    "find_kept_out",
    "find_outdated_repairs",
    "find_read",
    "find_set_aside",
    "find_stored",
    "forget_changes",
    "has_own_documents",
    "is_unpublished",
    "learn_words",
    "load_document",
    "load_learned",
    "load_record",
    "load_scan",
    "many_documents",
    "pack_learned",
    "reassign_topics",
    "rebuild",
    "release",
    "remove",
    "remove_samples",
    "settle_matters",
    "settling_lines",
    "stated_of",
    "stated_over",
    "undo_choice",
    "why_set_aside",
    "withhold",
]
