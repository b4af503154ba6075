"""The place of a meeting, apart from notes beside it."""

from __future__ import annotations

import pytest

from ingest.fields.places import split_place
from tests.ingest.fields.fronts import HEAD, WHEN, read_below, read_front

PLACES = [
    ("Mødet holdes på Hotel Fjorden, Havnevej 4, 7100 Vejle. Der vil være kaffe fra kl. 9.",
     "Hotel Fjorden, Havnevej 4, 7100 Vejle", "Der vil være kaffe fra kl. 9."),
    ("Mødet afholdes virtuelt på Teams. Link udsendes senere.", "Virtuelt på Teams", "Link udsendes senere."),
    ("Virtuelt møde (Teams)", "Virtuelt møde (Teams)", None),
    ("Rådhuset, Gl. Torv 2, 1. sal. Frokost kl. 12.", "Rådhuset, Gl. Torv 2, 1. sal", "Frokost kl. 12."),
    ("Kulturhuset. Store sal. Havnevej 4", "Kulturhuset. Store sal. Havnevej 4", None),
    ("Hotel Fjorden (gruppemøder fra kl. 9)", "Hotel Fjorden", "Gruppemøder fra kl. 9"),
    ("Hotel Fjorden (indgang fra havnen)", "Hotel Fjorden (indgang fra havnen)", None),
    ("Rådhuset – AFLYST", "Rådhuset", None),
    ("Mødet forventes afsluttet kl. 12", None, "Mødet forventes afsluttet kl. 12"),
    ("-", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "note"), PLACES)
def test_a_place_is_split_from_its_note(text: str, place: str | None, note: str | None) -> None:
    assert split_place(text) == (place, note)


def test_lines_below_the_place_that_name_no_place_are_a_note() -> None:
    record = read_below("Parkering ved havnen", "Næste møde: 12. juni 2015")
    assert record.place == "Rådhuset, Torvet 1, 9000 Aalborg"
    assert record.place_note == "Parkering ved havnen Næste møde: 12. juni 2015"


FRONTS = [
    ("Sted: Rådhuset, Torvet 1\nLokale: 206\n", "Rådhuset, Torvet 1, lokale 206"),
    ("Sted: Rådhuset, Torvet 1\nSted: Teams\n", "Rådhuset, Torvet 1; Teams"),
    ("Sted: Rådhuset, Torvet 1\nKKR SYDDANMARK 17-04-2015\n", "Rådhuset, Torvet 1"),
    ("Mødet holdes i Vejle.\n", "Vejle"),
    ("Mødet holdes i forlængelse af topmødet.\n", None),
]


@pytest.mark.parametrize(("lines", "place"), FRONTS)
def test_a_front_page_names_the_place(lines: str, place: str | None) -> None:
    assert read_front(f"{HEAD}{WHEN}{lines}").place == place
