"""The public pages in a real Chromium: by keyboard, on a narrow screen, without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.meetings.site.public_pages import PAGES

ADDRESSES = list(PAGES.values())


@pytest.fixture
def site(live_server: LiveServer, transactional_db: None) -> str:
    """Return the address of a served archive whose texts have words and links as long as real documents do."""
    from tests.make import make_archive, make_item

    long = "Sundhedsberedskabskoordinationsudvalgets\nhttps://www.kl.dk/" + "kommunekontaktraad/" * 8
    table = "\n".join(" | ".join(["Uddannelsesdimensionering"] * 6) for _ in range(3))
    make_item(make_archive(), "3.2", "Sundhedsberedskabskoordinationsudvalgsmøde", presentation=f"{long}\n\n{table}")
    return live_server.url


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """Yield a page in a browser context without JavaScript."""
    context = browser.new_context(locale="da-DK", java_script_enabled=False)
    yield context.new_page()
    context.close()


def narrow(page: Page) -> Any:
    """Return how many pixels a page is wider than a screen of 320 pixels."""
    return page.evaluate("document.documentElement.scrollWidth - 320")


def test_no_page_scrolls_sideways_on_a_narrow_screen(site: str, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    wide = {}
    for address in [
        *ADDRESSES,
        "/nordjylland/2025-10-24/punkt/3.2/",
        "/soeg/?q=uddannelsesdimensionering",
    ]:
        page.goto(site + address)
        wide[address] = narrow(page)
    assert {address: pixels for address, pixels in wide.items() if pixels > 0} == {}


def test_a_search_is_narrowed_and_widened_without_javascript(site: str, plain_page: Page) -> None:
    plain_page.goto(f"{site}/soeg/")
    plain_page.get_by_role("region", name="Udfald").get_by_role("link", name="Godkendt").click()
    plain_page.get_by_role("searchbox").fill("havne")
    plain_page.get_by_role("button", name="Søg").first.click()
    expect(plain_page.get_by_role("heading", name="Intet fundet om »havne«")).to_be_visible()
    plain_page.get_by_role("link", name="Fjern Udfald: Godkendt").click()
    expect(plain_page).to_have_url(f"{site}/soeg/?q=havne#resultater")


def test_on_a_telephone_the_choices_open_without_javascript(site: str, plain_page: Page) -> None:
    plain_page.set_viewport_size({"width": 390, "height": 800})
    plain_page.goto(f"{site}/soeg/?q=drift")
    expect(plain_page.get_by_label("Sagsnummer")).to_be_hidden()
    plain_page.get_by_text("Afgræns søgningen").first.click()
    expect(plain_page.get_by_label("Sagsnummer")).to_be_visible()


def test_the_pages_need_nothing_from_elsewhere(site: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ADDRESSES:
        page.goto(site + address)
    assert {url for url in asked if not url.startswith(site)} == set()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(site: str, browser: Browser, scheme: Any) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    faint: dict[str, float] = {}
    for address in [*ADDRESSES, "/nordjylland/2025-10-24/"]:
        page.goto(site + address)
        faint |= {f"{address}: {text}": ratio for text, ratio in page.evaluate(FAINT_TEXT)}
    context.close()
    assert faint == {}


# All texts whose contrast with the nearest background is below 4.5 (WCAG 2.2, 1.4.3), each with its ratio.
FAINT_TEXT = """() => {
  const pixel = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const parts = colour => {  // in whatever way it is written
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    return [...pixel.getImageData(0, 0, 1, 1).data];
  };
  const light = colour => {
    const straight = v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
    const [r, g, b] = parts(colour).map(straight);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ground = element => {
    const below = element.previousElementSibling;
    if (element.matches('text') && below?.matches('rect')) return getComputedStyle(below).fill;
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (parts(colour)[3] !== 0) return colour;
    }
  };
  const ratio = element => {
    const style = getComputedStyle(element), ink = element.matches('text') ? style.fill : style.color;
    const [a, b] = [light(ink), light(ground(element))].sort((x, y) => y - x);
    return (a + .05) / (b + .05);
  };
  const texts = [...document.querySelectorAll('body *')].filter(one => one.checkVisibility() &&
    [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()));
  return texts.map(one => [one.textContent.trim().slice(0, 40), ratio(one)]).filter(([, r]) => r < 4.5);
}"""
