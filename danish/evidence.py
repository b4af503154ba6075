"""Whether a page's letters were misread: no æ, ø or å, and the commonest words in forms that are no words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from danish.confusions import DANISH, MISREADINGS
from danish.lexicon import RARE, Lexicon

FEWEST_DANISH_LETTERS = 0.004  # clean pages have 2.3 %, never under 0.8 % in any 1,500 letters
FEWEST_MARKERS = 0.008  # bad pages have 35 to 46 markers in 1,000 words, clean ones none
FEWEST_ENGLISH = 0.1  # a page in English has the, of and their like as every third word
COMMON_ENGLISH = 6.5  # one word in 650 or more
MARKED_WORDS = 400  # so many of the commonest words with æ, ø or å are looked for
UNLIKELY = 3.0  # a marker is dearer as a word of its own than as a misreading, by this at least
_WORD = re.compile(r"[^\W\d_]+")


class Evidence(NamedTuple):
    """What a page shows: its letters, how many are æ, ø or å, its words, how many are markers, how many English."""

    letters: int
    danish: int
    words: int
    markers: int
    english: int

    @property
    def verdict(self) -> bool | None:
        """Whether the page needs repair; None where it does not tell, as a list of names may not."""
        if self.danish > FEWEST_DANISH_LETTERS * self.letters:
            return False
        if self.markers > FEWEST_MARKERS * self.words:
            return True
        return False if self.english > FEWEST_ENGLISH * self.words else None


def weigh(lines: Sequence[str], lexicon: Lexicon) -> Evidence:
    """Count what tells whether a page's letters were misread."""
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
    """Return the misread forms of the commonest words with æ, ø and å that are no words: pa, mgde, ogsa."""
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
    """Return the commonest English words, without those that are as common in Danish: the, of, but not for."""
    common = {word: cost for word, cost in lexicon.english.items() if cost < COMMON_ENGLISH}
    return frozenset(word for word, cost in common.items() if lexicon.costs.get(word, RARE) > cost + UNLIKELY)


def _is_no_word(read: str, as_misreading: float, lexicon: Lexicon) -> bool:
    as_word = lexicon.cost(read)
    return read not in lexicon.english and (as_word is None or as_word > as_misreading + UNLIKELY)


def _misread(word: str) -> list[tuple[str, float]]:
    """Return the ways a word may come out of the reader, with what they cost."""
    ways = [("", 0.0)]
    for letter in word:
        as_read = _READ_AS.get(letter, [(letter, 0.0)])
        ways = [(head + read, cost + more) for head, cost in ways for read, more in as_read]
    return ways


_READ_AS: dict[str, list[tuple[str, float]]] = {}
for _misreading in (one for row in MISREADINGS.values() for one in row):
    if _misreading.meant in "æøå" and _misreading.read.isalpha():
        _READ_AS.setdefault(_misreading.meant, []).append((_misreading.read, _misreading.cost))
