"""The language of the terminal: Danish, or English if the environment asks for it. Decided here and nowhere else.

Pages have their own language (`kkrarchive.language`), and text written to the database is Danish whoever runs the
command, so this does not activate a language in Django. It reads the same catalogues, and also serves the embedded
PostgreSQL, which does not import Django's translation, and scripts/say: `python kkrarchive/terminal_language.py` prints
da or en.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

CATALOGUES = Path(__file__).resolve().parent.parent / "locale"
# In order of precedence, as in gettext(3).
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def terminal_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return "en" if the environment asks for English, else "da".

    The first variable that is set decides. C.UTF-8 is skipped, since it names an encoding and no language; but LC_ALL=C
    is how a script asks for output that never changes, which is Danish here.
    """
    if environment.get("LC_ALL") in ("C", "POSIX"):
        return "da"
    named = (value for name in VARIABLES if (value := environment.get(name)) and not value.startswith("C."))
    return "en" if next(named, "").startswith("en") else "da"


def gettext(danish: str) -> str:
    """Translate a Danish source string into the language of the terminal."""
    return _catalogue(terminal_language()).gettext(danish) if danish else ""


def ngettext(one: str, many: str, number: int) -> str:
    """Translate the singular or plural of a Danish source string, whichever fits the number."""
    return _catalogue(terminal_language()).ngettext(one, many, number)


@cache
def _catalogue(language: str) -> NullTranslations:
    """Return the catalogue of a language; an empty one for Danish, the source language."""
    return NullTranslations() if language == "da" else translation("django", CATALOGUES, [language])


if __name__ == "__main__":
    sys.stdout.write(terminal_language())
