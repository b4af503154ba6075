"""Suggestions while a query is typed: the answers to it as far as it goes, pages whose name goes on like it, titles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from meetings.models import AgendaItem, SearchEntry
from meetings.search.answers.answer import Answer
from meetings.search.answers.finder import find_answers
from meetings.search.answers.named import Kind, Named, begin_with
from meetings.search.answers.pages import named_answers
from meetings.search.answers.reading import Reading, read
from meetings.search.execution.counts import MatchingEntries
from meetings.search.execution.time_windows import read_extent
from meetings.search.language.clause_sql import title_prefixes
from meetings.search.language.typed import normalised
from meetings.search.language.words import read_tokens

SHORTEST = 2
MOST_OF_A_KIND = 4


class Suggestion(NamedTuple):
    """A suggested page: its kind, label and URL, and the language of the label if it is always the same."""

    kind: str
    label: str
    url: str
    lang: str = ""


def suggestions(typed: str) -> list[Suggestion]:
    """Return the suggestions, the surest first; none for fewer than two characters."""
    typed = normalised(typed)
    words = [token.text for token in read_tokens(typed)]
    if len(typed) < SHORTEST or not words:
        return []
    pages = {one.address: Suggestion(one.label, one.title, one.address) for one in _pages(typed)}
    return [*pages.values(), *_items(words)]


def _pages(typed: str) -> Iterator[Answer]:
    reading = read(typed, unfinished=True)
    yield from named_answers(_begun(reading), is_brief=True)
    yield from find_answers(reading)


def _begun(reading: Reading) -> Iterator[Named]:
    """Yield what has a name that begins with all that is typed."""
    begun = begin_with(" ".join(reading.words)) if reading.words else []
    for kind in (Kind.REGION, Kind.TOPIC, Kind.MUNICIPALITY):
        yield from [one for one in begun if one.kind is kind][:MOST_OF_A_KIND]


def _items(words: list[str]) -> Iterator[Suggestion]:
    """Yield items whose titles have all the words (the last may be incomplete), the newest first."""
    newest = MatchingEntries(SearchEntry.objects.answering(title_prefixes(words)), read_extent()).newest(MOST_OF_A_KIND)
    for item in AgendaItem.objects.filter(pk__in=newest).select_related("meeting__region").newest_first():
        yield Suggestion(_("Punkt"), f"{item.title}, {item.meeting}", item.get_absolute_url(), "da")
