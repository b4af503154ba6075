"""Similarity of two agenda items by their words, as evidence that they treat one matter.

An item is represented by the headwords it uses, compounds also by their parts ("it-driftsenheder" has it, drift, enhed,
it+drift, drift+enhed). A word weighs more the rarer it is and the more often it occurs, and most in the title; the
similarity of two items is the cosine of their weights. Rarity is counted in the archive, and while that is small
estimated from general Danish. Words in the titles of any matter ("status", "samarbejde", the names of the regions)
never weigh much, however rare they happen to be. Numbers and years are ignored: they agree by chance.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from danish.inflection import headwords, parts_as_written
from danish.shipped import shipped_lexicon

MOST_TERMS = 48  # kept of an item besides those of its title; more change no verdict in samples and real documents
IN_TITLE = 3.0  # a word of the title weighs as one that the text has twenty times
PRIOR = 100  # how many items the estimate from general Danish counts as, next to those of the archive
LENGTH = 300  # words in an average item
RAREST = 0.001  # share of all items; rarer words are as often misprints and names as distinctive
UNKNOWN = 16.0  # the cost (-ln of its frequency) of a word that the lexicon does not have
JOINT = "+"  # between two parts of a compound that are compared as one
JOINED = 1.0  # how much more two parts together weigh than the commoner of them
COMMON = 1.05  # the most that an everyday word weighs: as if it were in every third item
TELLING = 1.2  # the lowest weight of a word that can say what a title is about
MOST_SHOWN = 4
LEAST_SHOWN = 0.35  # of the weight of the most distinctive word
MANY = 0.4  # the share of texts above which a word is ignored: "kan", "der", "mange"

# Words of any matter, whatever its subject: of council business, of the regions, of time.
EVERYDAY = frozenset(
    """
    administration administrativ afrapportering aftale aktivitet aktuel aktør anbefale anbefaling anden anmodning
    april arbejde arbejder august baggrund behandle behandling behov beretning beslutning beslutte bestyrelse
    betydning bidrage bilag borgmester danmark dansk december del deltage deltagelse dialog direktør drøfte
    drøftelse efterretning efterår enhed erfaring etablere etablering evt fastlægge fastlæggelse februar
    finansiering flere fokus fokuspunkt fora forberede forberedelse fordele fordeling fordi forhold forlængelse
    formand formandskab formål forslag forum forvente forår fremad fremadrettet fremgå fremtid fremtidig fælles
    følge følger gennem gennemføre gennemgang give god godkende godkendelse gruppe gælde gældende gøre halvår
    henvendelse holdning hoved hovedstad hovedstaden høre høring høringssvar implementere implementering ind
    indhold indsat indsats indstille indstilling initiativ januar juli juni jylland jysk kandidat kkr kl kommende
    kommunal kommune kommunekontaktråd konference koordinere koordinering kort kreds kriterie kriterium land
    ledelse leder lokal maj marts meddelelse medlem midler midt midtjylland midtjysk milepæl model mulighed møde
    mål national nedsætte nedsættelse nord nordjylland nordjysk notat november ny nyt næste oktober område
    opfølgning opgave oplæg opstart organisation organisere organisering orientere orientering part parter periode
    perspektiv plan politisk position princip procedure proces program projekt punkt ramme rapport redegørelse
    region regional repræsentant repræsentantskab resultat råd sag samarbejde samlet samling sekretariat september
    side sidste sikre situation sjælland sjællandsk spor status stedfortræder stor strategi strategisk styregruppe
    styrke styrkelse suppleant svar syd syddanmark syddansk tage tal tema tid tidlig tidsplan tiltag tvær
    tværgående tværkommunal udbygge udfordring udkast udmøntning udpege udpegning udrulning udtalelse udvalg
    udvikling uge understøtte valgperiode vedlægge vej vest vestlig videre ændre ændring ønske ønskelig øst år
    årlig
    """.split()
)
_WORD = re.compile(r"[^\W_]+(?:[-.’'´\u2010\u2011][^\W_]+)*")
_HYPHEN = re.compile(r"[-.\u2010\u2011]")
_APOSTROPHE = re.compile(r"[’'´].*$")


class SplitWord(NamedTuple):
    """A word as the terms under which it is compared, and as it is shown to a reader."""

    terms: tuple[str, ...]
    shown: str


@dataclass(frozen=True)
class ItemTerms:
    """The compared terms of an item: those of its title, and how often its text has each of its terms.

    `shown` maps terms to words as they are shown to readers.
    """

    title: frozenset[str]
    counts: Mapping[str, int]
    shown: Mapping[tuple[str, ...], str] = field(default_factory=dict)


class TermVectors(NamedTuple):
    """An item's terms with their weights, each of the three vectors of length 1: all, the title's, the text's."""

    all: Mapping[str, float]
    title: Mapping[str, float]
    text: Mapping[str, float]


class Similarity(NamedTuple):
    """The similarity of two items, 0 to 1: in all their words, in their titles, in their texts."""

    all: float
    titles: float
    texts: float


class Rarity:
    """The weight of terms, from the number of items in an archive and how many of them have each term (`counts`)."""

    def __init__(self, items: int = 0, counts: Mapping[str, int] | None = None) -> None:
        self.items, self.counts = items, counts or {}
        self._weights: dict[str, float] = {}

    def weight(self, term: str) -> float:
        """Return -ln of the share of items that have the term; capped for an everyday word."""
        found = self._weights.get(term)
        if found is None:
            expected = _expected_share(term)
            share = (self.counts.get(term, 0) + PRIOR * expected) / (self.items + PRIOR)
            found = self._weights[term] = min(-math.log(share), _most(term))
        return found


