"""Pages stay intact for readers who change text spacing, colours or motion."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.archive import make_full_archive
from tests.browser.test_pages import FAINT_TEXT
from tests.meetings.site.public_pages import PAGES

# WCAG 2.2, 1.4.12: text spacing that readers may set without loss of content.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
# Elements whose text is cut off, except those hidden on purpose and those that scroll.
CUT = """() => [...document.querySelectorAll('body *')].filter(one => {
  const style = getComputedStyle(one);
  const clips = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
  return clips && one.clientWidth > 1 && one.checkVisibility() && one.textContent.trim()
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
}).map(one => one.outerHTML.slice(0, 80))"""
MOVING = """() => [...document.querySelectorAll('*')].filter(one => {
  const style = getComputedStyle(one);
  return style.scrollBehavior === 'smooth' || style.transitionDuration !== '0s' || style.animationName !== 'none';
}).map(one => one.outerHTML.slice(0, 80))"""


@pytest.fixture
def site(live_server: LiveServer, transactional_db: None) -> str:
    make_full_archive()
    return live_server.url


def test_more_space_between_letters_words_and_lines_loses_nothing(site: str, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    lost = {}
    for name, address in PAGES.items():
        page.goto(site + address)
        page.add_style_tag(content=SPACING)
        lost[name] = [*page.evaluate(CUT), page.evaluate("document.documentElement.scrollWidth - innerWidth")]
    assert {name: found for name, found in lost.items() if found != [0]} == {}


def test_nothing_moves_for_those_who_want_no_movement(site: str, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    moving = []
    for name in ("front", "item", "search that found", "overview"):
        page.goto(site + PAGES[name])
        moving += page.evaluate(MOVING)
    assert moving == []


def test_text_can_be_read_in_the_readers_own_few_colours(site: str, page: Page) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark")
    faint = []
    for name in ("front", "meeting", "item", "search that found", "overview"):
        page.goto(site + PAGES[name])
        faint += page.evaluate(FAINT_TEXT)
    assert faint == []


@pytest.mark.parametrize("place", ["a", "button", "input", "summary"])
def test_the_focus_is_seen_in_forced_colours(site: str, page: Page, place: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(site + PAGES["search that found"])
    page.keyboard.press("Tab")
    target = page.locator(f"main {place}:visible").first
    target.focus()
    assert target.evaluate("one => getComputedStyle(one).outlineStyle") != "none"
