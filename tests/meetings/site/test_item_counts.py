"""All pages count the same items: those with a page worth opening, not bare headings."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from meetings.models import Meeting
from tests.make import make_item
from tests.meetings.site.public_pages import text_of

# The archive has two headings, an item with text, and one with only a title, below a heading.
PAGES = ["/moeder/", "/nordjylland/", "/nordjylland/2025-10-24/", "/om/", "/soeg/"]


@pytest.fixture
def counted(archive: Meeting) -> Meeting:
    make_item(archive, "4", "Eventuelt")
    make_item(archive, "3.2", "Gensidig orientering", decision="Orienteret.")
    make_item(archive, "5", "Udgået", presentation="x", is_current=False)
    return archive


@pytest.mark.parametrize("address", PAGES)
def test_every_page_counts_the_same_items(client: Client, counted: Meeting, address: str) -> None:
    found = re.findall(r"(\d+) punkt(?:er)?\b|Punkter: (\d+)", text_of(client, address))
    assert {"".join(each) for each in found} == {"2"}


def test_the_meetings_page_says_what_it_leaves_out(client: Client, counted: Meeting) -> None:
    assert "2 punkter og 2 overskrifter" in text_of(client, counted.get_absolute_url())
