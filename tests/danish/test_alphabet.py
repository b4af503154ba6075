"""Danish sort order, slugs and name keys."""

import pytest

from danish import alphabet


def test_sorting_is_danish() -> None:
    names = ["Åbenrå", "Aarhus", "Ærø", "Ørsted", "Zahle", "Anholt", "Aalborg"]
    assert sorted(names, key=alphabet.sort_key) == ["Anholt", "Zahle", "Ærø", "Ørsted", "Åbenrå", "Aalborg", "Aarhus"]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Lasse Frimand Jensen", "lasse-frimand-jensen"),
        ("Søren Ågård-Møller", "soeren-aagaard-moeller"),
        ("René  d'Étangs", "rene-d-etangs"),
        ("Høje-Taastrup", "hoeje-taastrup"),
        ("A\u030arhus", "aarhus"),  # å as a and a combining ring, as in some PDFs
        ("…", ""),
    ],
)
def test_addresses_have_plain_letters(text: str, slug: str) -> None:
    assert alphabet.slug(text) == slug


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Per Bach-Laursen", "Per Bach Laursen"),
        ("Lars E. Sørensen", "Lars Sørensen"),
        ("ANDRÉ NØRGAARD", "Andre Nørgård"),
        ("Hans  Ejner Bertelsen", "Hans Ejner Bertelsen"),
    ],
)
def test_names_that_differ_in_print_only_are_one(one: str, other: str) -> None:
    assert alphabet.name_key(one) == alphabet.name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Jens Hansen", "Jens Otto Hansen"), ("Bo Friis", "Bo Fries"), ("E. Holm", "A. Holm")]
)
def test_names_that_differ_are_two(one: str, other: str) -> None:
    assert alphabet.name_key(one) != alphabet.name_key(other)
