"""Properties of the repair of any page."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from danish.letter_repair import repair_page
from danish.printed_form import with_changes
from danish.shipped import shipped_lexicon
from tests.danish.misread import compare, misread

SENTENCES = [
    "Rådet drøftede økonomien på mødet i går.",
    "Børn og unge får hjælp på skolerne, når de har brug for det.",
    "Kommunerne ønsker et fælles overblik over de ældre borgere.",
    "Der er også et forslag om flere lærepladser på området.",
    "Regionerne får ansvaret for sygeplejen næste år, og det kræver planlægning.",
    "Formanden takkede for et godt samarbejde i årets løb.",
    "Sagen blev udsat til det følgende møde i september.",
    "Både borgmestre og kommunaldirektører støtter løsningen.",
    "Vækst og beskæftigelse går hånd i hånd i hele Nordjylland.",
]
pages = st.lists(st.sampled_from(SENTENCES), min_size=3, max_size=12)
seeds = st.integers(0, 10_000)


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\n\r"), max_size=60), max_size=8))
@settings(deadline=None)
def test_lines_come_out_one_for_one_whatever_goes_in(lines: list[str]) -> None:
    repaired = repair_page(lines, shipped_lexicon(), needed=True)
    assert len(repaired.lines) == len(lines)
    assert with_changes(lines, repaired.changes) == repaired.lines


@given(pages)
@settings(deadline=None)
def test_a_clean_page_comes_through_as_it_was(lines: list[str]) -> None:
    assert repair_page(lines, shipped_lexicon()).lines == tuple(lines)


@given(pages, seeds)
@settings(deadline=None)
def test_repairing_twice_is_repairing_once(lines: list[str], seed: int) -> None:
    chance = random.Random(seed)
    once = repair_page([misread(line, chance) for line in lines], shipped_lexicon()).lines
    assert repair_page(once, shipped_lexicon()).lines == once


@given(pages, seeds)
@settings(deadline=None)
def test_right_words_are_not_damaged(lines: list[str], seed: int) -> None:
    chance = random.Random(seed)
    bad = [misread(line, chance) for line in lines]
    repaired = repair_page(bad, shipped_lexicon(), needed=True).lines
    assert compare(" ".join(lines), " ".join(bad), " ".join(repaired)).damaged == 0


def test_nearly_all_words_are_right_again() -> None:
    chance = random.Random(7)
    bad = [misread(line, chance) for line in SENTENCES * 40]
    outcome = compare(" ".join(SENTENCES * 40), " ".join(bad), " ".join(repair_page(bad, shipped_lexicon()).lines))
    assert outcome.misread > 500
    assert outcome.wrong_share < 0.01
