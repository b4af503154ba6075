"""The rows of lists of items as plain data, looked up once per row: a template takes several times as long for that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from django.utils.translation import get_language
from markupsafe import Markup

from meetings.date_format import long_date
from meetings.models import Decision, Meeting
from meetings.site.hits import excerpt, marked
from meetings.site.words import first_words, outcome_label, outcome_tone, region_name

WORDS = 32  # of a decision that is shown without hits


class OutcomeMark(NamedTuple):
    """An outcome with its label and the tone that decides its colour."""

    slug: str
    tone: str
    label: str


class ItemRow(NamedTuple):
    """A row of a list of items.

    `unusual` is the meeting if its members did not meet. `said` is the snippet, else how the decision begins, and None
    without either; `section` is where the snippet is from. `also` has the synonyms that the item was found by, or "".
    `outcomes` is None without a decision. `place` is the URL of the item in the original, or "".
    """

    region: str
    region_name: str
    day: str
    date: str
    number: str
    unusual: Meeting | None
    address: str
    title: Markup
    said: Markup | str | None
    section: str
    also: str
    outcomes: list[OutcomeMark] | None
    place: str


def item_rows(items: Iterable[Any]) -> Iterator[ItemRow]:
    """Yield the rows of items, whether found by a search, with hits and a snippet, or not."""
    language = get_language()
    for item in items:
        meeting, decision = item.meeting, getattr(item, "decision", None)
        region = meeting.region_id
        yield ItemRow(
            region=region,
            region_name=_region_name(region, language),
            day=meeting.date.isoformat(),
            date=long_date(meeting.date),
            number=item.number,
            unusual=None if meeting.is_gathering else meeting,
            address=item.get_absolute_url(),
            title=marked(getattr(item, "title_hits", "") or item.title),
            said=_said(getattr(item, "snippet", ""), decision),
            section=getattr(item, "snippet_of", ""),
            also=", ".join(getattr(item, "also", ())),
            outcomes=[_outcome(slug, language) for slug in decision.outcomes] if decision else None,
            place=getattr(item, "place", ""),
        )


def _said(snippet: str, decision: Decision | None) -> Markup | str | None:
    if snippet:
        return marked(excerpt(snippet.replace(" | ", " · ")))
    return first_words(decision.text, WORDS) if decision else None


@lru_cache(maxsize=20)
def _region_name(slug: str, _language: str | None) -> str:
    return region_name(slug)


@lru_cache(maxsize=40)
def _outcome(slug: str, _language: str | None) -> OutcomeMark:
    return OutcomeMark(slug, outcome_tone(slug), outcome_label(slug))
