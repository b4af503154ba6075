"""Every kind of page in English: the site's own text is translated, the text of documents is marked as Danish."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pytest
from django.test import Client
from django.utils.translation import trans_real

from meetings import date_format
from meetings.models import AgendaItem, Decision, Document, Meeting, Municipality, Person
from meetings.search.execution import facet_counts
from meetings.shared.vocabulary import RegionSlug
from meetings.site import item_rows, words
from meetings.site import translation as site_translation
from meetings.site.charts import tile_map
from meetings.site.statistics import yearly_counts
from tests.browser.archive import first_document, make_full_archive
from tests.meetings.site.english import MarkedEnglish, untranslated
from tests.meetings.site.public_pages import PAGES


@pytest.fixture
def english(client: Client, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """Yield a client for English, with translated strings in brackets, also in texts that are otherwise cached."""
    monkeypatch.setitem(vars(trans_real)["_translations"], "en", MarkedEnglish("en"))
    client.cookies["sprog"] = "en"
    forget()
    yield client
    forget()


def forget() -> None:
    """Clear the caches of texts that depend on the language."""
    for module in (date_format, facet_counts, item_rows, yearly_counts):
        for remembered in vars(module).values():
            if hasattr(remembered, "cache_clear"):
                remembered.cache_clear()
    site_translation.forget()
    words._written.clear()


def names() -> Iterator[str]:
    """Yield the names that are the same in any language."""
    yield from (region.label for region in RegionSlug)
    yield from (place.label for place in tile_map.read_places().values())
    yield from chain.from_iterable(Municipality.objects.values_list("name", "official_name"))
    yield from Person.objects.values_list("name", flat=True)
    yield from chain.from_iterable(Document.objects.values_list("name", "sha256"))
    yield from chain.from_iterable(AgendaItem.objects.values_list("case_number", "number"))
    yield from chain.from_iterable(AgendaItem.objects.values_list("caseworkers", flat=True))


def records() -> Iterator[str]:
    """Yield the texts of items that appear in the head of a page, where parts cannot be marked as Danish."""
    yield from chain.from_iterable(AgendaItem.objects.values_list("title", "recommendation"))
    yield from Decision.objects.values_list("text", flat=True)


def bare(english: Client, address: str) -> list[str]:
    """Return the words at an address that are neither English nor marked as Danish."""
    return untranslated(english.get(address).content.decode(), filter(None, names()), filter(None, records()))


def test_danish_that_is_neither_translated_nor_marked_is_found() -> None:
    html = "<p>⟦A word⟧ dansk <b>Bo Lund</b> <span lang='da'>punkt</span></p>"
    assert untranslated(html, ["Bo Lund"], []) == ["dansk"]
    assert untranslated("<input aria-label='Et felt'>", [], []) == ["Et", "felt"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_in_english_has_no_danish_but_what_it_marks_as_danish(english: Client, db: None, name: str) -> None:
    make_full_archive()
    assert bare(english, PAGES[name]) == []


def test_a_document_in_english_marks_its_text_as_danish(english: Client, db: None) -> None:
    make_full_archive()
    assert bare(english, first_document()) == []


def test_a_danish_page_does_not_say_of_every_text_that_it_is_danish(client: Client, archive: Meeting) -> None:
    html = client.get(archive.get_absolute_url()).content.decode()
    assert html.count('lang="da"') == 1
