"""What an item is about: up to three topics, by the terms in `data/terms.csv` and their weights.

A term is a word or several, "*" standing for how a word goes on: "flygtning*" finds flygtninge and flygtningefordeling.
The title counts most; in the text a term counts by how often it comes, and less the longer the text. Items of the standing
order of business are filed as such, whatever their text announces.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ingest.misreading import tolerant, tolerant_pattern
from meetings.vocabulary import TopicSlug

MOST = 3
IN_TITLE = 1.5  # for the strongest of a topic's terms in the title
IN_TEXT = 0.5
ENOUGH = 3.5  # the least score a topic is given for
SHARE = 0.4  # of the first topic's score, for a further one
_FORMAL = tolerant_pattern(
    r"godkendelse af (?:\w+ )?(?:dagsorden|referat|mødereferat|beslutningsreferat)\w*.*|(?:punkter til )?næste (?:KKR-)?møde.*|"
    r"punkter til (?:næste|kommende).*|eventuelt|kommende møder?.*|velkomst.*|åbning af mødet|mødeevaluering|lukket punkt|"
    r"underskrift.*|opfølgning på (?:referat|sidste møde).*"
)
_NEWS = tolerant_pattern(r"siden sidst.*|meddelelser.*|orientering(?:er)?(?: fra (?:formand\w*|sekretariatet?|KKR\w*).*)?|gensidig orientering.*|nyt fra.*")
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


@cache
def _pattern(term: str, misread: bool) -> re.Pattern[str]:
    core = re.escape(term.rstrip("*"))
    return re.compile(rf"\b{tolerant(core) if misread else core}" + ("" if term.endswith("*") else r"\b"))


def read_topics(title: str, texts: Sequence[str | None], terms: Sequence[Term] | None = None) -> tuple[TopicSlug, ...]:
    """Give the topics of an item, most important first. `terms` are the archive's own unless others are given."""
    if _FORMAL.fullmatch(title):
        return (TopicSlug.MOEDEFORMALIA,)
    if _OWN.fullmatch(title):
        return (TopicSlug.DEMOKRATI_OG_ORGANISERING,)
    body = "\n".join(filter(None, texts)).lower()
    scores = _scores(title.lower(), body, terms or default_terms())
    if _NEWS.fullmatch(title):
        return (TopicSlug.MOEDEFORMALIA, *_first(scores, ENOUGH)[: MOST - 1])
    least = max(ENOUGH, SHARE * max(scores.values(), default=0.0))
    return tuple(_first(scores, least)[:MOST])


def _first(scores: dict[TopicSlug, float], least: float) -> list[TopicSlug]:
    chosen = [topic for topic, score in scores.items() if score >= least]
    return sorted(chosen, key=lambda topic: -scores[topic])


def _scores(title: str, body: str, terms: Sequence[Term]) -> dict[TopicSlug, float]:
    misread = not re.search("[æøå]", title + body)
    dilution = math.sqrt(1 + len(body) / 1500)
    titled: dict[TopicSlug, float] = {}
    told: dict[TopicSlug, float] = {}
    for term in terms:
        if _count(term, title, misread):
            titled[term.topic] = max(titled.get(term.topic, 0.0), term.weight)
        in_body = _count(term, body, misread)
        if in_body:
            told[term.topic] = told.get(term.topic, 0.0) + term.weight * math.log2(1 + in_body) / dilution
    return {topic: IN_TITLE * titled.get(topic, 0.0) + IN_TEXT * told.get(topic, 0.0) for topic in {**titled, **told}}


def _count(term: Term, text: str, misread: bool) -> int:
    if not misread and term.text.rstrip("*") not in text:
        return 0
    return len(_pattern(term.text, misread).findall(text))
