"""The sentence of a text that answers a question, with what was asked for marked: a number, a name, a day, a place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from danish.shipped import shipped_lexicon
from meetings.search.language.marking import HighlightTerms, Hits
from meetings.search.language.place_names import is_place
from meetings.search.language.question_reading import AnswerKind
from meetings.search.language.words import Token, ends_sentence, fold

LONGEST = 320  # characters of a sentence that is shown whole
MOST_LOOKED_AT = 6  # sentences of a text, those with the most words of the question
COMMON = 8.6  # a word with a lower cost in the lexicon is no surname
OF_THE_TITLE = 0.3  # of what a word tells, if the title has it
OF_AN_ANSWER = 0.25  # of what the question's words tell together: what a sentence gains by an answer of the right kind

_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_CAPITAL = r"[A-ZÆØÅ][\w’'-]+"
_CROWNS = r"(?:kr\.?|kroner)"
_UNIT = rf"(?:\s?(?:%|pct\.?|procent|(?:mio|mia|millioner|milliarder)\.?(?:\s?{_CROWNS})?|{_CROWNS}))"
_NUMBER_WORDS = "to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv"
_PATTERNS = {
    AnswerKind.NUMBER: re.compile(
        rf"(?<![\w.,§/-])(?!(?:19|20)\d\d\b(?!,|\.\d|{_UNIT}))\d+(?:\.\d{{3}})*(?:,\d+)?(?:[-–]\d+)?"
        rf"(?!\.\s?(?:{_MONTHS})|[\w/.-]*\d){_UNIT}?|(?<![\w-])(?:{_NUMBER_WORDS})(?![\w-]){_UNIT}?"
    ),
    AnswerKind.TIME: re.compile(
        rf"\d{{1,2}}\.\s?(?:{_MONTHS})(?:\s\d{{4}})?|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}"
        rf"|(?:primo|medio|ultimo)\s(?:{_MONTHS}|\d{{4}})(?:\s\d{{4}})?|\d\.\s?(?:kvartal|halvår)(?:\s\d{{4}})?"
        rf"|(?:{_MONTHS})(?:\s\d{{4}})?|kl\.\s?\d{{1,2}}(?:[.:]\d\d)?|\b(?:19|20)\d\d\b",
        re.IGNORECASE,
    ),
    AnswerKind.NAME: re.compile(rf"{_CAPITAL}(?:\s(?:[A-ZÆØÅ]\.|{_CAPITAL}))+"),
    AnswerKind.PLACE: re.compile(
        rf"(?<=\b[ip][å\s])\s?{_CAPITAL}(?:\s{_CAPITAL})*|(?<=\bhos\s){_CAPITAL}(?:\s{_CAPITAL})*"
    ),
}
_BREAK = re.compile(r"\n+|[.!?]\s+")


class Sentence(NamedTuple):
    """A sentence with its hits and its answer marked, and how much of the question it tells."""

    text: str
    tells: float


@dataclass(frozen=True)
class AnswerFinder:
    """A question, prepared for finding its answer in many texts: its terms, what each tells, what it asks for."""

    terms: HighlightTerms
    tells: Sequence[float]
    kind: AnswerKind | None

    def find(self, text: str, title: Hits) -> Sentence:
        """Return the sentence of a text that tells most, the first among equals; an empty one if none does.

        What the title has, which stands above, counts little.
        """
        known = {hit.text.lower() for hit in title.words}
        likely = _with_most_hits(text, self.terms.hits(text), known)
        sentences = (self._read(one, title.met) for one in likely)
        return max(sentences, key=lambda one: one.tells, default=Sentence("", 0.0))

    def _read(self, text: str, titled: Collection[int]) -> Sentence:
        hits = self.terms.hits(text)
        tells = sum(self.tells[at] * (OF_THE_TITLE if at in titled else 1) for at in hits.met)
        answer = _answer(hits, self.kind)
        if answer:
            tells += OF_AN_ANSWER * sum(self.tells)
            others = [hit for hit in hits.words if hit.end <= answer.start or hit.start >= answer.end]
            hits = replace(hits, words=sorted([*others, answer], key=lambda hit: hit.start))
        return Sentence(hits.marked if len(text) <= LONGEST else hits.snippet, tells)


def _answer(hits: Hits, kind: AnswerKind | None) -> Token | None:
    """Return what a sentence has of the kind that is asked for, the nearest to a hit; None if it has nothing."""
    found = [
        Token(one.start(), one.end(), one[0], 0)
        for one in (_PATTERNS[kind].finditer(hits.text) if kind in _PATTERNS else ())
        if kind is not AnswerKind.NAME or _is_name(one[0])
    ]
    return min(found, key=lambda one: _distance(one, hits), default=None) if hits.words else None


def _distance(answer: Token, hits: Hits) -> int:
    return min(max(hit.start - answer.end, answer.start - hit.end, 0) for hit in hits.words)


def _is_name(words: str) -> bool:
    """Return whether capitalised words are a person's name, and neither a place nor a body: Danske Regioner."""
    low, lexicon = words.lower().split(), shipped_lexicon()
    of_body = any((lexicon.cost(one) or COMMON) < COMMON for one in low[1:])
    is_named = any(lexicon.is_name(piece) for one in (low[0], low[-1]) for piece in one.split("-"))
    return is_named and not of_body and not any(is_place(fold(one)) for one in low)


def _with_most_hits(text: str, hits: Hits, known: Set[str]) -> Iterator[str]:
    """Yield the few sentences of a text that have the most different words of a question that are not known."""
    spans = _spans(text) if hits.words else []
    starts = [start for start, _end in spans]
    words: defaultdict[int, set[str]] = defaultdict(set)
    for hit in hits.words:
        words[bisect_right(starts, hit.start) - 1].add(hit.text.lower())
    for at in sorted(words, key=lambda at: (-len(words[at] - known), -len(words[at]), at))[:MOST_LOOKED_AT]:
        start, end = spans[at]
        yield text[start:end].strip()


def _spans(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a text begin and end; a line of a list or a row of a table is one."""
    ends = [
        found.end()
        for found in _BREAK.finditer(text)
        if "\n" in found[0] or ends_sentence(text, found.start(), found.end())
    ]
    starts = [0, *ends]
    return list(zip(starts, [*ends, len(text)], strict=True))
