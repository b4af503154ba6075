"""A large archive is searched in time windows, with the same results as a small one."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from meetings.models import Meeting, SearchEntry
from meetings.search.execution import results, time_windows
from meetings.search.execution.counts import MatchingEntries
from meetings.search.execution.results import find
from meetings.search.language import read_query
from tests.make import make_item, make_meeting
from tests.meetings.site.public_pages import text_of


@pytest.fixture
def years(archive: Meeting) -> list[int]:
    """An archive with an item about ferries in three months of each of many years; returns their keys, newest first."""
    dates = [f"{year}-{month:02}-10" for year in range(2013, 2025) for month in (1, 6, 11)]
    made = [make_item(make_meeting(date=date), "1", "Havne", presentation="Om færger.").pk for date in dates]
    return made[::-1]


def ferries() -> MatchingEntries:
    """Return the matches of a search for ferries in a large archive."""
    return MatchingEntries(SearchEntry.objects.answering("'faerge'"), large())


def large() -> time_windows.ArchiveExtent:
    """Return the extent of the archive as if it were a large one, so that the first window is a month."""
    return time_windows.read_extent()._replace(items=1_000_000)


@pytest.mark.parametrize("most", [35, 1_000])  # as many are found as are wanted, and fewer
def test_all_spans_together_hold_each_item_once(years: list[int], most: int) -> None:
    assert ferries().survey(most).count == len(years)
    assert ferries().newest(most) == years[:most]


@pytest.mark.parametrize(
    "first", [time_windows.FIRST, 10_000_000]
)  # a short first window, and one that holds everything
def test_the_newest_are_found_first(years: list[int], first: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_windows, "FIRST", first)
    assert ferries().newest(3) == years[:3]


def test_where_enough_is_found_the_older_are_not_looked_at(years: list[int]) -> None:
    look = ferries().survey(3)
    assert 3 < look.count < len(years)
    assert not look.is_whole


def test_where_the_newest_are_all_they_are_counted_without_another_query(
    years: list[int], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    found = ferries()
    assert found.newest(1_000) == years
    with django_assert_num_queries(0):
        counts = found.survey(3)
    assert (counts.count, counts.is_whole, len(counts.choices) > 0) == (len(years), True, True)


def test_in_a_small_archive_the_newest_and_the_counts_are_one_query(
    years: list[int], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    found = MatchingEntries(SearchEntry.objects.answering("'faerge'"), time_windows.read_extent())
    with django_assert_num_queries(1):
        assert (found.newest_and_counts(5), found.survey(5).count) == (years[:5], len(years))


def test_the_page_says_of_how_many_it_speaks(client: Client, years: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "read_extent", large)
    monkeypatch.setattr(results, "CANDIDATES", 3)  # were these all, they would be counted
    monkeypatch.setattr(results, "MOST_COUNTED", 3)
    html = text_of(client, "/soeg/?q=f%C3%A6rger&sorter=dato")
    counted = re.search(r"mindst (\d+)</h2>", html)
    assert counted
    assert 3 < int(counted[1]) < len(years)
    assert f"Tallene gælder de {counted[1]} nyeste." in html
    assert f"De {counted[1]} nyeste kan bladres igennem." in html


def test_an_archive_without_items_is_searched(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_windows, "SMALL", -2)
    assert find(read_query("færger"), SearchEntry.objects.all()).count == 0
