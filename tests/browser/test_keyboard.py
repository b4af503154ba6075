"""Journeys by keyboard alone: without a mouse, readers get everywhere, see where they are, and get back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.archive import make_full_archive
from tests.meetings.site.public_pages import PAGES

MOST_STOPS = 150


@pytest.fixture
def site(live_server: LiveServer, transactional_db: None) -> str:
    make_full_archive()
    return live_server.url


def go_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press the key until the target has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"{target} cannot be reached with {key}.")


def follow(page: Page, target: Locator) -> None:
    """Move the focus to a link or button and press it."""
    go_to(page, target)
    page.keyboard.press("Enter")


def test_skip_link_search_result_item_with_hits_and_back(site: str, page: Page) -> None:
    page.goto(site)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Spring til indholdet")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("tiltrådt")
    page.keyboard.press("Enter")
    follow(page, page.get_by_role("link", name="Fælles it-drift", exact=True))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Fælles it-drift")
    expect(page.locator("#fund")).to_have_text("Tiltrådt")
    page.go_back()
    expect(page).to_have_url(f"{site}/soeg/?q=tiltr%C3%A5dt")


def test_a_municipality_is_chosen_from_the_map(site: str, page: Page) -> None:
    page.goto(site)
    follow(page, page.locator(".tile-map").get_by_role("link", name="Aalborg", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("Aalborg Kommune")


def test_the_98_squares_of_the_map_can_be_skipped(site: str, page: Page) -> None:
    page.goto(site)
    follow(page, page.get_by_role("link", name="Spring over kortet"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Kommunerne som liste")).to_be_focused()


def test_a_search_is_narrowed_and_the_filter_is_removed(site: str, page: Page) -> None:
    page.goto(f"{site}/soeg/?q=drift")
    follow(page, page.get_by_role("region", name="KKR").get_by_role("link", name="Sjælland"))
    expect(page).to_have_url(f"{site}/soeg/?q=drift&region=sjaelland#resultater")
    follow(page, page.get_by_role("link", name="Fjern KKR: Sjælland"))
    expect(page).to_have_url(f"{site}/soeg/?q=drift#resultater")


def test_the_facets_can_be_skipped(site: str, page: Page) -> None:
    page.goto(f"{site}/soeg/?q=drift")
    follow(page, page.get_by_role("link", name="Spring til resultaterne"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Bedste først")).to_be_focused()


def test_a_table_that_is_wider_than_the_screen_is_scrolled(site: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site}/overblik/fremmoede/")
    expect(page.get_by_text("kan rulles til siden").first).to_be_visible()
    table = page.get_by_role("group", name="Fremmøde efter KKR")
    go_to(page, table)
    page.keyboard.press("ArrowRight")
    page.wait_for_function("one => one.scrollLeft > 0", arg=table.element_handle())


def test_a_reader_goes_from_hit_to_hit_and_stays_at_the_way_on(site: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 300})
    page.goto(f"{site}/nordjylland/2025-10-24/punkt/3.1/?q=aalborg+2019#fund")
    onward = page.get_by_role("link", name="Næste fund")
    follow(page, onward)
    expect(page.locator("mark:target")).to_have_text("Aalborg")
    expect(page.locator("mark:target")).to_be_in_viewport()
    expect(onward).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("mark:target")).to_have_text("2019")


def test_the_numbers_of_a_plot_are_opened(site: str, page: Page) -> None:
    page.goto(f"{site}/overblik/udfald/")
    numbers = page.locator("summary").first
    go_to(page, numbers)
    page.keyboard.press("Enter")
    expect(page.locator("details", has=numbers).get_by_role("table")).to_be_visible()


def test_another_language_is_chosen_and_the_page_stays(site: str, page: Page) -> None:
    page.goto(f"{site}/soeg/?q=drift")
    follow(page, page.get_by_role("button", name="English"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Search the archive")
    expect(page).to_have_url(f"{site}/soeg/?q=drift")
    follow(page, page.get_by_role("button", name="Dansk"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Søg i arkivet")


def test_a_suggestion_is_chosen_with_the_arrows(site: str, page: Page) -> None:
    page.goto(site)
    box = page.get_by_role("combobox")
    go_to(page, box)
    page.keyboard.type("aalb")
    expect(page.get_by_role("option", name="Aalborg").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True)
    expect(box).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "none")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Aalborg Kommune")


# Whether the focused element has a visible outline (WCAG 2.2, 2.4.7) and is not covered by another (2.4.11).
# A date input has several stops inside it, whose focus the browser draws.
FOCUS = """() => {
  const one = document.activeElement;
  if (one === document.body || one.matches('main')) return null;
  const drawn = one.matches('input[type="date"]') || [one, ...one.children].some(part => {
    const style = getComputedStyle(part);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
      || style.stroke !== 'none' && parseFloat(style.strokeWidth) >= 4;
  });
  const box = (one.getClientRects()[0] || one.getBoundingClientRect());
  const middle = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
  const top = document.elementFromPoint(Math.max(box.left, 0) + Math.min(box.width, innerWidth) / 2, middle);
  const onScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const seen = onScreen && top && (one.contains(top) || top.contains(one));
  const fault = [drawn ? '' : 'no line around it', seen ? '' : 'hidden or off the screen'].filter(Boolean).join(', ');
  return fault && `${one.outerHTML.slice(0, 90)}: ${fault}`;
}"""


@pytest.mark.parametrize("width", [1280, 320])
def test_the_focus_is_seen_at_every_stop(site: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.emulate_media(reduced_motion="reduce")  # else the page is still scrolling to the focus
    faults = []
    for name in ("front", "meeting", "item with hits", "search that found", "person", "overview"):
        page.goto(site + PAGES[name])
        for _ in range(45):
            page.keyboard.press("Tab")
            faults.append(page.evaluate(FOCUS))
    assert [fault for fault in faults if fault] == []
