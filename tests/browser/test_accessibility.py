"""Every kind of page passes axe-core without findings: WCAG 2.0 to 2.2, levels A and AA, and best practices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import reverse
from playwright.sync_api import Page, Route, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from meetings.models import AgendaItem, Document, Person, Topic
from tests.browser.archive import PRINTED_KEY, first_document, make_full_archive
from tests.desk.admin_pages import log_in
from tests.desk.test_held import WITH_NUMBER, load_text
from tests.ingest.load.forty_papers import load_paper
from tests.make import MINUTES
from tests.meetings.site.public_pages import PAGES

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# The dark mode changes only colours, so only the rules about colour are run again, in half the time.
BY_COLOUR = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 320, "height": 640}
ERRORS = ["400.html", "403.html", "403_csrf.html", "500.html"]
LISTS = ["document", "agendaitem", "topicterm", "person"]
ROWS: dict[str, Any] = {"document": Document, "agendaitem": AgendaItem, "topic": Topic, "person": Person}


@pytest.fixture
def site(live_server: LiveServer, transactional_db: None) -> str:
    make_full_archive()
    return live_server.url


def found_at(page: Page, addresses: list[str], do: Callable[[Page], None] | None = None) -> list[str]:
    """Return the findings of axe at the addresses in each mode, with all `<details>` open, after `do` was called."""
    found = []
    for address in addresses:
        page.set_viewport_size(WIDE)
        page.emulate_media(color_scheme="light")
        answer = page.goto(address)
        assert answer
        assert answer.status < 500, address
        page.evaluate(f"{AXE_SCRIPT}; document.querySelectorAll('details').forEach(one => {{ one.open = true }})")
        if do:
            do(page)
        found += [f"{address} in {mode}: {fault}" for mode in modes(page) for fault in violations(page, mode)]
    return found


def item_of(document: int) -> AgendaItem:
    """Return an item of a document."""
    return AgendaItem.objects.filter(document=document)[0]


def modes(page: Page) -> Iterator[str]:
    """Show the page in light colours, dark colours and 320 pixels wide, and yield the name of each mode."""
    yield "light"
    page.emulate_media(color_scheme="dark")
    yield "dark"
    page.set_viewport_size(NARROW)
    yield "320 pixels"


def violations(page: Page, mode: str) -> list[str]:
    """Return the findings of axe on the page in its present mode: rule, element, reason."""
    options = {**OPTIONS, **BY_COLOUR} if mode == "dark" else OPTIONS
    page.evaluate("Promise.all(document.getAnimations().map(one => one.finished))")
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


def test_no_public_page_breaks_a_rule(site: str, page: Page) -> None:
    page_of_document = f"/dokument/{PRINTED_KEY}/side/1/?q=drift"
    addresses = [*PAGES.values(), first_document(), f"{first_document()}?original=1", page_of_document]
    assert found_at(page, [site + address for address in addresses]) == []


def test_no_page_breaks_a_rule_in_english(site: str, page: Page) -> None:
    page.context.add_cookies([{"name": "sprog", "value": "en", "url": site}])
    addresses = [PAGES[name] for name in ("item", "search that found", "accessibility", "document's page with hits")]
    assert found_at(page, [site + address for address in addresses]) == []


def test_no_error_page_breaks_a_rule(site: str, page: Page) -> None:
    request = RequestFactory().get("/")
    for template in ERRORS:
        html = render_to_string(template, request=request)
        page.route(f"**/{template}", partial(Route.fulfill, body=html, content_type="text/html"))
    assert found_at(page, [f"{site}/{template}" for template in ERRORS]) == []


def type_in_the_box(page: Page) -> None:
    page.get_by_role("combobox").first.press_sequentially("aal")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")


def test_no_open_list_of_suggestions_breaks_a_rule(site: str, page: Page) -> None:
    addresses = [site + PAGES[name] for name in ("meeting", "front", "search")]
    assert found_at(page, addresses, type_in_the_box) == []


def test_no_page_of_the_archivist_breaks_a_rule(site: str, page: Page) -> None:
    session = log_in().cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": site}])
    own = [reverse(f"admin:{name}") for name in ("index", "meetings_document_queue", "meetings_document_upload")]
    lists = [reverse(f"admin:meetings_{name}_changelist") for name in LISTS]
    rows = [reverse(f"admin:meetings_{name}_change", args=[row.objects.first().pk]) for name, row in ROWS.items()]
    value = f"{reverse('admin:meetings_document_page', args=[MINUTES, 2])}?felt=title&punkt={item_of(MINUTES).pk}"
    held = [
        reverse(f"admin:meetings_document_{name}", args=[load_text(WITH_NUMBER).pk]) for name in ("numbers", "change")
    ]
    whole, short = (load_paper(name) for name in ("b1.txt", "b2.txt"))
    held += [reverse("admin:meetings_document_precedence", args=[one.pk]) for one in (whole, short)]
    assert found_at(page, [site + address for address in (*own, *lists, *rows, *held, value)]) == []


def test_the_archivists_door_breaks_no_rule(site: str, page: Page) -> None:
    assert found_at(page, [site + reverse("admin:login")]) == []


def test_the_page_of_changes_that_is_looked_at_has_changes(site: str, page: Page) -> None:
    page.goto(site + PAGES["changes"])
    expect(page.locator("ins, del").nth(2)).to_be_visible()  # the first two are the legend
