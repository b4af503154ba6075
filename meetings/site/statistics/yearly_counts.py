"""Charts of items and decisions by year and KKR, and the addresses and labels that the statistics share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from django.db import connection
from django.db.models import Count
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from meetings.addresses import REMEMBERED, address_of
from meetings.models.search_entry import SearchEntryQuerySet
from meetings.number_format import number
from meetings.site.charts.stacked import Stacked, region_series, years
from meetings.site.statistics.tallies import Tally

Counts = dict[tuple[str, str], int]


# Grouping by the key of the meeting is faster than by year and name.
_BY_YEAR_AND_REGION = """
    SELECT EXTRACT(YEAR FROM meeting.date)::integer, meeting.region_id, SUM(counted.n)::integer
    FROM ({counted}) AS counted JOIN meetings_meeting AS meeting ON meeting.id = counted.meeting_id GROUP BY 1, 2
"""


def decisions_by_year_and_region(tally: Tally) -> Stacked:
    """Return a chart of the decisions of each KKR by year, with links to them."""
    title = _("Beslutninger efter år og KKR")
    return by_year_and_region("beslutninger", title, tally.decisions(), decision_count_label)


def items_by_year_and_region(entries: SearchEntryQuerySet, name: str, title: str, **narrowing: str) -> Stacked:
    """Return a chart of `entries` by year and KKR, with links to searches for them. One query.

    `narrowing` are the further query parameters of these searches.
    """
    return by_year_and_region(name, title, count(entries), item_count_label, **narrowing)


def count(entries: SearchEntryQuerySet) -> list[tuple[int, str, int]]:
    """Return (year, region slug, number of entries) for the entries. One query."""
    by_meeting = entries.order_by().values("meeting_id").annotate(n=Count("pk"))
    sql, params = by_meeting.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_BY_YEAR_AND_REGION.format(counted=sql), params)
        return list(cursor.fetchall())


def by_year_and_region(
    name: str, title: str, rows: Iterable[tuple[int, str, int]], unit: Callable[[int], str], **narrowing: str
) -> Stacked:
    """Return rows of (year, region slug, count) as a chart of columns by year, stacked by KKR.

    `unit` returns a count in words; `narrowing` are further query parameters of the linked searches.
    """
    values: Counts = {(str(year), region): n for year, region, n in rows}
    return Stacked(
        name=name,
        title=title,
        axis=_("År"),
        columns=years({int(year) for year, _region in values}),
        series=region_series(),
        values=values,
        unit=unit,
        address=lambda year, region: search_address(aar=year, region=region, **narrowing),
    )


@lru_cache(maxsize=REMEMBERED)
def search_address(**choices: str) -> str:
    """Return the address of a search with these parameters (slugs and numbers, not escaped); empty ones are omitted."""
    return _address("search", choices)


@lru_cache(maxsize=REMEMBERED)
def meetings_address(**choices: str) -> str:
    """Return the address of the list of meetings with these parameters; empty ones are omitted."""
    return _address("meetings", choices)


def _address(page: str, choices: dict[str, str]) -> str:
    query = "&".join(f"{name}={value}" for name, value in choices.items() if value)
    return address_of(page) + (f"?{query}" if query else "")


def decision_count_label(n: int) -> str:
    """Return a number of decisions in words: "31 beslutninger"."""
    return _decisions(n, get_language())


@lru_cache(maxsize=REMEMBERED)
def _decisions(n: int, _language: str | None) -> str:
    return ngettext("%(n)s beslutning", "%(n)s beslutninger", n) % {"n": number(n)}


def item_count_label(n: int) -> str:
    """Return a number of items in words: "31 punkter"."""
    return _items(n, get_language())


@lru_cache(maxsize=REMEMBERED)
def _items(n: int, _language: str | None) -> str:
    return ngettext("%(n)s punkt", "%(n)s punkter", n) % {"n": number(n)}
