"""Repaired words in an item's texts, so that a page can show each as it was before repair."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from danish.letter_repair import WordRepair
from ingest.records import ItemRecord, Page, RepairRecord, Source
from ingest.structure.lines import Line

_WORD = re.compile(r"\w+")
_BROKEN = re.compile(r"\w-$")


class _Word(NamedTuple):
    before: str
    after: str


def read_repaired_words(record: ItemRecord, lines: Iterable[Line], source: Source) -> tuple[RepairRecord, ...]:
    """Return the repaired words of an item's texts in document order. `lines` are the item's, including its title's.

    The title, which comes first, is matched first; then the longest text: a short one may repeat a run of its words.
    """
    known = {word for _, text in record.texts for word in _WORD.findall(text)}
    words = _repaired(lines, source, known)
    found: list[tuple[int, RepairRecord]] = []
    free = list(range(len(words)))
    for section, text in sorted(record.texts, key=lambda one: (one[0] != "title", -len(one[1]))):
        taken = [free[at] for at in _matching([words[at].after for at in free], _WORD.findall(text))]
        found += ((at, RepairRecord(section, *words[at])) for at in taken)
        free = sorted({*free} - {*taken})
    return tuple(repair for _, repair in sorted(found))


def _matching(words: Sequence[str], text: Sequence[str]) -> list[int]:
    """Return the positions of the words that occur in a text, in its order."""
    wanted = set(words)
    matcher = SequenceMatcher(None, words, [word for word in text if word in wanted], autojunk=False)
    return [block.a + n for block in matcher.get_matching_blocks() for n in range(block.size)]


def _repaired(lines: Iterable[Line], source: Source, known: Container[str]) -> list[_Word]:
    """Return the words changed by repair; a word broken over two lines is joined if the text has it so."""
    words: list[_Word] = []
    goes_on = False
    for line in lines:
        page, number = line.place
        for word in _words(source.pages[page], number):
            whole = _Word(words[-1].before + word.before, words[-1].after + word.after) if goes_on else word
            if goes_on and whole.after in known:
                words[-1] = whole
            else:
                words.append(word)
            goes_on = False
        goes_on = bool(words and _BROKEN.search(line.text))
    return [word for word in words if word.before != word.after]


def _words(page: Page, number: int) -> list[_Word]:
    """Return all words of a line, before and after repair."""
    line, words = page.lines[number], []
    spans = [(at, at + len(change.after), change.before) for at, change in _as_read(page.changes, number)]
    for match in _WORD.finditer(line):
        before, end = "", match.start()
        for start, stop, was in spans:
            if match.start() <= start and stop <= match.end():
                before, end = before + line[end:start] + was, stop
        words.append(_Word(before + line[end : match.end()], match[0]))
    return words


def _as_read(changes: Iterable[WordRepair], number: int) -> Iterator[tuple[int, WordRepair]]:
    """Yield the changes of a line with their columns in the line after repair."""
    shift = 0
    for change in sorted(changes):
        if change.line == number:
            yield change.column + shift, change
            shift += len(change.after) - len(change.before)
