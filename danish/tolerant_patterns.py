"""Patterns that find a Danish word also where an OCR that knew no Danish misread its letters.

Such an OCR gives æ, ø and å as other letters ("mgde", "pa", "neeste"); `danish.confusions` says which. Headings, names
of municipalities and verbs are written in correct Danish and compiled through `tolerant`.
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
    """Return a regular expression in which each æ, ø and å also stands for its known misreadings."""
    return pattern.translate(_GROUPS)


@cache
def tolerant_pattern(pattern: str) -> re.Pattern[str]:
    """Compile `tolerant(pattern)`, whatever the case of the letters."""
    return re.compile(tolerant(pattern), re.IGNORECASE)
