"""Word rarity, counted in the archive itself as it grows; while it is small, estimated from general Danish."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from django.db import models

from ingest.matters.similarity import Rarity
from meetings.models import ItemWords, WordRarity

FEWEST = 32  # items that an archive must have before its own words are counted
IN_TITLES = "="  # prefix of a term in the counts: in how many titles it occurs
PLAIN_DANISH = 0  # the key for general Danish alone


class RarityCount(NamedTuple):
    """A count of words: its row's key (PLAIN_DANISH for none) and the rarity of words by it."""

    key: int
    rarity: Rarity


def find_count(growth: float) -> RarityCount:
    """Return the current count, a new one if the archive has grown or shrunk by the factor `growth` since the last."""
    latest = WordRarity.objects.values_list("pk", "items").first()
    key, counted = latest or (PLAIN_DANISH, 0)
    items = ItemWords.objects.count()
    if items >= max(FEWEST, counted * growth):
        key = _count_words(items)
    elif items * growth < counted:
        WordRarity.objects.all().delete()
        key = _count_words(items) if items >= FEWEST else PLAIN_DANISH
    return RarityCount(key, _rarity(key))


def _count_words(items: int) -> int:
    """Count in how many items each term occurs, store it as the only count, and return its key."""
    in_titles = _items_by_term("title_terms")
    counts = Counter(in_titles)
    counts.update(_items_by_term("terms"))
    told = {term: times for term, times in counts.items() if times > 1}
    told |= {IN_TITLES + term: times for term, times in in_titles.items() if times > 1}
    made = WordRarity.objects.create(items=items, counts=told)
    WordRarity.objects.exclude(pk=made.pk).delete()
    return made.pk


def _items_by_term(field: str) -> dict[str, int]:
    terms = models.Func(models.F(field), function="unnest")
    stand = ItemWords.objects.order_by().values(term=terms).annotate(in_items=models.Count("pk"))
    return dict(stand.values_list("term", "in_items"))


@lru_cache(maxsize=1)
def _rarity(key: int) -> Rarity:
    if key == PLAIN_DANISH:
        return Rarity()
    row = WordRarity.objects.get(pk=key)
    return Rarity(row.items, row.counts)
