"""Lists of participants in the forms seen since 2007."""

from __future__ import annotations

import pytest

from ingest.fields.municipalities import find_municipality
from ingest.fields.participant_tables import split_heading
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


def read_both(*texts: str, heading: str = "Deltagere") -> list[tuple[str, str | None, bool, str | None]]:
    """Return name, municipality, whether present, and in whose place, of each participant."""
    records = read_participants([Line(text, 1, (0, n)) for n, text in enumerate((heading, *texts))]).records
    return [(one.name, one.municipality, one.status == Attendance.PRESENT, one.substitute_for) for one in records]


REPLACED = [("Ea Krogh", "Skive", False, None), ("Ib Holm", "Skive", True, "Ea Krogh")]
REPLACED_AS = [
    ("Deltagere", "Ea Krogh, Skive Kommune supp. Ib Holm deltog"),
    ("Deltagere", "Ea Krogh (V), Skive Kommune, suppleant Ib Holm (V) deltog"),
    ("Deltagere", "Ea Krogh (V) Skive Kommune (stedfortræder Ib Holm mødte)"),
    ("Deltagere", "I stedet for Ea Krogh (V) deltog Ib Holm (V), Skive Kommune"),
    ("Deltagere", "For Ea Krogh, Skive Kommune, mødte Ib Holm"),
    ("Deltagere", "Stedfortræder for Ea Krogh: Ib Holm (V), Skive"),
    ("Afbud", "Ea Krogh (V), Skive (Ib Holm deltog som stedfortræder)"),
    ("Afbud", "Ea Krogh, Skive – Ib Holm (A) deltog i stedet"),
    ("Afbud", "Ea Krogh, Skive, i stedet deltog Ib Holm (V)"),
    ("Afbud", "Ea Krogh (C), Skive, stedfortræder: Ib Holm"),
    ("Afbud", "Ea Krogh, Skive, afløst af Ib Holm"),
    ("Deltagere", "Skive Kommune: Ea Krogh (V) (suppleant Ib Holm deltog)"),
]


@pytest.mark.parametrize(("heading", "text"), REPLACED_AS)
def test_who_was_replaced_is_away_and_who_came_is_present_for_the_same_municipality(heading: str, text: str) -> None:
    assert read_both(text, heading=heading) == REPLACED


REPLACES = [
    "Ib Holm, stedfortræder for Ea Krogh, Skive Kommune",
    "Ib Holm (V) (suppleant for Ea Krogh (V)), Skive",
    "Ib Holm (V), Skive Kommune, deltog i stedet for Ea Krogh",
    "Ib Holm (V), Skive Kommune, for Ea Krogh",
    "Ib Holm, Skive Kommune, mødte for borgmester Ea Krogh",
    "Skive Kommune: Ib Holm (stedfortræder for Ea Krogh)",
]


@pytest.mark.parametrize("text", REPLACES)
def test_one_who_came_for_another_is_one_participant(text: str) -> None:
    assert read_both(text) == [("Ib Holm", "Skive", True, "Ea Krogh")]


BROKEN_STAND_INS = [
    ("Ea Krogh, Skive Kommune", "suppleant Ib Holm deltog"),
    ("Ea Krogh, Skive Kommune, supp. Ib", "Holm deltog"),
]


@pytest.mark.parametrize("texts", BROKEN_STAND_INS)
def test_who_stood_in_may_stand_on_the_next_line(texts: tuple[str, str]) -> None:
    assert read_both(*texts, "Bo Lund, Odder") == [*REPLACED, ("Bo Lund", "Odder", True, None)]


def test_stand_ins_on_one_line_with_others_keep_their_own_municipality() -> None:
    assert read_both(heading="Afbud: Ea Krogh, Skive (Ib Holm deltog som stedfortræder), Bo Lund, Odder") == [
        *REPLACED,
        ("Bo Lund", "Odder", False, None),
    ]


