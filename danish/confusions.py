"""The one table of how an OCR without Danish misreads Danish letters.

Three things derive from it: the repair of letters (`MISREADINGS`, with the cost of each), patterns that also match
misread words (`FORMS`, in `danish.tolerant_patterns`), and the comparison of printed texts (`ALIKE`, `STROKES`).
`COUNTS` was counted in three real documents: what the OCR put for æ, ø, å and j, and how often. A letter that is never
right in them cannot be distinguished from its misreading by its shape, only by the words in which it occurs.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from math import log
from typing import NamedTuple

DANISH = frozenset("æøåÆØÅ")

# meant letter -> what the OCR put -> how often. aa and oe are left out: names are spelled that way.
COUNTS: dict[str, dict[str, float]] = {
    "ø": {
        "g": 490, "a": 118, "e": 41, "o": 22, "ag": 11, "@": 10, "ga": 5, "eg": 3, "s": 3, "ea": 3, "eo": 1, "g@": 1,
    },
    "å": {"a": 729, "d": 20, "&": 16, "é": 7, "éa": 6, "4": 5, "ad": 3, "a&": 2},
    "æ": {
        "ee": 420, "ae": 329, "ze": 20, "eae": 17, "a": 9, "as": 3, "aee": 3, "se": 3, "@&e": 1, "aea": 1, "z": 1,
        "&": 1, "e": 1, "s": 1,
    },
    "Ø": {"@": 11, "J": 5, "@d": 1, "D": 1, "G": 1},
    "Å": {"A": 3},
    "Æ": {"AE": 1, "A": 1},
    "j": {"j": 719, "ij": 4},
    "lø": {"lg": 60, "Ig": 14, "1g": 1, "Is": 1, "lIs": 1, "ls": 1},
    "I": {"I": 100, "l": 1},
}  # fmt: skip

# Seen in headings and names of other documents, too rarely to be counted: used by patterns, not by the repair.
ALSO_SEEN: dict[str, tuple[str, ...]] = {"ø": ("6",), "å": ("aa",), "Ø": ("O", "ø"), "Å": ("Aa", "å"), "Æ": ("&", "æ")}
FORMS: dict[str, tuple[str, ...]] = {
    letter: (*(read for read in COUNTS[letter]), letter, *ALSO_SEEN.get(letter, ())) for letter in "æøåÆØÅ"
}

# When printed texts are compared, all misreadings of the lower-case letters count as one letter, except these, which
# distinguish too many correct words.
TELLING = frozenset("dsz46")
ALIKE = frozenset("".join(chain(*(FORMS[letter] for letter in "æøå")))) - TELLING
STROKES = frozenset("il1|j")  # lower-case letters, digits and signs that are a single stroke; they too count as one
# Digits of a number or date that were misread as letters.
FIGURES = {"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"}


class Misreading(NamedTuple):
    """The letters `read` as a misreading of `meant`, and its cost: -ln of how often `meant` is read that way."""

    read: str
    meant: str
    cost: float


def _by_first_letter() -> dict[str, list[Misreading]]:
    table: dict[str, list[Misreading]] = defaultdict(list)
    for meant, readings in COUNTS.items():
        total = sum(readings.values())
        for read, times in readings.items():
            if read != meant:
                table[read[0]].append(Misreading(read, meant, -log(times / total)))
    return dict(table)


MISREADINGS = _by_first_letter()
