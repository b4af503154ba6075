"""Candidates written back into the page: capitals and line breaks stay as they were printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from danish.tokens import Word
from danish.word_candidates import Edit, WordCandidate


class WordRepair(NamedTuple):
    """A change: line and column (from 0) in the page before repair, the text before, and the text after."""

    line: int
    column: int
    before: str
    after: str


def changes_to(word: Word, reading: WordCandidate, *, is_name: bool) -> Iterator[WordRepair]:
    """Yield the changes that turn a word into a candidate, one for each line on which the word is printed."""
    capital = is_name or word.opens_sentence
    at = 0
    for piece in word.pieces:
        end = at + len(piece.text)
        here = [edit._replace(at=edit.at - at) for edit in reading.edits if at <= edit.at < end]
        after = _edited(piece.text, here, first=at == 0, capital=capital)
        if after != piece.text:
            yield WordRepair(piece.line, piece.column, piece.text, after)
        at = end


def with_changes(lines: Sequence[str], changes: Iterable[WordRepair]) -> tuple[str, ...]:
    """Return the lines with the changes made."""
    changed = list(lines)
    for line, column, before, after in sorted(changes, reverse=True):
        changed[line] = changed[line][:column] + after + changed[line][column + len(before) :]
    return tuple(changed)


def _edited(text: str, edits: Iterable[Edit], *, first: bool, capital: bool) -> str:
    for edit in sorted(edits, reverse=True):
        meant = edit.meant.upper() if _is_capital(edit, text, first=first, capital=capital) else edit.meant.lower()
        text = text[: edit.at] + meant + text[edit.at + edit.length :]
    return text


def _is_capital(edit: Edit, text: str, *, first: bool, capital: bool) -> bool:
    """Return whether the meant letter is a capital: the OCR put one, or an @ where one is expected."""
    others = text[: edit.at] + text[edit.at + edit.length :]
    if len(others) > 1 and others.isupper():
        return True
    if not first or edit.at > 0 or edit.meant == "lø":
        return False
    return edit.meant == "I" or text[0].isupper() or (text[0] == "@" and capital)
