"""Repair of misread letters: mgde is møde, pa is på. Every change can be undone.

A page is repaired if it has no æ, ø or å while its commonest words are in forms that only misreading produces
(`danish.evidence`). Each word may have several candidates (`danish.word_candidates`); they are chosen for all words of
a page at once, by how common each is and which word follows which (`danish.decoding`). Line breaks, hyphenation and
capitals stay as they are (`danish.printed_form`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from danish.decoding import choose_candidates
from danish.english import english_words
from danish.evidence import count_evidence
from danish.lexicon import Lexicon
from danish.printed_form import WordRepair, changes_to, with_changes
from danish.tokens import Word, read_words
from danish.word_candidates import Edit, WordCandidate, read_word, unchanged_candidate

__all__ = ["RepairedPage", "WordRepair", "needs_repair", "repair_page", "repair_pages"]

# A bar is an I at the start of a sentence, maybe after a bullet or paper clip, if Danish prose follows: "| januar",
# "| 2032 er", "| Region Sjælland har".
_BAR = re.compile(
    r"(?:^|(?<=[.:!?–—-]\s))\s*(?:\S{1,2}\s)?\|"
    r"(?=\s+(?:[a-zæøå@]|[12]\d{3}\s+[a-zæøå]|(?:[A-ZÆØÅ]\S*\s+){1,3}(?:er|har|bliver|blev|kan|skal|vil|var)\b))"
)
_PARTY = re.compile(r"(?<=\()@d?(?=\))")  # in a list of members (Ø) is a party
_AGREEMENT = re.compile(r"(?<![\w.@])@(?=A[ -]?\d{2}\b)")  # ØA26 is the economic agreement for 2026

CAPITAL_NAME = 2.5  # how much less a name costs where a word has a capital within a sentence


@dataclass(frozen=True)
class RepairedPage:
    """A page after repair: its lines, one for each that came in, what was changed, and whether it needed repair."""

    lines: tuple[str, ...]
    changes: tuple[WordRepair, ...]
    was_needed: bool


def needs_repair(lines: Sequence[str], lexicon: Lexicon) -> bool | None:
    """Return whether a page's letters were misread; None where the page does not show it."""
    return count_evidence(lines, lexicon).verdict


def repair_page(lines: Sequence[str], lexicon: Lexicon, *, needed: bool | None = None) -> RepairedPage:
    """Repair a page if it needs it, or as `needed` says; the number of lines does not change."""
    if needed is None:
        needed = needs_repair(lines, lexicon) or False
    if not needed:
        return RepairedPage(tuple(lines), (), was_needed=False)
    changes = tuple(sorted([*_signs(lines), *_words(lines, lexicon)]))
    return RepairedPage(with_changes(lines, changes), changes, was_needed=True)


def repair_pages(pages: Sequence[Sequence[str]], lexicon: Lexicon) -> list[RepairedPage]:
    """Repair a document page by page; a page without a verdict is treated as the majority of the others."""
    verdicts = [needs_repair(page, lexicon) for page in pages]
    votes = Counter(verdict for verdict in verdicts if verdict is not None)
    most = votes[True] > votes[False]
    return [
        repair_page(page, lexicon, needed=most if verdict is None else verdict)
        for page, verdict in zip(pages, verdicts, strict=True)
    ]


def _signs(lines: Sequence[str]) -> Iterator[WordRepair]:
    """Find single signs that are letters. A line with a bar that is not an I is a table or a page header."""
    for number, line in enumerate(lines):
        bars = [match.end() - 1 for match in _BAR.finditer(line)]
        if len(bars) == line.count("|"):
            yield from (WordRepair(number, column, "|", "I") for column in bars)
        found = (match for pattern in (_PARTY, _AGREEMENT) for match in pattern.finditer(line))
        yield from (WordRepair(number, match.start(), match[0], "Ø") for match in found)


def _words(lines: Sequence[str], lexicon: Lexicon) -> Iterator[WordRepair]:
    """Yield the repairs of misread words, chosen for the whole page at once; English stays as it is."""
    words = read_words(lines)
    readings = [_readings(word, lexicon) for word in words]
    foreign = english_words(words, readings, lexicon)
    options = [
        (unchanged_candidate(word.text),) if left else some
        for word, some, left in zip(words, readings, foreign, strict=True)
    ]
    chosen = choose_candidates(options, [word.follows for word in words], lexicon)
    for word, reading in zip(words, chosen, strict=True):
        if reading.edits:
            yield from changes_to(word, reading, is_name=lexicon.is_name(reading.word))


def _readings(word: Word, lexicon: Lexicon) -> Sequence[WordCandidate]:
    """Return a word's candidates; across a line break it is one word ("ori-/ente-") or two joined by the hyphen."""
    readings = read_word(word.text, lexicon)
    if len(word.pieces) == 1:
        return readings if word.opens_sentence or word.text.islower() else _names_first(readings, lexicon)
    apart = _side_by_side([read_word(piece.text, lexicon)[0] for piece in word.pieces], word)
    return tuple(sorted([*readings, apart]))


def _names_first(readings: Sequence[WordCandidate], lexicon: Lexicon) -> Sequence[WordCandidate]:
    """Favour names among the candidates of a capitalized word within a sentence: Age is Åge there."""
    if len(readings) == 1:
        return readings
    favoured = (one._replace(cost=one.cost - CAPITAL_NAME * lexicon.is_name(one.word)) for one in readings)
    return sorted(favoured)


def _side_by_side(readings: Sequence[WordCandidate], word: Word) -> WordCandidate:
    """Join the candidates of a word's pieces into one; for word pairs it counts as its last piece."""
    edits: list[Edit] = []
    at = 0
    for reading, piece in zip(readings, word.pieces, strict=True):
        edits += (edit._replace(at=edit.at + at) for edit in reading.edits)
        at += len(piece.text)
    misread = sum(reading.cost for reading in readings[:-1]) + readings[-1].misread
    return WordCandidate(sum(reading.cost for reading in readings), misread, readings[-1].word, tuple(edits))
