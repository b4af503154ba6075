"""The query parser: words, "exact phrases", -word, a or b, prefix*, field:value, case numbers, names, questions.

What was typed is first read as it was meant (`typed`), then freed of case numbers (`case_numbers`).

Every query is valid: whatever cannot be parsed as an operator is a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from danish.shipped import shipped_lexicon
from meetings.search.language.case_numbers import is_standard, read_cases
from meetings.search.language.facets import TYPED_NAMES
from meetings.search.language.numbers import MONTHS, NUMBER_WORDS, UNITS
from meetings.search.language.place_names import is_place
from meetings.search.language.question_reading import is_question, says_nothing
from meetings.search.language.typed import normalised
from meetings.search.language.words import (
    AT_AN_HOUR,
    HOUR,
    NOTING,
    STOP_WORDS,
    as_danish,
    fold,
    knows,
    read_tokens,
    readings,
)

FIELDS = (*TYPED_NAMES, "sag", "person", "efter", "før", "foer")

_CHUNK = re.compile(
    r"(?P<minus>(?<!\S)-(?=[^\s-]))?"
    rf"(?:(?P<field>{'|'.join(FIELDS)})\s*:\s*(?:\"(?P<quoted>[^\"]*)\"?|(?P<value>\S+))"
    r"|\"(?P<phrase>[^\"]+)\"?|(?P<word>[^\s\"]+))",
    re.IGNORECASE,
)
_HOUR = re.compile(rf"\b{HOUR}{AT_AN_HOUR.pattern}", re.IGNORECASE)
_OR = frozenset({"or", "eller", "|", "||"})
_NUMBERS_JOINED = re.compile(r"\(?\d[\d.,]*(?:[-/]\d[\d.,]*)+[).,;:?]*")
_SERIAL = re.compile(r"[1-9][0-9]{2}(?:[0-9][1-9]|[1-9]0)")  # of a case, if nothing else is typed
_ITEM = frozenset({"punkt", "pkt"})
LONGEST_INITIALS, LONGEST_ABBREVIATION = 5, 4


class TermKind(Enum):
    """The ways in which typed words are meant."""

    WORD = auto()
    PREFIX = auto()
    PHRASE = auto()  # exactly as written
    AMOUNT = auto()  # a number and its unit
    RUN = auto()  # numbers or signs that stand one after the other: a day, a period, a paragraph
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


_Terms = tuple[QueryTerm, ...]  # of one clause


class Field(NamedTuple):
    """A typed field: its Danish name, and the value as typed."""

    name: str
    value: str


@dataclass(frozen=True)
class Query:
    """A parsed query. Each of `clauses` must be matched by one of its terms, and none of `excluded` may match."""

    text: str = ""
    clauses: tuple[tuple[QueryTerm, ...], ...] = ()
    excluded: tuple[QueryTerm, ...] = ()
    fields: tuple[Field, ...] = ()
    case_numbers: tuple[str, ...] = ()
    is_question: bool = False

    def __bool__(self) -> bool:
        return bool(self.text or self.case_numbers)


class _Piece(NamedTuple):
    term: QueryTerm | None  # None stands for an "or"
    is_excluded: bool = False


@dataclass
class _QueryReader:
    pieces: list[_Piece] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)


def read_query(typed: str) -> Query:
    """Return the query that was typed. Never raises."""
    text, cases = read_cases(normalised(typed))
    reading = _read_chunks(text)
    if _SERIAL.fullmatch(text):
        reading.pieces += [_Piece(None), _Piece(QueryTerm(TermKind.CASE, (f"SAG-{text}",)))]
    pieces = list(_joined(reading.pieces))
    asked = is_question(text)
    stop = STOP_WORDS
    if "efterretning" in text.lower().split():
        stop |= NOTING
    if _HOUR.search(text):
        stop |= {HOUR}
    kept = [piece for piece in pieces if not _is_stop(piece.term, stop)]
    if asked:
        kept = [piece for piece in kept if not _asks(piece.term)]
    return Query(
        text=text,
        clauses=tuple(_with_choices(list(_clauses([piece for piece in kept if not piece.is_excluded])), bool(cases))),
        excluded=tuple(piece.term for piece in kept if piece.is_excluded and piece.term),
        fields=tuple(reading.fields),
        case_numbers=cases,
        is_question=asked,
    )


def _read_chunks(text: str) -> _QueryReader:
    reading = _QueryReader()
    for chunk in _CHUNK.finditer(text):
        minus = bool(chunk["minus"])
        if chunk["field"]:
            name = chunk["field"].lower()
            name = "før" if name == "foer" else TYPED_NAMES.get(name, name)
            reading.fields.append(Field(name, chunk["quoted"] or chunk["value"] or ""))
        elif chunk["phrase"]:
            words = tuple(token.text for token in read_tokens(chunk["phrase"]))
            reading.pieces += [_Piece(QueryTerm(TermKind.PHRASE, words), minus)] if words else []
        elif chunk["word"].lower() in _OR:
            reading.pieces.append(_Piece(None))
        else:
            reading.pieces += (_Piece(term, minus) for term in _terms(chunk["word"]))
    return reading


def _terms(chunk: str) -> Iterator[QueryTerm]:
    words = [token.text for token in read_tokens(chunk)]
    if is_standard(chunk):
        yield QueryTerm(TermKind.CASE, (chunk.upper(),))
        return
    if len(words) > 1 and _NUMBERS_JOINED.fullmatch(chunk):
        yield QueryTerm(TermKind.RUN, tuple(words))
        return
    for at, word in enumerate(words, 1):
        is_prefix = at == len(words) and chunk.rstrip(",.;)").endswith("*") and len(word) > 1
        yield QueryTerm(TermKind.PREFIX if is_prefix else TermKind.WORD, (word,))


def _joined(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Yield the pieces with numbers joined to their units, days to their months, and first names to last names."""
    at = 0
    while at < len(pieces):
        run = _run(pieces, at)
        for kind, read in _RUNS.items():
            length = read(run)
            if length > 1:
                yield _Piece(QueryTerm(kind, tuple(run[:length])))
                at += length
                break
        else:
            yield pieces[at]
            at += 1


