"""Charts in a real browser: links by pointer and by keyboard, and legible text on a phone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.make import make_archive, make_item, make_meeting


@pytest.fixture
def site(live_server: LiveServer, transactional_db: None) -> str:
    """Return the address of a served archive of twenty years."""
    make_archive()
    for year in range(2006, 2025):
        make_item(make_meeting("sjaelland", f"{year}-03-04"), "1", decision="Godkendt.")
    return live_server.url


def test_a_piece_of_a_column_leads_to_what_it_counts(site: str, page: Page) -> None:
    page.goto(f"{site}/overblik/")
    page.locator("svg a[href$='aar=2012&region=sjaelland'] rect").click()
    expect(page).to_have_url(f"{site}/soeg/?aar=2012&region=sjaelland")


def test_by_keyboard_the_numbers_lead_there_too(site: str, page: Page) -> None:
    page.goto(f"{site}/overblik/")
    page.locator("summary", has_text="Tallene").press("Enter")
    page.get_by_role("row", name="2012").get_by_role("link").first.press("Enter")
    expect(page).to_have_url(f"{site}/soeg/?aar=2012&region=sjaelland")


def test_nobody_tabs_through_the_pieces_of_a_plot(site: str, page: Page) -> None:
    page.goto(f"{site}/overblik/")
    page.locator("summary", has_text="Tallene").focus()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.textContent") == "Forside"  # in the breadcrumbs, right above


def test_the_years_that_are_named_on_a_phone_do_not_touch(site: str, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site}/overblik/")
    boxes = [one.bounding_box() for one in page.locator("svg.columns-of text:visible").all()]
    edges = [(box["x"], box["x"] + box["width"]) for box in boxes if box]
    assert len(edges) == 4
    assert all(right < left for (_, right), (left, _) in pairwise(edges))


def test_a_day_of_the_calendar_leads_to_its_meeting(site: str, page: Page) -> None:
    page.goto(f"{site}/sjaelland/?aar=2012")
    page.get_by_role("table", name="marts").get_by_role("link", name="Møde 4. marts").click()
    expect(page).to_have_url(f"{site}/sjaelland/2012-03-04/")
