"""The lexicon that comes with the archive: read from danish/data/ once a process, when first asked for."""

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
CENTIBEL = log(10) / 100
MUNICIPAL_GAIN = 2.5  # how much less a word of municipal Danish costs here: councils use it twelve times as often


@cache
def shipped_lexicon() -> Lexicon:
    """Give the shipped lexicon. Takes about a second the first time; the data's NOTICE.md names the sources."""
    frequencies = _read_costs("wordfreq_danish.txt.xz")
    municipal = [word for line in _lines("municipal.txt") if not line.startswith("#") for word in line.split()]
    municipalities = _lines("municipalities.txt.xz")
    local = chain(municipal, municipalities)
    costs = frequencies | {word: frequencies.get(word, RARE) - MUNICIPAL_GAIN for word in local}
    dictionary, names = _lines("stavekontrolden_words.txt.xz"), _lines("stavekontrolden_names.txt.xz")
    return Lexicon(
        words=WordList(chain(dictionary, names, sorted(costs))),
        first_parts=WordList(chain(_lines("stavekontrolden_first_parts.txt.xz"), sorted(municipal))),
        names=WordList(names),
        costs=costs,
        pairs=dict(_read_pairs("libreoffice_pairs.txt.xz")),
        english=_read_costs("wordfreq_english.txt.xz"),
        version=_version(),
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


def _version() -> str:
    """Name the data by what is in it, so that a document can say which lexicon read it."""
    return sha256(b"".join(file.read_bytes() for file in sorted(DATA.iterdir()))).hexdigest()[:12]
