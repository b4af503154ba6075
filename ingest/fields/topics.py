"""Classification of items: up to three topics, by the weighted terms in `data/terms.csv`.

A term is one or more words, with "*" for any ending: "flygtning*" matches flygtninge and flygtningefordeling. The title
counts most; in the text a term counts by its frequency, and less the longer the text. Items of the standing order of
business get the topic for formalities, whatever their text mentions.
"""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from operator import methodcaller

from danish.tolerant_patterns import tolerant, tolerant_pattern
from meetings.shared.vocabulary import Outcome, TopicSlug

MOST = 3
Matches = Callable[[str], object]
Count = Callable[[str], int]
HEAD = 3  # letters of the prefix by which terms are indexed; no term with "*" is shorter
_WORD = re.compile(r"[\w@&]+(?:-[\w@&]+)*")
WORDS_KEPT = 50_000  # words whose terms are remembered
IN_TITLE = 1.5  # for the heaviest of a topic's terms in the title
IN_TEXT = 0.5
DILUTION_LETTERS = 1500  # a text of this length counts its terms for 1/sqrt(2)
ENOUGH = 3.5  # the lowest score at which a topic is assigned
FAINT = 1.5  # what the best topic must score where none has ENOUGH
APPOINTING = 8.0  # for an item in which the council is to appoint somebody
SHARE = 0.4  # of the first topic's score, for a further topic
_FORMAL = tolerant_pattern(
    r"(?:(?:godkendelse af|bemærkninger til|gennemgang af) )?(?:\w+ )?"
    r"(?:dagsorden|(?:møde|beslutnings)?(?:referat|protokol))\w*"
    r"(?: (?:og|fra|til|af|for)\b.*)?|"
    r"(?:(?:dato|tid|punkter|sager|emner) (?:for|til) )?næste (?:KKR-)?møde.*|"
    r"(?:punkter|emner|sager|temaer) til (?:næste|kommende|dagsorden).*"
    r"|kommende (?:møder?|dagsordenspunkter).*|"
    r"åbning af mødet|mødets åbning|velkomst.*|eventuelt|evt\.?|bordet rundt|mødeevaluering|lukket punkt|underskrift.*|"
    r"opfølgning (?:på|fra) (?:referat|sidste møde|seneste møde).*|valg af (?:dirigent|ordstyrer|mødeleder|referent)|"
    r"formalia|indledende punkter|indkomne (?:punkter|forslag)|afslutning|opsamling og afrunding|deltagere|afbud"
)
_NEWS = tolerant_pattern(
    r"(?:orientering(?:er)?,? )?siden sidst.*|meddelelser.*|kort nyt|(?:til |gensidig )?orientering(?:er)?|nyt fra.*|"
    r"(?:orientering(?:er)?|information(?:er)?) fra (?:formand\w*|sekretariatet?|KKR\w*|KL\b|medlem\w*).*"
)
_OWN = re.compile(r"KKR", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WeightedTerm:
    """A word or words that indicate a topic, and their weight."""

    topic: TopicSlug
    text: str
    weight: float


class Index:
    """An index of terms by their first letters, so that a word is compared with few of them.

    `misread` is for texts that lack æ, ø and å where they should have them; those letters then match their misreadings.
    """

    def __init__(self, terms: Sequence[WeightedTerm], *, misread: bool) -> None:
        """Sort the terms into whole words, prefixes, patterns for misread words, and phrases."""
        self.words: dict[str, list[WeightedTerm]] = {}
        self.beginnings: dict[str, list[tuple[str, WeightedTerm]]] = {}
        self.patterns: dict[str, list[tuple[Matches, WeightedTerm]]] = {}
        self.phrases: list[tuple[Count, WeightedTerm]] = []
        for term in terms:
            core, goes_on = term.text.rstrip("*"), term.text.endswith("*")
            if " " in core:
                self.phrases.append((_count_of(core, misread=misread), term))
            elif misread and not core.isascii():
                pattern = _pattern(core, misread=True)
                matches = pattern.match if goes_on else pattern.fullmatch
                self.patterns.setdefault(core[0] if core[0].isascii() else "", []).append((matches, term))
            elif goes_on:
                self.beginnings.setdefault(core[:HEAD], []).append((core, term))
            else:
                self.words.setdefault(core, []).append(term)
        # The words of a document come again and again.
        self._find = lru_cache(maxsize=WORDS_KEPT)(self._find_terms)

    def count(self, text: str) -> Counter[WeightedTerm]:
        """Return how often each term occurs in a lower-case text."""
        found: Counter[WeightedTerm] = Counter()
        for word, times in Counter(_split_words(text)).items():
            for term in self._find(word):
                found[term] += times
        for count, term in self.phrases:
            if times := count(text):
                found[term] += times
        return found

    def _find_terms(self, word: str) -> list[WeightedTerm]:
        found = [*self.words.get(word, ())]
        found += [term for core, term in self.beginnings.get(word[:HEAD], ()) if word.startswith(core)]
        found += [term for matches, term in self.patterns.get(word[0], ()) if matches(word)]
        return found + [term for matches, term in self.patterns.get("", ()) if matches(word)]


def _count_of(phrase: str, *, misread: bool) -> Count:
    """Return a function that counts a phrase in a text."""
    if not misread:
        return methodcaller("count", phrase)
    find_all = _pattern(phrase, misread=True).findall
    return lambda text: len(find_all(text))


def _pattern(core: str, *, misread: bool) -> re.Pattern[str]:
    return re.compile(tolerant(re.escape(core)) if misread else re.escape(core))


class TermTable(tuple[WeightedTerm, ...]):
    """Terms for classifying items, indexed once for many: indexing takes longer than reading an item."""

    @cached_property
    def clean(self) -> Index:
        """The index for texts that are spelled correctly."""
        return Index(self, misread=False)

    @cached_property
    def misread(self) -> Index:
        """The index for texts without æ, ø and å."""
        return Index(self, misread=True)


@cache
def default_terms() -> TermTable:
    """Read the terms that come with the archive."""
    table = resources.files("ingest").joinpath("data/terms.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return TermTable(WeightedTerm(TopicSlug(row["topic"]), row["term"], float(row["weight"])) for row in rows)


def _split_words(text: str) -> Iterator[str]:
    """Yield the words of a text; a hyphenated word whole, and also its parts."""
    for word in _WORD.findall(text):
        yield word
        if "-" in word:
            yield from word.split("-")


def read_topics(
    title: str, texts: Sequence[str | None], terms: TermTable | None = None, *, asks_for: Collection[Outcome] = ()
) -> tuple[TopicSlug, ...]:
    """Return the topics of an item, most important first.

    `terms` defaults to those that come with the archive; `asks_for` is what the council is asked to do.
    """
    if _FORMAL.fullmatch(title):
        return (TopicSlug.MOEDEFORMALIA,)
    if _OWN.fullmatch(title):
        return (TopicSlug.DEMOKRATI_OG_ORGANISERING,)
    body = "\n".join(filter(None, texts)).lower()
    scores = _scores(title.lower(), body, terms or default_terms())
    if Outcome.APPOINTED in asks_for:
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


def _scores(title: str, body: str, terms: TermTable) -> dict[TopicSlug, float]:
    """Return the score of each topic: its heaviest term in the title, and all its terms in the text."""
    index = terms.clean if re.search("[æøå]", title + body) else terms.misread
    dilution = math.sqrt(1 + len(body) / DILUTION_LETTERS)
    titled: dict[TopicSlug, float] = {}
    told: dict[TopicSlug, float] = {}
    for term in index.count(title):
        titled[term.topic] = max(titled.get(term.topic, 0.0), term.weight)
    for term, count in index.count(body).items():
        told[term.topic] = told.get(term.topic, 0.0) + term.weight * math.log2(1 + count) / dilution
    return {topic: IN_TITLE * titled.get(topic, 0.0) + IN_TEXT * told.get(topic, 0.0) for topic in {**titled, **told}}
