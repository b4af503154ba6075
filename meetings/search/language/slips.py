"""Typos ("slips"): which words of the archive may correct them, and how many slips apart two words are."""

from __future__ import annotations

from collections.abc import Iterable

from danish.inflection import headwords
from meetings.search.language.words import STOP_WORDS

SHORTEST = 4  # shorter words are one slip from too many others
ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"
LONG = 8  # words this long may have two slips


def searched_words(words: Iterable[str]) -> set[str]:
    """Return the lower-case words that may correct a typo, with their headwords; of a hyphenated word its pieces."""
    low = {piece for word in words for piece in word.lower().split("-")}
    kept = {word for word in low if len(word) >= SHORTEST and word.isalpha()} - STOP_WORDS
    return kept.union(*map(headwords, kept))


def slips_allowed(word: str) -> int:
    """Return how many slips a word may have: none, one, or two."""
    if len(word) < SHORTEST:
        return 0
    return 2 if len(word) >= LONG else 1


def slips(typed: str, meant: str, most: int = 2) -> int:
    """Return how many letters were left out, inserted, changed or swapped; `most` + 1 if more than `most`."""
    if abs(len(typed) - len(meant)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, a in enumerate(typed, 1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(meant, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == meant[j - 2] and typed[i - 2] == b:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def same_letters(typed: str, meant: str) -> int:
    """Return how many letters two words have in common from the first on."""
    differ = (at for at, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b)
    return next(differ, min(len(typed), len(meant)))


def one_slip_away(word: str) -> set[str]:
    """Return all that a word may have been before one slip."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    left_out = {a + one + b for a, b in halves for one in ALPHABET}
    changed = {a + one + b[1:] for a, b in halves if b for one in ALPHABET}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1}
    return left_out | changed | swapped | {a + b[1:] for a, b in halves if b} - {word}
