"""Lists of participants in the forms seen since 2007."""

from __future__ import annotations

import pytest

from ingest.fields.municipalities import find_municipality
from ingest.fields.participants import read_participants
from ingest.structure.lines import Line
from meetings.shared.vocabulary import Attendance

ENTRIES = [
    ("Lasse Frimand (A) Aalborg Kommune", "Lasse Frimand", "A", "Aalborg"),
    ("Lars E. Sørensen (D), Brønderslev Kommune", "Lars E. Sørensen", "D", "Brønderslev"),
    ("Mai-Britt Beith (Ø) Hjørring", "Mai-Britt Beith", "Ø", "Hjørring"),
    ("Lis Vang (Borgerlisten) Struer Kommune", "Lis Vang", "Borgerlisten", "Struer"),
    ("Hans Møllgaard, Haderslev", "Hans Møllgaard", None, "Haderslev"),
    ("Borgmester Poul Erik Vindahl, Vejle Kommune", "Poul Erik Vindahl", None, "Vejle"),
    ("Karen Stribolt, borgmester, Odense Kommune", "Karen Stribolt", None, "Odense"),
    ("Karen Stribolt, borgmester i Odense Kommune", "Karen Stribolt", None, "Odense"),
    ("Odense Kommune: Karen Stribolt (A)", "Karen Stribolt", "A", "Odense"),
    ("Bo Lund (V) Mors@ Kommune", "Bo Lund", "V", "Morsø"),
    ("Bo Lund (V) Vesthimmerland Kommune", "Bo Lund", "V", "Vesthimmerlands"),
    ("Ib Holm (C), Lyngby-Taarbæk Kommune", "Ib Holm", "C", "Lyngby-Taarbæk"),
    ("Ib Holm (C) Bornholms Regionskommune", "Ib Holm", "C", "Bornholm"),
    ("Ib Holm (A), stedfortræder for Bo Lund, Ishøj Kommune", "Ib Holm", "A", "Ishøj"),
    ("Ib Holm (stedfortræder: Bo Lund), Ishøj", "Ib Holm", None, "Ishøj"),
    ("Ib Holm, Ishøj, i stedet for Bo Lund", "Ib Holm", None, "Ishøj"),
    ("Ib Holm (A), Assens, deltog til og med punkt 4", "Ib Holm", "A", "Assens"),
    ("Ib Holm, Odense (fra pkt. 3)", "Ib Holm", None, "Odense"),
    ("Ib Holm (Odense)", "Ib Holm", None, "Odense"),
    ("Ib Holm, A, Odense", "Ib Holm", "A", "Odense"),
    ("Ib Holm, Venstre, Odense Kommune", "Ib Holm", "Venstre", "Odense"),
    ("Ib Holm, Aarhus Kommunes byråd", "Ib Holm", None, "Aarhus"),
    ("Ib Holm\tA\tVejle Kommune", "Ib Holm", "A", "Vejle"),
    ("Vejle Kommune\tIb Holm", "Ib Holm", None, "Vejle"),
]


def read(*texts: str) -> list[tuple[str, str | None, str | None]]:
    lines = [Line(text, 1, (0, n)) for n, text in enumerate(("Deltagere", *texts))]
    return [(one.name, one.party, one.municipality) for one in read_participants(lines).records]


@pytest.mark.parametrize(("text", "name", "party", "municipality"), ENTRIES)
def test_an_entry_gives_name_party_and_municipality(text: str, name: str, party: str | None, municipality: str) -> None:
    assert read(text) == [(name, party, municipality)]


BROKEN = [
    ("Hans Ejner", "Bertelsen (V) Morsø Kommune"),
    ("Hans Ejner Bertelsen (V)", "Morsø Kommune"),
    ("Hans Ejner Bertelsen (V) Morsø", "Kommune"),
    ("Hans Ejner Ber-", "telsen (V) Morsø Kommune"),
]


@pytest.mark.parametrize("texts", BROKEN)
def test_an_entry_may_run_over_a_lines_end(texts: tuple[str, ...]) -> None:
    assert read(*texts) == [("Hans Ejner Bertelsen", "V", "Morsø")]


def test_two_columns_give_two_entries_a_line() -> None:
    assert [one[0] for one in read("Bo Lund (V) Odder Kommune\tIb Holm (C) Skive Kommune")] == ["Bo Lund", "Ib Holm"]


def test_absence_is_announced_by_its_heading() -> None:
    texts = ("Deltagere", "Bo Lund (V) Odder Kommune", "Afbud: Ib Holm (C), Skive, Lis Vang (A), Lemvig")
    records = read_participants([Line(text, 1, (0, n)) for n, text in enumerate(texts)]).records
    assert [one.status for one in records] == [Attendance.PRESENT, Attendance.ABSENT, Attendance.ABSENT]


