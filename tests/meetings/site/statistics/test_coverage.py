"""The ledger: what the archive has of each KKR and year, and what it lacks."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from meetings.models import Document, Meeting
from meetings.shared.vocabulary import RegionSlug
from meetings.site.statistics.coverage import Ledger, ledgers
from tests.make import make_document, make_meeting
from tests.meetings.site.public_pages import text_of


def ledger_of(region: RegionSlug = RegionSlug.NORDJYLLAND) -> Ledger:
    return next(ledger for ledger in ledgers() if ledger.region == region)


def make_held(date: str, *kinds: str, **fields: object) -> Meeting:
    meeting = make_meeting(date=date)
    for kind in kinds:
        make_document(meeting, f"{date} {kind}".encode(), kind=kind, **fields)
    return meeting


@pytest.mark.django_db
def test_meetings_are_told_apart_by_their_documents() -> None:
    make_held("2024-01-05", "agenda", "minutes"), make_held("2024-03-01", "minutes"), make_held("2024-05-03", "agenda")
    (year,) = ledger_of().years
    assert (year.meetings, year.both, year.minutes, year.agenda, year.documents) == (3, 1, 1, 1, 4)


@pytest.mark.django_db
def test_two_agendas_are_still_one_meeting() -> None:
    make_held("2024-01-05", "agenda", "supplementary_agenda", "minutes")
    assert (ledger_of().total.meetings, ledger_of().total.documents) == (1, 3)


@pytest.mark.django_db
def test_what_a_meeting_lacks_is_said_with_the_way_to_it() -> None:
    meeting = make_held("2024-05-03", "agenda")
    (doubt,) = ledger_of().years[0].doubts
    assert (doubt.words, doubt.url) == ("3. maj: intet referat", meeting.get_absolute_url())


@pytest.mark.django_db
def test_warnings_are_counted_and_said() -> None:
    make_held("2024-05-03", "agenda", "minutes", warnings=["Intet tidspunkt.", "Ingen deltagere."])
    assert ledger_of().total.warnings == 4
    assert [doubt.words for doubt in ledger_of().years[0].doubts] == ["3. maj: 4 forbehold"]


@pytest.mark.django_db
def test_coverage_is_told_on_the_average_and_at_the_least() -> None:
    make_held("2024-01-05", "minutes", coverage=0.9), make_held("2024-03-01", "minutes", coverage=0.8)
    make_held("2023-01-05", "minutes", coverage=0.7), make_held("2022-01-05", "minutes")
    told = [[share and round(share, 6) for share in year.coverage] for year in (ledger_of().total, *ledger_of().years)]
    assert told == [[0.8, 0.7], [0.85, 0.8], [0.7, 0.7], [None, None]]


@pytest.mark.django_db
def test_a_document_of_which_much_was_passed_over_is_said() -> None:
    make_held("2024-05-03", "agenda", "minutes", coverage=0.5)
    assert [doubt.words for doubt in ledger_of().years[0].doubts] == ["3. maj: dækning 50\N{NO-BREAK SPACE}%"]


@pytest.mark.django_db
def test_what_was_read_before_coverage_was_kept_has_a_dash(client: Client) -> None:
    make_held("2024-05-03", "agenda", "minutes")
    assert "<td>–</td><td>–</td>" in text_of(client, "/overblik/daekning/")


@pytest.mark.django_db
def test_a_page_that_nobody_has_read_is_said() -> None:
    make_held("2024-05-03", "agenda", "minutes", page_origins=[{"wants_ocr": True}])
    assert [doubt.words for doubt in ledger_of().years[0].doubts] == ["3. maj: sider, der ikke er læst"]


@pytest.mark.django_db
def test_years_without_meetings_stand_in_the_ledger_of_every_kkr() -> None:
    make_held("2022-05-03", "minutes"), make_held("2024-05-03", "minutes")
    assert [(year.name, year.meetings) for year in ledger_of().years] == [("2024", 1), ("2023", 0), ("2022", 1)]
    assert [year.meetings for year in ledger_of(RegionSlug.SJAELLAND).years] == [0, 0, 0]


@pytest.mark.django_db
def test_the_ledger_tells_when_a_document_was_last_read() -> None:
    make_held("2024-05-03", "agenda", "minutes")
    last = timezone.now() + datetime.timedelta(days=1)
    Document.objects.filter(kind="minutes").update(read_at=last)
    assert ledger_of().total.last_read == last


def test_the_page_says_where_nothing_is(client: Client, archive: Meeting) -> None:
    make_held("2022-05-03", "minutes")
    text = text_of(client, "/overblik/daekning/")
    assert "Ingen møder i arkivet" in text
    assert "Arkivet har ingen møder." in text
    assert "Der er sidst læst et dokument ind" in text
