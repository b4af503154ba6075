"""Parameters that make no sense: an answer in words, and nothing that was typed is lost."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from meetings.models import Meeting
from tests.make import MINUTES
from tests.meetings.site.public_pages import text_of

# The pages with parameters, and the names of these.
READ = {
    "/soeg/": "q region aar emne udfald fulgt beloeb oplysning moede art kommune sag fra til sorter side",
    "/kommune/aalborg/": "region emne fulgt sag fra til side",
    "/deltagere/": "q region kommune parti",
    "/moeder/": "region aar side",
    "/moeder/2025/": "region",
    "/nordjylland/": "aar",
    "/emne/sundhed/": "region side",
    "/sag/": "aar side",
    "/nordjylland/2025-10-24/punkt/3.1/": "q original udgave",
    f"/dokument/{MINUTES}/side/2/": "q punkt afsnit oplysning",
    f"/dokument/{MINUTES}/sted/": "q punkt afsnit oplysning",
    "/soeg/forslag/": "q",
}
VALUES = ("%00", "abc", "-1", "9" * 25, "2025-02-30", "%E5", "a" * 5000, "1.5", "x&%(name)s=y")
# What is wrong, and words of the answer.
WRONG = {
    "/soeg/?sorter=alfabet": "Sortering »alfabet«: Arkivet kender ikke dette valg.",
    "/soeg/?region=nordjyland": "KKR »nordjyland«: Arkivet kender ikke dette valg.",
    "/soeg/?emne=sund": "Emne »sund«: Arkivet kender ikke dette valg.",
    "/soeg/?kommune=atlantis": "Nævner kommunen »atlantis«: Arkivet kender ikke dette valg.",
    "/soeg/?udfald=måske": "Udfald »måske«: Arkivet kender ikke dette valg.",
    "/soeg/?fulgt=næsten": "Indstillingen »næsten«: Arkivet kender ikke dette valg.",
    "/soeg/?aar=forrige": "År »forrige«: Skriv året med fire tal, fx 2025.",
    "/soeg/?aar=25": "År »25«: Skriv året med fire tal, fx 2025.",
    "/soeg/?fra=2025-02-30": "Fra »2025-02-30«: Skriv datoen som 24-10-2025 eller 2025-10-24.",
    "/soeg/?til=i går": "Til »i går«: Skriv datoen som 24-10-2025 eller 2025-10-24.",
    "/soeg/?fra=2025-10-24&til=2025-10-01": "Til »2025-10-01«: Perioden slutter, før den begynder.",
    f"/soeg/?q={'ord ' * 60}": "Skriv højst 200 tegn.",
    "/soeg/?q=drift&q=havne": "Søg i punkter og beslutninger »drift«, »havne«: Der er givet flere. Vælg én af dem.",
    "/soeg/?region=sjaelland&region=nordjylland": "KKR »sjaelland«, »nordjylland«: Der er givet flere.",
    "/moeder/?region=fyn": "KKR »fyn«: Arkivet kender ikke dette valg.",
    "/moeder/?aar=1.5": "År »1.5«: Skriv året med fire tal, fx 2025.",
    "/deltagere/?parti=Q": "Parti »Q«: Arkivet kender ikke dette valg.",
    "/deltagere/?kommune=aalbrog": "Kommune »aalbrog«: Arkivet kender ikke dette valg.",
    "/kommune/aalborg/?udfald=x": "Udfald »x«: Arkivet kender ikke dette valg.",
}
MISSING = {
    "/soeg/?q=drift&side=0": "Der er ingen side »0«. Listen har kun 1 side.",
    "/soeg/?q=drift&side=-1": "Der er ingen side »-1«. Listen har kun 1 side.",
    "/moeder/?side=abc": "Der er ingen side »abc«. Listen har kun 1 side.",
    "/sag/?side=999999": "Der er ingen side »999999«. Listen har kun 1 side.",
    "/soeg/?q=drift&side=1&side=2": "»side« kan kun være ét ad gangen, men der er givet »1«, »2«.",
    "/nordjylland/?aar=2031": "Arkivet har ingen møder her i 2031.",
    "/emne/it-og-digitalisering/?region=fyn": "Der er ingen KKR, der hedder »fyn«.",
    "/sag/?aar=1999": "Arkivet har ingen sager med nummer fra »1999«.",
    f"/dokument/{MINUTES}/side/2/?punkt=9": "I dokumentet står intet punkt 9.",
}


def words_of(html: str) -> str:
    """Return the text of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


@pytest.mark.parametrize("page", READ)
def test_no_value_of_a_parameter_breaks_a_page(client: Client, archive: Meeting, page: str) -> None:
    for name in READ[page].split():
        for value in VALUES:
            address = f"{page}?{name}={value}" % {"name": name} if "&" in value else f"{page}?{name}={value}"
            assert client.get(address).status_code in (200, 302, 400, 404), address


