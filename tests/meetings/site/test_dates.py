"""Meetings by date: the list, a year, a month."""

from __future__ import annotations

import datetime
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.models import Meeting
from meetings.site.charts.calendars import Month, months_of, neighbours
from tests.make import make_item, make_meeting
from tests.meetings.site.public_pages import text_of


def test_a_year_has_its_twelve_months_and_each_its_meetings(archive: Meeting) -> None:
    months = months_of(2025, [archive])
    assert [month.first.month for month in months] == list(range(1, 13))
    assert [len(month.meetings) for month in months] == [0] * 9 + [1, 0, 0]


def test_a_month_has_weeks_from_monday_to_sunday(archive: Meeting) -> None:
    weeks = Month(datetime.date(2025, 10, 1), [archive]).weeks
    assert [str(weeks[0][0].date), str(weeks[-1][-1].date)] == ["2025-09-29", "2025-11-02"]
    assert [day.date.day for week in weeks for day in week if day.meetings] == [24]


def test_the_nearest_times_with_meetings_are_the_neighbours() -> None:
    held = [datetime.date(2025, month, 1) for month in (1, 3, 10, 12)]
    found = neighbours(datetime.date(2025, 10, 1), held)
    assert (found.previous, found.next) == (held[1], held[3])


def test_a_year_leads_to_its_months_and_meetings(client: Client, archive: Meeting) -> None:
    html = text_of(client, "/moeder/2025/")
    assert 'href="/moeder/2025/10/"' in html
    assert 'href="/nordjylland/2025-10-24/"' in html
    assert "1 møde i alle KKR i 2025" in html


def test_years_and_months_with_meetings_lead_to_one_another(client: Client, archive: Meeting) -> None:
    make_meeting(date="2023-03-01"), make_meeting(date="2026-01-30")
    assert re.findall(r'rel="(?:prev|next)" href="([^"]+)"', text_of(client, "/moeder/2025/")) == [
        "/moeder/2023/",
        "/moeder/2026/",
    ]
    months = re.findall(r'rel="(?:prev|next)" href="([^"]+)"', text_of(client, "/moeder/2025/10/"))
    assert months == ["/moeder/2023/03/", "/moeder/2026/01/"]


@pytest.mark.parametrize("address", ["/moeder/2025/", "/moeder/2025/10/", "/moeder/"])
def test_the_chosen_council_is_told_and_kept_on_the_way(client: Client, archive: Meeting, address: str) -> None:
    make_meeting("sjaelland", "2025-10-03"), make_meeting(date="2024-10-03")
    html = text_of(client, f"{address}?region=nordjylland")
    assert 'aria-current="true">Nordjylland' in html
    assert "i KKR Nordjylland" in html
    assert "/sjaelland/" not in html
    assert re.search(r'href="/moeder/2024/(10/)?\?region=nordjylland"', html)


def test_a_month_without_meetings_is_empty_and_a_year_outside_the_archive_is_missing(
    client: Client, archive: Meeting
) -> None:
    assert "Arkivet har ingen møder i denne måned." in text_of(client, "/moeder/2025/02/")
    for address in ("/moeder/2007/", "/moeder/2031/02/", "/moeder/2025/13/", "/moeder/2025/1/"):
        text_of(client, address, 404)


def test_a_list_that_cannot_be_narrowed_so_says_why_in_a_year_too(client: Client, archive: Meeting) -> None:
    for address in ("/moeder/2025/?region=fyn", "/moeder/2025/10/?region=fyn"):
        assert 'role="alert"' in text_of(client, address, 400)


def test_the_list_of_meetings_counts_each_year(client: Client, archive: Meeting) -> None:
    make_meeting(date="2025-03-01"), make_meeting("sjaelland", "2019-03-01")
    found = re.findall(r'href="/moeder/(\d+)/">\d+ <span class="count">(\d+)', text_of(client, "/moeder/"))
    assert found == [("2025", "2"), ("2019", "1")]


def test_a_list_without_meetings_says_so_and_leads_on(client: Client, archive: Meeting) -> None:
    html = text_of(client, "/moeder/?aar=1999")
    assert "Arkivet har ingen møder her." in html
    assert 'href="/moeder/2025/"' in html


def test_a_list_of_meetings_in_an_empty_archive_says_how_documents_come_in(client: Client, db: None) -> None:
    assert "manage.py ingest" in text_of(client, "/moeder/")


def test_months_have_two_figures_in_their_addresses() -> None:
    assert reverse("month", args=[2025, 3]) == "/moeder/2025/03/"


@pytest.mark.parametrize(("address", "expected"), {"/moeder/2025/": 4, "/moeder/2025/10/": 4}.items())
def test_a_year_and_a_month_ask_as_often_with_many_meetings(
    client: Client, archive: Meeting, address: str, expected: int
) -> None:
    for day in range(1, 20):
        make_item(make_meeting("sjaelland", f"2025-10-{day:02}"), "1", "Punkt")
    with CaptureQueriesContext(connection) as queries:
        text_of(client, address)
    assert len(queries) == expected
