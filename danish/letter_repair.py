"""Repair of misread letters: mgde is møde, pa is på, and every change can be undone.

A page is repaired if it has no æ, ø or å while its commonest words stand in forms that only misreading gives
(`evidence`). Each word may be read in several ways (`readings`); which is meant is decided for all words of a page at
once, by how common they are and which follow which (`decoding`). Lines stay lines, broken words stay broken, capitals
stay capitals (`spelling`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from danish.decoding import likeliest
from danish.english import english_words
from danish.evidence import weigh
from danish.lexicon import Lexicon
from danish.printed_form import WordRepair, changes_to, with_changes
from danish.tokens import Word, read_words
from danish.word_candidates import Edit, WordCandidate, read_word, staying

__all__ = ["RepairedPage", "WordRepair", "needs_repair", "repair_page", "repair_pages"]

# A bar is an I where a sentence begins, maybe after a bullet or a clip, and goes on as Danish does: "| januar",
# "| 2032 er", "| Region Sjælland har".
_BAR = re.compile(
    r"(?:^|(?<=[.:!?–—-]\s))\s*(?:\S{1,2}\s)?\|"
    r"(?=\s+(?:[a-zæøå@]|[12]\d{3}\s+[a-zæøå]|(?:[A-ZÆØÅ]\S*\s+){1,3}(?:er|har|bliver|blev|kan|skal|vil|var)\b))"
)
_PARTY = re.compile(r"(?<=\()@d?(?=\))")  # in a list of members (Ø) is a party
_AGREEMENT = re.compile(r"(?<![\w.@])@(?=A[ -]?\d{2}\b)")  # ØA26 is the economic agreement for 2026

CAPITAL_NAME = 2.5  # how much likelier a name is where a capital stands within a sentence


@dataclass(frozen=True)
class RepairedPage:
    """A page after repair: as many lines as came in, what was changed, and whether repair was called for."""

    lines: tuple[str, ...]
    changes: tuple[WordRepair, ...]
    was_needed: bool


def needs_repair(lines: Sequence[str], lexicon: Lexicon) -> bool | None:
    """Return whether a page's letters were misread; None where it does not tell."""
    return weigh(lines, lexicon).verdict


def repair_page(lines: Sequence[str], lexicon: Lexicon, *, needed: bool | None = None) -> RepairedPage:
    """Repair a page if it needs it, or as the caller says; lines come out one for one."""
    if needed is None:
        needed = needs_repair(lines, lexicon) or False
    if not needed:
        return RepairedPage(tuple(lines), (), was_needed=False)
    changes = tuple(sorted([*_signs(lines), *_words(lines, lexicon)]))
    return RepairedPage(with_changes(lines, changes), changes, was_needed=True)


def repair_pages(pages: Sequence[Sequence[str]], lexicon: Lexicon) -> list[RepairedPage]:
    """Repair a document page by page; a page that does not tell is treated as most of the others."""
    verdicts = [needs_repair(page, lexicon) for page in pages]
    votes = Counter(verdict for verdict in verdicts if verdict is not None)
    most = votes[True] > votes[False]
    return [
        repair_page(page, lexicon, needed=most if verdict is None else verdict)
        for page, verdict in zip(pages, verdicts, strict=True)
    ]


def _signs(lines: Sequence[str]) -> Iterator[WordRepair]:
    """Find what is a letter though it stands alone. A line with a bar that is no I is a table or a page header."""
    for number, line in enumerate(lines):
        bars = [match.end() - 1 for match in _BAR.finditer(line)]
        if len(bars) == line.count("|"):
            yield from (WordRepair(number, column, "|", "I") for column in bars)
        found = (match for pattern in (_PARTY, _AGREEMENT) for match in pattern.finditer(line))
        yield from (WordRepair(number, match.start(), match[0], "Ø") for match in found)


def _words(lines: Sequence[str], lexicon: Lexicon) -> Iterator[WordRepair]:
    words = read_words(lines)
    readings = [_readings(word, lexicon) for word in words]
    foreign = english_words(words, readings, lexicon)
    options = [
        (staying(word.text),) if left else some for word, some, left in zip(words, readings, foreign, strict=True)
    ]
    chosen = likeliest(options, [word.follows for word in words], lexicon)
    for word, reading in zip(words, chosen, strict=True):
        if reading.edits:
            yield from changes_to(word, reading, is_name=lexicon.is_name(reading.word))


def _readings(word: Word, lexicon: Lexicon) -> Sequence[WordCandidate]:
    """Return a word's readings; one on two lines is one word ("ori-/ente-") or two of which the hyphen is part."""
    readings = read_word(word.text, lexicon)
    if len(word.pieces) == 1:
        return readings if word.opens_sentence or word.text.islower() else _names_first(readings, lexicon)
    apart = _side_by_side([read_word(piece.text, lexicon)[0] for piece in word.pieces], word)
    return tuple(sorted([*readings, apart]))


def _names_first(readings: Sequence[WordCandidate], lexicon: Lexicon) -> Sequence[WordCandidate]:
    """Favour names among what a word with a capital may mean where no sentence begins: Age is Åge there."""
    if len(readings) == 1:
        return readings
    favoured = (one._replace(cost=one.cost - CAPITAL_NAME * lexicon.is_name(one.word)) for one in readings)
    return sorted(favoured)


def _side_by_side(readings: Sequence[WordCandidate], word: Word) -> WordCandidate:
    """Return the readings of a word's pieces as one reading; in pairs it counts as its last piece."""
    edits: list[Edit] = []
    at = 0
    for reading, piece in zip(readings, word.pieces, strict=True):
        edits += (edit._replace(at=edit.at + at) for edit in reading.edits)
        at += len(piece.text)
    misread = sum(reading.cost for reading in readings[:-1]) + readings[-1].misread
    return WordCandidate(sum(reading.cost for reading in readings), misread, readings[-1].word, tuple(edits))
