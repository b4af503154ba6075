"""Whether a front page says that the meeting was cancelled, held in writing, or is extraordinary."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from ingest.errors import NotAMeetingDocument
from ingest.extract.text import read_text
from ingest.pipeline import read_meeting
from meetings.shared.vocabulary import DocumentKind, MeetingStatus
from tests.ingest.fields.fronts import HEAD, ITEM, WHEN, WHERE, read_below, read_front

DAY = datetime.date(2015, 4, 17)

CANCELLED = [
    "Mødet er aflyst på grund af sne.",
    "Mødet i KKR Syddanmark fredag den 17. april 2015 er aflyst på grund af sne.",
    "Mødet i KKR Syddanmark den 17. april 2015 er desværre blevet aflyst.",
    "M Ø D E T  E R  A F L Y S T",
    "Mgdet er\naflyst",
    "Mødet måtte aflyses, da der var for få sager",
    "AFLYST",
    "Aflysning af møde i KKR Syddanmark",
    "Mødet er udsat på ubestemt tid.",
    "Mødet blev aflyst, og sagerne tages op på næste møde den 12. juni 2015.",
]


@pytest.mark.parametrize("said", CANCELLED)
def test_a_front_page_says_that_the_meeting_is_cancelled(said: str) -> None:
    record = read_below(said)
    assert (record.status, record.date) == (MeetingStatus.CANCELLED, DAY)
    assert record.place == "Rådhuset, Torvet 1, 9000 Aalborg"


HEADS = [
    f"AFLYST\n{HEAD}{WHEN}",
    f"DAGSORDEN 2015 – AFLYST\n\nKKR SYDDANMARK\n{WHEN}",
    f"{HEAD}{WHEN.strip()} (aflyst)\n",
]


@pytest.mark.parametrize("front", HEADS)
def test_a_heading_says_that_the_meeting_is_cancelled(front: str) -> None:
    record = read_front(front)
    assert (record.status, record.kind, record.date) == (MeetingStatus.CANCELLED, DocumentKind.AGENDA, DAY)


def test_a_stamp_says_that_the_meeting_is_cancelled() -> None:
    source = read_text((HEAD + WHEN + ITEM).encode())
    assert read_meeting(replace(source, marks=("AFLYST",))).status == MeetingStatus.CANCELLED


NOT_CANCELLED = [
    "Mødet den 12. juni 2015 er aflyst.",
    "Gruppemøderne er aflyst. Formødet er aflyst.",
    "Mødet aflyses, hvis der ikke er sager.",
    "Mødet er ikke aflyst.",
    "Mødet i styregruppen er aflyst.",
    "Aflyst møde i styregruppen",
    "Næste møde er aflyst",
    "Formandens møde med havnen blev aflyst.",
    "Mødet med regionen er aflyst.",
]


@pytest.mark.parametrize("said", NOT_CANCELLED)
def test_what_is_said_of_another_meeting_cancels_none(said: str) -> None:
    record = read_below(said)
    assert (record.status, record.place) == (MeetingStatus.HELD, "Rådhuset, Torvet 1, 9000 Aalborg")


NOTICES = [
    "KKR SYDDANMARK\n\nMødet i KKR Syddanmark fredag den 17. april 2015 er aflyst på grund af sne.\n",
    "Til medlemmerne af KKR Syddanmark\n\nAflysning af møde den 17. april 2015\n\nFormanden har aflyst mødet.\n",
]


@pytest.mark.parametrize("text", NOTICES)
def test_a_notice_without_items_tells_that_the_meeting_is_cancelled(text: str) -> None:
    record = read_front(text, "")
    assert (record.kind, record.status, record.date) == (DocumentKind.NOTICE, MeetingStatus.CANCELLED, DAY)
    assert not any("forside" in warning for warning in record.warnings)


NO_NOTICES = [
    "KKR SYDDANMARK\n\nNyt fra KKR Syddanmark den 17. april 2015\nVi holdt møde.\n",
    "KKR SYDDANMARK har hørt, at mødet i styregruppen den 17. april 2015 er aflyst.\n",
]


@pytest.mark.parametrize("text", NO_NOTICES)
def test_another_paper_without_items_is_refused(text: str) -> None:
    with pytest.raises(NotAMeetingDocument):
        read_front(text, "")


def test_an_item_about_a_cancelled_or_extraordinary_meeting_changes_nothing() -> None:
    case = "SAG-2015-00002 ab\n\nBaggrund\n"
    items = f"{ITEM}\n2. Aflyst møde\n{case}Mødet er aflyst.\n\n3. Ekstraordinært møde om havne\n{case}Tekst.\n"
    record = read_front(HEAD + WHEN + WHERE, items)
    assert (record.status, record.extraordinary, len(record.items)) == (MeetingStatus.HELD, False, 3)


WRITTEN = [
    f"{HEAD}Skriftlig høring\nSvarfrist: 17-04-2015 kl. 12.00\n",
    f"{HEAD}Dato: 17-04-2015 12:00\nSted: Skriftlig procedure\n",
    "Dagsorden til skriftlig behandling i KKR Syddanmark\nSendt 2. april 2015. Svar senest d. 17. april 2015 kl. 12.\n",
    "Referat af skriftlig høring i KKR Syddanmark\nUdsendt den 2. april 2015\nFrist for svar: 17/4-2015 kl. 12\n",
]


@pytest.mark.parametrize("front", WRITTEN)
def test_a_procedure_in_writing_has_a_deadline_and_no_start(front: str) -> None:
    record = read_front(front)
    assert (record.status, record.date, record.start_time) == (MeetingStatus.WRITTEN, DAY, None)
    assert (record.deadline, record.deadline_time, record.place) == (DAY, datetime.time(12), None)


def test_a_meeting_replaced_by_a_procedure_in_writing_gives_its_hour_for_no_deadline() -> None:
    record = read_below("Mødet er aflyst og erstattes af en skriftlig høring.")
    assert (record.status, record.start_time, record.deadline) == (MeetingStatus.WRITTEN, None, None)


@pytest.mark.parametrize(
    "said",
    ["Referatet er sendt i skriftlig høring hos medlemmerne.", "Frist for skriftlige bemærkninger: 24. april 2015"],
)
def test_remarks_in_writing_make_no_procedure_in_writing(said: str) -> None:
    record = read_below(said)
    assert (record.status, record.start_time) == (MeetingStatus.HELD, datetime.time(10))


EXTRAORDINARY = [
    f"{HEAD}{WHEN}{WHERE}Ekstraordinært møde\n",
    f"Ekstraordinær dagsorden 2015\n\nKKR SYDDANMARK\n{WHEN}{WHERE}",
    f"Referat fra ekstraordinært møde i KKR Syddanmark om flygtninge\n{WHEN}{WHERE}",
    f"{HEAD}{WHEN}{WHERE}Der indkaldes hermed til ekstraordinært møde i KKR Syddanmark.\n",
    f"{HEAD}{WHEN.strip()} – ekstraordinært møde\n{WHERE}",
    f"{HEAD}{WHEN}{WHERE.strip()} (ekstraordinært møde)\n",
    f"EKSTRAORDINÆRT MØDE\n{HEAD}{WHEN}{WHERE}",
]


@pytest.mark.parametrize("front", EXTRAORDINARY)
def test_a_front_page_says_that_the_meeting_is_extraordinary(front: str) -> None:
    record = read_front(front)
    assert (record.extraordinary, record.date, record.place) == (True, DAY, "Rådhuset, Torvet 1, 9000 Aalborg")


ORDINARY = [
    "Ekstraordinært møde i styregruppen den 3. maj 2015",
    "Ekstraordinært topmøde",
    "På det ekstraordinære møde den 3. marts 2015 blev havnen drøftet.",
    "Konstituerende møde",
]


@pytest.mark.parametrize("said", ORDINARY)
def test_another_extraordinary_meeting_makes_this_one_none(said: str) -> None:
    assert not read_below(said).extraordinary
