"""How an OCR that knows no Danish misreads Danish letters: the one table of it.

Three things derive from it: the repair of letters (`MISREADINGS`, with what each costs), patterns that find a word
also misread (`FORMS`, in `danish.tolerant_patterns`), and the comparison of prints (`ALIKE`, `STROKES`). `COUNTS` was
counted over three real documents: what the reader put for æ, ø, å and j, and how often. A letter that never came out
right in them cannot be told from its misreading by looks, only by the words that it may stand in.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from math import log
from typing import NamedTuple

DANISH = frozenset("æøåÆØÅ")

# meant letter -> how it was read -> how often. aa and oe are left out: people spell names so.
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

# Seen in headings and names of other documents, too seldom to count: patterns know them, the repair does not.
ALSO_SEEN: dict[str, tuple[str, ...]] = {"ø": ("6",), "å": ("aa",), "Ø": ("O", "ø"), "Å": ("Aa", "å"), "Æ": ("&", "æ")}
FORMS: dict[str, tuple[str, ...]] = {
    letter: (*(read for read in COUNTS[letter]), letter, *ALSO_SEEN.get(letter, ())) for letter in "æøåÆØÅ"
}

# In the comparison of prints all that the small letters come out as is one letter, but for these, which tell too many
# right words apart.
TELLING = frozenset("dsz46")
ALIKE = frozenset("".join(chain(*(FORMS[letter] for letter in "æøå")))) - TELLING
STROKES = frozenset("il1|j")  # a small letter, a figure or a sign that is but a stroke; they too are one
# A figure of a number or date, read as a letter.
FIGURES = {"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"}


class Misreading(NamedTuple):
    """What may have been meant where `read` stands, and its cost, -ln of how often the meant letter was so read."""

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
