"""The index entry of an item: the text of a tsvector, with the keys of its words and their positions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from meetings.search.language.clause_sql import quoted
from meetings.search.language.weights import FORMULA, SECTIONS, SENTENCE_GAP, WeightLabels
from meetings.search.language.word_pairs import is_common, pair
from meetings.search.language.words import (
    HOUR,
    NOTING,
    NOTING_VERB,
    SURFACE,
    TAG,
    TITLE,
    break_before,
    is_formula,
    keys,
    read_tokens,
)

# The version of the rules for keys. Entries of another edition are rewritten beside the readers (`search_renewal`).
EDITION = 5
# The oldest edition whose entries today's queries still read. It stays where keys are only added; where a key changes
# its form, it rises with EDITION, and the archive is not served before the older entries are rewritten.
READABLE_FROM = 4
MOST_WORDS = 40_000  # of one item; PostgreSQL limits a tsvector to 1 MB
_MOST_PLACES = 16_383  # PostgreSQL's limit: later words share the last position
_MOST_PLACES_A_WORD = 255  # PostgreSQL's limit


class IndexedText(NamedTuple):
    """The text of a vector, and the words that it was made from, as written."""

    vector: str
    words: set[str]


class _Called(NamedTuple):
    common: str  # the surface of a common word, else ""
    wholes: tuple[str, ...]
    parts: tuple[str, ...]
    as_formula: tuple[str, ...]  # the wholes that remain where it is part of a formula
    may_say_nothing: bool
    after_break: str  # the key of the break before it, if it begins a sentence


def index_texts(sections: Mapping[str, str], tags: Iterable[str] = (), also: str = "") -> IndexedText:
    """Index an item's sections (by their names in SECTIONS) and tags.

    `also` are words that lead to the item without occurring in it, such as misread ones. They are indexed only whole:
    nobody wrote the parts that they may happen to have.
    """
    filing, place = _Indexer(), 0
    for name, text in sections.items():
        place = filing.add(text, place, SECTIONS[name]) + SENTENCE_GAP
    filing.add(also, place, SECTIONS["body"], is_written=False)
    titled = (keys(token.text) for token in read_tokens(sections.get("title", "")))
    filing.bare.update(TITLE + key for found in titled for key in (found.surface, *found.wholes, *found.parts))
    filing.bare.update(TAG + tag for tag in tags)
    return IndexedText(str(filing), filing.words)


class _Indexer:
    """The index entry so far: keys with positions, keys without, and the words."""

    def __init__(self) -> None:
        self.places: defaultdict[str, list[str]] = defaultdict(list)
        self.bare: set[str] = set()
        self.words: set[str] = set()

    def add(self, text: str, place: int, letters: WeightLabels, *, is_written: bool = True) -> int:
        """Index the words of a text that begins after a position; return the position of its last word.

        If `is_written`, compounds are indexed by their parts too, and the words are candidates for correcting typos.
        """
        places, before, last = self.places, "", place
        for token in read_tokens(text, place):
            place, called = token.place, _call(token.text)
            last = self._add_break(called, last, place)
            if place >= MOST_WORDS:
                break
            at, told, wholes = str(min(place, _MOST_PLACES)), letters, called.wholes
            if called.may_say_nothing and is_formula(text, token.start, token.end):
                told, wholes = FORMULA, called.as_formula
            whole, part = at + told.whole, at + told.part
            for key in wholes:
                places[key].append(whole)
            for key in called.parts if is_written else ():
                places[key].append(part)
            if before and called.common:
                self.bare.add(pair(before, called.common))
            before = called.common
            if is_written:
                self.words.add(token.text)
        return place

    def _add_break(self, called: _Called, last: int, place: int) -> int:
        """Index the break between two words, if there is one; return the position of the second."""
        if place > last + 1:
            self.places[called.after_break].append(f"{min(last + 1, _MOST_PLACES)}D")
        return place

    def __str__(self) -> str:
        placed = (f"{key}:{','.join(at[:_MOST_PLACES_A_WORD])}" for key, at in self.places.items())
        return " ".join(chain(placed, map(quoted, self.bare)))


@lru_cache(maxsize=100_000)
def _call(word: str) -> _Called:
    found = keys(word)
    wholes = tuple(quoted(key) for key in (found.surface, *found.wholes))
    surface = found.surface.removeprefix(SURFACE)
    common = surface if is_common(surface) else ""
    as_formula = tuple(map(quoted, (found.surface, *({NOTING_VERB} & set(found.wholes)))))
    return _Called(
        common,
        wholes,
        tuple(map(quoted, found.parts)),
        as_formula,
        surface in NOTING | {HOUR},
        quoted(break_before(found.surface)),
    )
