"""The facets of a search, and the form that preserves the chosen values."""

from __future__ import annotations

import re

import pytest
from django.http import QueryDict
from django.test import Client

from meetings.models import Meeting, SearchChoice, SearchEntry
from meetings.search.execution.counts import MatchCounts, MatchingEntries
from meetings.search.execution.facet_counts import FacetChoices, facets
from meetings.search.execution.time_windows import read_extent
from meetings.search.language.facets import FACETS, Facet
from meetings.search.language.fields import read_fields
from meetings.search.language.query import Field
from tests.make import make_item, make_meeting
from tests.meetings.site.public_pages import text_of

NAMES = "Aalborg Aarhus Albertslund Esbjerg Greve Herning Morsø Odense Rebild Skive Struer Vejen"
MANY = ", ".join(f"{name} Kommune" for name in NAMES.split())


def everything() -> MatchCounts:
    """Return the match counts of all items."""
    return MatchingEntries(SearchEntry.objects.all(), read_extent()).survey(100)


def facet(label: str, query: str = "") -> FacetChoices:
    """Return a facet of all items, as the search page does for an address."""
    return next(one for one in facets(everything(), {}, QueryDict(query)) if one.label == label)


def handed_on(html: str) -> dict[str, str]:
    """Return the hidden fields of the search form."""
    form = html.partition('<form action="/soeg/">')[2].partition("</form>")[0]
    return dict(re.findall(r'<input [^>]*name="(\w+)" type="hidden" value="([^"]*)"', form))


def test_the_most_frequent_choices_stand_open_and_all_others_by_name(archive: Meeting) -> None:
    make_item(archive, "8", presentation=MANY)
    make_item(archive, "9", presentation="Vejen Kommune og Skive Kommune")
    found = facet("Nævner kommunen")
    assert [one.label for one in found.first[:2]] == ["Skive", "Vejen"]
    assert (len(found.first), [one.label for one in found.rest]) == (8, ["Odense", "Rebild", "Struer", "Aarhus"])


def test_what_is_chosen_stands_first(archive: Meeting) -> None:
    make_item(archive, "8", presentation=MANY)
    assert facet("Nævner kommunen", "kommune=odense").first[0].is_chosen


def test_years_stand_from_the_newest_on(archive: Meeting) -> None:
    for year in range(2010, 2020):
        make_item(make_meeting(date=f"{year}-01-01"), "1", presentation="Tekst")
    found = facet("År")
    assert [one.label for one in (*found.first, *found.rest)] == ["2025", *map(str, range(2019, 2009, -1))]


def test_the_page_opens_the_rest_of_a_facet(client: Client, archive: Meeting) -> None:
    make_item(archive, "8", presentation=MANY)
    rest = re.search(r"<details>\s*<summary>(.*?)</summary>\s*<ul>(.*?)</ul>", text_of(client, "/soeg/"), re.DOTALL)
    assert rest
    assert re.sub("<[^>]+>", "", rest[1]) == "Vis alle 12: Nævner kommunen"
    assert 'href="?kommune=aarhus#resultater"' in rest[2]


def test_a_single_choice_is_offered_where_not_all_have_it(archive: Meeting) -> None:
    make_item(archive, "8", topics=["sundhed"], presentation="Tekst")
    SearchEntry.objects.exclude(item__number="8").delete()
    assert "Emne" not in {one.label for one in facets(everything(), {}, QueryDict())}
    make_item(archive, "9", presentation="Tekst")
    assert facet("Emne").size == 1


def test_where_not_all_were_counted_every_choice_is_offered(archive: Meeting) -> None:
    make_item(make_meeting("sjaelland", "2019-03-01"), "1", presentation="Tekst")
    found = MatchCounts(0, "", is_whole=False)
    assert [one.label for one in facets(found, {}, QueryDict())[0].first] == ["Nordjylland", "Sjælland"]


def test_a_choice_that_is_no_longer_in_its_vocabulary_is_not_offered(archive: Meeting) -> None:
    SearchChoice.objects.create(tag="udfald:forgotten")
    labels = [one.label for each in facets(MatchCounts(0, "", is_whole=False), {}, QueryDict()) for one in each.first]
    assert "Godkendt" in labels
    assert "forgotten" not in labels


@pytest.mark.parametrize("one", FACETS, ids=lambda one: one.name)
def test_every_facet_is_offered_chosen_and_told(client: Client, archive: Meeting, one: Facet) -> None:
    make_item(make_meeting("sjaelland", "2019-03-01"), "1", presentation="Uden kommune, emne og beslutning.")
    choice = facet(one.label).first[0]
    html = text_of(client, f"/soeg/{choice.query}")
    assert html.count('class="item-row"') == choice.count
    assert re.search(rf'class="chips".*{one.label}.*{choice.label}', html, re.DOTALL)
    assert choice.label.lower() in re.findall(r"<title>(.*?)</title>", html)[0].lower()


def test_a_new_query_keeps_what_was_chosen(client: Client, archive: Meeting) -> None:
    chosen = {"region": "nordjylland", "aar": "2025", "udfald": "approved", "sorter": "dato"}
    html = text_of(client, "/soeg/?q=drift&" + "&".join(f"{name}={value}" for name, value in chosen.items()))
    assert handed_on(html) == chosen


def test_what_cannot_be_chosen_is_not_handed_on(client: Client, archive: Meeting) -> None:
    html = text_of(client, "/soeg/?q=drift&region=fyn&emne=sundhed", 400)
    assert "<li>KKR: Arkivet kender ikke dette valg.</li>" in html
    assert handed_on(html) == {"emne": "sundhed"}


def test_each_choice_is_made_in_one_place(client: Client, archive: Meeting) -> None:
    form = text_of(client, "/soeg/")
    assert "<select" not in form
    assert re.findall(r'<label for="id_(\w+)"', form) == ["q", "sag", "fra", "til"]


@pytest.mark.parametrize("one", [one for one in FACETS if one.vocabulary], ids=lambda one: one.name)
def test_every_member_can_be_typed_by_its_slug_and_its_label(one: Facet) -> None:
    for member in one.members.values():
        for typed in (str(member), member.label):
            assert read_fields([Field(one.name, typed)]).tags == [f"{one.name}:{member}"]
