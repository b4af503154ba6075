"""Citations of an item, word for word."""

from __future__ import annotations

import datetime

import pytest

from meetings.models import AgendaItem
from meetings.site.pages.citation import cite, has_changed, version
from tests.make import make_document, make_item, make_meeting

pytestmark = pytest.mark.django_db

ADDRESS = "https://arkivet.dk/nordjylland/2025-10-24/punkt/3.5/"
TODAY = datetime.date(2026, 3, 1)


@pytest.fixture
def item() -> AgendaItem:
    meeting = make_meeting()
    return make_item(meeting, "3.5", "Status & drift", background="Om drift.", document=make_document(meeting))


EXPECTED = {
    "plain": "KKR Nordjylland, møde 24. oktober 2025, punkt 3.5: »Status & drift«. Referat. KKR-arkivet, "
    "{link} (set 1. marts 2026).",
    "apa": "KKR Nordjylland. (2025, 24. oktober). Status & drift (punkt 3.5) [Referat]. KKR-arkivet. {link}",
    "bibtex": "@misc{{nordjylland-2025-10-24-3.5,"
    "\n  author = {{{{KKR Nordjylland}}}},\n  title = {{{{Status \\& drift}}}},"
    "\n  date = {{2025-10-24}},\n  year = {{2025}},\n  howpublished = {{Referat, punkt 3.5, KKR-arkivet}},"
    "\n  url = {{{link}}},\n  urldate = {{2026-03-01}}\n}}",
    "link": "{link}",
}


@pytest.mark.parametrize("way", EXPECTED)
def test_an_item_is_cited_so(item: AgendaItem, way: str) -> None:
    link = f"{ADDRESS}?udgave={version(item)}"
    assert getattr(cite(item, ADDRESS, TODAY), way) == EXPECTED[way].format(link=link)


def test_an_item_without_its_document_can_be_cited() -> None:
    item = make_item(make_meeting(), "4", "Letbanen", background="Letbanen.")
    assert "[Punkt]" in cite(item, ADDRESS, TODAY).apa


@pytest.mark.parametrize("title", ["100 % af 5_000 $", r"\input{x}", "a~b^c #1"])
def test_no_title_breaks_out_of_its_field(title: str) -> None:
    item = make_item(make_meeting(), "4", title, background="Letbanen.")
    line = next(line for line in cite(item, ADDRESS, TODAY).bibtex.splitlines() if line.startswith("  title"))
    unescaped = line.replace(r"\{", "").replace(r"\}", "")
    assert unescaped.count("{") == unescaped.count("}")
    assert all(f"\\{sign}" in line for sign in "%$#_" if sign in title)


@pytest.mark.parametrize("field", ["title", "background", "recommendation", "presentation", "case_number"])
def test_another_wording_is_another_version(item: AgendaItem, field: str) -> None:
    before = version(item)
    setattr(item, field, "Andet")
    assert has_changed(item, before) is True


def test_the_same_wording_is_the_same_version(item: AgendaItem) -> None:
    assert has_changed(AgendaItem.objects.get(pk=item.pk), version(item)) is False


def test_what_names_no_version_is_not_compared(item: AgendaItem) -> None:
    assert has_changed(item, "abc") is None


def test_a_version_has_twelve_letters(item: AgendaItem) -> None:
    assert len(version(item)) == 12
