"""Expansion of Hunspell dictionaries, on minimal rules."""

from scripts.hunspell import Form, read_affixes

RULES = """
ONLYINCOMPOUND 36
NEEDAFFIX 8
FORBIDDENWORD 6
COMPOUNDBEGIN 32
SFX 11 Y 2
SFX 11 0 r/10 e  +PLUR
SFX 11 0 er [^e] +PLUR
SFX 10 Y 1
SFX 10 0 s [^sxz]
SFX 29 Y 1
SFX 29 0 s/32,36 .
SFX 56 Y 1
SFX 56 e s/32,36 .
"""


def forms(entry: str) -> list[Form]:
    return list(read_affixes(RULES.splitlines()).forms(entry))


def test_suffixes_follow_their_condition_and_lead_to_further_ones() -> None:
    assert [form.word for form in forms("aftale/11")] == ["aftale", "aftaler", "aftalers"]
    assert [form.word for form in forms("plan/11")] == ["plan", "planer"]


def test_linking_forms_open_compounds_and_do_not_stand_alone() -> None:
    assert Form("sundheds", stands_alone=False, opens_compounds=True) in forms("sundhed/29")
    assert Form("arbejds", stands_alone=False, opens_compounds=True) in forms("arbejde/56")


def test_forbidden_words_have_no_forms() -> None:
    assert forms("retsskrivning/6") == []


def test_what_comes_after_the_word_in_a_line_is_no_part_of_it() -> None:
    assert [form.word for form in forms("vild st:vilde")] == ["vild"]
