"""Benchmark of pages: python -m tests.benchmarks.pages 12000

Prints for each kind of page the p50 and p95 of the response time in milliseconds, the number of queries and the
kilobytes: the whole of Django, without the network. Several addresses of a kind are requested in turn. The column
"least" is the minimum for the slowest address, which a busy machine disturbs least. The database is made in a temporary
folder, or in the one that KKRARCHIVE_BENCHMARK names, where a later run uses it again.

A new kind of page is one line in `kinds`.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence

ROUNDS = 40
WARMING = 6  # requests, after which a connection has prepared its queries and no longer plans them
ORDINARY, OVERVIEW = 60, 150  # milliseconds that p95 may take


def kinds() -> dict[str, list[str]]:
    """Return addresses of each kind of page, by its name: small and large pages, old and new."""
    from meetings.models import AgendaItem, Document, Meeting, Participant

    meetings = Meeting.objects.order_by("pk")[::79]
    items = AgendaItem.objects.current().filter(number__contains=".").select_related("meeting")[::1207]
    sitting = Participant.objects.select_related("person", "municipality").order_by("pk")[::1511]
    return {
        "front": ["/"],
        "about": ["/om/"],
        "accessibility": ["/tilgaengelighed/"],
        "meetings": ["/moeder/", "/moeder/?side=9", "/moeder/?region=sjaelland&aar=2015"],
        "year": ["/moeder/2015/", "/moeder/2025/?region=sjaelland"],
        "month": ["/moeder/2015/03/"],
        "region": ["/nordjylland/", "/syddanmark/", "/hovedstaden/?aar=2012"],
        "meeting": [meeting.get_absolute_url() for meeting in meetings],
        "changes": [f"{meeting.get_absolute_url()}aendringer/" for meeting in meetings],
        "item": [item.get_absolute_url() for item in items],
        "cases": ["/sag/", "/sag/?side=20"],
        "case": [f"/sag/{item.case_number}/" for item in items],
        "topics": ["/emner/"],
        "topic": ["/emne/sundhed/", "/emne/kultur-og-fritid/?region=sjaelland", "/emne/sundhed/?side=40"],
        "people": ["/deltagere/"],
        "person": [one.person.get_absolute_url() for one in sitting],
        "municipalities": ["/kommuner/"],
        "municipality": [one.municipality.get_absolute_url() for one in sitting if one.municipality],
        "document": [one.get_absolute_url() for one in Document.objects.order_by("pk")[::203]],
        "document's page": [f"{one.get_absolute_url()}side/3/" for one in Document.objects.order_by("pk")[::203]],
        "document's page, hits": [
            f"{one.get_absolute_url()}side/{number}/?q=kommunerne"
            for one in Document.objects.order_by("pk")[::203]
            for number in (2, 9)
        ],
        "document's page, item": [
            f"/dokument/{item.document_id}/side/{item.first_page}/?punkt={item.address}" for item in items
        ],
        "search, a word": ["/soeg/?q=sundhedsreform", "/soeg/?q=it-drift", "/soeg/?q=kommune"],
        "search, filtered": ["/soeg/?region=nordjylland&emne=sundhed", "/soeg/?aar=2020&q=aalborg"],
        "suggestions": ["/soeg/forslag/?q=sund", "/soeg/forslag/?q=asta"],
        "overview": ["/overblik/"],
        "overview: outcomes": ["/overblik/udfald/"],
        "overview: topics": ["/overblik/emner/"],
        "overview: attendance": ["/overblik/fremmoede/"],
        "overview: coverage": ["/overblik/daekning/"],
    }


def main(size: int) -> None:
    """Print the table for an archive of `size` items; exit with 1 if the p95 of any kind of page is above its limit."""
    from django.core.management import call_command
    from django.db import connection

    from ingest.gc_tuning import tune_gc
    from meetings.models import AgendaItem
    from tests.benchmarks.pace import pace
    from tests.benchmarks.pages_archive import fill

    call_command("migrate", verbosity=0)
    call_command("prepare", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if not AgendaItem.objects.exists():
        began = time.perf_counter()
        fill(size)
        print(f"made in {time.perf_counter() - began:.0f} s")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    print(
        f"{AgendaItem.objects.count():,} items\n{'page':22}{'least':>7}{'p50':>7}{'p95':>7}{'queries':>9}{'kB':>6}",
        flush=True,
    )
    tune_gc()
    print(pace())
    slow = [name for name, addresses in kinds().items() if not measure(name, addresses)]
    print(pace())
    sys.exit(f"too slow: {', '.join(slow)}" if slow else 0)


def measure(name: str, addresses: Sequence[str]) -> bool:
    """Print the row of a kind of page, after warming up each address; return whether its p95 is within the limit."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client, queries = Client(SERVER_NAME="localhost"), 0
    taken: dict[str, list[float]] = {address: [] for address in addresses}
    sizes: list[int] = []
    for address in addresses:
        with CaptureQueriesContext(connection) as asked:
            response = client.get(address)
        assert response.status_code == 200, (address, response.status_code)
        queries, sizes = max(queries, len(asked)), [*sizes, len(response.content)]
        for _ in range(WARMING):
            client.get(address)
    for nth in range(max(ROUNDS, len(addresses))):
        began = time.perf_counter()
        client.get(address := addresses[nth % len(addresses)])
        taken[address].append((time.perf_counter() - began) * 1000)
    every = [each for those in taken.values() for each in those]
    least, p50, p95 = max(map(min, taken.values())), statistics.median(every), statistics.quantiles(every, n=20)[-1]
    limit = OVERVIEW if name.startswith("overview") else ORDINARY
    told = "" if p95 <= limit else f"  more than {limit}"
    print(f"{name:22}{least:7.1f}{p50:7.1f}{p95:7.1f}{queries:9}{max(sizes) / 1000:6.0f}{told}", flush=True)
    return not told


if __name__ == "__main__":
    os.environ["KKRARCHIVE_DATA"] = os.environ.get("KKRARCHIVE_BENCHMARK") or tempfile.mkdtemp(
        prefix="kkrarchive-pages-"
    )
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kkrarchive.settings")
    os.environ["KKRARCHIVE_PAGES_MB"] = "0"  # no page cache: rendering is measured
    import django

    django.setup()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 12_000)