def read_words(title: str, texts: Iterable[str]) -> ItemTerms:
    """Return the terms of an item with this title and these texts."""
    titled = [_parted(word) for word in _WORD.findall(title)]
    told = Counter(_WORD.findall("\n".join(texts)))
    counts: Counter[str] = Counter()
    for word, times in told.items():
        for term in _parted(word).terms:
            counts[term] += times
    named = frozenset(term for word in titled for term in word.terms)
    told_most = heapq.nlargest(
        MOST_TERMS,
        (term for term in counts if term not in named and _expected_weight(term) > COMMON),
        key=lambda term: (math.log1p(counts[term]) * _expected_weight(term), term),
    )
    kept = {term: counts[term] for term in (*sorted(named), *told_most)}
    words = [one for one in (*titled, *map(_parted, told)) if one.terms and kept.keys() >= {*one.terms}]
    shown = {one.terms: one.shown for one in sorted(words, key=lambda one: (-len(one.shown), one.shown))}
    return ItemTerms(named, kept, shown)


def weigh(words: ItemTerms, rarity: Rarity) -> TermVectors:
    """Return an item's terms with their weights."""
    text = {term: math.log1p(times) * rarity.weight(term) for term, times in words.counts.items() if times}
    titled = {term: text.get(term, 0.0) + IN_TITLE * rarity.weight(term) for term in words.title}
    return TermVectors(_of_length_1({**text, **titled}), weigh_title(words.title, rarity), _of_length_1(text))


def weigh_title(title: Iterable[str], rarity: Rarity) -> Mapping[str, float]:
    """Return the terms of a title with their weights, as a vector of length 1."""
    return _of_length_1({term: rarity.weight(term) for term in title})


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the cosine of two vectors of length 1: 0 where they share nothing, 1 where they are the same."""
    return sum(one[term] * other[term] for term in one.keys() & other.keys())


def distinctive_terms(title: Iterable[str], rarity: Rarity) -> list[str]:
    """Return the terms that can say what a title is about, the most distinctive first; none for "Orientering"."""
    weights = {term: rarity.weight(term) for term in title}
    return sorted((term for term in weights if weights[term] >= TELLING), key=lambda term: (-weights[term], term))


def compare(one: TermVectors, other: TermVectors) -> Similarity:
    """Return the similarity of two items."""
    return Similarity(cosine(one.all, other.all), cosine(one.title, other.title), cosine(one.text, other.text))


def shared_words(one: ItemTerms, other: ItemTerms, rarity: Rarity) -> list[str]:
    """Return the most distinctive words of `one` that `other` has too, as they are shown to readers."""
    weights = weigh(one, rarity).all
    shared = {
        terms: sum(weights[term] for term in terms)
        for terms in one.shown
        if all(term in other.counts for term in terms) and max(map(rarity.weight, terms)) >= TELLING
    }
    least = LEAST_SHOWN * max(shared.values(), default=0.0)
    found: list[tuple[str, ...]] = []
    for terms in sorted(shared, key=lambda terms: (-shared[terms], terms)):
        if shared[terms] >= least and not any({*terms} & {*earlier} for earlier in found):
            found.append(terms)
    return [one.shown[terms] for terms in found[:MOST_SHOWN]]


def _of_length_1(weights: Mapping[str, float]) -> Mapping[str, float]:
    length = math.sqrt(sum(weight**2 for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items() if weight}


@lru_cache(maxsize=200_000)
def _parted(word: str) -> SplitWord:
    """Split a word into headwords of its parts and pairs of them; no terms for a word that many texts have."""
    plain = _APOSTROPHE.sub("", word)
    low = plain.lower()
    if _share_of_word(low) > MANY:
        return SplitWord((), low)
    parts = [part for piece in _HYPHEN.split(low) for part in (parts_as_written(piece) or (piece,)) if part]
    atoms = [_headword(part) for part in parts if part.isalpha()]
    pairs = [f"{one}{JOINT}{other}" for one, other in pairwise(atoms)]
    return SplitWord((*dict.fromkeys((*atoms, *pairs)),), plain if _keeps_its_form(plain) else low)


def _headword(word: str) -> str:
    return min(headwords(word), key=lambda one: (len(one), one))


def _keeps_its_form(word: str) -> bool:
    """Return whether a word is shown as written: names and abbreviations."""
    return (word.isupper() and len(word) > 1) or (word[0].isupper() and shipped_lexicon().is_name(word.lower()))


@lru_cache(maxsize=200_000)
def _expected_share(term: str) -> float:
    """Return the share of items expected to have a term, by its frequency in Danish."""
    if JOINT in term:
        return max(RAREST, min(map(_expected_share, term.split(JOINT))) * math.exp(-JOINED))
    return max(RAREST, _share_of_word(term))


def _share_of_word(word: str) -> float:
    cost = shipped_lexicon().cost(word)
    return 1 - math.exp(-LENGTH * math.exp(-(UNKNOWN if cost is None else cost)))


@lru_cache(maxsize=200_000)
def _expected_weight(term: str) -> float:
    return min(-math.log(_expected_share(term)), _most(term))


@cache
def _everyday() -> frozenset[str]:
    return frozenset(map(_headword, EVERYDAY))


@lru_cache(maxsize=200_000)
def _most(term: str) -> float:
    """Return the most that a term may weigh."""
    everyday = [atom in _everyday() or len(atom) == 1 for atom in term.split(JOINT)]
    if all(everyday):
        return COMMON
    return COMMON + JOINED if any(everyday) else math.inf
