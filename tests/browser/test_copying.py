"""A button next to each format of a citation copies it, and says so."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.make import make_archive


@pytest.fixture
def item(live_server: LiveServer, transactional_db: None, page: Page) -> Page:
    """Return a page at an item, in a browser that lets pages write to the clipboard."""
    make_archive()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=live_server.url)
    page.goto(f"{live_server.url}/nordjylland/2025-10-24/punkt/3.1/")
    return page


def test_a_citation_is_copied_and_it_is_said(item: Page) -> None:
    item.get_by_role("button", name="Kopiér: Tekst").click()
    expect(item.get_by_role("status").filter(has_text="Kopieret")).to_be_visible()
    copied = item.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(
        "KKR Nordjylland, møde 24. oktober 2025, punkt 3.1: »Fælles it-drift«. Referat. KKR-arkivet"
    )


def test_a_folded_citation_is_copied_by_keyboard(item: Page) -> None:
    item.get_by_text("Som APA og BibTeX").press("Enter")
    item.get_by_role("button", name="Kopiér: BibTeX").press("Enter")
    expect(item.get_by_role("status").filter(has_text="Kopieret")).to_be_visible()
    assert item.evaluate("navigator.clipboard.readText()").startswith("@misc{nordjylland-2025-10-24-3.1,")


def test_where_copying_is_forbidden_the_words_are_marked(item: Page) -> None:
    item.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
    item.get_by_role("button", name="Kopiér: Tekst").click()
    item.wait_for_function("String(getSelection()).startsWith('KKR Nordjylland, møde')")
