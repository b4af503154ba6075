"""Benchmark of search: python -m tests.benchmarks.search 12000 200000

Prints for each size and kind of query the p50 and p95 of the search time in milliseconds: the archive by the functions
that the search page calls, without the template, compared with SQLite FTS5 and tantivy over the same corpus. Kinds that
those two have nothing for are told of the archive alone. The database is made in a temporary folder, or in the one that
KKRARCHIVE_BENCHMARK names; one that an older version indexed is indexed anew first.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.benchmarks.search_corpus import Text

ROUNDS = 15
SIZES = (12_000, 200_000)


def main(sizes: Sequence[int]) -> None:
    """Print a table for each size."""
    from django.core.management import call_command

    from ingest.gc_tuning import tune_gc
    from tests.benchmarks import search_archive as archive
    from tests.benchmarks.search_corpus import texts

    if not (Path(os.environ["KKRARCHIVE_DATA"]) / "postgres").exists():
        call_command("migrate", verbosity=0)
        call_command("prepare", verbosity=0)
    corpus = list(texts(min(sizes)) if min(sizes) < 12_000 else texts())
    if archive.is_loaded():
        call_command("migrate", verbosity=0)
        call_command("reindex")
    else:
        print(f"index upkeep: {archive.load(corpus) * 1000:.2f} ms an item", flush=True)
    for size in sizes:
        seconds, megabytes = archive.grow(size), archive.index_megabytes()
        sizes_told = ", ".join(f"{name} {figure:.0f} MB" for name, figure in megabytes.items())
        print(f"\n{size:,} items: indexes built in {seconds:.0f} s, {sizes_told}")
        tune_gc()  # as the server does
        compare(corpus, size)


def compare(corpus: Sequence[Text], size: int) -> None:
    """Print a table of the search times of the archive, FTS5 and tantivy by kind of query."""
    from tests.benchmarks import search_others as others
    from tests.benchmarks.pace import pace
    from tests.benchmarks.search_queries import OURS_ALONE, kinds

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "t").mkdir()
        fts5, *fts5_cost = others.make_fts5(corpus, size, Path(folder))
        tantivy, *tantivy_cost = others.make_tantivy(corpus, size, Path(folder) / "t")
        for name, (built, megabytes) in {"fts5": fts5_cost, "tantivy": tantivy_cost}.items():
            print(f"{name}: built in {built:.0f} s, {megabytes:.0f} MB")
        print(pace())
        print(f"{'kind':24}{'archive p50':>12}{'p95':>8}{'fts5 p50':>12}{'p95':>8}{'tantivy p50':>12}{'p95':>8}")
        for kind, queries in kinds(corpus).items():
            ours, theirs = archive_of(kind), [] if kind in OURS_ALONE else [fts5, tantivy]
            cells = [measure(ours, queries), *(measure(one, queries) for one in theirs)]
            print(f"{kind:24}" + "".join(f"{p50:12.1f}{p95:8.1f}" for p50, p95 in cells), flush=True)
        print(pace())


def archive_of(kind: str) -> Callable[[str], object]:
    """Return the archive's search for a kind of query: the functions that the page's view calls, with synonyms."""
    from django.http import QueryDict

    from meetings.models import SearchEntry
    from meetings.search.answers import answers
    from meetings.search.answers.suggesting import suggestions
    from meetings.search.execution.facet_counts import facets
    from meetings.search.execution.tiers import find
    from meetings.search.execution.timeout import limited
    from meetings.search.language import read_query

    def search(query: str, *tags: str, by_relevance: bool = True) -> object:
        with limited():
            return find(read_query(query), SearchEntry.objects.tagged(*tags), by_relevance=by_relevance).items(0, 20)

    def suggest(query: str) -> object:
        with limited():
            return suggestions(query)

    def answer(query: str) -> object:
        with limited():
            return answers(query)

    def count(query: str, *tags: str) -> object:
        with limited():
            return facets(find(read_query(query), SearchEntry.objects.tagged(*tags)).survey, {}, QueryDict())

    def all_of_it(query: str) -> object:
        with limited():
            found = find(read_query(query), SearchEntry.objects.all())
            return found.items(0, 20), facets(found.survey, {}, QueryDict()), answers(query)

    return {
        "by date, common": lambda query: search(query, by_relevance=False),
        "filter region and topic": lambda query: search(query, "region:nordjylland", "emne:sundhed"),
        "count and facets": count,
        "all of the page": all_of_it,
        "facets, filtered": lambda query: count(query, "region:nordjylland"),
        "suggestion": suggest,
        "direct answer": answer,
    }.get(kind, search)


def measure(search: Callable[[str], object], queries: Sequence[str]) -> tuple[float, float]:
    """Return p50 and p95 in milliseconds; each query is run once before to warm up."""
    taken = []
    for query in queries:
        search(query)
        for _ in range(max(1, ROUNDS // 3)):
            began = time.perf_counter()
            search(query)
            taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken), statistics.quantiles(taken, n=20)[-1]


if __name__ == "__main__":
    os.environ["KKRARCHIVE_DATA"] = os.environ.get("KKRARCHIVE_BENCHMARK") or tempfile.mkdtemp(
        prefix="kkrarchive-search-"
    )
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kkrarchive.settings")
    import django

    django.setup()
    main([int(size) for size in sys.argv[1:]] or SIZES)
