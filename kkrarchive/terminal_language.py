"""The language of the terminal: Danish, and English where the environment asks for it. Decided here and nowhere else.

Pages choose their own language (`kkrarchive.language`), and what is written to the database is Danish whoever runs the
command: so this is no setting of Django's, but a catalogue of its own. It is read from the same files, and the embedded
PostgreSQL, which knows no Django, and scripts/say use it too: `python kkrarchive/terminal_language.py` prints da or en.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

CATALOGUES = Path(__file__).resolve().parent.parent / "locale"
# In the order of gettext(3).
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def terminal_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return "en" if the environment asks for English, else "da".

    The first variable that is set decides. C.UTF-8 is passed over, since it names an encoding and no language; but
    LC_ALL=C is how a script asks for words that never change, and those are Danish.
    """
    if environment.get("LC_ALL") in ("C", "POSIX"):
        return "da"
    named = (value for name in VARIABLES if (value := environment.get(name)) and not value.startswith("C."))
    return "en" if next(named, "").startswith("en") else "da"


def gettext(danish: str) -> str:
    """Return a Danish source string in the language of the terminal."""
    return _catalogue(terminal_language()).gettext(danish) if danish else ""


def ngettext(one: str, many: str, number: int) -> str:
    """Return the one of two Danish source strings that fits the number, in the language of the terminal."""
    return _catalogue(terminal_language()).ngettext(one, many, number)


@cache
def _catalogue(language: str) -> NullTranslations:
    """Read the catalogue of a language; Danish, the source, has none."""
    return NullTranslations() if language == "da" else translation("django", CATALOGUES, [language])


if __name__ == "__main__":
    sys.stdout.write(terminal_language())
