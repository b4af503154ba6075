"""Whether a page's letters were misread: no æ, ø or å, and the commonest words in forms that do not exist."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from danish.confusions import DANISH, MISREADINGS
from danish.lexicon import RARE, Lexicon

FEWEST_DANISH_LETTERS = 0.004  # share of letters: clean pages have 2.3 %, never under 0.8 % in any 1,500 letters
FEWEST_MARKERS = 0.008  # share of words: bad pages have 35 to 46 markers in 1,000 words, clean ones none
FEWEST_ENGLISH = 0.1  # share of words: on an English page every third word is "the", "of" or another such
COMMON_ENGLISH = 6.5  # cost of a word that is one in 650; lower is commoner
MARKED_WORDS = 400  # how many of the commonest words with æ, ø or å make markers
UNLIKELY = 3.0  # how much more a marker must cost as a word of its own than as a misreading
_WORD = re.compile(r"[^\W\d_]+")


class Evidence(NamedTuple):
    """Counts of a page: letters, those that are æ, ø or å, words, those that are markers, those that are English."""

    letters: int
    danish: int
    words: int
    markers: int
    english: int

    @property
    def verdict(self) -> bool | None:
        """Whether the page needs repair; None where the counts do not show it, as in a list of names."""
        if self.danish > FEWEST_DANISH_LETTERS * self.letters:
            return False
        if self.markers > FEWEST_MARKERS * self.words:
            return True
        return False if self.english > FEWEST_ENGLISH * self.words else None


def count_evidence(lines: Sequence[str], lexicon: Lexicon) -> Evidence:
    """Count what shows whether a page's letters were misread."""
    text = "\n".join(lines)
    words = [word.lower() for word in _WORD.findall(text) if len(word) > 1]
    known, english = markers(lexicon), _common_english(lexicon)
    return Evidence(
        letters=sum(map(len, words)),
        danish=sum(map(text.count, DANISH)),
        words=len(words),
        markers=sum(word in known for word in words),
        english=sum(word in english for word in words),
    )


@lru_cache(maxsize=4)
def markers(lexicon: Lexicon) -> frozenset[str]:
    """Return the misread forms of the commonest words with æ, ø and å that do not exist as words: pa, mgde, ogsa."""
    common = islice(
        (word for word in sorted(lexicon.costs, key=lexicon.costs.__getitem__) if DANISH & set(word)), MARKED_WORDS
    )
    return frozenset(
        read
        for word in common
        for read, cost in _misread(word)
        if _is_no_word(read, lexicon.costs[word] + cost, lexicon)
    )


@lru_cache(maxsize=4)
def _common_english(lexicon: Lexicon) -> frozenset[str]:
    """Return the commonest English words, except those that are as common in Danish: the, of, but not for."""
    common = {word: cost for word, cost in lexicon.english.items() if cost < COMMON_ENGLISH}
    return frozenset(word for word, cost in common.items() if lexicon.costs.get(word, RARE) > cost + UNLIKELY)


def _is_no_word(read: str, as_misreading: float, lexicon: Lexicon) -> bool:
    as_word = lexicon.cost(read)
    return read not in lexicon.english and (as_word is None or as_word > as_misreading + UNLIKELY)


def _misread(word: str) -> list[tuple[str, float]]:
    """Return the forms in which the OCR may have read a word, each with its cost."""
    ways = [("", 0.0)]
    for letter in word:
        as_read = _READ_AS.get(letter, [(letter, 0.0)])
        ways = [(head + read, cost + more) for head, cost in ways for read, more in as_read]
    return ways


_READ_AS: dict[str, list[tuple[str, float]]] = {}
for _misreading in (one for row in MISREADINGS.values() for one in row):
    if _misreading.meant in "æøå" and _misreading.read.isalpha():
        _READ_AS.setdefault(_misreading.meant, []).append((_misreading.read, _misreading.cost))
