"""The overviews: their counts, their links, their number of queries."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from meetings.models import Meeting, SearchEntry
from meetings.shared.vocabulary import Outcome, RegionSlug
from meetings.site.statistics.attendance import attendance_overview
from meetings.site.statistics.outcomes import outcomes_overview
from meetings.site.statistics.tallies import read_tally
from meetings.site.statistics.topics import topics_overview
from meetings.site.statistics.yearly_counts import decisions_by_year_and_region
from tests.make import make_document, make_item, make_meeting, make_participant
from tests.meetings.site.public_pages import text_of
from tests.meetings.site.test_pages_queries import count, make_more

# Including the one for whether samples are shown.
QUERIES = {
    "/overblik/": 2,
    "/overblik/udfald/": 2,
    "/overblik/emner/": 2,
    "/overblik/fremmoede/": 3,
    "/overblik/daekning/": 3,
}


@pytest.mark.parametrize(("address", "expected"), QUERIES.items())
def test_an_overview_asks_as_often_with_many_rows(
    client: Client, archive: Meeting, address: str, expected: int
) -> None:
    few = count(client, address)
    make_more(archive, 7)
    assert (few, count(client, address)) == (expected, expected)


@pytest.mark.django_db
def test_decisions_are_counted_by_year_and_kkr() -> None:
    meeting = make_meeting("sjaelland", "2024-05-03")
    make_item(meeting, "1", decision="Tiltrådt."), make_item(meeting, "2", decision="Godkendt.")
    make_item(make_meeting("nordjylland", "2022-05-06"), "1", decision="Drøftet.")
    plot = decisions_by_year_and_region(read_tally())
    assert plot.columns == ["2022", "2023", "2024"]
    assert plot.values == {("2024", "sjaelland"): 2, ("2022", "nordjylland"): 1}


@pytest.mark.django_db
def test_what_was_not_decided_or_left_out_is_not_counted() -> None:
    meeting = make_meeting()
    make_item(meeting, "1"), make_item(meeting, "2", decision="Udgår.", is_current=False)
    assert decisions_by_year_and_region(read_tally()).is_empty


def test_a_piece_of_the_plot_leads_to_a_search_of_that_year_and_kkr(client: Client, archive: Meeting) -> None:
    text = text_of(client, "/overblik/")
    assert 'href="/soeg/?aar=2025&amp;region=nordjylland" tabindex="-1"' in text
    assert "<title>2025, KKR Nordjylland: 1 beslutning</title>" in text


def test_the_numbers_of_a_plot_stand_in_a_table_with_the_same_links(client: Client, archive: Meeting) -> None:
    text = text_of(client, "/overblik/")
    assert '<th scope="row">2025</th><td><a href="/soeg/?aar=2025&amp;region=nordjylland">1</a></td>' in text


@pytest.mark.django_db
def test_a_decision_with_several_outcomes_counts_in_each_but_is_one_in_the_plots() -> None:
    item = make_item(make_meeting("sjaelland"), "1", decision="Godkendt og sendt videre.")
    item.decision.outcomes = [Outcome.APPROVED, Outcome.FORWARDED]
    item.decision.save()
    SearchEntry.objects.renew([item])
    overview = outcomes_overview()
    assert [row.name for row in overview.by_region.rows] == ["Godkendt", "Sendt videre"]
    assert overview.by_year.values == {("approved", "2025"): 1, ("forwarded", "2025"): 1}
    plot = overview.plots[list(RegionSlug).index(RegionSlug.SJAELLAND)]
    assert plot.values == {("2025", "for"): 1}


@pytest.mark.parametrize("narrowed", ["aar=2025", "region=nordjylland"])
def test_the_number_of_an_outcome_leads_to_as_many_hits(client: Client, archive: Meeting, narrowed: str) -> None:
    text = text_of(client, "/overblik/udfald/")
    assert f'<a href="/soeg/?udfald=approved&amp;{narrowed}">1</a>' in text
    assert re.search(r"Beslutninger \(.*: 1</h2>", text_of(client, f"/soeg/?udfald=approved&{narrowed}"))


@pytest.mark.parametrize("address", [*QUERIES, "/emner/", "/soeg/", "/soeg/?q=drift"])
@pytest.mark.django_db
def test_an_empty_archive_says_so_and_not_of_one_that_only_lacks_what_is_asked_for(
    client: Client, address: str
) -> None:
    text = text_of(client, address)
    assert "<h1>" in text
    assert ("Arkivet er tomt" in text) == (address != "/overblik/daekning/")
    make_item(make_meeting(), "1", "Havne")
    assert "Arkivet er tomt" not in text_of(client, address)


@pytest.mark.django_db
def test_topics_are_counted_by_year_and_by_kkr() -> None:
    make_item(make_meeting("sjaelland", "2024-05-03"), "1", topics=["sundhed", "aeldre"], decision="Drøftet.")
    by_year, by_region = topics_overview()
    assert [(row.name, row.cells[0].count, row.cells[0].url) for row in by_year.rows] == [
        ("Sundhed", 1, "/soeg/?emne=sundhed&aar=2024"),
        ("Ældre", 1, "/soeg/?emne=aeldre&aar=2024"),
    ]
    assert by_region.values == {("sundhed", "sjaelland"): 1, ("aeldre", "sjaelland"): 1}


@pytest.mark.django_db
def test_attendance_counts_only_meetings_whose_minutes_tell_who_came() -> None:
    told, agenda, regrets = (make_meeting(date=f"2025-0{month}-03") for month in (1, 2, 3))
    make_document(told, b"1"), make_document(agenda, b"2", kind="agenda"), make_document(regrets, b"3")
    make_participant(told, "Asta"), make_participant(told, "Bo", status="absent")
    make_participant(agenda, "Asta"), make_participant(regrets, "Bo", status="absent")
    first = attendance_overview().regions[0]
    assert (first.meetings, first.counted, first.present, first.absent, first.share) == (3, 1, 1, 1, 0.5)


@pytest.mark.django_db
def test_where_nothing_is_told_of_attendance_there_is_no_share() -> None:
    make_meeting("midtjylland")
    assert attendance_overview().regions[1].share is None


def test_an_unknown_attendance_is_a_dash_and_not_nought(client: Client, archive: Meeting) -> None:
    make_meeting("midtjylland", "2025-02-01")
    text = text_of(client, "/overblik/fremmoede/")
    assert '<td><a href="/moeder/?region=nordjylland&amp;aar=2025">100\N{NO-BREAK SPACE}%</a></td><td>–</td>' in text