def test_who_of_two_came_is_told_where_the_list_does_not_say() -> None:
    lines = [Line(text, 1, (0, n)) for n, text in enumerate(("Deltagere", "Ib Holm (stedfortræder: Bo Lund), Ishøj"))]
    assert read_participants(lines).unclear == ("Ib Holm (stedfortræder: Bo Lund), Ishøj",)


TABLES = [
    ("Navn", "Ib Holm", "Hans E. Lund", "Kommune", "Skive", "Lyngby-Taarbæk", "Parti", "A", "V"),
    ("Navn\tParti\tKommune", "Ib Holm\tA\tSkive", "Hans E. Lund\tV\tLyngby-Taarbæk"),
    ("Kommune\tNavn\tParti", "Skive\tIb Holm\tA", "Lyngby-Taarbæk\tHans E. Lund\tV"),
    ("Navn Parti Kommune", "Ib Holm A Skive", "Hans E. Lund V Lyngby-Taarbæk"),
    ("Kommune Parti Navn", "Skive A Ib Holm", "Lyngby-Taarbæk V Hans E. Lund"),
    ("Navn", "Parti", "Kommune", "Ib Holm", "A", "Skive", "Hans E.", "Lund", "V", "Lyngby-", "Taarbæk"),
    ("Navn", "Ib Holm", "Hans E. Lund", "Parti", "A", "V", "Kommune", "Skive", "Lyngby-Taarbæk"),
    ("| Navn | Parti | Kommune |", "| Ib Holm | A | Skive |", "| Hans E. Lund | V | Lyngby-Taarbæk |"),
]


@pytest.mark.parametrize("texts", TABLES)
def test_a_table_gives_a_participant_a_row_however_its_cells_came(texts: tuple[str, ...]) -> None:
    assert read(*texts) == [("Ib Holm", "A", "Skive"), ("Hans E. Lund", "V", "Lyngby-Taarbæk")]


def test_a_table_may_say_who_was_away() -> None:
    rows = ("Kommune\tNavn\tFremmøde", "Skive\tIb Holm\tTil stede", "Odder\tBo Lund\tAfbud")
    assert [one[2] for one in read_both(*rows)] == [True, False]


ONE_SPACE = [
    "Bo Lund (V), Odder Ib Holm (C), Skive",
    "Bo Lund (V) Odder Kommune Ib Holm (C) Skive Kommune",
]


@pytest.mark.parametrize("text", ONE_SPACE)
def test_two_columns_may_have_one_space_between_them(text: str) -> None:
    assert read(text) == [("Bo Lund", "V", "Odder"), ("Ib Holm", "C", "Skive")]


def test_names_below_a_municipality_may_run_over_a_lines_end() -> None:
    found = read("Skive Kommune: Bo Lund (V), borgmester, Ib", "Holm (A),", "Ea Krogh", "Odder Kommune: Kai Ry")
    assert [(one[0], one[2]) for one in found] == [
        ("Bo Lund", "Skive"), ("Ib Holm", "Skive"), ("Ea Krogh", "Skive"), ("Kai Ry", "Odder"),
    ]  # fmt: skip


def test_a_party_may_stand_before_its_members_on_their_line() -> None:
    assert read("Venstre: Bo Lund, Odder; Ib Holm, Skive", "A: Ea Krogh, Vejle") == [
        ("Bo Lund", "Venstre", "Odder"), ("Ib Holm", "Venstre", "Skive"), ("Ea Krogh", "A", "Vejle"),
    ]  # fmt: skip


