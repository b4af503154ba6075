"""In print, meetings and items are their text alone, without the site around it, and with their source."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

MEETING = "/nordjylland/2025-10-24/"
ITEM = f"{MEETING}punkt/3.1/"


@pytest.fixture
def printed(live_server: LiveServer, transactional_db: None, page: Page) -> Page:
    """Return a page in print media, in a browser set to dark colours."""
    from tests.make import make_archive

    make_archive()
    page.emulate_media(media="print", color_scheme="dark")
    return page


@pytest.mark.parametrize("path", [MEETING, ITEM])
def test_paper_has_no_navigation(live_server: LiveServer, printed: Page, path: str) -> None:
    printed.goto(live_server.url + path)
    for role in ("navigation", "button", "searchbox", "combobox"):
        expect(printed.get_by_role(role)).to_have_count(0)


@pytest.mark.parametrize("path", [MEETING, ITEM])
def test_paper_says_which_meeting_and_where_it_was_read(live_server: LiveServer, printed: Page, path: str) -> None:
    printed.goto(live_server.url + path)
    expect(printed.locator("main")).to_contain_text("KKR Nordjylland")
    expect(printed.locator("main")).to_contain_text("24. oktober 2025")
    expect(printed.locator("footer")).to_contain_text(f"{live_server.url}{path}. Udskrevet", use_inner_text=True)


def test_a_printed_meeting_has_the_words_of_its_decisions(live_server: LiveServer, printed: Page) -> None:
    printed.goto(live_server.url + MEETING)
    expect(printed.get_by_text("Tiltrådt.", exact=True)).to_be_visible()


@pytest.mark.parametrize("path", [MEETING, ITEM])
def test_paper_is_white_and_its_links_are_plain(live_server: LiveServer, printed: Page, path: str) -> None:
    printed.goto(live_server.url + path)
    ground = printed.evaluate("getComputedStyle(document.body).backgroundColor")
    lines = printed.evaluate("[...document.links].map(one => getComputedStyle(one).textDecorationLine)")
    assert (ground, set(lines)) == ("rgb(255, 255, 255)", {"none"})
