"""The words that an archive has learned, compressed so that they are cheap to pass to the reading processes.

Most documents need no repair and never decompress it; the first that does builds the lexicon once per process.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Self

from danish.evidence import markers
from danish.lexicon import Lexicon
from danish.shipped import shipped_lexicon, shipped_version
from danish.tokens import read_words

FEWEST = 2  # a word that occurs once may be a misprint
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ArchiveLexicon:
    """Counts of words and pairs (lower case) in the archive's clean documents, compressed."""

    packed: bytes

    @classmethod
    def of(cls, words: Mapping[str, int], pairs: Mapping[Pair, int]) -> Self:
        """Compress counts. The same counts make the same bytes."""
        rows = [sorted(words.items()), sorted((*pair, times) for pair, times in pairs.items())]
        return cls(zlib.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()))

    @property
    def version(self) -> str:
        """A hash of the counts."""
        return sha256(self.packed).hexdigest()[:8]

    def counts(self) -> tuple[dict[str, int], dict[Pair, int]]:
        """Return the counts of words and of pairs."""
        words, pairs = json.loads(zlib.decompress(self.packed))
        return dict(words), {(before, word): times for before, word, times in pairs}


@lru_cache(maxsize=2)
def lexicon_with(learned: ArchiveLexicon | None) -> Lexicon:
    """Return the shipped lexicon with the learned words added. Takes a second the first time."""
    return shipped_lexicon().with_learned(*learned.counts()) if learned else shipped_lexicon()


def lexicon_version(learned: ArchiveLexicon | None) -> str:
    """Return the version of the lexicon that `lexicon_with` returns, without loading it."""
    return f"{shipped_version()}-{learned.version}" if learned else shipped_version()


def count_words(pages: Iterable[Sequence[str]]) -> tuple[Counter[str], Counter[Pair]]:
    """Count the words and pairs in pages of lines, in lower case, without the forms that only misreading produces."""
    misread = markers(shipped_lexicon())
    words: Counter[str] = Counter()
    pairs: Counter[Pair] = Counter()
    for lines in pages:
        before = ""
        for found in read_words(lines):
            word = found.text.lower()
            known = word not in misread
            words[word] += known
            if found.follows and before and known:
                pairs[before, word] += 1
            before = word if known else ""
    return +words, pairs
