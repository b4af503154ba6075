"""The second tier of a search: items that have synonyms of the words, below those that have the words."""

from __future__ import annotations

import json
import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from meetings.models import Abbreviation, AgendaItem, Meeting, SearchEntry, Synonym
from meetings.search.execution.tiers import find
from meetings.search.language import read_query
from meetings.shared.vocabulary import SynonymUse
from tests.make import make_item, make_meeting
from tests.meetings.site.public_pages import text_of


@pytest.fixture
def meeting(archive: Meeting) -> Meeting:
    """Add a meeting with items that say the same in different words."""
    made = make_meeting("syddanmark", "2020-05-05")
    make_item(made, "1", "Lærepladser i Odense", presentation="Om lærepladser og lærepladser.")
    make_item(made, "2", "Skolerne", presentation="Der mangler elevpladser.")
    make_item(made, "3", "Havne", presentation="Havnerådet i Fredericia (HRF) mødes. Jernbanen er lukket.")
    make_item(made, "4", "Kaj", presentation="HRF drøftede en kaj.")
    return made


def found(client: Client, question: str) -> list[str]:
    """Return the titles on the search page, in order, without highlights."""
    titles = re.findall(r"<h3><a [^>]*>(.*?)</a></h3>", text_of(client, f"/soeg/?{question}"))
    return [re.sub("<[^>]+>", "", title) for title in titles]


def test_what_has_the_word_comes_before_what_has_its_synonym(client: Client, meeting: Meeting) -> None:
    assert found(client, "q=elevpladser") == ["Skolerne", "Lærepladser i Odense"]
    assert found(client, "q=elevpladser&sorter=dato") == ["Skolerne", "Lærepladser i Odense"]


def test_the_synonym_is_named_and_marked(client: Client, meeting: Meeting) -> None:
    page = client.get("/soeg/", {"q": "elevpladser"}).content.decode()
    assert "<mark>Lærepladser</mark> i Odense" in page
    assert "også: <span>læreplads</span>" in page
    assert page.count('class="also"') == 1


def test_one_click_leaves_the_synonyms_out(client: Client, meeting: Meeting) -> None:
    page = text_of(client, "/soeg/?q=elevpladser")
    (address,) = re.findall(r'also-found">.*?href="\?([^"#]*)', page, re.DOTALL)
    assert "Viser også 1 punkt med" in page
    assert found(client, address.replace("&amp;", "&")) == ["Skolerne"]


def test_where_nothing_has_the_word_the_page_says_so(client: Client, meeting: Meeting) -> None:
    page = text_of(client, "/soeg/?q=togtrafik")
    assert "Ingen punkter har selv »togtrafik«. Vist er dem med <em>jernbane</em>." in " ".join(page.split())
    assert "ordret=ja" not in page.partition('class="note also-found"')[2]


def test_counts_and_facets_count_both_tiers(client: Client, meeting: Meeting) -> None:
    make_item(make_meeting("sjaelland", "2021-02-02"), "1", "Læreplads", presentation="Om én.")
    page = text_of(client, "/soeg/?q=elevpladser")
    assert "Punkter om »elevpladser«: 3" in page
    counted = dict(re.findall(r'href="\?q=elevpladser&amp;region=(\w+)[^"]*"[^>]*>.*?(\d+)', page, re.DOTALL))
    for region, count in counted.items():
        assert len(found(client, f"q=elevpladser&region={region}")) == int(count)
    assert sum(map(int, counted.values())) == 3


@pytest.mark.parametrize("question", ["%22elevpladser%22", "elevplads*", "kommunisme", "statue", "atomkraft"])
def test_phrases_beginnings_and_absent_matters_find_no_more(client: Client, meeting: Meeting, question: str) -> None:
    assert "Lærepladser i Odense" not in found(client, f"q={question}")


def test_an_abbreviation_that_an_item_introduces_holds_everywhere(client: Client, meeting: Meeting) -> None:
    assert found(client, "q=Havneraadet+i+Fredericia") == ["Havne", "Kaj"]
    AgendaItem.objects.filter(title="Havne").update(presentation="Intet.")
    SearchEntry.objects.renew(AgendaItem.objects.filter(title="Havne").with_texts())
    assert not Abbreviation.objects.exists()
    assert found(client, "q=Havneraadet+i+Fredericia") == []


@pytest.mark.parametrize(
    ("use", "typed", "titles"),
    [
        ("both", "kajen", ["Kaj", "Skolerne"]),
        ("one_way", "skole", ["Skolerne"]),
        ("one_way", "kaj", ["Kaj", "Skolerne"]),
    ],
)
def test_an_archivist_adds_a_pair(client: Client, meeting: Meeting, use: str, typed: str, titles: list[str]) -> None:
    Synonym.objects.create(term="kaj", other="skolerne", use=use)
    assert found(client, f"q={typed}") == titles


def test_an_archivist_rules_a_pair_out(client: Client, meeting: Meeting) -> None:
    Synonym.objects.create(term="læreplads", other="elevplads", use=SynonymUse.NEVER)
    assert found(client, "q=elevpladser") == ["Skolerne"]


def test_the_page_of_an_item_marks_the_synonym_too(client: Client, meeting: Meeting) -> None:
    item = AgendaItem.objects.get(title="Lærepladser i Odense")
    page = client.get(item.get_absolute_url(), {"q": "elevpladser"}).content.decode()
    assert 'id="fund"' in page


def test_the_terminal_finds_by_synonyms_unless_told_not_to(meeting: Meeting) -> None:
    def searched(*options: str) -> list[list[str]]:
        out = StringIO()
        call_command("search", "elevpladser", "--json", *options, stdout=out)
        return [row["also"] for row in json.loads(out.getvalue())["results"]]

    assert searched() == [[], ["læreplads"]]
    assert searched("--exact-words") == [[]]


def test_pages_of_both_tiers_hold_every_item_once(meeting: Meeting) -> None:
    for nth in range(5, 40):
        make_item(meeting, str(nth), f"Sag {nth}", presentation="elevplads" if nth % 2 else "læreplads")
    results = find(read_query("elevpladser"), SearchEntry.objects.all())
    paged = [item.pk for start in range(0, results.count, 10) for item in results.items(start, start + 10)]
    assert len(paged) == len(set(paged)) == results.count == 37
    assert [bool(item.also) for item in results.items(0, 37)] == [False] * 19 + [True] * 18  # type: ignore[attr-defined]
