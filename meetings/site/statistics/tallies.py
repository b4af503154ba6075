"""Counts of searchable items by year and KKR: by topic, by outcome, and of decisions.

They are computed from the one-character codes of the facet choices (`SearchChoice`) in the narrow table of search
entries: joining items with their topics, decisions and meetings takes five times as long.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.contrib.postgres.aggregates import StringAgg
from django.db import connection

from meetings.models import SearchEntry
from meetings.models.search_choice import letter
from meetings.models.search_entry import SearchEntryQuerySet
from meetings.shared.vocabulary import Outcome, TopicSlug

NONE = " "  # not used as a code
# Grouping by the key of the meeting is faster than by year and name. The choices' own rows have NULL for the year.
_TALLY = """
    SELECT NULL::integer, tag, id::text FROM meetings_searchchoice
    UNION ALL
    SELECT EXTRACT(YEAR FROM meeting.date)::integer, meeting.region_id, string_agg(found.choices, '')
    FROM ({by_meeting}) AS found JOIN meetings_meeting AS meeting ON meeting.id = found.meeting_id GROUP BY 1, 2
"""


class RegionYear(NamedTuple):
    """A year of a KKR, with the choice codes of all its items concatenated, item by item."""

    year: int
    region: str
    choices: str


class OutcomeCount(NamedTuple):
    """The number of decisions of a year and KKR that have exactly these outcomes."""

    year: int
    region: str
    outcomes: list[Outcome]
    n: int


@dataclass(frozen=True)
class Tally:
    """The code of each choice by its tag (`letters`), and the codes of all items by year and KKR (`places`)."""

    letters: Mapping[str, str]
    places: Sequence[RegionYear]

    def topics(self) -> Iterator[tuple[TopicSlug, int]]:
        """Yield the topics that have items, in vocabulary order, with the number of items."""
        choices = "".join(place.choices for place in self.places)
        yield from ((topic, n) for topic, its in self._topics() if (n := choices.count(its)))

    def topics_by_place(self) -> Iterator[tuple[TopicSlug, int, str, int]]:
        """Yield (topic, year, region, number of items), without zeros."""
        for topic, its in self._topics():
            for year, region, choices in self.places:
                if n := choices.count(its):
                    yield topic, year, region, n

    def decisions(self) -> Iterator[tuple[int, str, int]]:
        """Yield (year, region, number of decisions), without zeros."""
        decided = decision_pattern(self.letters)
        counts = ((year, region, len(decided.findall(choices))) for year, region, choices in self.places)
        yield from (row for row in counts if row[2])

    def outcomes(self) -> Iterator[OutcomeCount]:
        """Yield the number of decisions for each year, KKR and combination of outcomes."""
        decided = decision_pattern(self.letters)
        outcome_of = {its: outcome for outcome in Outcome if (its := self.letters.get(f"udfald:{outcome}"))}
        for year, region, choices in self.places:
            for letters, n in Counter(decided.findall(choices)).items():
                yield OutcomeCount(year, region, [outcome_of[its] for its in letters], n)

    def _topics(self) -> Iterator[tuple[TopicSlug, str]]:
        return ((topic, its) for topic in TopicSlug if (its := self.letters.get(f"emne:{topic}")))


def read_tally(entries: SearchEntryQuerySet | None = None) -> Tally:
    """Read the tally of `entries`, by default of all search entries. One query."""
    found = SearchEntry.objects.all() if entries is None else entries
    by_meeting = found.order_by().values("meeting_id").annotate(choices=StringAgg("choices", ""))
    sql, params = by_meeting.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_TALLY.format(by_meeting=sql), params)
        rows = cursor.fetchall()
    letters = {tag: letter(int(key)) for year, tag, key in rows if year is None}
    return Tally(letters, [RegionYear(*row) for row in rows if row[0] is not None])


def decision_pattern(letters: Mapping[str, str]) -> re.Pattern[str]:
    """Return a pattern that matches once for each item with a decision: its outcome codes, at least one.

    `letters` are the codes by tag. An item's codes are sorted by tag, and the first is never an outcome's, so that the
    outcomes of two items are never adjacent.
    """
    outcomes = "".join(its for tag, its in letters.items() if tag.startswith("udfald:"))
    return re.compile(f"[{re.escape(outcomes or NONE)}]+")
