"""The meeting's data in a document's header."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from ingest.extract.text import read_text
from ingest.fields.meeting_header import find_region
from ingest.pipeline import read_meeting
from ingest.records import MeetingRecord
from ingest.structure.lines import close_letter_spacing
from meetings.shared.vocabulary import DocumentKind, RegionSlug

ITEM = "\n1. Godkendelse af dagsorden\nSAG-2020-00001 ab\n"


def read(front: str, item: str = ITEM) -> MeetingRecord:
    return read_meeting(read_text((front + item).encode()))


FRONTS = [
    "D A G S O R D E N\nKKR SYDDANMARK\nD a t o : 05-03-2020\nTid: 9.30\nS t e d : Hotel Trinity, Fredericia\n",
    "DAGSORDEN 2020\nKKR SYDDANMARK\nDato: 05-03-2020 09:30\nSted: Hotel Trinity, Fredericia\n",
    "K K R  S Y D D A N M A R K\nDato :\n05-03-2020\nTidspunkt :\n09:30\nSted :\nHotel Trinity, Fredericia\n",
    "DAGSORDEN\nKKR Syddanmark\nDato :\nTidspunkt :\nSted :\n\n05-03-2020\n09:30\nHotel Trinity, Fredericia\n",
    "KKR Syddanmark\nMødedato: torsdag den 5. marts 2020\nTid: kl. 9.30\nMødested: Hotel Trinity,\nFredericia\n",
]


@pytest.mark.parametrize("front", FRONTS)
def test_the_front_page_says_when_and_where(front: str) -> None:
    record = read(front)
    assert (record.region, record.date) == (RegionSlug.SYDDANMARK, datetime.date(2020, 3, 5))
    assert (record.start_time, record.place) == (datetime.time(9, 30), "Hotel Trinity, Fredericia")


KINDS = [
    ("DAGSORDEN 2020", DocumentKind.AGENDA, False),
    ("REFERAT 2020", DocumentKind.MINUTES, False),
    ("R E F E R A T  2 0 2 0", DocumentKind.MINUTES, False),
    ("Beslutningsreferat", DocumentKind.MINUTES, False),
    ("TILLÆGSDAGSORDEN", DocumentKind.SUPPLEMENTARY_AGENDA, False),
    ("Rettet referat", DocumentKind.MINUTES, True),
]


@pytest.mark.parametrize(("heading", "kind", "corrected"), KINDS)
def test_the_heading_says_what_it_is(heading: str, kind: DocumentKind, corrected: bool) -> None:
    record = read(f"{heading}\nKKR Sjælland\nDato: 05-03-2020\n")
    assert (record.kind, record.corrected) == (kind, corrected)


DRAFTS = ["UDKAST\nREFERAT", "Udkast til referat", "Referat (udkast)", "REFERAT – UDKAST", "Kladde\nReferat"]
MENTIONS = ["Referat\nUdkast til budget", "Referat\nKKR drøftede et udkast", "Referat\nUdkast til referat er sendt ud."]


@pytest.mark.parametrize("heading", DRAFTS)
def test_a_heading_says_that_the_document_is_a_draft(heading: str) -> None:
    record = read(f"{heading}\nKKR Sjælland\nDato: 05-03-2020\n")
    assert (record.kind, record.draft) == (DocumentKind.MINUTES, True)


@pytest.mark.parametrize("heading", MENTIONS)
def test_a_draft_of_something_else_is_no_draft(heading: str) -> None:
    assert not read(f"{heading}\nKKR Sjælland\nDato: 05-03-2020\n").draft


@pytest.mark.parametrize(("mark", "draft"), [("UDKAST", True), ("Kladde 2", True), ("KOPI", False)])
def test_a_watermark_says_that_the_document_is_a_draft(mark: str, draft: bool) -> None:
    source = read_text(f"REFERAT\nKKR Sjælland\nDato: 05-03-2020\n{ITEM}\nTekst om et udkast.\n".encode())
    assert read_meeting(replace(source, marks=(mark,))).draft is draft


def test_without_a_front_page_the_running_header_says_region_and_date() -> None:
    record = read("", f"{ITEM}\nTekst.\n\nKKR Midtjylland | 05-03-2020\n\nSIDE | 2\n\n2. Eventuelt\n")
    assert (record.region, record.date) == (RegionSlug.MIDTJYLLAND, datetime.date(2020, 3, 5))
    assert (record.start_time, record.place) == (None, None)


def test_without_a_front_page_the_agendas_approval_says_the_date_never_the_minutes() -> None:
    approval = "\nIndstilling\nDet indstilles, at {} fra møde i KKR Nordjylland den {} godkendes.\n"
    text = "1. Formalia\n\n1.1. Godkendelse af referat\nSAG-2020-00001 ab\n" + approval.format(
        "referatet", "3. maj 2019"
    )
    text += "\n1.2. Godkendelse af dagsorden\nSAG-2020-00001 ab\n" + approval.format("dagsordenen", "5. marts 2020")
    assert read("", text).date == datetime.date(2020, 3, 5)


def test_two_dates_are_told() -> None:
    front = "DAGSORDEN\nKKR Sjælland\nDato: 05-03-2020\nSted: Sorø\n"
    record = read(front, ITEM + "\nTekst.\n\nKKR Sjælland | 06-03-2020\n\n2. Eventuelt\n")
    assert any("flere datoer" in warning for warning in record.warnings)


REGIONS = [
    "KKR SJÆLLAND",
    "KKR Sjeelland",
    "KKR Sjzelland den 4. maj",
    "K K R S J Æ L L A N D",
    "Kommunekontaktråd Sjælland",
]


@pytest.mark.parametrize("text", REGIONS)
def test_a_council_is_found_however_spaced_or_misread(text: str) -> None:
    assert find_region(text) == RegionSlug.SJAELLAND


def test_letters_apart_close_to_words() -> None:
    assert close_letter_spacing("K K R  S Y D D A N M A R K") == "KKR SYDDANMARK"
