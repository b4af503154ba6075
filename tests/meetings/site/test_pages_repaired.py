"""Pages of texts with repaired misread letters: they say so, and show the original form of each word."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from ingest import load
from ingest.pipeline import read_meeting, read_source
from ingest.records import NOTHING_STATED
from meetings.models import AgendaItem, Document, Meeting, SearchEntry
from meetings.provenance.repairs import TextPart, find_repaired, page_parts
from tests.ingest.letters.test_repair import MISREAD
from tests.make import make_document, make_item
from tests.meetings.site.public_pages import text_of

NOTE = "Teksten er læst af en maskine uden danske bogstaver."
REPAIRS = [["title", "mal", "mål"], ["background", "mgdet", "mødet"], ["decision", "pa", "på"]]


@pytest.fixture
def item(archive: Meeting) -> AgendaItem:
    return make_item(
        archive,
        "9.1",
        "Fælles mål",
        background="På mødet <b>sagdes</b> det.",
        decision="Det er på plads.",
        repairs=REPAIRS,
    )


@pytest.fixture
def document(archive: Meeting) -> Document:
    changes = [[2, 1, 3, "mgdet", "mødet"], [2, 1, 10, "ogsa", "også"]]
    return make_document(archive, b"1", text="Forside\fFørst\nPå mgdet, ogsa <her>", changes=changes, name="gammel.txt")


def test_an_item_says_how_many_of_its_words_are_repaired(client: Client, item: AgendaItem) -> None:
    html = text_of(client, item.get_absolute_url())
    assert NOTE in html
    assert "3 ord er rettet." in html


def test_repaired_words_are_marked_with_how_they_were_read(client: Client, item: AgendaItem) -> None:
    html = text_of(client, item.get_absolute_url())
    assert 'På <ins title="Læst som mgdet">mødet</ins> &lt;b&gt;' in html
    assert 'Fælles <ins title="Læst som mal">mål</ins></h1>' in html


def test_each_word_can_be_seen_as_it_was_read(client: Client, item: AgendaItem) -> None:
    html = text_of(client, item.get_absolute_url() + "?original=1")
    assert 'På <del title="Rettet til mødet">mgdet</del>' in html
    assert 'Det er <del title="Rettet til på">pa</del> plads.' in html
    assert "<ins" not in html


def test_a_page_leads_from_either_reading_to_the_other(client: Client, item: AgendaItem) -> None:
    address = item.get_absolute_url()
    assert 'href="?original=1#rettet"' in text_of(client, address)
    assert f'href="{address}#rettet"' in text_of(client, address + "?original=1")


def test_attachments_are_marked_too(client: Client, archive: Meeting) -> None:
    repairs = [["attachments", "Arsplan", "Årsplan"], ["attachments", "Mal", "Mål"]]
    item = make_item(archive, "9.4", attachments=["Årsplan", "Mål"], repairs=repairs)
    html = text_of(client, item.get_absolute_url())
    assert '<li><ins title="Læst som Arsplan">Årsplan</ins></li><li><ins title="Læst som Mal">Mål</ins></li>' in html


def test_an_item_as_it_came_says_nothing_of_repair(client: Client, archive: Meeting) -> None:
    html = text_of(client, make_item(archive, "9.2", background="På mødet").get_absolute_url())
    assert NOTE not in html
    assert "<ins" not in html


def test_what_was_read_is_escaped(client: Client, archive: Meeting) -> None:
    item = make_item(archive, "9.3", background="mødet", repairs=[["background", '"<b>', "mødet"]])
    assert '<del title="Rettet til mødet">&#34;&lt;b&gt;</del>' in text_of(
        client, item.get_absolute_url() + "?original=1"
    )


def test_a_document_is_shown_repaired(client: Client, document: Document) -> None:
    html = text_of(client, document.get_absolute_url())
    assert NOTE in html
    assert (
        'Først\nPå <ins title="Læst som mgdet">mødet</ins>, <ins title="Læst som ogsa">også</ins> &lt;her&gt;</div>'
        in html
    )


def test_a_document_can_be_seen_as_it_was_read(client: Client, document: Document) -> None:
    html = text_of(client, document.get_absolute_url() + "?original=1")
    shown = re.sub("<[^>]+>", "", html[html.index('<div class="source-text">') :])
    assert "Først\nPå mgdet, ogsa &lt;her&gt;" in shown


def test_both_texts_of_a_document_come_of_the_raw_one_and_its_changes(document: Document) -> None:
    [_, page] = page_parts(document)
    assert "".join(part.text for part in page) == "Først\nPå mødet, også <her>"
    assert "".join(part.before or part.text for part in page) == "Først\nPå mgdet, ogsa <her>"


WALKS = [
    ("mødet på mødet", [("mgdet", "mødet"), ("madet", "mødet")], ["mgdet", "madet"]),
    ("ét mødet", [("gone", "væk"), ("mgdet", "mødet")], ["mgdet"]),
    ('<a href="på">på</a>', [("pa", "på")], ["pa"]),
    ("&aring; år", [("ar", "år")], ["ar"]),
    ("førmødet", [("mgdet", "mødet")], []),
    ("", [("mgdet", "mødet")], []),
]


@pytest.mark.parametrize(("text", "words", "found"), WALKS)
def test_repaired_words_are_found_in_order(text: str, words: list[tuple[str, str]], found: list[str]) -> None:
    parts: list[TextPart] = list(find_repaired(text, words))
    assert [part.before for part in parts if part.before] == found
    assert "".join(part.text for part in parts) == text


@pytest.mark.parametrize("typed", ["drøftelse", "drgftelse"])
def test_an_item_is_found_by_either_form(client: Client, archive: Meeting, typed: str) -> None:
    source = read_source(MISREAD.encode(), "referat.txt")
    document = load.load_document(MISREAD.encode(), "referat.txt", source, read_meeting(source), NOTHING_STATED)
    assert document.meeting
    assert document.meeting.items.get().get_absolute_url() in text_of(client, f"/soeg/?q={typed}")


def test_a_misread_word_that_happens_to_be_a_word_leads_nowhere(client: Client, archive: Meeting) -> None:
    item = make_item(archive, "9.1", "Nyt", presentation="Det gamle mål står ved magt.")
    item.repairs = [["presentation", "mal", "mål"], ["presentation", "stgr", "står"]]
    item.save()
    SearchEntry.objects.renew(AgendaItem.objects.with_texts())
    assert item.get_absolute_url() in text_of(client, "/soeg/?q=stgr")
    assert item.get_absolute_url() not in text_of(client, "/soeg/?q=mal")
