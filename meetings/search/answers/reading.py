"""What is typed, as a question for pages: the days, councils, municipalities, topics, people and cases it names.

Each word is accounted for once, and what is left over (`rest`) tells how sure an answer can be: "oktober" is a meeting,
"budget oktober" is a search.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils import timezone

from meetings.search.answers.named import MOST_WORDS, Kind, Named, find_misspelt, find_named
from meetings.search.answers.wishes import FILLERS, PHRASES, WISHES, Wish
from meetings.search.language.dates import AskedDate, read_dates
from meetings.search.language.query import Query, read_query
from meetings.search.language.query_terms import TermKind
from meetings.search.language.words import fold

_WORD = re.compile(r"[^\W_]+")
_LABEL = re.compile(r"\b(?:person|deltager|kommune|region|emne|sag|kkr)\s*:\s*", re.IGNORECASE)
_PARTY = re.compile(r"\([A-ZÆØÅ]{1,3}\)")  # after a name, as in the lists of participants
_HOUR = re.compile(r"\bkl\.?\s?\d{1,2}(?:[.:]\d\d)?\b")


@dataclass(frozen=True)
class Reading:
    """The parts of a query.

    `words` are all that may be of a person's name, in order, folded; `rest` are those that name no place or topic.
    `names` are the names of people in a longer query, each as its words.
    """

    query: Query
    today: datetime.date
    dates: tuple[AskedDate, ...] = ()
    named: tuple[Named, ...] = ()
    wishes: frozenset[Wish] = frozenset()
    words: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    unfinished: bool = False

    @property
    def councils(self) -> list[str]:
        """The slugs of the councils that are named."""
        return [one.slug for one in self.named if one.kind is Kind.REGION]

    @property
    def wants_meeting(self) -> bool:
        """Whether a word says that it is a meeting that is wanted."""
        return bool(self.wishes & {Wish.MEETING, Wish.AGENDA, Wish.MINUTES, Wish.ABSENCE, Wish.PRESENCE})

    @property
    def wants_attendance(self) -> bool:
        """Whether it is asked who was there or away."""
        return bool(self.wishes & {Wish.ABSENCE, Wish.PRESENCE})


@dataclass
class _Words:
    """The words of a query while they are accounted for, one after another."""

    left: list[str]
    named: list[Named] = field(default_factory=list)
    wishes: set[Wish] = field(default_factory=set)
    words: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)

    def read(self) -> None:
        """Account for all words."""
        while self.left:
            length, named = self._named()
            if length:
                self.named += named
                self.words += self.left[:length]
            else:
                length = self._single()
            del self.left[:length]

    def _named(self) -> tuple[int, list[Named]]:
        for length in range(min(MOST_WORDS, len(self.left)), 0, -1):
            found = find_named(" ".join(self.left[:length]))
            if found:
                return length, found
        return 0, []

    def _single(self) -> int:
        """Account for the next word as a wish, a filler, a name with a slip, or none of these; return how many were."""
        for phrase, wish in PHRASES.items():
            length = phrase.count(" ") + 1
            if " ".join(self.left[:length]) == phrase:
                self.wishes.add(wish)
                return length
        word = self.left[0]
        if word in WISHES:
            self.wishes.add(WISHES[word])
        elif word not in FILLERS:
            misspelt = find_misspelt(word)
            self.named += misspelt
            self.words.append(word)
            self.rest += [] if misspelt else [word]
        return 1


def read(typed: str, *, unfinished: bool = False) -> Reading:
    """Return the parts of what was typed; `unfinished` if the last word may go on."""
    query, today = read_query(typed), timezone.localdate()
    text = _PARTY.sub(" ", _LABEL.sub(" ", query.text))
    dates, others = read_dates(fold(text), today)
    words = _Words(_WORD.findall(_HOUR.sub(" ", others) if dates else others))
    words.read()
    return Reading(
        query=query,
        today=today,
        dates=tuple(dates),
        named=tuple(dict.fromkeys(words.named)),
        wishes=frozenset(words.wishes),
        words=tuple(words.words),
        rest=(*words.rest, *(("-",) if query.excluded else ())),
        names=tuple(_names(query)),
        unfinished=unfinished,
    )


def _names(query: Query) -> Iterator[tuple[str, ...]]:
    for clause in query.clauses:
        for term in clause:
            if term.kind is TermKind.NAME:
                yield tuple(part for word in term.words for part in _WORD.findall(fold(word)))
