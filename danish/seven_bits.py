"""Danish letters that a text has in ASCII: as HTML entities, as the signs of ISO 646-DK, or lost as question marks."""

from __future__ import annotations

import html
import re

from danish.mojibake import LETTERS
from danish.shipped import shipped_lexicon

FEWEST = 3  # so many words tell that letters are missing from a text
FEWEST_KNOWN = 0.5  # the share of words with signs for letters that must be words of the lexicon
_CODES = "|".join([*(f"0*{ord(one)}" for one in LETTERS), *(f"x0*{ord(one):x}" for one in LETTERS)])
_LETTER_ENTITY = re.compile(rf"&(?:amp;)?(?:[Aa][Ee]lig|[Oo]slash|[Aa]ring|#(?:{_CODES}));", re.IGNORECASE)
_ESCAPED_ENTITY = re.compile(r"&amp;(?=#?\w{1,8};)")
# The Danish version of ISO 646 has the letters where ASCII has brackets and braces.
_ISO_646_DK = str.maketrans("{|}[\\]", "æøåÆØÅ")
_SIGNS = re.compile(r"[{|}\[\\\]]")
_WORD_WITH_SIGNS = re.compile(r"[A-Za-z{|}\[\\\]]{2,30}")
_LOST = re.compile(r"[^\W\d_]\?[a-z]|^\W?\?[a-z]{2}")


def mend_letters(text: str) -> tuple[str, int]:
    """Return a text with its entities or its signs of ISO 646-DK as letters, and how many characters were mended."""
    text, entities = _mend_entities(text)
    text, signs = _mend_iso_646(text) if text.isascii() else (text, 0)
    return text, entities + signs


def count_question_marks(text: str) -> int:
    """Return how many question marks within words show that letters were lost; 0 where they may be but a slip."""
    if "?" not in text:
        return 0
    words = (word for word in text.split() if "?" in word and "/" not in word and "=" not in word)
    lost = sum(len(_LOST.findall(word)) for word in words)
    return lost if lost >= max(FEWEST, sum(map(text.count, LETTERS)) // 10) else 0


def _mend_entities(text: str) -> tuple[str, int]:
    """Decode the entities of a text that has its Danish letters as such; one that only names some is left alone."""
    count = len(_LETTER_ENTITY.findall(text)) if "&" in text else 0
    if count <= sum(map(text.count, LETTERS)):
        return text, 0
    return html.unescape(_ESCAPED_ENTITY.sub("&", text)), count


def _mend_iso_646(text: str) -> tuple[str, int]:
    if not _SIGNS.search(text):
        return text, 0
    words = {word for word in _WORD_WITH_SIGNS.findall(text) if _SIGNS.search(word) and not _SIGNS.fullmatch(word)}
    lexicon = shipped_lexicon() if len(words) >= FEWEST else None
    known = sum(lexicon.cost(word.translate(_ISO_646_DK).lower()) is not None for word in words) if lexicon else 0
    if known < max(FEWEST, FEWEST_KNOWN * len(words)):
        return text, 0
    return text.translate(_ISO_646_DK), len(_SIGNS.findall(text))
