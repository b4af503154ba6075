"""The checks of the browser tests, run on pages that have the fault: a check must be able to fail."""

from __future__ import annotations

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.test_accessibility import violations
from tests.browser.test_keyboard import FOCUS
from tests.browser.test_pages import FAINT_TEXT, narrow
from tests.browser.test_preferences import CUT, MOVING

PAGE = """<!doctype html><html lang=da style='color: #000; background: #fff'><title>Prøve</title>
<body><main><h1>Prøve</h1>{}</main>"""
CURTAIN = "<div style='position: fixed; inset: 0; background: #fff'></div>"
LONG = "Et langt stykke tekst, som der ikke er plads til."


@pytest.mark.parametrize(("measure", "fault", "whole"), [
    (FAINT_TEXT, "<p style='color: #bbb; background: #fff'>Svag</p>", "<p>Klar</p>"),
    (CUT, f"<p style='overflow: hidden; width: 40px; height: 1em'>{LONG}</p>", f"<p>{LONG}</p>"),
    (MOVING, "<p style='transition: color 1s'>Farve</p>", "<p>Farve</p>"),
])  # fmt: skip
def test_a_measure_of_a_page_finds_the_fault_and_no_other(page: Page, measure: str, fault: str, whole: str) -> None:
    page.set_content(PAGE.format(fault))
    assert len(page.evaluate(measure)) == 1
    page.set_content(PAGE.format(whole))
    assert page.evaluate(measure) == []


@pytest.mark.parametrize(("style", "beside", "fault"), [
    ("outline: none", "", "no line around it"),
    ("outline: 3px solid; position: absolute; left: -900px", "", "hidden or off the screen"),
    ("outline: 3px solid", CURTAIN, "hidden or off the screen"),
])  # fmt: skip
def test_a_focus_that_is_not_seen_is_found(page: Page, style: str, beside: str, fault: str) -> None:
    page.set_content(PAGE.format(f"<a href='#' style='{style}'>Videre</a>{beside}"))
    page.keyboard.press("Tab")
    assert fault in page.evaluate(FOCUS)


def test_a_page_wider_than_the_screen_is_found(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.set_content(PAGE.format("<p style='width: 500px'>Bred</p>"))
    assert narrow(page) > 0


@pytest.mark.parametrize(("mode", "fault"), [
    ("light", "<img src='data:,'>"),
    ("dark", "<p style='color: #bbb; background: #fff'>Svag</p>"),
])  # fmt: skip
def test_axe_finds_what_breaks_a_rule(page: Page, mode: str, fault: str) -> None:
    page.set_content(PAGE.format(fault))
    page.evaluate(AXE_SCRIPT)
    assert len(violations(page, mode)) == 1
