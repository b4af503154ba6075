"""The learned lexicon: words counted in the archive's clean documents, and the documents it would now change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from ingest.letters.learned_lexicon import FEWEST, ArchiveLexicon, Pair, count_words, lexicon_version
from ingest.letters.repair import is_plainly_right, repair
from ingest.records import Page, Source
from meetings.models import Document, LearnedLexicon, LearnedPair, LearnedWord
from meetings.shared.batches import BATCH
from meetings.shared.vocabulary import PageOrigin

LONGEST = 100  # letters; anything longer is not a word


def load_learned() -> ArchiveLexicon | None:
    """Return the learned words that the archivist has not struck out; None before anything was counted."""
    row = LearnedLexicon.objects.first()
    return ArchiveLexicon(bytes(row.packed)) if row else None


class LearningSummary(NamedTuple):
    """How many words and pairs were learned, without those struck out, and from how many documents."""

    words: int
    pairs: int
    documents: int


def learn_words(advance: Callable[[], None] = lambda: None) -> LearningSummary:
    """Count the words and pairs of the clean documents anew; those struck out stay so. Samples are not counted.

    `advance` is called after each document.
    """
    words, pairs, documents = Counter[str](), Counter[Pair](), 0
    for document in clean_documents().only("text").iterator(chunk_size=50):
        more_words, more_pairs = count_words(_danish_pages(document.text))
        words.update(more_words)
        pairs.update(more_pairs)
        documents += 1
        advance()
    with transaction.atomic():
        _write_words(words)
        _write_pairs(pairs)
        pack_learned(documents)
    return LearningSummary(LearnedWord.objects.in_use().count(), LearnedPair.objects.in_use().count(), documents)


def clean_documents() -> QuerySet[Document]:
    """Return the documents that the archive learns from: read, not samples, nothing repaired and no page by OCR."""
    by_ocr = [{"origin": PageOrigin.OCR}]
    return Document.objects.read().filter(changes=[], is_sample=False).exclude(page_origins__contains=by_ocr)


def pack_learned(documents: int | None = None) -> None:
    """Compress the words in use for the parser, after a count (of `documents`) or after some were struck out."""
    words = dict(LearnedWord.objects.in_use().values_list("word", "times"))
    rows = LearnedPair.objects.in_use().values_list("before", "word", "times")
    packed = ArchiveLexicon.of(words, {(before, word): times for before, word, times in rows}).packed
    row = LearnedLexicon.objects.first() or LearnedLexicon(pk=1, documents=0, counted_at=timezone.now())
    row.packed = packed
    if documents is not None:
        row.documents, row.counted_at = documents, timezone.now()
    row.save()


def find_outdated_repairs(advance: Callable[[], None] = lambda: None) -> Iterator[Document]:
    """Yield the documents whose letters would now be repaired differently than when they were read."""
    learned = load_learned()
    older = Document.objects.read().exclude(lexicon_version=lexicon_version(learned))
    for document in older.only("name", "text", "changes").iterator(chunk_size=50):
        pages = (Page(number, tuple(page.split("\n"))) for number, page in enumerate(document.text.split("\f"), 1))
        if [list(change) for change in repair(Source("text", tuple(pages)), learned).changes] != document.changes:
            yield document
        advance()


def _danish_pages(text: str) -> Iterator[list[str]]:
    pages = (page.split("\n") for page in text.split("\f"))
    return (page for page in pages if is_plainly_right(page))


def _write_words(counted: Counter[str]) -> None:
    """Replace the words in use by those counted; struck-out words keep their rows with new counts."""
    struck = {row.word: row for row in LearnedWord.objects.filter(is_struck=True)}
    for word, row in struck.items():
        row.times = counted[word]
    LearnedWord.objects.bulk_update(struck.values(), ["times"], batch_size=BATCH)
    LearnedWord.objects.in_use().delete()
    kept = ((word, times) for word, times in counted.items() if times >= FEWEST and len(word) <= LONGEST)
    rows = (LearnedWord(word=word, times=times) for word, times in kept if word not in struck)
    LearnedWord.objects.bulk_create(rows, batch_size=BATCH)


def _write_pairs(counted: Counter[Pair]) -> None:
    struck = {(row.before, row.word): row for row in LearnedPair.objects.filter(is_struck=True)}
    for pair, row in struck.items():
        row.times = counted[pair]
    LearnedPair.objects.bulk_update(struck.values(), ["times"], batch_size=BATCH)
    LearnedPair.objects.filter(is_struck=False).delete()
    kept = ((pair, times) for pair, times in counted.items() if times >= FEWEST and max(map(len, pair)) <= LONGEST)
    rows = (LearnedPair(before=pair[0], word=pair[1], times=times) for pair, times in kept if pair not in struck)
    LearnedPair.objects.bulk_create(rows, batch_size=BATCH)
