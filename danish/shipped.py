"""The lexicon that comes with the archive: read from danish/data/ at first use, once per process."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from itertools import chain
from math import log
from pathlib import Path

from danish.lexicon import RARE, Lexicon, WordList

DATA = Path(__file__).resolve().parent / "data"
WORDS, NAMES, FIRST_PARTS, FREQUENCIES, ENGLISH, PAIRS, MUNICIPALITIES, MUNICIPAL = FILES = (
    "stavekontrolden_words.txt.xz",
    "stavekontrolden_names.txt.xz",
    "stavekontrolden_first_parts.txt.xz",
    "wordfreq_danish.txt.xz",
    "wordfreq_english.txt.xz",
    "libreoffice_pairs.txt.xz",
    "municipalities.txt.xz",
    "municipal.txt",
)
CENTIBEL = log(10) / 100
MUNICIPAL_GAIN = 2.5  # how much cheaper the words of municipal Danish are here: councils use them twelve times as often


@cache
def shipped_lexicon() -> Lexicon:
    """Return the shipped lexicon. Takes about a second the first time; danish/data/NOTICE.md names the sources."""
    frequencies = _read_costs(FREQUENCIES)
    municipal = [word for line in _lines(MUNICIPAL) if not line.startswith("#") for word in line.split()]
    municipalities = _lines(MUNICIPALITIES)
    local = chain(municipal, municipalities)
    costs = frequencies | {word: frequencies.get(word, RARE) - MUNICIPAL_GAIN for word in local}
    dictionary, names = _lines(WORDS), _lines(NAMES)
    return Lexicon(
        words=WordList(chain(dictionary, names, sorted(costs))),
        first_parts=WordList(chain(_lines(FIRST_PARTS), sorted(municipal))),
        names=WordList(names),
        costs=costs,
        pairs=dict(_read_pairs(PAIRS)),
        english=_read_costs(ENGLISH),
        version=shipped_version(),
    )


def _lines(name: str) -> list[str]:
    packed = (DATA / name).read_bytes()
    return (lzma.decompress(packed) if name.endswith(".xz") else packed).decode().splitlines()


def _read_costs(name: str) -> dict[str, float]:
    rows = (line.split("\t") for line in _lines(name))
    return {word.lower(): int(centibels) * CENTIBEL for word, centibels in rows}


def _read_pairs(name: str) -> Iterator[tuple[tuple[str, str], int]]:
    for line in _lines(name):
        pair, times = line.split("\t")
        before, word = pair.split()
        yield (before, word), int(times)


@cache
def shipped_version() -> str:
    """Return a hash of the lexicon's data, stored with each document read by it."""
    return sha256(b"".join((DATA / name).read_bytes() for name in FILES)).hexdigest()[:12]
