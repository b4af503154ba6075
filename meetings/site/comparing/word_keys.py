"""The words of a text, each with a comparison key: the same however the word happens to be printed."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from danish.confusions import ALIKE, STROKES

_BLANKS = re.compile(r"(\s+)")
# Punctuation between digits is significant (1,5 is not 15); all other punctuation is not.
_MARKS = re.compile(r"(?<!\d)[\W_]+|[\W_]+(?!\d)")
ALL_MARKS = re.compile(r"[\W_]+")
# Letters that OCR without Danish support confuses with each other; one of them replaces all.
_TAKEN_FOR_OTHERS = re.compile(f"[{re.escape(''.join(sorted(ALIKE)))}]+")
_STROKES = str.maketrans(dict.fromkeys(STROKES, "i"))


class KeyedWords(NamedTuple):
    """The words of a text: their comparison keys, the words themselves, and the whitespace after each.

    Whitespace is " ", a line break or a paragraph break. Parallel lists, since a page compares thousands of words.
    """

    keys: list[str]
    texts: list[str]
    spaces: list[str]

    def text(self, start: int, end: int) -> str:
        """Return the words from index `start` up to, not including, `end` as text."""
        last = max(start, end - 1)
        before = zip(self.texts[start:last], self.spaces[start:last], strict=True)
        return "".join(chain(chain.from_iterable(before), self.texts[last:end]))


def text_key(text: str) -> str:
    """Return only the letters and digits of a text, casefolded: the same for two printings of the same words."""
    for dash in "–—−‑":
        text = text.replace(dash, "-")
    return _MARKS.sub("", text.casefold())


@lru_cache(maxsize=20_000)
def word_key(word: str) -> str:
    """Return the comparison key of a word."""
    return word.casefold() if word.isalpha() else text_key(word)


@lru_cache(maxsize=20_000)
def misread_key(word: str) -> str:
    """Return the comparison key of a word that OCR may have misread."""
    key = word_key(word)
    return key if any(map(str.isdigit, key)) else folded(key)


def folded(text: str) -> str:
    """Return a text in which letters that OCR confuses with each other are replaced by one of them."""
    return _TAKEN_FOR_OTHERS.sub("o", text.translate(_STROKES))


def read_words(text: str, *, misread: bool = False) -> KeyedWords:
    """Return the words of a text. Punctuation that stands alone, such as a list dash, is joined to the next word."""
    parts = _BLANKS.split(text.lstrip())
    texts, blanks = parts[::2], parts[1::2]
    if texts[-1]:
        blanks.append("")
    else:  # the text ends with whitespace, or is empty
        texts.pop()
    words = KeyedWords(list(map(misread_key if misread else word_key, texts)), texts, list(map(_space, blanks)))
    return _joined(words) if "" in words.keys else words


@lru_cache(maxsize=100)
def _space(blank: str) -> str:
    return "\n" * min(blank.count("\n"), 2) or " "


def _joined(found: KeyedWords) -> KeyedWords:
    """Return the words with punctuation that stood alone prefixed to the following word."""
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
