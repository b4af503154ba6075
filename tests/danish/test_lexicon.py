"""The lexicon: known words and their costs, pairs, and learned words."""

import subprocess
import sys

import pytest

from danish.letter_repair import repair_page
from danish.lexicon import Lexicon, WordList
from danish.shipped import DATA, shipped_lexicon


def make_lexicon(**costs: float) -> Lexicon:
    empty = WordList([])
    return Lexicon(
        words=WordList(sorted(costs)), first_parts=empty, names=empty, costs=costs, pairs={("et", "møde"): 9}
    )


def test_a_word_list_is_walked_by_beginnings() -> None:
    words = WordList(["mad", "møde", "møder", "mål"])
    span = words.narrowed("mø", words.everything)
    assert span.high - span.low == 2
    assert words.has("møder", span)
    assert not words.has("mål", span)


def test_common_words_cost_less_than_rare_ones_and_unknown_ones_nothing_known() -> None:
    lexicon = shipped_lexicon()
    common, rare = lexicon.cost("på"), lexicon.cost("ambassaderne")
    assert common is not None
    assert rare is not None
    assert common < 5 < rare
    assert lexicon.cost("mgde") is None


def test_genitives_are_known_by_rule() -> None:
    lexicon = make_lexicon(møde=8.0, hus=9.0)
    assert lexicon.cost("mødes") == pytest.approx(10.5)
    assert lexicon.cost("huss") is None


def test_a_pair_that_was_seen_makes_a_word_cheaper() -> None:
    lexicon = make_lexicon(møde=8.0, måde=8.0)
    assert lexicon.pair_cost("et", "møde", 8.0) < 1 < 8 < lexicon.pair_cost("et", "måde", 8.0)
    assert lexicon.pair_cost("til", "møde", 8.0) == 8.0


def test_names_are_told_from_words() -> None:
    lexicon = shipped_lexicon()
    assert lexicon.is_name("jørgensen")
    assert lexicon.is_name("østdanmark")
    assert not lexicon.is_name("møde")


def test_what_is_learned_is_known_and_used() -> None:
    shipped = shipped_lexicon()
    learned = shipped.with_learned({"gørslund": 4}, {("om", "gørslund"): 4})
    page = ["Vi ses pa mgdet om Ggrslund."]
    assert repair_page(page, shipped).lines == ("Vi ses på mødet om Ggrslund.",)
    assert repair_page(page, learned).lines == ("Vi ses på mødet om Gørslund.",)


def test_what_is_learned_changes_the_version_and_leaves_the_shipped_lexicon_alone() -> None:
    shipped = shipped_lexicon()
    learned = shipped.with_learned({"gørslund": 4}, {})
    assert learned.version not in ("", shipped.version)
    assert learned.version == shipped.with_learned({"gørslund": 4}, {}).version
    assert shipped.cost("gørslund") is None


def test_every_data_file_is_named_in_the_notice() -> None:
    notice = (DATA / "NOTICE.md").read_text()
    assert [file.name for file in DATA.glob("*.txt*") if file.name not in notice] == []


def test_the_data_is_small() -> None:
    assert sum(file.stat().st_size for file in DATA.iterdir()) < 4_000_000


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    code = "import danish.letter_repair, danish.shipped as s; print(s.shipped_lexicon.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "0\n"
