"""Mentions of a person in the texts of items, found through the search index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db import OperationalError

from meetings.addresses import address_of
from meetings.models import Person, SearchEntry
from meetings.search.execution.results import find
from meetings.search.execution.timeout import limited, was_stopped
from meetings.search.language.query import read_query

SHOWN = 5


@dataclass(frozen=True)
class PersonMentions:
    """The latest items that mention a person, the total count, and the address of the search for all of them."""

    items: list[Any]
    count: int
    count_is_exact: bool
    address: str


def find_mentions(person: Person) -> PersonMentions | None:
    """Return the items that mention the person; None if the search hits its time limit."""
    asked = f'person:"{person.name}"'
    try:
        with limited():
            found = find(read_query(asked), SearchEntry.objects.all(), by_relevance=False)
            items = found.items(0, SHOWN)
    except OperationalError as error:
        if not was_stopped(error):
            raise
        return None
    address = f"{address_of('search')}?{urlencode({'q': asked, 'sorter': 'dato'})}"
    return PersonMentions(items, found.count, found.count_is_exact, address)