NAMES = [
    "Ole von der Skov", "Jens-Peter O’Brien d'Artagnan",
    'Søren "Tulle" Holm', "Kjeld Müller–Bæk", "Mette Håkansson Šimić",
    "H.C. Østergrav", "Lars E. Sørensen",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_may_have_particles_initials_apostrophes_and_foreign_letters(name: str) -> None:
    assert read(f"{name} (A), Skive") == [(name, "A", "Skive")]


TITLES = [
    "1. viceborgmester Ib Holm (A), Skive",
    "Ib Holm (A), 2. viceborgmester, Skive",
    "Ib Holm (A), KKR-formand, Skive",
]


@pytest.mark.parametrize("text", TITLES)
def test_a_title_is_no_part_of_a_name(text: str) -> None:
    assert read(text) == [("Ib Holm", "A", "Skive")]


def test_two_of_one_name_in_one_council_are_told_apart_by_their_party() -> None:
    assert len(read("Ib Holm (A), Skive", "Ib Holm (V), Skive", "Ib Holm (V), Skive")) == 2


@pytest.mark.parametrize("text", ["I#b Holm (A), Skive", "Vibeke (A), Skive", "Ib Holm (A) Bo Lund, Skive"])
def test_an_entry_that_is_not_read_as_one_person_is_told(text: str) -> None:
    lines = [Line(text, 1, (0, n)) for n, text in enumerate(("Deltagere", text))]
    assert read_participants(lines).refused == (text,)


def test_one_listed_as_present_and_as_away_is_told() -> None:
    texts = ("Deltagere", "Ib Holm (A), Skive", "Afbud", "Ib Holm (A), Skive")
    assert read_participants([Line(text, 1, (0, n)) for n, text in enumerate(texts)]).contradicted == ("Ib Holm",)


def test_a_heading_that_fell_below_its_table_is_above_it_again() -> None:
    head, present, away = ("Navn", "Parti", "Kommune"), ("Ib Holm", "A", "Skive"), ("Bo Lund", "V", "Odder")
    assert [
        one[2] for one in read_both("Deltagere", *head, *present, *head, *away, "Afbud", heading="Deltagerfortegnelse")
    ] == [True, False]


@pytest.mark.parametrize(("heading", "told"), [("Afbud", "Afbud"), ("Ingen afbud", None), ("Afbud: ingen", None)])
def test_a_heading_without_names_for_those_away_is_told(heading: str, told: str | None) -> None:
    texts = ("Deltagere", "Ib Holm (A), Skive", heading)
    assert read_participants([Line(text, 1, (0, n)) for n, text in enumerate(texts)]).nobody_below == told


STATUS_COLUMNS = [
    ("Navn\tParti\tKommune\tDeltog", "Ib Holm\tA\tSkive\tX", "Bo Lund\tV\tOdder\tAfbud"),
    ("Navn Parti Kommune Fremmøde", "Ib Holm A Skive Ja", "Bo Lund V Odder Nej"),
    ("Navn\tKommune\tAfbud", "Ib Holm\tSkive", "Bo Lund\tOdder\tx"),
    ("Navn", "Kommune", "Deltog", "Ib Holm", "Skive", "X", "Bo Lund", "Odder", "Afbud"),
]


@pytest.mark.parametrize("texts", STATUS_COLUMNS)
def test_a_column_may_say_who_came_by_a_tick_or_a_word(texts: tuple[str, ...]) -> None:
    assert read_both(*texts) == [("Ib Holm", "Skive", True, None), ("Bo Lund", "Odder", False, None)]


@pytest.mark.parametrize(
    "texts", [("Navn\tKommune\tDeltog", "Ib Holm\tSkive"), ("Navn\tKommune\tMødt\tAfbud", "Ib Holm\tSkive\tX")]
)
def test_a_row_that_does_not_tell_whether_the_person_came_is_told(texts: tuple[str, ...]) -> None:
    lines = [Line(text, 1, (0, n)) for n, text in enumerate(("Deltagere", *texts))]
    assert len(read_participants(lines).unclear) == 1


REMARKS = [
    "Ib Holm (A), Skive (uden stedfortræder)",
    "Ib Holm (A), Skive, online",
    "Formand: Ib Holm (A), Skive",
    "Ib Holm (A), Skive, næstformand for KKR Midtjylland",
    "Ib Holm (A) – borgmester i Skive",
]


@pytest.mark.parametrize("text", REMARKS)
def test_a_remark_or_an_office_is_no_part_of_name_or_municipality(text: str) -> None:
    assert read(text, "Bo Lund (V), Odder") == [("Ib Holm", "A", "Skive"), ("Bo Lund", "V", "Odder")]


def test_a_name_in_brackets_behind_the_municipality_is_no_party_and_is_told() -> None:
    lines = [Line(text, 1, (0, n)) for n, text in enumerate(("Deltagere", "Ib Holm, Skive (Bo Lund)"))]
    found = read_participants(lines)
    assert (found.records[0].party, found.refused) == (None, ("Ib Holm, Skive (Bo Lund)",))


def test_a_heading_within_a_table_that_was_read_by_columns_is_above_it_again() -> None:
    present = ("Deltagere", "Navn", "Ib Holm", "Eva Buhl", "Parti", "A", "C", "Kommune", "Skive", "Struer")
    away = ("Parti", "V", "B", "Kommune", "Odder", "Samsø", "Afbud", "Navn", "Bo Lund", "Kai Ry")
    assert read_both(*present, *away, heading="Deltagerfortegnelse") == [
        ("Ib Holm", "Skive", True, None), ("Eva Buhl", "Struer", True, None),
        ("Bo Lund", "Odder", False, None), ("Kai Ry", "Samsø", False, None),
    ]  # fmt: skip


HEADED_BESIDE = [
    ("Deltagere:\tBo Lund (A), Esbjerg", "Ea Holm (V), Varde", "Afbud:\tIb Bro (C), Vejen"),
    ("Til stede\tBo Lund (A) Esbjerg Kommune", "Ea Holm (V) Varde Kommune", "Afbud\tIb Bro (C) Vejen Kommune"),
    ("DELTAGERE:\tBo Lund (A), Esbjerg; Ea Holm (V), Varde", "Fraværende med afbud:\tIb Bro (C), Vejen"),
    ("Til stede:\tBo Lund\tA\tEsbjerg", "Ea Holm\tV\tVarde", "Afbud:\tIb Bro\tC\tVejen"),
    ("Deltagere:\tBo Lund, Esbjerg", "Ea Holm, Varde", "Afbud:\tIb Bro, Vejen", "KL:\tUlla Kjær, chefkonsulent"),
]


@pytest.mark.parametrize("texts", HEADED_BESIDE)
def test_a_heading_may_stand_in_a_column_beside_its_people(texts: tuple[str, ...]) -> None:
    front = [Line(text, 1, (0, n)) for n, text in enumerate(("Sted:\tMusikhuset", *texts))]
    found = read_participants(front)
    assert [(one.name, one.status.value) for one in found.records] == [
        ("Bo Lund", "present"), ("Ea Holm", "present"), ("Ib Bro", "absent"),
    ]  # fmt: skip
    assert found.start == 1


@pytest.mark.parametrize("head", ["Deltagere:\tAfbud:", "Deltager\tParti\tKommune", "Medlemmer\tStedfortrædere"])
def test_the_head_of_a_table_has_no_people_beside_it(head: str) -> None:
    assert split_heading(head) is None


OWN_PLACES = [
    ("Ea Holm (A), Rødovre, deltog i stedet for Bo Lund (A), Hvidovre",),
    ("Ea Holm (A), Rødovre, deltog i stedet for Bo", "Lund (A), Hvidovre"),
    ("Ea Holm (A), Rødovre (stedfortræder for Bo Lund (A), Hvidovre)",),
    ("Ea Holm (A) Rødovre Kommune, stedfortræder for Bo Lund (A) Hvidovre Kommune",),
    ("Ea Holm (A), Rødovre", "deltog i stedet for Bo Lund (A), Hvidovre"),
]


@pytest.mark.parametrize("texts", OWN_PLACES)
def test_who_came_keeps_the_municipality_that_stands_by_their_name(texts: tuple[str, ...]) -> None:
    [came] = read_participants([Line(text, 1, (0, n)) for n, text in enumerate(("Deltagere", *texts))]).records
    assert (came.name, came.municipality, came.substitute_for) == ("Ea Holm", "Rødovre", "Bo Lund")
