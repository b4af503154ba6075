"""The words of a print of a text, each with a key: the same for two prints of the same word."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from danish.confusions import ALIKE, STROKES

_BLANKS = re.compile(r"(\s+)")
# Marks between figures tell numbers apart (1,5 is not 15); all others tell nothing.
_MARKS = re.compile(r"(?<!\d)[\W_]+|[\W_]+(?!\d)")
ALL_MARKS = re.compile(r"[\W_]+")
# Letters that an OCR without Danish takes for one another: one stands for all of them.
_TAKEN_FOR_OTHERS = re.compile(f"[{re.escape(''.join(sorted(ALIKE)))}]+")
_STROKES = str.maketrans(dict.fromkeys(STROKES, "i"))


class KeyedWords(NamedTuple):
    """The words of a text: the keys they are compared by, the words, and the space after each.

    A space is one, the end of a line, or of a paragraph. Three lists, since a page compares thousands of words.
    """

    keys: list[str]
    texts: list[str]
    spaces: list[str]

    def text(self, start: int, end: int) -> str:
        """Return the words from one place to before another as a text."""
        last = max(start, end - 1)
        before = zip(self.texts[start:last], self.spaces[start:last], strict=True)
        return "".join(chain(chain.from_iterable(before), self.texts[last:end]))


def text_key(text: str) -> str:
    """Return a text's letters and figures alone: the same for two prints of the same words."""
    for dash in "–—−‑":
        text = text.replace(dash, "-")
    return _MARKS.sub("", text.casefold())


@lru_cache(maxsize=20_000)
def word_key(word: str) -> str:
    """Return what a word is compared by."""
    return word.casefold() if word.isalpha() else text_key(word)


@lru_cache(maxsize=20_000)
def misread_key(word: str) -> str:
    """Return what a word that a machine may have misread is compared by."""
    key = word_key(word)
    return key if any(map(str.isdigit, key)) else folded(key)


def folded(text: str) -> str:
    """Return a text with one letter for all those that a machine takes for one another."""
    return _TAKEN_FOR_OTHERS.sub("o", text.translate(_STROKES))


def read_words(text: str, *, misread: bool = False) -> KeyedWords:
    """Return the words of a text. A sign that stands alone, as a dash before an entry, belongs to the word after it."""
    parts = _BLANKS.split(text.lstrip())
    texts, blanks = parts[::2], parts[1::2]
    if texts[-1]:
        blanks.append("")
    else:  # the text ends with a blank, or is empty
        texts.pop()
    words = KeyedWords(list(map(misread_key if misread else word_key, texts)), texts, list(map(_space, blanks)))
    return _joined(words) if "" in words.keys else words


@lru_cache(maxsize=100)
def _space(blank: str) -> str:
    return "\n" * min(blank.count("\n"), 2) or " "


def _joined(found: KeyedWords) -> KeyedWords:
    """Return words with the signs that stand alone before those that they belong to."""
    words, before = KeyedWords([], [], []), ""
    for key, text, space in zip(*found, strict=True):
        if not key:
            before += text + space
            continue
        words.keys.append(key)
        words.texts.append(before + text)
        words.spaces.append(space)
        before = ""
    return words
