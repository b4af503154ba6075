"""Two consecutive common words as one key: a phrase of very common words is found without checking every item.

PostgreSQL checks a phrase in every item that has its words, and for "det er" nearly all items are candidates. Pairs
with a rare word need no key, since few items have that word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from danish.shipped import shipped_lexicon
from meetings.search.language.place_names import place_words
from meetings.search.language.words import PAIR, STOP_WORDS, fold

COMMON = 9.0  # words with a lower cost in the lexicon (the natural logarithm of their rarity): 800 of them
# Words that are common in agendas and minutes, though not in Danish at large.
_COMMON_HERE = frozenset(
    "kkr kl indstilling indstillingen indstiller indstilles sagsfremstilling efterretning drøfter drøftede godkender "
    "godkendte godkendes tager taget tog beslutning beslutningen besluttede kommuner kommunerne kommunernes kommunale "
    "regionen regionens regionerne sundhed orientering orienteringen status fokus punktet punkt mødet møde møder bilag "
    "sagen aftale aftalen reform reformen udpeger udpeges repræsentanter formand formandskab formandskabet".split()
)


def is_common(surface: str) -> bool:
    """Return whether a word (a surface without its `=`) is so common that its pairs have keys."""
    return surface in _common_words()


def pair(first: str, second: str) -> str:
    """Return the key of two consecutive common words."""
    return f"{PAIR}{first} {second}"


def pairs(surfaces: Sequence[str]) -> list[str]:
    """Return the keys of the pairs of common words in a run."""
    return [pair(a, b) for a, b in pairwise(surfaces) if is_common(a) and is_common(b)]


@cache
def _common_words() -> frozenset[str]:
    costs = shipped_lexicon().costs
    common = {fold(word) for word, cost in costs.items() if cost < COMMON} | {fold(word) for word in STOP_WORDS}
    return frozenset(common | {fold(word) for word in _COMMON_HERE} | set(place_words()))
