"""Letters that were decoded by the wrong charset once, and stored so: "fÃ¦rger" and "f‘rger" are færger."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What Danish text has beyond ASCII: its letters, those of names and loan words, and signs.
LETTERS = "æøåÆØÅ"
RARE_LETTERS = "éèêëáàäöüóíñçÉÈÁÄÖÜÓß"
SIGNS = "\u00a0\u00ad–—‘’“”„«»…•·§½¼¾°´€£©®™²³±×÷µ"
_WRONG_CODECS = ("cp1252", "latin-1", "mac_roman", "cp850")
# Danish letters of CP850 and Mac Roman within a word, read as Windows-1252 or Latin-1.
_WRONG = re.compile(r"[‘†›¾¿\x80-\x84\x86-\x9f](?:(?<=[\x80-\x84\x86-\x9f])|(?<=[^\W\d_].)(?=[^\W\d_]))")


def _forms() -> Iterator[tuple[str, str]]:
    """Yield each character's UTF-8 bytes as the wrong codecs show them, with the character."""
    for right in LETTERS + RARE_LETTERS + SIGNS:
        for codec in _WRONG_CODECS:
            wrong = _lenient(right.encode(), codec)
            if not wrong.endswith((" ", "\u00a0")):
                yield wrong, right


def _lenient(data: bytes, codec: str) -> str:
    """Decode bytes; those that the codec leaves undefined are control characters, as browsers have it."""
    return "".join(bytes([one]).decode(codec, "replace").replace("\ufffd", chr(one)) for one in data)


_MENDED = dict(_forms())
_MOJIBAKE = re.compile("|".join(map(re.escape, sorted(_MENDED, key=len, reverse=True))))
_FIRST = sorted({wrong[0] for wrong in _MENDED})
_DEEPEST = 3  # how many times a text may have been decoded wrongly


def mend_utf8(text: str) -> tuple[str, int]:
    """Return the text with UTF-8 that was read as another encoding mended, and how many characters were."""
    mended = 0
    for _ in range(_DEEPEST):
        if not any(one in text for one in _FIRST):
            break
        text, count = _MOJIBAKE.subn(lambda found: _MENDED[found[0]], text)
        mended = max(mended, count)
    return text, mended


def shows_wrong_charset(text: str) -> bool:
    """Return whether signs within words show that a single-byte charset was taken for another."""
    return bool(_WRONG.search(text))


def as_windows_bytes(text: str) -> bytes:
    """Return the bytes that were read as Windows-1252. Raises UnicodeEncodeError if they cannot have been."""
    return b"".join(one.encode("latin-1" if one < "\xa0" else "cp1252") for one in text)
