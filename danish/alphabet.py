"""The Danish alphabet: sort keys, ASCII slugs for addresses, and keys that identify a person by name."""

from __future__ import annotations

import re
import unicodedata

# The last three letters, replaced by characters that sort right after z in any database collation.
_AFTER_Z = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})
_PLAIN = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "u", "ß": "ss"})


def without_accents(text: str) -> str:
    """Remove accents, but keep æ, ø and å, which are letters of their own: "idé på" -> "ide på"."""
    kept = (one if one in "åÅøØæÆ" else unicodedata.normalize("NFD", one) for one in unicodedata.normalize("NFC", text))
    return "".join(one for one in "".join(kept) if not unicodedata.combining(one) or one == "\u030a")


def sort_key(text: str) -> str:
    """Return a string whose order is that of Danish: … z æ ø å, and aa as å (Retskrivningsordbogen § 3)."""
    folded = unicodedata.normalize("NFC", text).casefold().replace("aa", "å")
    return without_accents(folded.translate(_AFTER_Z))


def slug(text: str) -> str:
    """Return a text as a lower-case ASCII slug for a URL: "Søren Ågård-Møller" -> "soeren-aagaard-moeller"."""
    plain = without_accents(unicodedata.normalize("NFC", text).casefold().translate(_PLAIN))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def name_key(name: str) -> str:
    """Return a key that is equal for two spellings of one person's name.

    Case, accents, hyphens, aa for å and initials between first and last name are ignored:
    "Per Bach-Laursen" is "per bach laursen", "Lars E. Sørensen" is "lars soerensen".
    """
    first, *rest = slug(name).split("-")
    if not rest:
        return first
    *middle, last = rest
    return " ".join([first, *(word for word in middle if len(word) > 1), last])
