"""The councils, municipalities and topics by the names that people type: folded, in Danish and English, with a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from django.utils import translation
from django.utils.translation import gettext

from danish.inflection import headwords
from meetings.search.answers.topic_words import TOPIC_WORDS
from meetings.search.language.slips import slips, slips_allowed
from meetings.search.language.words import STOP_WORDS, fold, knows
from meetings.shared.municipality_names import municipality_names
from meetings.shared.vocabulary import RegionSlug, TopicSlug

MOST_WORDS = 4  # of a name
_SHORTEST_SLIP = 5
_SHORTEST_BEGINNING = 3  # of a council's name
_WORD = re.compile(r"[^\W_]+")
_AREA = re.compile(r"(.{3,}?)s?(?:omraade[rt]?|omraaderne|politik|politikken|sektoren|sager)$")
_ADJECTIVES = {
    RegionSlug.NORDJYLLAND: "nordjysk nordjyske", RegionSlug.MIDTJYLLAND: "midtjysk midtjyske",
    RegionSlug.SYDDANMARK: "syddansk syddanske", RegionSlug.SJAELLAND: "sjællandsk sjællandske",
}  # fmt: skip
_OTHER_NAMES = {"koebenhavn": "kbh cph copenhagen", "helsingoer": "elsinore", "frederiksberg": "frb"}


class Kind(StrEnum):
    """What an answer is about: the word that programs read (`manage.py search`)."""

    CASE = "case"
    MEETING = "meeting"
    PERSON = "person"
    REGION = "region"
    MUNICIPALITY = "municipality"
    TOPIC = "topic"


class Named(NamedTuple):
    """A council, municipality or topic that is named, and whether it is by its name without a slip."""

    kind: Kind
    slug: str
    is_exact: bool = True


def find_named(words: str) -> list[Named]:
    """Return what the folded words name, also in the genitive: "aalborg", "aalborgs", "boern og unge"."""
    known = _names()
    for form in (words, words.removesuffix("s"), *_headword(words)):
        if form in known:
            return known[form]
    return _plain_names().get(_plain(words), []) or _shortened_council(words) or _parted_place(words)


def _shortened_council(words: str) -> list[Named]:
    """Return the council of "kkr nord" or "kkr sjæl"."""
    called, _space, beginning = words.partition(" ")
    if called != "kkr" or len(beginning) < _SHORTEST_BEGINNING:
        return []
    return [Named(Kind.REGION, region) for region in RegionSlug if region.startswith(beginning)]


def _parted_place(words: str) -> list[Named]:
    """Return the place whose name is written in two words where it is one: "mariager fjord"."""
    if words.count(" ") != 1:
        return []
    return [one for one in _names().get(words.replace(" ", ""), []) if one.kind is not Kind.TOPIC]


def _headword(word: str) -> Iterator[str]:
    """Yield the topic's word in "sundhedsområdet" or "uddannelser"."""
    if " " in word:
        return
    area = _AREA.fullmatch(word)
    if area:
        yield area[1]
    yield from (fold(one) for one in headwords(word) if one in _topic_words())


def find_misspelt(word: str) -> list[Named]:
    """Return what a folded word that is in no dictionary names with a slip; the first letter must be right."""
    if len(word) < _SHORTEST_SLIP or not word.isalpha() or knows(word):
        return []
    most = slips_allowed(word)
    near = [(slips(word, name, most), name) for name in _single_words() if name[0] == word[0]]
    found = min(near, default=(most + 1, ""))
    return [one._replace(is_exact=False) for one in _names()[found[1]]] if found[0] <= most else []


def begin_with(typed: str) -> list[Named]:
    """Return what has a name, or a word of a name, that begins with what is typed, folded."""
    found = (one for name, named in _names().items() if name.startswith(typed) for one in named)
    return list(dict.fromkeys(found))


@cache
def _names() -> dict[str, list[Named]]:
    names: dict[str, list[Named]] = {}
    for name, named in _named():
        words = " ".join(_WORD.findall(fold(name)))
        if named not in names.setdefault(words, []):
            names[words].append(named)
    return names


@cache
def _plain_names() -> dict[str, list[Named]]:
    """Return what has æ, ø or å in its name by the name with plain letters: kobenhavn, alborg."""
    return {_plain(name): named for name, named in _names().items() if _plain(name) != name}


def _plain(folded: str) -> str:
    return folded.replace("oe", "o").replace("aa", "a").replace("ae", "a")


@cache
def _single_words() -> list[str]:
    return [name for name in _names() if " " not in name and len(name) >= _SHORTEST_SLIP]


@cache
def _topic_words() -> frozenset[str]:
    labels = [*(slug.label for slug in TopicSlug), *TOPIC_WORDS.values()]
    return frozenset(word for label in labels for word in label.lower().split()) - STOP_WORDS


def _named() -> Iterator[tuple[str, Named]]:
    """Yield every name with what it names: names in full, then parts of names."""
    for region in RegionSlug:
        for name in (region.label, *_ADJECTIVES.get(region, "").split()):
            yield name, Named(Kind.REGION, region)
    yield from _municipalities()
    yield from _topics()


def _municipalities() -> Iterator[tuple[str, Named]]:
    for one in municipality_names():
        parts = _parts(one.name) if "-" in one.name else []
        for name in (*one.forms, one.official_name, *parts, *_OTHER_NAMES.get(one.slug, "").split()):
            yield name, Named(Kind.MUNICIPALITY, one.slug)


def _topics() -> Iterator[tuple[str, Named]]:
    for topic in TopicSlug:
        for name in (topic.label, _english(topic.label), *_parts(topic.label.lower()), *TOPIC_WORDS[topic].split()):
            yield name, Named(Kind.TOPIC, topic)


def _parts(name: str) -> list[str]:
    return [word for word in _WORD.findall(name) if word not in STOP_WORDS | {"Høje"}]


def _english(label: str) -> str:
    with translation.override("en"):
        return gettext(label)
