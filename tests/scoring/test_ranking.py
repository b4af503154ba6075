"""The order of results: the gain of the first ten does not fall, for any kind of query.

After an improvement, raise the floors to the figures reached, rounded down.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests import seeds
from tests.scoring.gold import ROOT
from tests.scoring.ranking import FIRST, GradedQuery, by_kind, ndcg, read_graded, read_judged

DOCUMENTS = [
    ROOT / "samples" / "documents",
    *(ROOT / "tests" / "documents").glob("*.txt"),
    *(ROOT / "tests" / "gold").glob("*.txt"),
]
# The floor of all other kinds is 1.
FLOORS = {"place": 0.99, "verdict": 0.98, "word": 0.97, "words": 0.95}
# How the queries of ../shared name the meetings of the seeds.
MEETINGS = {"000": "nordjylland/2025-08-29", "001": "hovedstaden/2025-06-18", "002": "nordjylland/2025-10-24"}
FLOOR_OF_SEEDS = 0.9


def scores(queries: Sequence[GradedQuery], documents: Sequence[Path]) -> Iterator[tuple[str, float]]:
    """Yield the kind and the nDCG of each query in an archive of the documents, which is rolled back afterwards."""
    from meetings.models import SearchEntry
    from meetings.search.execution.tiers import find
    from meetings.search.language import read_query

    with transaction.atomic():
        call_command("ingest", *map(str, documents), "--workers=2", verbosity=0)
        for query in queries:
            items = find(read_query(query["q"]), SearchEntry.objects.all()).items(0, FIRST)
            found = [f"{one.meeting.region_id}/{one.meeting.address}:{one.number}" for one in items]
            yield query["kind"], ndcg(found, query["grades"])
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def ranked(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> dict[str, float]:
    with django_db_blocker.unblock():
        return by_kind(scores(read_graded(), DOCUMENTS))


@pytest.mark.usefixtures("db")
def test_the_first_results_are_the_best_for_every_kind_of_query(ranked: dict[str, float]) -> None:
    assert {kind: score for kind, score in ranked.items() if score < FLOORS.get(kind, 1)} == {}


@pytest.mark.usefixtures("db")
def test_the_first_results_are_the_best_of_the_seeds(django_db_blocker: DjangoDbBlocker) -> None:
    seeds.require()
    judged = read_judged(seeds.SHARED / "score" / "queries.jsonl")
    for query in judged:
        query["grades"] = {f"{MEETINGS[one[:3]]}{one[3:]}": grade for one, grade in query["grades"].items()}
    figures = [score for _kind, score in scores(judged, [seeds.SHARED / "seeds"])]
    assert sum(figures) / len(figures) >= FLOOR_OF_SEEDS


def test_the_best_order_is_1_and_the_worst_of_the_same_items_less() -> None:
    assert (ndcg(["a", "b"], {"a": 2, "b": 1}), ndcg(["x", "b", "a"], {"a": 2, "b": 1}) < 0.7) == (1, True)


def test_what_comes_twice_gains_once_and_what_should_not_be_found_costs_all() -> None:
    assert (ndcg(["a", "a"], {"a": 2}), ndcg(["a"], {}), ndcg([], {})) == (1, 0, 1)
