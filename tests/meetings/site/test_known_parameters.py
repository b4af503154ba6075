"""A page gets the query parameters that it knows, in one order; the links between pages have no others."""

from __future__ import annotations

import html
import re
from urllib.parse import urljoin

import pytest
from django.test import Client
from django.urls import resolve

from meetings.models import Meeting
from meetings.site.known_parameters import KNOWN, only
from meetings.site.urls import urlpatterns
from tests.meetings.site.public_pages import PAGES, STATUS, text_of

_LINK = re.compile(r'(?:href|src)="([^"#]*)\?([^"#]+)')


def test_every_page_with_parameters_is_a_page() -> None:
    assert KNOWN.keys() <= {pattern.name for pattern in urlpatterns}


@pytest.mark.parametrize("page", PAGES)
def test_no_link_has_a_parameter_that_its_page_does_not_know(archive: Meeting, client: Client, page: str) -> None:
    for path, query in _LINK.findall(text_of(client, PAGES[page], STATUS.get(page, 200))):
        known = KNOWN.get(resolve(urljoin(PAGES[page], path).partition("?")[0]).url_name or "", ())
        assert {part.partition("=")[0] for part in html.unescape(query).split("&")} <= set(known), (path, query)


@pytest.mark.parametrize(
    ("query", "left"),
    [("side=2&q=a&x=1", "q=a&side=2"), ("q=a&q=b", "q=a&q=b"), ("x", ""), ("q", "q="), ("q=a%20b", "q=a+b")],
)  # fmt: skip
def test_parameters_keep_their_values_and_get_an_order(query: str, left: str) -> None:
    assert only(("q", "side"), query) == left


@pytest.mark.parametrize("typed", ["q=\u00c3\u00a6\u00c3\u00b8", "q=%C3%A6%C3%B8", "q=%E6%F8", "q=\u00e6\u00f8"])
def test_letters_are_read_in_whatever_encoding_an_address_has_them_escaped_or_not(typed: str) -> None:
    assert only(("q",), typed) == "q=%C3%A6%C3%B8"


def test_the_admin_gets_what_it_is_asked(admin_client: Client) -> None:
    assert admin_client.get("/admin/meetings/meeting/?findesikke=1").headers["Location"].endswith("?e=1")
