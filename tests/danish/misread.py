"""Misreading of correct Danish at random, by the counts that the repair uses, and comparison with the repaired text."""

from __future__ import annotations

import random
from typing import NamedTuple

from danish.confusions import COUNTS

SPELLED_OUT = {letter: COUNTS[letter] for letter in "æøåÆØÅ"}


def misread(text: str, chance: random.Random) -> str:
    """Return a text as the OCR would read it: every æ, ø and å misread."""
    return "".join(_misread_letter(letter, chance) for letter in text)


def _misread_letter(letter: str, chance: random.Random) -> str:
    counts = SPELLED_OUT.get(letter)
    return chance.choices(list(counts), list(counts.values()))[0] if counts else letter


class Outcome(NamedTuple):
    """Counts of words: all, misread before repair, wrong after repair, and right before but not after."""

    words: int
    misread: int
    wrong: int
    damaged: int

    @property
    def wrong_share(self) -> float:
        """The share of all words that is wrong after repair."""
        return self.wrong / self.words

    @property
    def damaged_share(self) -> float:
        """The share of correct words that the repair made wrong."""
        return self.damaged / (self.words - self.misread)


def compare(right: str, bad: str, repaired: str) -> Outcome:
    """Compare a text with its misread and its repaired form, word for word."""
    rows = list(zip(right.split(), bad.split(), repaired.split(), strict=True))
    return Outcome(
        words=len(rows),
        misread=sum(good != noisy for good, noisy, _ in rows),
        wrong=sum(good != mended for good, _, mended in rows),
        damaged=sum(good == noisy != mended for good, noisy, mended in rows),
    )
