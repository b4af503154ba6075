"""Everything works without JavaScript: every kind of page, and the links between them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_pages import ADDRESSES


@pytest.fixture
def site(live_server: LiveServer, transactional_db: None) -> str:
    """Return the address of a served archive with enough items on drift to fill more than one page of results."""
    from tests.make import make_archive, make_item, make_meeting

    make_archive()
    for month in range(1, 12):
        meeting = make_meeting("sjaelland", f"2024-{month:02}-01")
        for n in (1, 2):
            make_item(meeting, f"3.{n}", f"Drift {month}.{n}", decision="Godkendt.", presentation="Om drift i Aalborg.")
    return live_server.url


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """Yield a page in a browser without JavaScript."""
    context = browser.new_context(locale="da-DK", java_script_enabled=False)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_every_kind_of_page_shows_its_content(site: str, reader: Page) -> None:
    bare = {}
    for address in ADDRESSES:
        reader.goto(site + address)
        expect(reader.get_by_role("heading", level=1)).to_be_visible()
        if not reader.locator("main").inner_text().strip() or reader.locator("main [hidden]").count():
            bare[address] = reader.locator("main").inner_text()
    assert bare == {}


def test_a_reader_searches_narrows_turns_the_page_and_reads(site: str, reader: Page) -> None:
    reader.goto(site)
    reader.get_by_label("Søg i punkter og beslutninger").fill("drift")
    reader.get_by_role("main").get_by_role("button", name="Søg").click()
    reader.get_by_role("region", name="KKR").get_by_role("link", name="Sjælland").click()
    reader.get_by_label("Fra").fill("2024-01-01")
    reader.get_by_role("button", name="Vis").click()
    expect(reader.get_by_role("link", name="Fjern KKR: Sjælland")).to_be_visible()
    reader.get_by_role("link", name="Næste").click()
    expect(reader.get_by_text("Side 2 af 2")).to_be_visible()
    reader.get_by_role("heading", level=3).get_by_role("link").first.click()
    expect(reader.get_by_role("region", name="Beslutning")).to_contain_text("Godkendt.")


def test_a_reader_finds_a_municipality_on_the_map_and_narrows_its_items(site: str, reader: Page) -> None:
    reader.goto(site)
    reader.get_by_role("link", name="Aalborg", exact=True).click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Aalborg Kommune")
    reader.get_by_role("combobox", name="År").select_option("2025")
    reader.get_by_role("button", name="Vis").click()
    expect(reader).to_have_url(f"{site}/kommune/aalborg/?aar=2025")
    expect(reader.get_by_text("1 punkt", exact=True)).to_be_visible()
    reader.get_by_role("link", name="Fjern År: 2025").click()
    expect(reader.get_by_text("Side 1 af 2")).to_be_visible()


def test_a_reader_goes_from_a_plots_numbers_to_the_items(site: str, reader: Page) -> None:
    reader.goto(site)
    reader.get_by_text("Tallene").click()
    reader.get_by_role("row", name="2024").get_by_role("link").first.click()
    expect(reader).to_have_url(f"{site}/soeg/?aar=2024&region=sjaelland")
    expect(reader.get_by_role("heading", name="Punkter i KKR Sjælland, 2024: 22")).to_be_visible()


def test_a_reader_chooses_another_language_and_stays_on_the_page(site: str, reader: Page) -> None:
    reader.goto(f"{site}/kommuner/")
    reader.get_by_role("button", name="English").click()
    expect(reader).to_have_url(f"{site}/kommuner/")
    expect(reader.locator("html")).to_have_attribute("lang", "en")
    reader.get_by_role("button", name="Dansk").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Kommuner")


def test_a_reader_follows_a_meeting_to_the_one_before(site: str, reader: Page) -> None:
    reader.goto(f"{site}/sjaelland/2024-11-01/")
    reader.get_by_role("link", name="1. oktober 2024").click()
    expect(reader).to_have_url(f"{site}/sjaelland/2024-10-01/")


def test_a_reader_opens_a_citation_and_can_mark_it_to_copy(site: str, reader: Page) -> None:
    reader.goto(f"{site}/nordjylland/2025-10-24/punkt/3.1/")
    citation = reader.get_by_role("region", name="Henvis til punktet")
    expect(citation).to_contain_text("KKR Nordjylland, møde 24. oktober 2025, punkt 3.1: »Fælles it-drift«.")
    expect(citation.get_by_text("@misc")).to_be_hidden()
    citation.get_by_text("Som APA og BibTeX").click()
    expect(citation.get_by_text("@misc")).to_be_visible()
    expect(citation.get_by_role("button")).to_have_count(0)


def test_a_reader_goes_from_hit_to_hit(site: str, reader: Page) -> None:
    reader.goto(f"{site}/nordjylland/2025-10-24/punkt/3.1/?q=aalborg+2019")
    reader.get_by_role("navigation", name="Fund").get_by_role("link", name="Fund 2").click()
    expect(reader.locator("mark:target")).to_have_text("Aalborg")


def test_a_square_of_the_map_can_be_hit_with_a_finger(site: str, reader: Page) -> None:
    reader.set_viewport_size({"width": 390, "height": 844})
    reader.goto(site)
    squares = [reader.get_by_role("link", name=name, exact=True) for name in ("Brønderslev", "Aalborg")]
    left, right = [square.locator("rect").bounding_box() for square in squares]
    assert left
    assert right
    assert min(left["width"], left["height"], right["x"] - left["x"]) >= 24
