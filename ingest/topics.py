"""What an item is about: up to three topics, by the terms in `data/terms.csv` and their weights.

A term is a word or several, "*" standing for how a word goes on: "flygtning*" finds flygtninge and flygtningefordeling.
The title counts most; in the text a term counts by how often it comes, and less the longer the text. Items of the
standing order of business are filed as such, whatever their text announces.
"""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain

from ingest.misreading import tolerant, tolerant_pattern
from meetings.vocabulary import TopicSlug

MOST = 3
IN_TITLE = 1.5  # for the strongest of a topic's terms in the title
IN_TEXT = 0.5
DILUTION_LETTERS = 1500  # a text of this length counts its terms for 1/sqrt(2)
ENOUGH = 3.5  # the least score a topic is given for
FAINT = 1.5  # what the best topic must have where none has enough
APPOINTING = 5.0
SHARE = 0.4  # of the first topic's score, for a further one
_FORMAL = tolerant_pattern(
    r"(?:godkendelse af )?(?:\w+ )?(?:dagsorden|(?:møde|beslutnings)?referat)\w*(?: (?:og|fra|til|af|for)\b.*)?|"
    r"(?:punkter til )?næste (?:KKR-)?møde.*|punkter til (?:næste|kommende).*|kommende møder?.*|åbning af mødet|"
    r"velkomst.*|eventuelt|mødeevaluering|lukket punkt|underskrift.*|opfølgning på (?:referat|sidste møde).*|"
    r"formalia|indledende punkter|afslutning"
)
_NEWS = tolerant_pattern(
    r"(?:orientering(?:er)?,? )?siden sidst.*|meddelelser.*|(?:gensidig )?orientering(?:er)?|nyt fra.*|"
    r"orientering(?:er)? fra (?:formand\w*|sekretariatet?|KKR\w*).*"
)
_OWN = re.compile(r"KKR", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """A word or words that speak for a topic, and how much."""

    topic: TopicSlug
    text: str
    weight: float


@cache
def default_terms() -> tuple[Term, ...]:
    """Read the terms that come with the archive."""
    table = resources.files("ingest").joinpath("data/terms.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return tuple(Term(TopicSlug(row["topic"]), row["term"], float(row["weight"])) for row in rows)


class Words:
    """The words of a text, lower case, by their first letter; a word with hyphens counts whole and in its parts."""

    def __init__(self, text: str, *, misread: bool) -> None:
        """Count the words. `misread` says that the text has no æ, ø and å where it should."""
        self.text = text
        self.misread = misread
        self.by_letter: dict[str, list[tuple[str, int]]] = {}
        for word, count in Counter(_split_words(text)).items():
            self.by_letter.setdefault(word[0], []).append((word, count))

    def count(self, term: str) -> int:
        """Count how often a term comes."""
        core = term.rstrip("*")
        if " " in core:
            return self.text.count(core) if not self.misread else len(_pattern(core).findall(self.text))
        found = self._near(core[0])
        if self.misread and not core.isascii():
            pattern = _pattern(core)
            match = pattern.match if term.endswith("*") else pattern.fullmatch
            return sum(count for word, count in found if match(word))
        if term.endswith("*"):
            return sum(count for word, count in found if word.startswith(core))
        return sum(count for word, count in found if word == core)

    def _near(self, letter: str) -> Iterable[tuple[str, int]]:
        """The words a term may be among: those with its first letter, or all where that may be misread."""
        if not self.misread or letter.isascii():
            return self.by_letter.get(letter, ())
        return chain.from_iterable(self.by_letter.values())


def _split_words(text: str) -> Iterator[str]:
    for word in re.findall(r"[\w@&]+(?:-[\w@&]+)*", text):
        yield word
        if "-" in word:
            yield from word.split("-")


@cache
def _pattern(core: str) -> re.Pattern[str]:
    return re.compile(tolerant(re.escape(core)))


def read_topics(
    title: str, texts: Sequence[str | None], terms: Sequence[Term] | None = None, *, appoints: bool = False
) -> tuple[TopicSlug, ...]:
    """Give the topics of an item, most important first.

    `terms` are the archive's own unless others are given; `appoints` says that the council is to appoint somebody.
    """
    if _FORMAL.fullmatch(title):
        return (TopicSlug.MOEDEFORMALIA,)
    if _OWN.fullmatch(title):
        return (TopicSlug.DEMOKRATI_OG_ORGANISERING,)
    body = "\n".join(filter(None, texts)).lower()
    scores = _scores(title.lower(), body, terms or default_terms())
    if appoints:
        scores[TopicSlug.UDPEGNINGER] = scores.get(TopicSlug.UDPEGNINGER, 0.0) + APPOINTING
    if _NEWS.fullmatch(title):
        return (TopicSlug.MOEDEFORMALIA, *_first(scores, ENOUGH)[: MOST - 1])
    best = max(scores.values(), default=0.0)
    if best < ENOUGH:
        return tuple(_first(scores, max(best, FAINT))[:1])
    return tuple(_first(scores, max(ENOUGH, SHARE * best))[:MOST])


def _first(scores: dict[TopicSlug, float], least: float) -> list[TopicSlug]:
    chosen = [topic for topic, score in scores.items() if score >= least]
    return sorted(chosen, key=lambda topic: -scores[topic])


def _scores(title: str, body: str, terms: Sequence[Term]) -> dict[TopicSlug, float]:
    misread = not re.search("[æøå]", title + body)
    in_title, in_body = Words(title, misread=misread), Words(body, misread=misread)
    dilution = math.sqrt(1 + len(body) / DILUTION_LETTERS)
    titled: dict[TopicSlug, float] = {}
    told: dict[TopicSlug, float] = {}
    for term in terms:
        if in_title.count(term.text):
            titled[term.topic] = max(titled.get(term.topic, 0.0), term.weight)
        count = in_body.count(term.text)
        if count:
            told[term.topic] = told.get(term.topic, 0.0) + term.weight * math.log2(1 + count) / dilution
    return {topic: IN_TITLE * titled.get(topic, 0.0) + IN_TEXT * told.get(topic, 0.0) for topic in {**titled, **told}}
