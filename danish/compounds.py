"""Splitting of compounds: sundhedsreform is sundhed and reform, so that a search for either finds it.

A word is split where the first part is a form that the dictionary allows at the start of a compound (with a linking s
or e) and the rest is a word or a compound. The split with the lowest score is chosen, and the first part is split
further. The score is the sum of the costs of the parts, so common parts beat rare ones, and each letter that a part is
shorter than four adds to it: short words occur by chance. Words that only look like compounds are not split:

- where the first part is a particle ("ind|stilling") or ends within one ("mel|lem"), or the last part is a suffix
  ("indstil|ling") or a verb that forms one with what precedes it ("plan|lagt");
- where the whole is far more common than its parts predict ("kul|tur");
- nouns derived from a verb that is in the dictionary as a whole ("vejledning", from "vejlede");
- those in WHOLE, whose parts no longer carry their meaning ("dagsorden").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from danish.lexicon import RARE, Lexicon
from danish.shipped import shipped_lexicon

SHORTEST_WORD = 5
USUAL_PART = 4
SHORT_LETTER = 2.5  # extra cost of each letter that a part is shorter than USUAL_PART
DEAREST = 28.0  # the highest score at which two parts are accepted
FURTHER, MORE = 0.7, 5.0  # the share of the score of a rest that is a compound, and how much more it may cost
LONG = 6  # letters of a name that begins a compound, and of the rest: shorter ones occur in other words by chance
JOINT = 2.0  # cost of one more part
SURPRISE = 13.0  # a word that costs this much less than its parts is a word of its own
PARTICLES = frozenset(
    "ad af an bag be bi bort efter er for fore forbi før foran frem fra gen gennem hen her hid hjem igen igennem ikke "
    "ind indad inden inter kring løs med mellem mis mod ned nok non om omkring op over på rundt sam sammen så til "
    "tilbage tvær u ud uden udover under van ved vel vice viden vid vor".split()
)
LONG_PARTICLES = tuple(one for one in PARTICLES if len(one) > 4)
SHORT_FIRSTS = frozenset("bo by it sø tv".split())
SHORT_RESTS = frozenset(
    "arv bad bil bog bro bus by dag del gas hal hav hus job kor liv lov lån løb løn mad mål net råd sag sal sti sø tal "
    "tid tog uge vej vin år".split()
)
ENDINGS = frozenset(
    "agtig bart bare domme dommen else elsen elser elses haft heden heder heds inger isme ismen lige ligt lingen "
    "linger løst løse mand mænd ningen ninger nings rige rigt skab skaber skabet some somme somt tale vise vist "
    "ært ære".split()
)
MAKING_VERBS = frozenset(
    "føre føres ført holde holdes holdt lagde lagt lægge lægger lægges satte sætte sætter sættes tage tager".split()
)
WHOLE = re.compile(
    "(?:dagsorden|hovedstad|formand(?:skab)?|borgmester|forsamling|erfaring|samarbejde|medarbejder|opgave|område"
    "|arbejder|arbejdsgiver|arbejdsløs|landbrug|landsby|landskab|folketing|budskab|selskab|fællesskab|partnerskab"
    "|billed|dansk|deltag|deltager|deltog|finans|handel|ledsag|ledsager|medlem|måned|passager|vejled|vejleder"
    "|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)(?:m?e?[nrst]{0,3}(?:ne)?s?)"
)
_OF_VERBS = [re.compile(f"{ending}(?:s|en|ens|er|ers|erne|ernes|r|rne)?$") for ending in ("ning", "else", "ing")]


class _Parts(NamedTuple):
    """A possible split: its score, the first part without its linking letter, and the rest."""

    score: float
    first: str
    rest: str


def split(word: str) -> tuple[str, ...] | None:
    """Return the parts of a compound in lower case, without linking s and e; None if the word is not a compound."""
    return _split(word.lower(), shipped_lexicon())


@lru_cache(maxsize=50_000)
def _split(word: str, lexicon: Lexicon) -> tuple[str, ...] | None:
    if len(word) < SHORTEST_WORD or not word.isalpha():
        return None
    best = _best(word, lexicon)
    if best is None or best.score > _dearest(word, best, lexicon):
        return None
    is_name = lexicon.is_name(best.first)  # the Limfjord is no fjord of lime
    return (
        *((not is_name and _split(best.first, lexicon)) or (best.first,)),
        *(_split(best.rest, lexicon) or (best.rest,)),
    )


def _dearest(word: str, best: _Parts, lexicon: Lexicon) -> float:
    """Return the highest score at which a split is accepted; a rest that is itself a compound may add to it."""
    return min(DEAREST, lexicon.costs.get(word, RARE) + SURPRISE) + MORE * (lexicon.cost(best.rest) is None)


@lru_cache(maxsize=50_000)
def _best(word: str, lexicon: Lexicon) -> _Parts | None:
    """Return the cheapest split of a word; None if it has none or must stay whole."""
    if WHOLE.fullmatch(word) or _is_of_verb(word, lexicon):
        return None
    shortest = max((len(one) for one in LONG_PARTICLES if word.startswith(one)), default=2)  # not mel|lemkommunal
    places = (at for at in range(shortest, len(word) - 1) if _may_be_first(word, at, lexicon))
    ways = (_way(word[:at], word[at:], lexicon) for at in places)
    return min((way for way in ways if way is not None), default=None)


def _may_be_first(word: str, at: int, lexicon: Lexicon) -> bool:
    """Return whether a compound may begin with the first letters of a word, also with a name: Limfjordsforbindelse."""
    if word[:at] in lexicon.first_parts:
        return True
    is_long = at >= LONG and len(word) - at >= LONG and word[at:] not in ENDINGS
    return is_long and lexicon.is_name(word[:at].removesuffix("s")) and not lexicon.is_name(word.removesuffix("s"))


def _way(first: str, rest: str, lexicon: Lexicon) -> _Parts | None:
    """Return the split at one place with its score; None if either part is not allowed."""
    stem = lexicon.without_link(first)
    if stem in PARTICLES or (len(first) < 3 and first not in SHORT_FIRSTS):
        return None
    cost = _rest_cost(rest, lexicon)
    if cost is None:
        return None
    short = max(0, USUAL_PART - len(stem)) + max(0, USUAL_PART - len(rest))
    return _Parts(lexicon.costs.get(stem, RARE) + cost + short * SHORT_LETTER, stem, rest)


def _rest_cost(rest: str, lexicon: Lexicon) -> float | None:
    """Return the cost of the rest as a word, or else as a compound; None if it is neither."""
    if rest in ENDINGS or rest in MAKING_VERBS or (len(rest) <= 3 and rest not in SHORT_RESTS) or lexicon.is_name(rest):
        return None
    cost = lexicon.cost(rest)
    if cost is None and len(rest) >= SHORTEST_WORD:
        further = _best(rest, lexicon)
        cost = further.score * FURTHER + JOINT if further else None
    return cost


def _is_of_verb(word: str, lexicon: Lexicon) -> bool:
    """Return whether a noun in -ning, -else or -ing is derived from a verb, as vejledning from vejlede."""
    matches = (ending.search(word) for ending in _OF_VERBS)
    stems = (word[: match.start()] for match in matches if match)
    return any(stem + "e" in lexicon.words for stem in stems)
