"""Documents that an item's text says are attached, while none of its attachments is called so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from danish.tolerant_patterns import tolerant_pattern
from ingest.fields.attachments import find_attached
from ingest.records import ItemRecord

_SENTENCE = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÆØÅ”\"])|\n+")
_SAID = tolerant_pattern(
    r"\b(?:(?:er|var) (?:vedlagt|vedhæftet)|vedlagt som bilag|vedlægges|vedhæftes|vedlagte|vedhæftede)\b"
)
_ATTACHED = re.compile("vedl|vedh", re.IGNORECASE)  # what is said has one of them, and most texts have neither
_COUNTED = re.compile(r"\bbilag\s+(?:nr\.\s*)?(\d{1,2})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}|\d{4}")
_CUT = re.compile(r"\b\d{1,2}$")  # at the full stop of a day, "den 21."
MOST_LETTERS = 90  # of a sentence that is quoted


def find_missing_attachments(item: ItemRecord) -> Iterator[str]:
    """Yield what an item's text says is attached and is not among its attachments: a name, or else the sentence."""
    texts = filter(None, (item.background, item.recommendation, item.presentation))
    for text in texts:
        if _ATTACHED.search(text):
            for sentence in filter(_SAID.search, _SENTENCE.split(text)):
                yield from _missing(sentence, item)


def _missing(sentence: str, item: ItemRecord) -> Iterator[str]:
    counted = [int(number) for number in _COUNTED.findall(sentence)]
    if counted:
        yield from (f"Bilag {number}" for number in counted if number > len(item.attachments))
        return
    names = [name for name in find_attached(sentence) if not _CUT.search(name)]
    if not names and not item.attachments:
        yield sentence if len(sentence) <= MOST_LETTERS else f"{sentence[:MOST_LETTERS].rsplit(' ', 1)[0]} …"
    yield from (name for name in names if not any(_is_same(name, one) for one in item.attachments))


def _is_same(name: str, other: str) -> bool:
    """Return whether two names share a word that tells them from others, or the one says no more than "notat"."""
    words, others = (set(_WORD.findall(one.casefold())) for one in (name, other))
    return len(words) < 2 or len(words & others) >= min(2, len(words))
