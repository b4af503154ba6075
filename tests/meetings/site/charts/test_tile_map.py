"""The tile map of the 98 municipalities: each is there once, in its own square, next to its neighbours."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from django.test import Client

from meetings.models import Municipality
from meetings.reference import read_municipalities
from meetings.site.charts.tile_map import TilePosition, read_places, tile_map
from tests.meetings.site.public_pages import text_of

ISLANDS = {"Læsø", "Samsø", "Ærø", "Langeland", "Bornholm"}
# Real borders from every part of the country that the map must preserve.
BORDERS = """
Hjørring–Frederikshavn Hjørring–Brønderslev Thisted–Jammerbugt Thisted–Morsø Aalborg–Brønderslev Rebild–Mariagerfjord
Skive–Viborg Lemvig–Struer Struer–Holstebro Randers–Norddjurs Norddjurs–Syddjurs Favrskov–Silkeborg Aarhus–Skanderborg
Aarhus–Odder Skanderborg–Horsens Herning–Ikast-Brande Herning–Holstebro Ringkøbing-Skjern–Varde Varde–Billund
Varde–Esbjerg Esbjerg–Vejen Vejle–Billund Vejle–Hedensted Vejle–Kolding Kolding–Fredericia Kolding–Vejen
Kolding–Haderslev Haderslev–Tønder Haderslev–Aabenraa Aabenraa–Sønderborg Middelfart–Assens Nordfyns–Odense
Odense–Kerteminde Odense–Nyborg Faaborg-Midtfyn–Svendborg Kalundborg–Holbæk Holbæk–Lejre Lejre–Roskilde
Holbæk–Odsherred Sorø–Ringsted Slagelse–Næstved Køge–Solrød Faxe–Stevns Faxe–Næstved Vordingborg–Faxe
Lolland–Guldborgsund Roskilde–Greve Greve–Solrød Gribskov–Helsingør Gribskov–Hillerød Halsnæs–Frederikssund
Hillerød–Allerød Fredensborg–Hørsholm Hørsholm–Rudersdal Egedal–Furesø Egedal–Ballerup Herlev–Gladsaxe Gentofte–Gladsaxe
Albertslund–Glostrup Glostrup–Rødovre Brøndby–Hvidovre Ishøj–Vallensbæk København–Frederiksberg København–Tårnby
Tårnby–Dragør
""".split()


def places() -> dict[str, TilePosition]:
    names = {one.code: one.name for one in read_municipalities()}
    return {names[code]: place for code, place in read_places().items()}


def apart(one: TilePosition, other: TilePosition) -> float:
    """Return the distance of two squares along the axis where it is greater: below 1 they overlap, at 1 they touch."""
    return max(abs(one.column - other.column), abs(one.row - other.row))


def test_each_of_the_98_has_a_square() -> None:
    assert sorted(read_places()) == sorted(one.code for one in read_municipalities())
    assert len(places()) == 98


def test_no_two_squares_overlap() -> None:
    assert [pair for pair in combinations(read_places().values(), 2) if apart(*pair) < 1] == []


def test_labels_are_short_and_tell_apart() -> None:
    labels = [place.label for place in read_places().values()]
    assert len(set(labels)) == 98
    assert max(map(len, labels)) <= 4


@pytest.mark.parametrize("border", BORDERS)
def test_neighbours_touch(border: str) -> None:
    one, other = border.split("–")
    assert apart(places()[one], places()[other]) == 1


def test_islands_lie_in_the_sea() -> None:
    for island in ISLANDS:
        assert min(apart(places()[island], at) for name, at in places().items() if name != island) > 1


def test_a_kkr_hangs_together() -> None:
    regions = {one.name: one.region_id for one in read_municipalities()}
    for name, at in places().items():
        own = [other for other in places() if regions[other] == regions[name] and other != name]
        assert name in ISLANDS or min(apart(at, places()[other]) for other in own) <= 1.5


def test_the_corners_of_the_country_are_where_they_should_be() -> None:
    found = places()
    assert max(found.values(), key=lambda place: (place.column, place.row)) == found["Bornholm"]
    assert {min(found, key=lambda name: found[name].row), "Hjørring"} <= {"Hjørring", "Frederikshavn"}
    assert max(found, key=lambda name: found[name].row) in {"Lolland", "Guldborgsund"}
    assert found["Morsø"].column < found["Odense"].column < found["Slagelse"].column < found["København"].column


def test_squares_have_whole_places_in_the_drawing() -> None:
    drawn = tile_map()
    assert {(tile.x % 20, tile.y % 20) for tile in drawn.tiles} == {(0, 0)}
    assert max(tile.x for tile in drawn.tiles) + drawn.side == drawn.width


@pytest.mark.parametrize("address", ["/", "/kommuner/", "/kommune/morsoe/"])
def test_every_square_is_a_link_with_the_full_name(client: Client, db: None, address: str) -> None:
    links = re.findall(r'<a href="(/kommune/[^"]+)"[^>]* aria-label="([^"]+)"', text_of(client, address))
    assert sorted(links) == sorted((one.get_absolute_url(), one.name) for one in Municipality.objects.all())


def test_on_its_own_page_a_municipality_is_the_one_that_is_marked(client: Client, db: None) -> None:
    marked = re.findall(r'aria-label="([^"]+)" aria-current="true"', text_of(client, "/kommune/morsoe/"))
    assert marked == ["Morsø"]
