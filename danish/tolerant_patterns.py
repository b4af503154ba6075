"""Regular expressions that match a Danish word also where an OCR without Danish misread its letters.

Such an OCR reads æ, ø and å as other letters ("mgde", "pa", "neeste"), as listed in `danish.confusions`. Headings,
names of municipalities and verbs are written in correct Danish and compiled through `tolerant`.
"""

from __future__ import annotations

import re
from functools import cache

from danish.confusions import FORMS


def _group(forms: tuple[str, ...]) -> str:
    # The longest first, so that a pattern does not stop half-way.
    return "(?:" + "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) + ")"


_GROUPS = str.maketrans({letter: _group(forms) for letter, forms in FORMS.items()})


def tolerant(pattern: str) -> str:
    """Return a regular expression in which each æ, ø and å also matches its known misreadings."""
    return pattern.translate(_GROUPS)


@cache
def tolerant_pattern(pattern: str) -> re.Pattern[str]:
    """Compile `tolerant(pattern)`, ignoring case."""
    return re.compile(tolerant(pattern), re.IGNORECASE)