def test_what_is_wrong_is_said_in_words(client: Client, archive: Meeting) -> None:
    for address, words in WRONG.items():
        assert words in words_of(text_of(client, address, 400)), address
    for address, words in MISSING.items():
        assert words in words_of(text_of(client, address, 404)), address


def test_every_way_on_from_a_wrong_parameter_leads_on(client: Client, archive: Meeting) -> None:
    for address in (*WRONG, *(one for one in MISSING if "punkt" not in one)):
        path = address.partition("?")[0]
        html = client.get(address).content.decode()
        part = re.search(r'(<ul class="ways">|<nav class="meant").*?(</section>|</nav>)', html, re.DOTALL)
        ways = re.findall(r'href="(?!#)([^"]*)"', part[0]) if part else []
        assert ways, address
        for way in map(unescape, ways):
            target = way if way.startswith("/") else path + way
            assert client.get(target, follow=True).status_code == 200, (address, way)


def test_a_value_that_was_nearly_right_is_offered(client: Client, archive: Meeting) -> None:
    html = text_of(client, "/soeg/?q=drift&region=nordjyland&side=2", 400)
    assert '<a href="?q=drift&amp;region=nordjylland">Mente du »Nordjylland«?</a>' in html
    assert '<a href="?q=drift">Vis uden »KKR«</a>' in html


def test_the_form_keeps_what_was_typed(client: Client, archive: Meeting) -> None:
    long = "ord " * 60
    html = text_of(client, f"/soeg/?q={long}&sag=x&fra=31-02-2025&til=2025-03-01", 400)
    kept = dict(re.findall(r'<input [^>]*name="(\w+)"[^>]* value="([^"]*)"', html))
    assert kept | {"q": long, "sag": "x", "fra": "31-02-2025", "til": "2025-03-01"} == kept


def test_what_is_wrong_has_the_focus_and_is_tied_to_its_field(client: Client, archive: Meeting) -> None:
    html = text_of(client, "/soeg/?fra=31-02-2025", 400)
    assert '<section class="notice" role="alert" aria-labelledby="fejl" tabindex="-1" autofocus>' in html
    field = re.search(r'<input [^>]*id="id_fra"[^>]*>', html)
    assert field
    assert 'aria-describedby="id_fra_error"' in field[0]
    assert 'aria-invalid="true"' in field[0]
    assert 'type="text"' in field[0]
    assert 'id="id_fra_error"' in html
    assert "<title>Fejl: Søgningen kunne ikke udføres" in html


def test_parameters_that_the_archive_does_not_have_change_nothing(client: Client, archive: Meeting) -> None:
    plain, tracked = (text_of(client, f"/soeg/?q=drift{more}") for more in ("", "&utm_source=mail&fbclid=1&sorted=x"))
    assert re.findall(r"<h2.*?</h2>", plain) == re.findall(r"<h2.*?</h2>", tracked)


def test_the_same_value_twice_is_one_value(client: Client, archive: Meeting) -> None:
    assert "KKR Nordjylland" in text_of(client, "/soeg/?region=nordjylland&region=nordjylland")


UNKNOWN = {
    "region:fyn": "Arkivet kender ikke »region:fyn«, så intet passer. Skriv et af disse: nordjylland, midtjylland,",
    "drift fulgt:måske": "»fulgt:måske«, så intet passer. Skriv et af disse: fulgt, delvist fulgt, ikke fulgt,",
    "kommune:atlantis": "»kommune:atlantis«, så intet passer. Skriv navnet på en kommune, fx kommune:aalborg.",
    "før:engang": "»før:engang«, så intet passer. Skriv et år eller en dato, fx 2021 eller 24-10-2025.",
}


@pytest.mark.parametrize(("typed", "words"), UNKNOWN.items())
def test_a_typed_field_without_meaning_is_named(client: Client, archive: Meeting, typed: str, words: str) -> None:
    assert words in words_of(text_of(client, f"/soeg/?q={typed}"))


@pytest.mark.parametrize("typed", ["kommune:aalborg", "kommune:Aalborg", 'kommune:"Aalborg Kommune"', "kommune:ålborg"])
def test_a_municipality_can_be_typed_in_any_spelling(client: Client, archive: Meeting, typed: str) -> None:
    assert 'class="item-row"' in text_of(client, f"/soeg/?q={typed}")


def test_the_form_of_people_stays_where_a_value_is_wrong(client: Client, archive: Meeting) -> None:
    html = text_of(client, f"/deltagere/?q={'x' * 300}&parti=A", 400)
    assert f'value="{"x" * 300}"' in html
    assert '<option value="A" selected>A</option>' in html
