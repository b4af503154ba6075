"""Suggestions while a reader types: cases, topics, municipalities, people, titles of items."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from meetings.models import AgendaItem, Municipality, Person, SearchEntry
from meetings.search.execution.counts import MatchingEntries
from meetings.search.execution.time_windows import read_extent
from meetings.search.language.clause_sql import title_prefixes
from meetings.search.language.query import read_query
from meetings.search.language.words import fold, read_tokens
from meetings.shared.vocabulary import TopicSlug

SHORTEST = 2
MOST_OF_A_KIND = 4


class Suggestion(NamedTuple):
    """A suggested page: its kind, label and URL, and the language of the label if it is always the same."""

    kind: str
    label: str
    url: str
    lang: str = ""


def suggestions(typed: str) -> list[Suggestion]:
    """Return the suggestions, at most four of a kind; none for fewer than two characters."""
    typed = typed.replace("\x00", "").strip()
    words = [token.text for token in read_tokens(typed)]
    if len(typed) < SHORTEST or not words:
        return []
    return [*_cases(typed), *_topics(typed), *_municipalities(typed), *_people(typed), *_items(words)]


def _cases(typed: str) -> Iterator[Suggestion]:
    for number in read_query(typed).case_numbers:
        if SearchEntry.objects.tagged(f"sag:{number}").exists():
            yield Suggestion(_("Sag"), number, reverse("case", args=[number]))


def _topics(typed: str) -> Iterator[Suggestion]:
    """Yield topics by their names in the reader's language, and in Danish, the language of the records."""
    found = (slug for slug in TopicSlug if _begins(_(slug.label), typed) or _begins(slug.label, typed))
    for slug in islice(found, MOST_OF_A_KIND):
        yield Suggestion(_("Emne"), _(slug.label), reverse("topic", args=[slug]))


def _municipalities(typed: str) -> Iterator[Suggestion]:
    for one in Municipality.objects.filter(name__istartswith=typed)[:MOST_OF_A_KIND]:
        yield Suggestion(_("Kommune"), one.name, reverse("municipality", args=[one.slug]))


def _people(typed: str) -> Iterator[Suggestion]:
    for one in Person.objects.filter(name__istartswith=typed).order_by("name")[:MOST_OF_A_KIND]:
        yield Suggestion(_("Deltager"), one.name, reverse("person", args=[one.slug]))


def _items(words: list[str]) -> Iterator[Suggestion]:
    """Yield items whose titles have all the words (the last may be incomplete), the newest first."""
    newest = MatchingEntries(SearchEntry.objects.answering(title_prefixes(words)), read_extent()).newest(MOST_OF_A_KIND)
    for item in AgendaItem.objects.filter(pk__in=newest).select_related("meeting__region").newest_first():
        yield Suggestion(_("Punkt"), f"{item.title}, {item.meeting}", item.get_absolute_url(), "da")


def _begins(label: str, typed: str) -> bool:
    return any(fold(part).startswith(fold(typed)) for part in (label, *label.split()))
