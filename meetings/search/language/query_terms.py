"""The terms of a query: one or more typed words with the way in which they are meant."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple


class TermKind(Enum):
    """The ways in which typed words are meant."""

    WORD = auto()
    PREFIX = auto()
    PHRASE = auto()  # exactly as written
    AMOUNT = auto()  # a number and its unit
    RUN = auto()  # numbers or signs that follow each other: a period, a paragraph
    DAY = auto()  # day, month and perhaps year, in digits or with the month's name
    TOGETHER = auto()  # a short word and a number that may be written as one: KV 25
    NAME = auto()  # a person's
    ITEM = auto()  # an item's number
    CASE = auto()  # a case number that is left out or one of several choices
    INITIALS = auto()  # a caseworker's


class QueryTerm(NamedTuple):
    """One or more typed words that are searched for together."""

    kind: TermKind
    words: tuple[str, ...]

    def __str__(self) -> str:
        text = " ".join(self.words)
        return f'"{text}"' if self.kind is TermKind.PHRASE else text + "*" * (self.kind is TermKind.PREFIX)
