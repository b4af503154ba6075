"""Papers that are enclosures of a meeting, and the meeting that they name."""

from __future__ import annotations

import datetime

import pytest

from ingest.fields.enclosure import EnclosureHead, is_enclosure, is_letter, read_enclosure
from meetings.shared.vocabulary import RegionSlug

ENCLOSURES = [
    ["Bilag 1: Notat om havneplanen"],
    ["Bilag A", "KKR Sjælland"],
    ["Indholdsfortegnelse - Bilag", "KKR Sjælland 13. april 2015"],
    ["Bilagssamling", "Møde i KKR Nordjylland den 5. juni 2015"],
    ["BILAG TIL REFERAT", "KKR Midtjylland"],
    ["Samlede bilag til dagsorden", "KKR Midtjylland"],
    ["Nyhedsbrev fra KKR Midtjylland"],
    ["KKR-nyhedsbrev nr. 3"],
    ["NOTAT", "Til: KKR Syddanmark"],
    ["KKR Hovedstaden", "15. juni 2018", "Diger", "Oplæg ved kystinspektør Rita Strand"],
]
NO_ENCLOSURES = [
    ["DAGSORDEN 2015", "KKR SJÆLLAND", "Bilag", "Bilag 1: Notat om havneplanen"],
    ["TILLÆGSDAGSORDEN 2016", "KKR SJÆLLAND"],
    ["REFERAT 2015", "Nyhedsbrev fra KKR Sjælland"],
    ["Bilag", "Notat om diger", "2.2. Havneplan", "SAG-2015-00012 pmo"],
    ["Bilagene udsendes senere", "KKR SJÆLLAND"],
    ["KKR SJÆLLAND", "Dato: 13-04-2015"],
]


@pytest.mark.parametrize("lines", ENCLOSURES, ids=lambda lines: lines[0])
def test_a_paper_says_that_it_is_an_enclosure(lines: list[str]) -> None:
    assert is_enclosure(lines, "")


@pytest.mark.parametrize("lines", NO_ENCLOSURES, ids=lambda lines: " ".join(lines)[:50])
def test_a_paper_that_only_speaks_of_enclosures_is_none(lines: list[str]) -> None:
    assert not is_enclosure(lines, "")


def test_a_files_name_says_it_where_the_paper_does_not() -> None:
    assert is_enclosure(["Diger langs kysten"], "Bilag_3_diger.pdf")
    assert not is_enclosure(["Diger langs kysten"], "Referat med bilag.pdf")


HEADS = [
    (["Bilagssamling", "Møde i KKR Sjælland den 5. juni 2015"], "", None),
    (["NOTAT", "Til: KKR Sjælland", "Dato: 20. maj 2015", "Møde: 5. juni 2015"], "", None),
    (["Bilag til punkt 2.1", "KKR Sjælland", "fredag den 5. juni 2015"], "", "2.1"),
    (["Bilag 3"], "Bilag KKR Sjælland 05-06-2015.pdf", None),
]


@pytest.mark.parametrize(("lines", "name", "item"), HEADS, ids=lambda value: str(value)[:40])
def test_an_enclosure_names_its_meeting(lines: list[str], name: str, item: str | None) -> None:
    assert read_enclosure(lines, name) == EnclosureHead(RegionSlug.SJAELLAND, datetime.date(2015, 6, 5), item)


def test_the_next_meeting_of_a_newsletter_is_not_taken_for_its_own() -> None:
    head = ["Nyhedsbrev", "Næste møde i KKR Sjælland er den 5. juni 2015 i Sorø."]
    assert read_enclosure(head, "").date is None


def test_a_letter_is_known_by_its_greetings() -> None:
    assert is_letter(["KKR Sjælland", "Kære minister", "1. Vi ønsker et dige.", "Med venlig hilsen"])
    assert not is_letter(["DAGSORDEN 2015", "Kære alle", "1. Diger", "Venlig hilsen"])
