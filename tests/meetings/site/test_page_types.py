"""The list of all kinds of pages that other tests go through is complete."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import get_resolver

from meetings.models import Meeting
from meetings.site import urls
from tests.meetings.site.public_pages import PAGES, STATUS

# Addresses that are not pages.
ELSEWHERE = {"robots", "suggest", "language", "was", "original", "page-picture", "place"}


def test_every_kind_of_page_is_in_the_list() -> None:
    resolver = get_resolver()
    shown = {resolver.resolve(PAGES[name].partition("?")[0]).url_name for name in PAGES if name != "missing"}
    assert {pattern.name for pattern in urls.urlpatterns} - shown - ELSEWHERE == set()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_the_list_is_there(client: Client, archive: Meeting, name: str) -> None:
    assert client.get(PAGES[name]).status_code == STATUS.get(name, 200)
