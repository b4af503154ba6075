"""What is read once for each edition of the archive, and every time where no edition is known."""

from __future__ import annotations

import itertools

import pytest
from django.test import Client
from pytest_django import Settings

from meetings.models import Document, Meeting
from meetings.models.editions import kept, of_edition


def test_what_is_kept_is_read_once_for_each_edition() -> None:
    numbers = itertools.count()
    read = kept(lambda: next(numbers))
    told = []
    for edition in ("1-1", "1-1", "2-2", "1-1"):
        with of_edition(edition):
            told.append(read())
    assert told == [0, 0, 1, 2]


def test_without_an_edition_it_is_read_every_time() -> None:
    numbers = itertools.count()
    read = kept(lambda: next(numbers))
    assert [read(), read()] == [0, 1]


@pytest.mark.django_db(transaction=True)
def test_a_first_sample_is_announced_on_the_next_page(archive: Meeting, settings: Settings) -> None:
    settings.PAGES_MB = 1
    reader = Client()
    assert "opdigtede" not in reader.get("/om/").content.decode().partition("<main")[0]
    Document.objects.update(is_sample=True)
    assert "opdigtede" in reader.get("/om/").content.decode().partition("<main")[0]
