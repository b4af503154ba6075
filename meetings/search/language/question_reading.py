"""Which queries are questions, and what their answers are: a number, a name, a day, a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from meetings.search.language.words import fold, match_words
from meetings.shared.vocabulary import RegionSlug

_ASKING = frozenset("hvad hvem hvor hvordan hvorfor hvorledes hvilke hvilken hvilket hvornaar hvorhen hvorfra".split())
_ASKING_VERBS = frozenset(
    "er har skal kan maa boer vil blev bliver findes faar goer mener var kommer havde skulle kunne faes fik".split()
)
# Question words, and words that go with them without saying what the question is about.
_QUESTION_WORDS = _ASKING | frozenset(
    "kkr mange meget laenge ofte staar sker skete sket siger sagde sagt mener mente handler betyder findes goer "
    "gjorde gjort faar fik faaet tog taget besluttede besluttet beslutning beslutninger beslutte gaar gik drejer der "
    "lang langt stor store egentlig kommer kom gang gange vedtaget vedtog vedtages noget nogen nogle mon mere flere "
    "mest flest faerre gerne lige enig enige holdning svarede svar spoergsmaal spurgte holdes "
    "afholdes nej ja nyt nyhed nyheder".split()
)
_VERY = frozenset("mange meget stor store lang langt laenge gammel".split())
_MONEY = re.compile(r"\b(?:kost\w*|pris\w*|beløb\w*|budget\w*|betal\w*|spare\w*|tilskud\w*|udgift\w*)\b", re.IGNORECASE)
_DECIDING = frozenset(
    "besluttede besluttet beslutning beslutningen vedtog vedtaget mente mener endte resultatet skete holdning".split()
)
_ASKED_THING = re.compile(r"\bhvor mange\b", re.IGNORECASE)
_COUNCIL = re.compile(r"\bkkr[\s-]+(\w+)", re.IGNORECASE)


class AnswerKind(Enum):
    """What a question asks for: a form of words, or what the council decided or said."""

    NUMBER = auto()
    NAME = auto()
    TIME = auto()
    PLACE = auto()
    DECISION = auto()


def is_question(text: str) -> bool:
    """Return whether a query is a question: with or without a question mark, the question word first or not."""
    words = _words(text)
    if '"' in text or len(words) < 3:
        return False
    return not _ASKING.isdisjoint(words) or words[0] in _ASKING_VERBS or text.rstrip().endswith("?")


def says_nothing(word: str) -> bool:
    """Return whether a word of a question belongs to the asking and not to what is asked about."""
    return fold(word) in _QUESTION_WORDS


def answer_kind(text: str) -> AnswerKind | None:
    """Return what a question asks for; None if its answer has no form of its own."""
    words = _words(text)
    after = dict(zip(words, [*words[1:], ""], strict=True))
    if "hvornaar" in after:
        return AnswerKind.TIME
    if "hvem" in after:
        return AnswerKind.NAME
    if not _DECIDING.isdisjoint(after):
        return AnswerKind.DECISION
    if after.get("hvor") in _VERY or ("hvad" in after and _MONEY.search(text)):
        return AnswerKind.NUMBER
    return AnswerKind.PLACE if {"hvor", "hvorhen", "hvorfra"} & after.keys() else None


def council_named(text: str) -> str:
    """Return the slug of the council that a question names, "KKR Nordjylland"; "" if it names none or several."""
    found = {fold(name).removesuffix("s") for name in _COUNCIL.findall(text)} & set(RegionSlug)
    return found.pop() if len(found) == 1 else ""


def asked_thing(text: str) -> str:
    """Return the word right after "hvor mange", the thing that the question is about; "" without one."""
    found = _ASKED_THING.search(text)
    return next((word[0] for word in match_words(text, found.end())), "") if found else ""


def _words(text: str) -> list[str]:
    return list(_folded(text))


def _folded(text: str) -> Iterator[str]:
    yield from (fold(word[0]) for word in match_words(text))
