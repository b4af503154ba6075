"""The same matter elsewhere on an item's page: chronological, grouped by KKR, with the reason."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from meetings.models import AgendaItem, Meeting, SameMatter
from meetings.shared.vocabulary import Sameness
from meetings.site.pages.same_matter import AT_ONCE, same_matter, told_reason
from tests.make import make_item, make_meeting
from tests.meetings.site.public_pages import text_of

ITEM = "/nordjylland/2025-10-24/punkt/3.1/"


def make_same(item: AgendaItem, region: str, date: str, *words: str, reason: str = Sameness.WORDS) -> AgendaItem:
    """Make an item of another meeting on the same matter as `item`."""
    other = make_item(make_meeting(region, date), "2.1", f"Driften {date}", decision="Drøftet.")
    SameMatter.objects.create(item=item, other=other, reason=reason, words=list(words), likeness=0.5)
    return other


@pytest.fixture
def item(archive: Meeting) -> AgendaItem:
    item = archive.items.get(number="3.1")
    item.meeting = archive
    return item


def test_a_matter_that_was_nowhere_else_is_not_spoken_of(client: Client, archive: Meeting) -> None:
    assert "Samme sag" not in text_of(client, ITEM)


def test_the_own_council_has_the_item_among_the_others_in_order_of_time(item: AgendaItem) -> None:
    later, earlier = (make_same(item, "nordjylland", date) for date in ("2026-01-20", "2024-03-01"))
    here = same_matter(item).here
    assert here
    assert [one.item for one in here.nearest] == [earlier, item, later]


def test_other_councils_stand_apart(item: AgendaItem) -> None:
    other = make_same(item, "sjaelland", "2024-03-01")
    found = same_matter(item)
    assert found.others
    assert (found.here, [one.item for one in found.others.nearest]) == (None, [other])


def test_the_page_gives_date_council_title_outcome_and_reason(client: Client, item: AgendaItem) -> None:
    make_same(item, "sjaelland", "2024-03-01", "it-drift", "server")
    html = text_of(client, ITEM)
    shown = r'data-region="sjaelland">.*1. marts 2024.*KKR Sjælland.*Driften 2024-03-01.*Godkendt.*Fælles ord: it-drift'
    assert re.search(shown, html, re.DOTALL)


@pytest.mark.parametrize(
    ("reason", "words", "told"),
    [
        (Sameness.CASE_NUMBER, ["drift"], "samme sagsnummer"),
        (Sameness.TITLE, [], "samme titel"),
        (Sameness.LIKE_TITLE, ["drift"], "næsten samme titel"),
        (Sameness.WORDS, ["it-drift", "server"], "fælles ord: it-drift, server"),
        (Sameness.WORDS, [], "fælles ord"),
    ],
)
def test_the_reason_is_told_in_words(reason: Sameness, words: list[str], told: str) -> None:
    assert told_reason(SameMatter(reason=reason, words=words)) == told


def test_those_further_away_in_time_stand_behind_a_fold(client: Client, item: AgendaItem) -> None:
    for year in range(2010, 2019):
        make_same(item, "sjaelland", f"{year}-03-01")
    course = same_matter(item).others
    assert course
    assert [one.item.meeting.date.year for one in course.further] == list(range(2010, 2018 - AT_ONCE))
    assert "Vis 2, der ligger længere væk i tid" in text_of(client, ITEM)


def test_many_take_as_many_queries_as_one(client: Client, item: AgendaItem) -> None:
    asked = []
    for years in (range(2010, 2011), range(2011, 2020)):
        for year in years:
            make_same(item, "sjaelland", f"{year}-03-01"), make_same(item, "nordjylland", f"{year}-04-01")
        with CaptureQueriesContext(connection) as queries:
            text_of(client, ITEM)
        asked.append(len(queries))
    assert asked == [9, 9]
