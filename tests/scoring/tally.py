"""The scores of a document, field by field, with a description of every miss."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


class Field(StrEnum):
    """The fields that are scored; `how` says how each is counted."""

    how: str

    def __new__(cls, value: str, how: str) -> Field:
        member = str.__new__(cls, value)
        member._value_ = value
        member.how = how
        return member

    MEETING = "meeting", "kind, region, date, start time and place; of the samples also supplementary and corrected"
    PARTICIPANTS = "participants", "name, municipality and status, all three right"
    PARTIES = "parties", "name and party, both right"
    ITEMS = "items", "numbers of the items, each once"
    ORDER = "order", "1 where the items stand in the document's order"
    TITLES = "titles", "titles that read the same, case and kinds of dashes and quotes aside"
    NEAR_TITLES = "near titles", "titles of which 80 % of the words agree in their consonants"
    CASE_NUMBERS = "case numbers", "items with the right case number, or rightly without"
    CASEWORKERS = "caseworkers", "initials of the caseworkers"
    SECTIONS = "sections", "sections of which 90 % of the words agree in their consonants"
    SECTION_WORDS = "section words", "mean share of the words of a section that agree in their consonants"
    DECISION_WORDS = "decision words", "words of decisions less the edits that make one text the other"
    OUTCOME = "outcome", "items with a decision whose strongest outcome is right"
    OUTCOMES = "outcomes", "all outcomes of the decisions"
    ASKS_FOR = "asks for", "what recommendations ask for"
    ATTACHMENTS = "attachments", "names of which 80 % of the words agree in their consonants"
    TOPICS = "topics", "topics, in any order"
    FIRST_TOPIC = "first topic", "items whose first topic is right"
    LINES = "lines", "1 where the repaired text has a line for each line of the source"
    LETTERS = "letters", "words of misread stretches that read right after repair"
    LETTERS_BEFORE = "letters before", "the same before repair"
    UNDAMAGED = "undamaged", "words that were right and still are after repair"


@dataclass
class Count:
    """How many values were found, how many were wanted, and how many of them agree."""

    hits: float = 0
    found: float = 0
    wanted: float = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.hits + other.hits, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float | None:
        """The share of found values that are right; None if nothing was found."""
        return self.hits / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of wanted values that were found; None if nothing was wanted."""
        return self.hits / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None if nothing was wanted and nothing found."""
        return 2 * self.hits / (self.found + self.wanted) if self.found + self.wanted else None


@dataclass
class Tally:
    """The counts of a document by field, its misses, and how many words repair damaged (None for a misread source)."""

    counts: dict[Field, Count] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)
    damaged_words: float | None = None

    def add(self, name: Field, count: Count, miss: str = "") -> None:
        """Add a count to a field; `miss` is recorded unless everything found and wanted agrees."""
        self.counts[name] = self.counts.get(name, Count()) + count
        if miss and not count.hits == count.found == count.wanted:
            self.misses.append(f"{name}: {miss}")

    def share(self, name: Field, right: float, of: float = 1, miss: str = "") -> None:
        """Add a share to a field: `right` out of `of`."""
        self.add(name, Count(right, of, of), miss)

    def same(self, name: Field, where: str, found: object, wanted: object) -> None:
        """Add one value, which is right if it equals the wanted one."""
        self.share(name, found == wanted, miss=f"{where}: found {found!r}, wanted {wanted!r}")

    def sets(self, name: Field, where: str, found: Iterable[T], wanted: Iterable[T]) -> None:
        """Add the overlap of two sets of values."""
        left, right = set(found), set(wanted)
        miss = f"{where}: {_only(left, right, 'found')}{_only(right, left, 'wanted')}"
        self.add(name, Count(len(left & right), len(left), len(right)), miss.rstrip("; "))

    def f1(self, name: Field) -> float | None:
        """Return the F1 of a field; None if it was not counted."""
        return self.counts.get(name, Count()).f1


def _only(these: Collection[T], those: Collection[T], word: str) -> str:
    extra = sorted(map(str, set(these) - set(those)))
    return f"{word} {', '.join(extra)}; " if extra else ""


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the summed counts of many documents."""
    together = Tally()
    for tally in tallies:
        for name, count in tally.counts.items():
            together.add(name, count)
        together.misses += tally.misses
        if tally.damaged_words is not None:
            together.damaged_words = (together.damaged_words or 0) + tally.damaged_words
    return together


def below(tallies: Iterable[Tally], floors: Mapping[Field, float]) -> dict[str, float]:
    """Return the fields whose F1 is below its floor, with their F1; a field without a floor must reach 1."""
    together = total(tallies)
    figures = {name: together.f1(name) for name in together.counts}
    return {name: figure for name, figure in figures.items() if figure is not None and figure < floors.get(name, 1)}
