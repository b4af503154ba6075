"""The query parser: words, "exact phrases", -word, a or b, prefix*, field:value, case numbers, names, questions.

What was typed is first read as it was meant (`typed`), then freed of case numbers (`case_numbers`).

Every query is valid: whatever cannot be parsed as an operator is a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from meetings.search.language.case_numbers import is_standard, read_cases
from meetings.search.language.facets import TYPED_NAMES
from meetings.search.language.query_terms import QueryTerm, TermKind
from meetings.search.language.question_reading import is_question, says_nothing
from meetings.search.language.term_choices import Terms, with_choices
from meetings.search.language.term_runs import LONGEST_RUN, first_run
from meetings.search.language.typed import normalised
from meetings.search.language.verdicts import Verdict, read_verdict
from meetings.search.language.words import AT_AN_HOUR, HOUR, NOTING, STOP_WORDS, as_danish, read_tokens

FIELDS = (*TYPED_NAMES, "sag", "person", "efter", "før", "foer")

_CHUNK = re.compile(
    r"(?P<minus>(?<!\S)-(?=[^\s-]))?"
    rf"(?:(?P<field>{'|'.join(FIELDS)})\s*:\s*(?:\"(?P<quoted>[^\"]*)\"?|(?P<value>\S+))"
    r"|\"(?P<phrase>[^\"]+)\"?|(?P<word>[^\s\"]+))",
    re.IGNORECASE,
)
_HOUR = re.compile(rf"\b{HOUR}{AT_AN_HOUR.pattern}", re.IGNORECASE)
_OPPOSITES = {"efter": "før", "før": "efter"}
_OR = frozenset({"or", "eller", "|", "||"})
# A day in digits. "2.7" is a number.
_DAY = re.compile(r"\(?(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}/\d{1,2}|\d{1,2}\.\d{1,2}\.)[).,;:?]*")
_NUMBERS_JOINED = re.compile(r"\(?\d[\d.,]*(?:[-/]\d[\d.,]*)+[).,;:?]*")
_SERIAL = re.compile(r"[1-9][0-9]{2}(?:[0-9][1-9]|[1-9]0)")  # of a case, if nothing else is typed


class Field(NamedTuple):
    """A typed field: its Danish name, the value as typed, and whether a minus stood before it."""

    name: str
    value: str
    is_excluded: bool = False


@dataclass(frozen=True)
class Query:
    """A parsed query. Each of `clauses` must be matched by one of its terms, and none of `excluded` may match."""

    text: str = ""
    clauses: tuple[Terms, ...] = ()
    excluded: tuple[QueryTerm, ...] = ()
    fields: tuple[Field, ...] = ()
    case_numbers: tuple[str, ...] = ()
    is_question: bool = False
    verdict: Verdict | None = None

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
    asked = is_question(text)
    verdict, words = read_verdict(text, is_question=asked)
    reading = _read_chunks(words)
    if _SERIAL.fullmatch(text):
        reading.pieces += [_Piece(None), _Piece(QueryTerm(TermKind.CASE, (f"SAG-{text}",)))]
    pieces = list(_joined(reading.pieces))
    stop = STOP_WORDS
    if "efterretning" in text.lower().split():
        stop |= NOTING
    if _HOUR.search(text):
        stop |= {HOUR}
    kept = [piece for piece in pieces if not _is_stop(piece.term, stop)]
    if asked:
        kept = [piece for piece in kept if not _asks(piece.term)]
    clauses = list(_clauses([piece for piece in kept if not piece.is_excluded]))
    return Query(
        text=text,
        clauses=tuple(with_choices(clauses, beside_cases=bool(cases))),
        excluded=tuple(piece.term for piece in kept if piece.is_excluded and piece.term),
        fields=tuple(reading.fields),
        case_numbers=cases,
        is_question=asked,
        verdict=verdict,
    )


def _read_chunks(text: str) -> _QueryReader:
    reading = _QueryReader()
    for chunk in _CHUNK.finditer(text):
        minus = bool(chunk["minus"])
        if chunk["field"]:
            name = chunk["field"].lower()
            name = "før" if name == "foer" else TYPED_NAMES.get(name, name)
            name, minus = (_OPPOSITES[name], False) if minus and name in _OPPOSITES else (name, minus)
            reading.fields.append(Field(name, chunk["quoted"] or chunk["value"] or "", minus))
        elif chunk["phrase"]:
            words = tuple(token.text for token in read_tokens(chunk["phrase"]))
            reading.pieces += [_Piece(QueryTerm(TermKind.PHRASE, words), minus)] if words else []
        elif chunk["word"].lower() in _OR:
            reading.pieces.append(_Piece(None))
        else:
            reading.pieces += (_Piece(term, minus) for term in _terms(chunk["word"]))
    return reading


def _is_day(chunk: str) -> bool:
    numbers = [int(one) for one in re.findall(r"\d+", chunk)] if _DAY.fullmatch(chunk) else [0, 0]
    return 1 <= numbers[0] <= 31 and 1 <= numbers[1] <= 12


def _terms(chunk: str) -> Iterator[QueryTerm]:
    words = [token.text for token in read_tokens(chunk)]
    if is_standard(chunk):
        yield QueryTerm(TermKind.CASE, (chunk.upper(),))
        return
    if _is_day(chunk):
        day, month, *year = re.findall(r"\d+", chunk)
        yield QueryTerm(TermKind.DAY, (day, month))
        yield from (QueryTerm(TermKind.WORD, (one,)) for one in year)
        return
    if len(words) > 1 and _NUMBERS_JOINED.fullmatch(chunk):
        yield QueryTerm(TermKind.RUN, tuple(words))
        return
    for at, word in enumerate(words, 1):
        is_prefix = at == len(words) and chunk.rstrip(",.;)").endswith("*") and len(word) > 1
        yield QueryTerm(TermKind.PREFIX if is_prefix else TermKind.WORD, (word,))


def _joined(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Yield the pieces with words that belong together as one: numbers and their units, first names and last names."""
    at = 0
    while at < len(pieces):
        run = first_run(_run(pieces, at))
        yield _Piece(run) if run else pieces[at]
        at += len(run.words) if run else 1


def _run(pieces: Sequence[_Piece], at: int) -> list[str]:
    """Return the consecutive plain words from an index on, as many as can belong together."""
    words = []
    for piece in pieces[at : at + LONGEST_RUN]:
        if not piece.term or piece.term.kind is not TermKind.WORD or piece.is_excluded:
            break
        words.append(piece.term.words[0])
    return words


def _is_stop(term: QueryTerm | None, stop: frozenset[str]) -> bool:
    return term is not None and term.kind is TermKind.WORD and as_danish(term.words[0]).lower() in stop


def _asks(term: QueryTerm | None) -> bool:
    return term is not None and term.kind is TermKind.WORD and says_nothing(term.words[0])


def _clauses(pieces: Sequence[_Piece]) -> Iterator[Terms]:
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
