"""Searching by keyboard and screen reader: suggestions help and are never in the way, and hits are shown."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.make import make_archive, make_item


@pytest.fixture
def box(live_server: LiveServer, transactional_db: None, page: Page) -> Locator:
    """Return the search box of an archive with an item whose only hit is far down its page."""
    far_down = "\n\n".join(["En linje om alt muligt andet."] * 200)
    make_item(make_archive(), "3.2", "Havne", presentation=f"{far_down}\n\nTil sidst om færger.")
    page.goto(f"{live_server.url}/soeg/")
    return page.get_by_role("combobox", name="Søg i punkter og beslutninger")


def test_suggestions_are_told_to_a_screen_reader_and_chosen_with_the_arrows(box: Locator, page: Page) -> None:
    box.press_sequentially("aal")
    expect(box).to_have_attribute("aria-expanded", "true")
    option = page.get_by_role("listbox", name="Forslag").get_by_role("option", name="Aalborg Kommune")
    expect(option).to_have_attribute("aria-selected", "false")
    box.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", option.get_attribute("id") or "")
    expect(box).to_be_focused()
    box.press("Enter")
    page.wait_for_url("**/kommune/aalborg/")


def test_escape_closes_the_suggestions_and_enter_searches_for_what_was_typed(box: Locator, page: Page) -> None:
    box.press_sequentially("aal")
    expect(page.get_by_role("listbox")).to_be_visible()
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("aal")
    box.press("Enter")
    page.wait_for_url("**/soeg/?q=aal*")


def test_tab_leaves_the_box_and_the_suggestions(box: Locator, page: Page) -> None:
    box.press_sequentially("aal")
    expect(page.get_by_role("listbox")).to_be_visible()
    box.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.get_by_role("button", name="Søg").first).to_be_focused()


def test_a_hit_opens_the_item_at_its_first_mark(box: Locator, page: Page) -> None:
    box.fill("færger")
    box.press("Enter")
    page.get_by_role("link", name="Havne").press("Enter")
    expect(page.locator("mark#fund")).to_be_in_viewport()
