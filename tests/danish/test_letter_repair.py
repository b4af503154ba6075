"""Repair of misread pages: model sentences, text that must not change, and the positions of changes."""

import pytest

from danish.letter_repair import WordRepair, needs_repair, repair_page, repair_pages
from danish.printed_form import with_changes
from danish.shipped import shipped_lexicon

GOLDEN = [
    (
        "Der var mgde i udvalget den 3. maj, og vi drgftede gkonomien.",
        "Der var møde i udvalget den 3. maj, og vi drøftede økonomien.",
    ),
    ("Radet opnar indflydelse pa kommunernes vegne.", "Rådet opnår indflydelse på kommunernes vegne."),
    ("Nar bgrnene far hjaelp, falger flere med.", "Når børnene får hjælp, følger flere med."),
    ("Borgmesteren fra Kgge sagde ogsa ja.", "Borgmesteren fra Køge sagde også ja."),
    ("KKR-mgdet pa Sjeelland er udsat til naeste ar.", "KKR-mødet på Sjælland er udsat til næste år."),
    ("Sgren Jgrgensen og Age Mgller deltager pa mgdet.", "Søren Jørgensen og Åge Møller deltager på mødet."),
    (
        "@vrige sager: leerepladser og/eller ldnepulje pa omradet",
        "Øvrige sager: lærepladser og/eller lånepulje på området",
    ),
    ("| Syddanmark er der 22 kommuner, og pa sigt flere.", "I Syddanmark er der 22 kommuner, og på sigt flere."),
    ("Det er sagt fgr. | 2031 skal malet veere naet.", "Det er sagt før. I 2031 skal målet være nået."),
    ("Puljen fra @A24 udlgber, se (@A26)", "Puljen fra ØA24 udløber, se (ØA26)"),
    ("Karl Madsen (@), Aarhus, gnsker et veerdigt ar", "Karl Madsen (Ø), Aarhus, ønsker et værdigt år"),
    ("De far tre ars erfaring og sgger igen.", "De får tre års erfaring og søger igen."),
]

UNTOUCHED = [
    "SAG-2031-04455 made, lase/hang",  # initials of caseworkers
    "Se https://kl.example/mgde/pa eller bilag-pa-mgde.pdf og www.mgde.example",
    "Skriv til pa.mgde@kommune.example i dag",
    "SMV’ers og KPI'er i KKR, PA og LO",
    "The council should take part in the same game and share the cost of care.",
    "| 850 | 851 | 1.779 |",
    "KKR Nordjylland | 29-08-2031",
    "SIDE | 5",
    "CO2, md5 og A4 i 2031",
]


def page(*lines: str) -> list[str]:
    """Return a page that is certainly misread, with the lines at its end."""
    return ["Det indstilles, at radet ogsa drgfter sagen pa naeste mgde.", "", *lines]


@pytest.mark.parametrize(("bad", "good"), GOLDEN)
def test_a_misread_sentence_reads_as_danish(bad: str, good: str) -> None:
    assert repair_page(page(bad), shipped_lexicon()).lines[-1] == good


@pytest.mark.parametrize("line", UNTOUCHED)
def test_what_is_no_misread_danish_stays(line: str) -> None:
    repaired = repair_page(page(line), shipped_lexicon())
    assert repaired.was_needed
    assert repaired.lines[-1] == line


def test_a_word_broken_at_a_line_s_end_is_one_word_and_stays_broken() -> None:
    repaired = repair_page(
        page("Der var bemaerknin-", "ger til gkonomi-", "", "aftalen og faelles-", "skabet."), shipped_lexicon()
    )
    assert repaired.lines[2:] == ("Der var bemærknin-", "ger til økonomi-", "", "aftalen og fælles-", "skabet.")


def test_a_hyphen_that_belongs_to_the_word_parts_two_words() -> None:
    repaired = repair_page(page("Bgrne- og social-", "omradet og KKR-", "mgdet"), shipped_lexicon())
    assert repaired.lines[2:] == ("Børne- og social-", "området og KKR-", "mødet")


def test_capitals_stay_capitals() -> None:
    repaired = repair_page(page("GKONOMI OG LIGESTILLING", "Arsagen er Aldreradet.", "@get indsats"), shipped_lexicon())
    assert repaired.lines[2:] == ("ØKONOMI OG LIGESTILLING", "Årsagen er Ældrerådet.", "Øget indsats")


def test_a_clean_page_is_left_alone() -> None:
    lines = ["Det er på mødet den 3. maj, at kommunerne drøfter pa og mgde.", "Bade og mal og rad."]
    assert repair_page(lines, shipped_lexicon()) == (repaired := repair_page(lines, shipped_lexicon()))
    assert (repaired.lines, repaired.changes, repaired.was_needed) == (tuple(lines), (), False)


def test_changes_say_where_and_what() -> None:
    repaired = repair_page(["Vi ses pa mgdet i ar, som"], shipped_lexicon())
    assert repaired.changes == (
        WordRepair(0, 7, "pa", "på"),
        WordRepair(0, 10, "mgdet", "mødet"),
        WordRepair(0, 18, "ar", "år"),
    )


def test_changes_lead_from_the_raw_page_to_the_repaired_one() -> None:
    raw = page("| ar er bgrne- og kultur-", "omradet pa dagsordenen.")
    repaired = repair_page(raw, shipped_lexicon())
    assert with_changes(raw, repaired.changes) == repaired.lines


def test_an_english_page_needs_no_repair() -> None:
    assert (
        needs_repair(["This is the report of the board to all of the members of the union."], shipped_lexicon())
        is False
    )


def test_a_page_of_names_does_not_tell() -> None:
    assert needs_repair(["Karl Madsen", "Ole Jensen", "12, 13, 14"], shipped_lexicon()) is None


def test_a_page_that_does_not_tell_is_read_as_the_others() -> None:
    names = ["Bjarke, Ggrlev"]
    pages = repair_pages([page(), names, page()], shipped_lexicon())
    assert pages[1].lines == ("Bjarke, Gørlev",)
    assert repair_pages([names, ["Vi mødes på rådhuset."]], shipped_lexicon())[0].lines == tuple(names)


def test_clean_and_misread_pages_may_stand_in_one_document() -> None:
    clean = ["Rådet mødes på rådhuset; så er alt på plads."]
    repaired = repair_pages([clean, page("Bade og")], shipped_lexicon())
    assert [one.was_needed for one in repaired] == [False, True]
    assert repaired[0].lines == tuple(clean)


def test_a_caller_may_say_that_a_page_needs_repair() -> None:
    assert repair_page(["Bgrnene"], shipped_lexicon(), needed=True).lines == ("Børnene",)
