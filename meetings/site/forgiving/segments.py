"""The parts of an address, freed of what mail programs, other encodings and haste have added to them."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote_to_bytes

from danish.mojibake import mend_utf8

LONGEST = 300  # letters of an address that are looked at; the longest of ours has 200
MOST = 8  # parts; the longest of ours has six
_TWICE = 2  # how many times an address may have been encoded
_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_PASTED_HOST = re.compile(r"^[^\w]*https?:/+[^/]*", re.IGNORECASE)
_EXTENSION = re.compile(r"\.(?:html?|php|aspx?)$", re.IGNORECASE)
# What stands around an address in a sentence, and what no part of ours begins or ends with.
_AROUND = " \t.,;:!?*_|~+=&#^`´'\"’‘“”„»«()[]{}<>…–—-"


def read_segments(path: str) -> list[str]:
    """Return the parts of a path, decoded and without what does not belong to them; none of a path that is too long."""
    if len(path) > LONGEST:
        return []
    parts = re.split(r"[/\\]+", _PASTED_HOST.sub("", _decoded(path)))
    found = [_EXTENSION.sub("", part.strip(_AROUND)).strip(_AROUND) for part in parts]
    return [part for part in found if part and part.lower() != "index"][:MOST]


def _decoded(path: str) -> str:
    """Return a path with its letters, however they were encoded: twice, in Latin-1, or in parts."""
    for _time in range(_TWICE):
        path = _ENCODED.sub(lambda found: _read_bytes(unquote_to_bytes(found[0])), path)
    text = unicodedata.normalize("NFKC", mend_utf8(path)[0])
    return "".join(" " if one.isspace() else one for one in text if unicodedata.category(one) not in {"Cf", "Cc", "Cs"})


def _read_bytes(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "ignore")