def _run(pieces: Sequence[_Piece], at: int) -> list[str]:
    """Return the consecutive plain words from an index on."""
    words = []
    for piece in pieces[at:]:
        if not piece.term or piece.term.kind is not TermKind.WORD or piece.is_excluded:
            break
        words.append(piece.term.words[0])
    return words


def _amount(words: Sequence[str]) -> int:
    """Return how many of the first words form an amount: "2,7 mia kr"."""
    if not words or not (words[0][0].isdigit() or words[0].lower() in NUMBER_WORDS):
        return 0
    units = 1
    while units < len(words) and words[units].lower() in UNITS:
        units += 1
    return units


def _signed(words: Sequence[str]) -> int:
    """Return 2 if the first words are a paragraph's sign and number, or a day and its month; else 0."""
    if len(words) < 2:
        return 0
    is_day = words[0].isdigit() and len(words[0]) < 3 and words[1].lower() in MONTHS
    return 2 if is_day or (words[0].startswith("§") and words[1][0].isdigit()) else 0


def _item(words: Sequence[str]) -> int:
    """Return 2 if the first words are "punkt" and an item's number; else 0."""
    return 2 if len(words) > 1 and words[0].lower() in _ITEM and words[1][0].isdigit() else 0


def _name(words: Sequence[str]) -> int:
    """Return how many of the first words form a person's name: two or more that are names, but not of places."""
    length = 0
    while length < min(len(words), 4) and _goes_on_a_name(words[:length], words[length]):
        length += 1
    return length if length > 1 and any(_is_only_name(word) for word in words[:length]) else 0


def _goes_on_a_name(before: Sequence[str], word: str) -> bool:
    """Return whether a word may begin or continue a name: after a first name any capitalised word may."""
    after_name = any(_is_only_name(one) for one in before) and word.istitle() and not is_place(fold(word))
    return after_name or _may_be_name(word)


def _may_be_name(word: str) -> bool:
    low = word.lower()
    if is_place(fold(low)) or low in STOP_WORDS or not low.replace("-", "").isalpha():
        return False
    cost = shipped_lexicon().cost(low)
    return _is_only_name(low) or (word[0].isupper() and not word.isupper() and (cost is None or cost > 11))


def _is_only_name(word: str) -> bool:
    return any(all(map(shipped_lexicon().is_name, one.lower().split("-"))) for one in readings(word))


_RUNS = {TermKind.AMOUNT: _amount, TermKind.RUN: _signed, TermKind.ITEM: _item, TermKind.NAME: _name}


def _is_stop(term: QueryTerm | None, stop: frozenset[str]) -> bool:
    return term is not None and term.kind is TermKind.WORD and as_danish(term.words[0]).lower() in stop


def _asks(term: QueryTerm | None) -> bool:
    return term is not None and term.kind is TermKind.WORD and says_nothing(term.words[0])


def _clauses(pieces: Sequence[_Piece]) -> Iterator[tuple[QueryTerm, ...]]:
    """Yield the terms of each clause: those joined by "or" together, others alone."""
    clause: list[QueryTerm] = []
    joins = False
    for piece in pieces:
        if piece.term is None:
            joins = bool(clause)
        elif joins or not clause:
            clause.append(piece.term)
            joins = False
        else:
            yield tuple(clause)
            clause = [piece.term]
    if clause:
        yield tuple(clause)


def _with_choices(clauses: Sequence[_Terms], beside_cases: bool) -> Iterator[_Terms]:
    """Yield the clauses, with what single words may be besides: initials, or one word with the number beside them."""
    for at, terms in enumerate(clauses):
        one = terms[0].words[0]
        if len(terms) > 1 or terms[0].kind is not TermKind.WORD:
            yield terms
            continue
        pairs = [(*a, *b) for a, b in pairwise(clauses[max(0, at - 1) : at + 2])]
        together = [pair for pair in pairs if _may_be_one_word(pair)]
        others = [QueryTerm(TermKind.TOGETHER, tuple(term.words[0] for term in pair)) for pair in together]
        if one.isalpha() and len(one) <= LONGEST_INITIALS and (beside_cases or not knows(one)):
            others.append(QueryTerm(TermKind.INITIALS, (one,)))
        yield (*terms, *others)


def _may_be_one_word(terms: Sequence[QueryTerm]) -> bool:
    """Return whether the terms are an abbreviation and a number, as in KV 25."""
    if len(terms) != 2 or any(term.kind is not TermKind.WORD for term in terms):
        return False
    (word,), (number,) = terms[0].words, terms[1].words
    return word.isalpha() and len(word) <= LONGEST_ABBREVIATION and number.isdigit() and len(number) <= len("2030")
