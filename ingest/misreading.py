"""Patterns that find a Danish word also where an OCR that knew no Danish misread its letters.

Such an OCR gives æ, ø and å as other letters ("mgde", "pa", "neeste"); which ones was counted over real documents.
Headings, names of municipalities and verbs are written here in correct Danish and compiled through `tolerant`.
"""

from __future__ import annotations

import re
from functools import cache

# What each letter was read as, longest first so that a pattern does not stop half-way.
MISREADINGS = {
    "ø": ("ag", "ga", "eg", "ea", "eo", "g@", "ø", "g", "a", "e", "o", "@", "s", "6"),
    "å": ("éa", "ad", "a&", "aa", "å", "a", "d", "&", "é", "4"),
    "æ": ("@&e", "eae", "aee", "aea", "ee", "ae", "ze", "as", "se", "æ", "a", "e", "@", "z", "&", "s"),
    "Ø": ("@d", "Ø", "@", "J", "D", "G", "O", "ø"),
    "Å": ("Aa", "Å", "A", "å"),
    "Æ": ("AE", "Æ", "&", "æ"),
}
_GROUPS = str.maketrans(
    {letter: "(?:" + "|".join(map(re.escape, forms)) + ")" for letter, forms in MISREADINGS.items()}
)


def tolerant(pattern: str) -> str:
    """Give a regular expression in which each æ, ø and å also stands for its known misreadings."""
    return pattern.translate(_GROUPS)


@cache
def tolerant_pattern(pattern: str) -> re.Pattern[str]:
    """Compile `tolerant(pattern)`, whatever the case of the letters."""
    return re.compile(tolerant(pattern), re.IGNORECASE)