SEVERAL = [
    "Bo Lund, Odder, Ib Holm, Skive",
    "Bo Lund, Odder; Ib Holm, Skive",
    "Bo Lund (Odder) og Ib Holm (Skive)",
    "Bo Lund\tOdder\tIb Holm\tSkive",
]


@pytest.mark.parametrize("text", SEVERAL)
def test_a_line_may_hold_several(text: str) -> None:
    assert read(text) == [("Bo Lund", None, "Odder"), ("Ib Holm", None, "Skive")]


@pytest.mark.parametrize("headings", [("Odder Kommune:", "Skive Kommune:"), ("Odder", "Skive")])
def test_a_municipality_may_head_its_members(headings: tuple[str, str]) -> None:
    found = read(headings[0], "Bo Lund", "Lis Vang (A)", headings[1], "Ib Holm")
    assert [one[2] for one in found] == ["Odder", "Odder", "Skive"]


@pytest.mark.parametrize(("heading", "party"), [("Venstre:", "Venstre"), ("Venstre (V)", "V"), ("(V)", "V")])
def test_a_party_may_head_its_members(heading: str, party: str) -> None:
    assert read(heading, "Bo Lund, Odder", "Ib Holm, Skive") == [
        ("Bo Lund", party, "Odder"),
        ("Ib Holm", party, "Skive"),
    ]


ABSENCES = [
    "Afbud fra:",
    "Afbud var modtaget fra",
    "Følgende havde meldt afbud:",
    "Fraværende uden afbud",
    "Ikke til stede:",
]


@pytest.mark.parametrize("heading", ABSENCES)
def test_absence_has_many_headings(heading: str) -> None:
    lines = [Line(text, 1, (0, n)) for n, text in enumerate(("Deltagere", heading, "Ib Holm, Skive"))]
    assert [one.status for one in read_participants(lines).records] == [Attendance.ABSENT]


@pytest.mark.parametrize("entry", ["Ib Holm (V), Skive - afbud", "Ib Holm (V), Skive (afbud)"])
def test_absence_may_stand_beside_the_name(entry: str) -> None:
    lines = [Line(text, 1, (0, n)) for n, text in enumerate(("Deltagere", entry))]
    assert [(one.municipality, one.status) for one in read_participants(lines).records] == [
        ("Skive", Attendance.ABSENT)
    ]


@pytest.mark.parametrize("text", ["KKR Syddanmark", "Ingen afbud", "Mødet sluttede kl. 12", "Navn\tParti\tKommune"])
def test_what_is_no_name_is_no_participant(text: str) -> None:
    assert read(text) == []


OFFICIALS = [
    "Desuden deltog kontorchef Eva Buhl og konsulent Kai Ry fra KL",
    "Fra KKR-sekretariatet deltog",
    "KL's sekretariat:",
    "Gæster under punkt 3:",
    "Kommunaldirektører",
]


@pytest.mark.parametrize("heading", OFFICIALS)
def test_those_below_a_heading_of_officials_are_no_participants(heading: str) -> None:
    assert read("Bo Lund, Odder", heading, "Eva Buhl, Skive") == [("Bo Lund", None, "Odder")]


def test_officials_are_no_participants() -> None:
    assert read("Bo Lund (V) Odder Kommune", "Fra KL deltog", "Konsulent Bente Friis") == [("Bo Lund", "V", "Odder")]


def test_a_place_that_is_none_of_the_98_is_told() -> None:
    lines = [Line(text, 1, (0, n)) for n, text in enumerate(("Deltagere", "Niels Aagaard, Vojens Kommune"))]
    assert read_participants(lines).unknown == ("Vojens Kommune",)


MUNICIPALITIES = [
    ("Brenderslev", "Brønderslev"),
    ("Brendby", "Brøndby"),
    ("Tarnby Kommune", "Tårnby"),
    ("Vallensbask", "Vallensbæk"),
    ("Hoje-Taastrup", "Høje-Taastrup"),
    ("Københavns Kommune", "København"),
    ("Århus Kommune", "Aarhus"),
    ("Ikast Brande", "Ikast-Brande"),
    ("Vojens", None),
    ("Kommune", None),
]


@pytest.mark.parametrize(("text", "name"), MUNICIPALITIES)
def test_a_municipality_is_found_however_spelled_or_misread(text: str, name: str | None) -> None:
    assert find_municipality(text) == name
