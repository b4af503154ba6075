"""The day of a meeting among the other dates of its front page, and the days of one that was moved."""

from __future__ import annotations

import datetime

import pytest

from ingest.errors import NoDate
from meetings.shared.vocabulary import MeetingStatus
from tests.ingest.fields.fronts import HEAD, WHERE, read_below, read_front

OLD, NEW = datetime.date(2015, 4, 17), datetime.date(2015, 4, 24)

OTHER_DATES = [
    "REFERAT\nKKR Syddanmark\nUdsendt 20. april 2015. Frist for svar: 1. maj 2015\nMøde den 17. april 2015 kl. 10\n",
    "REFERAT\nKKR Syddanmark\nReferat udsendt: 20-04-2015\n17/4-2015 kl. 10.00 - 12.00\n",
    "REFERAT\nKKR Syddanmark\nFrist for bemærkninger:\n1. maj 2015\nMøde:\nfredag d. 17.04.15, kl. 10\n",
    "Vejle, den 2. april 2015\n\nDagsorden til møde i KKR Syddanmark den 17. april 2015 kl. 10\n",
    "DAGSORDEN\nKKR Syddanmark\nNæste møde: 12. juni 2015\nfredag den 17. april 2015 kl. 10\n",
    f"{HEAD}Dato: Fredag den 17. april kl. 10\n",
]


@pytest.mark.parametrize("front", OTHER_DATES)
def test_the_date_is_the_meetings_own(front: str) -> None:
    record = read_front(front)
    assert (record.date, record.start_time) == (OLD, datetime.time(10))


def test_a_paper_that_names_only_the_day_of_its_dispatch_has_no_date() -> None:
    with pytest.raises(NoDate):
        read_front("REFERAT\nKKR Syddanmark\nUdsendt den 20. april 2015\n")


def test_a_running_header_is_surer_than_a_bare_date_on_the_front_page() -> None:
    record = read_front(
        "REFERAT\nKKR Syddanmark\n20. april 2015\n", "\n1. Eventuelt\nTekst.\nKKR Syddanmark | 17-04-2015\n"
    )
    assert record.date == OLD


MOVED = [
    f"{HEAD}Dato: 24-04-2015 10:00 (flyttet fra 17-04-2015)\n{WHERE}",
    f"{HEAD}Dato: 17-04-2015 9:00\n{WHERE}MØDET ER FLYTTET TIL 24-04-2015 KL. 10.00\n",
    f"{HEAD}Mødet er flyttet fra den 17. til den 24. april 2015 kl. 10\n{WHERE}",
    f"{HEAD}Mødet er flyttet fra fredag den 17. april\ntil fredag den 24. april 2015, kl. 10\n{WHERE}",
    f"{HEAD}Dato: 24-04-2015 10:00\nOprindelig dato: 17-04-2015\n{WHERE}",
    f"{HEAD}Ny dato: 24/4-2015 kl. 10\nTidligere dato: 17/4-2015\n{WHERE}",
    f"{HEAD}Dato: 24. april 2015 kl. 10-12 (i stedet for den 17. april)\n{WHERE}",
    f"{HEAD}Dato: 17-04-2015 10:00\n{WHERE}Mødet er udskudt til den 24. april 2015.\n",
    f"{HEAD}Dato: 24-04-2015 10:00\n{WHERE}Mødet den 17. april 2015 blev flyttet til i dag.\n",
    f"{HEAD}Dato: 24-04-2015 10:00\n{WHERE}Mødet var oprindeligt indkaldt til den 17. april 2015.\n",
]


@pytest.mark.parametrize("front", MOVED)
def test_a_meeting_that_was_moved_has_its_new_day_and_knows_the_old(front: str) -> None:
    record = read_front(front)
    assert (record.status, record.date, record.moved_from) == (MeetingStatus.MOVED, NEW, OLD)
    assert (record.start_time, record.place) == (datetime.time(10), "Rådhuset, Torvet 1, 9000 Aalborg")


NOT_MOVED = [
    "Mødet den 12. juni 2015 er flyttet til den 19. juni 2015.",
    "Mødet med havnen er flyttet fra den 2. maj 2015 til den 3. maj 2015.",
    "Mødet er flyttet til Vejle Rådhus.",
    "Mødet er flyttet fra kl. 10 til kl. 9.",
    "Fristen for bemærkninger er flyttet til den 24. april 2015.",
    "Næste møde er flyttet til den 24. april 2015.",
]


@pytest.mark.parametrize("said", NOT_MOVED)
def test_what_else_was_moved_moves_no_meeting(said: str) -> None:
    record = read_below(said)
    assert (record.status, record.date, record.moved_from) == (MeetingStatus.HELD, OLD, None)


@pytest.mark.parametrize("said", ["Mødet er flyttet", "BEMÆRK NY DATO", "Bemærk: Mødet er rykket en uge frem"])
def test_a_meeting_moved_from_a_day_not_named_is_told(said: str) -> None:
    record = read_below(said)
    assert (record.status, record.moved_from) == (MeetingStatus.MOVED, None)
    assert any("ikke, hvilken dag det er flyttet fra" in warning for warning in record.warnings)


def test_a_weekday_that_is_not_the_dates_is_told_with_its_line() -> None:
    record = read_front("REFERAT\nKKR Syddanmark\nDato: torsdag den 17. april 2015\n")
    told = "Mødets dato står som torsdag den 17-04-2015, men den dag er en fredag (side 1, linje 3)."
    assert told in record.warnings


HOURS = [
    "Dato: 17/4-2015 kl. 9.30 - 12.00",
    "Dato: 17-04-2015\nTidspunkt: Gruppemøder kl. 8.30, KKR-møde kl. 9.30-12.00",
    "Dato: 17-04-2015\nTid: kl. 9.30 til kl. 12 (gruppemøder fra kl. 8.30)",
    "fredag d. 17.04.15 kl. 9.30-12",
    "Mødedato: 17. april 2015\nMødetidspunkt: kl. 9.30-12.00",
    "Dato: 17-04-2015\nStart: 9.30\nSlut: 12.00",
]


@pytest.mark.parametrize("lines", HOURS)
def test_a_meeting_begins_and_ends(lines: str) -> None:
    record = read_front(f"{HEAD}{lines}\n")
    assert (record.date, record.start_time, record.end_time) == (OLD, datetime.time(9, 30), datetime.time(12))
