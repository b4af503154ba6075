"""The facets of a search, and the form that preserves the chosen values."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.http import QueryDict
from django.test import Client

from meetings.models import AgendaItem, Decision, Meeting, SearchChoice, SearchEntry
from meetings.search.execution.counts import MatchCounts, MatchingEntries
from meetings.search.execution.facet_counts import FacetChoices, facets
from meetings.search.execution.time_windows import read_extent
from meetings.search.language.facets import FACETS, Facet
from meetings.search.language.fields import NOTHING, read_fields
from meetings.search.language.query import Field, read_query
from tests.make import make_fact, make_item, make_meeting
from tests.meetings.site.public_pages import text_of

NAMES = "Aalborg Aarhus Albertslund Esbjerg Greve Herning Morsø Odense Rebild Skive Struer Vejen"
MANY = ", ".join(f"{name} Kommune" for name in NAMES.split())


def everything() -> MatchCounts:
    """Return the match counts of all items."""
    return MatchingEntries(SearchEntry.objects.all(), read_extent()).survey(100)


def index(item: AgendaItem) -> None:
    """Write the search entry of an item anew."""
    SearchEntry.objects.renew(AgendaItem.objects.filter(pk=item.pk).with_texts())


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
    noted = make_item(make_meeting("sjaelland", "2019-04-01", extraordinary=True), "1", decision="Tiltrådt.")
    index(make_fact(noted, "amount", amount=250_000).item)
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
    assert "Arkivet kender ikke dette valg." in html
    assert handed_on(html) == {"emne": "sundhed"}


def test_each_choice_is_made_in_one_place(client: Client, archive: Meeting) -> None:
    form = text_of(client, "/soeg/")
    assert "<select" not in form
    assert re.findall(r'<label for="id_(\w+)"', form) == ["q", "sag", "fra", "til", "ordret"]


def test_a_recommendation_that_nothing_was_decided_on_was_neither_followed_nor_not(archive: Meeting) -> None:
    make_item(archive, "8", recommendation="At …")
    make_item(archive, "9", decision="Drøftet.")
    followed = make_item(archive, "10", recommendation="At …", decision="Tiltrådt.")
    Decision.objects.filter(item=followed).update(followed="followed")
    index(followed)
    assert [(one.label, one.count) for one in facet("Indstillingen").first] == [("Fulgt", 1), ("Ikke sagt", 1)]


def test_an_item_counts_once_for_each_range_that_its_amounts_are_in(archive: Meeting) -> None:
    item = make_item(archive, "8", presentation="Tekst")
    for kroner in (999_999, 1_000_000, 2_000_000, 100_000_000, 100_000_001):
        make_fact(item, "amount", amount=kroner)
    index(item)
    assert [(one.label, one.count) for one in facet("Beløb").first] == [
        ("1-10 mio. kr.", 1), ("10-100 mio. kr.", 1), ("Over 100 mio. kr.", 1), ("Under 1 mio. kr.", 1),
    ]  # fmt: skip


def test_what_is_sent_on_to_the_municipalities_is_counted(archive: Meeting) -> None:
    index(make_fact(make_item(archive, "8", presentation="Tekst"), "sent_on").item)
    assert [(one.label, one.count) for one in facet("Værd at bemærke").first] == [("Sendes til kommunerne", 1)]


def test_items_of_meetings_that_went_otherwise_than_planned_are_counted(archive: Meeting) -> None:
    make_item(make_meeting(date="2019-03-01", status="cancelled", extraordinary=True), "1", presentation="Tekst")
    assert [one.label for one in facet("Mødet").first] == ["Aflyst", "Ekstraordinært møde"]


def test_a_choice_that_would_leave_nothing_is_no_link(client: Client, archive: Meeting) -> None:
    make_item(archive, "8", "Havne", decision="Udsat.", outcome="postponed")
    make_item(archive, "9", "Drift af broer", decision="Drøftet.", outcome="discussed")
    html = text_of(client, "/soeg/?q=drift")
    assert 'href="?q=drift&amp;udfald=approved#resultater">Godkendt</a>' in html
    assert '<span role="link" aria-disabled="true">Udsat</span> <span class="count">0</span>' in html


def test_no_choice_that_is_a_link_leads_to_nothing(client: Client, archive: Meeting) -> None:
    make_item(make_meeting("sjaelland", "2019-03-01"), "1", "Drift af havne", decision="Udsat.", outcome="postponed")
    make_item(make_meeting("hovedstaden", "2018-03-01"), "1", "Broer", presentation=MANY, topics=["sundhed"])
    for start in ("?q=drift", "?region=sjaelland", "?q=drift&udfald=postponed", "?emne=sundhed&region=hovedstaden"):
        links = re.findall(r'<li><a href="(\?[^"#]*)#resultater"', text_of(client, f"/soeg/{start}"))
        assert links
        for link in links:
            assert 'class="item-row"' in text_of(client, f"/soeg/{unescape(link)}"), (start, link)


TYPED_VALUES = {
    "fulgt:ja": "fulgt:followed", "fulgt:delvist": "fulgt:partly", "fulgt:nej": "fulgt:otherwise",
    'fulgt:"ikke sagt"': "fulgt:not_said", "beløb:ja": "oplysning:amount", "beloeb:over": "beloeb:over-100-mio",
    "beløb:1-10": "beloeb:1-10-mio", "oplysning:sendes": "oplysning:sent_on", "møde:aflyst": "moede:cancelled",
    "moede:ekstraordinært": "moede:extraordinary", "FULGT:JA": "fulgt:followed", "fulgt:måske": NOTHING,
}  # fmt: skip


@pytest.mark.parametrize(("typed", "tag"), TYPED_VALUES.items())
def test_the_new_facets_can_be_typed_as_readers_say_them(typed: str, tag: str) -> None:
    assert read_fields(read_query(typed).fields).tags == [tag]


@pytest.mark.parametrize("one", [one for one in FACETS if one.vocabulary], ids=lambda one: one.name)
def test_every_member_can_be_typed_by_its_slug_and_its_label(one: Facet) -> None:
    for member in one.members.values():
        for typed in (str(member), member.label):
            assert read_fields([Field(one.name, typed)]).tags == [f"{one.name}:{member}"]
