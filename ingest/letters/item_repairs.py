"""Repaired words in an item's texts, so that a page can show each as it was before repair."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Container, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from danish.letter_repair import WordRepair
from ingest.records import ItemRecord, RepairRecord, Source
from ingest.structure.lines import Line, Place

_WORD = re.compile(r"\w+")
_BROKEN = re.compile(r"\w-$")
MOST_MATCHED = 2_000  # repaired words of an item; matching them takes time by their number squared


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
    free = list(range(min(len(words), MOST_MATCHED)))
    for section, text in sorted(record.texts, key=lambda one: (one[0] != "title", -len(one[1]))):
        taken = [free[at] for at in _matching([words[at].after for at in free], _WORD.findall(text))]
        found += ((at, RepairRecord(section, *words[at])) for at in taken)
        free = sorted({*free} - {*taken})
    return tuple(repair for _, repair in sorted(found))


def _matching(words: Sequence[str], text: Sequence[str]) -> list[int]:
    """Return the positions of the words that occur in a text, in its order."""
    wanted = set(words)
    same = [word for word in text if word in wanted][:MOST_MATCHED]
    matcher = SequenceMatcher(None, words, same, autojunk=False)
    return [block.a + n for block in matcher.get_matching_blocks() for n in range(block.size)]


def _repaired(lines: Iterable[Line], source: Source, known: Container[str]) -> list[_Word]:
    """Return the words changed by repair; a word broken over two lines is joined if the text has it so."""
    words: list[_Word] = []
    goes_on = False
    changes = _ChangesByLine(source)
    for line in lines:
        for word in _words(source.pages[line.place[0]].lines[line.place[1]], changes.of(line.place)):
            whole = _Word(words[-1].before + word.before, words[-1].after + word.after) if goes_on else word
            if goes_on and whole.after in known:
                words[-1] = whole
            else:
                words.append(word)
            goes_on = False
        goes_on = bool(words and _BROKEN.search(line.text))
    return [word for word in words if word.before != word.after]


class _ChangesByLine:
    """The changes of each line, sorted once a page."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._pages: dict[int, dict[int, list[WordRepair]]] = {}

    def of(self, place: Place) -> Sequence[WordRepair]:
        """Return the changes of a line, from left to right."""
        page, number = place
        if page not in self._pages:
            lines = self._pages[page] = defaultdict(list)
            for change in sorted(self._source.pages[page].changes):
                lines[change.line].append(change)
        return self._pages[page].get(number, ())


def _words(line: str, changes: Iterable[WordRepair]) -> list[_Word]:
    """Return all words of a line, before and after repair."""
    words: list[_Word] = []
    spans = deque((at, at + len(change.after), change.before) for at, change in _as_read(changes))
    for match in _WORD.finditer(line):
        before, end = "", match.start()
        while spans and spans[0][1] <= match.end():
            start, stop, was = spans.popleft()
            if match.start() <= start:
                before, end = before + line[end:start] + was, stop
        words.append(_Word(before + line[end : match.end()], match[0]))
    return words


def _as_read(changes: Iterable[WordRepair]) -> Iterator[tuple[int, WordRepair]]:
    """Yield the changes of a line with their columns in the line after repair."""
    shift = 0
    for change in changes:
        yield change.column + shift, change
        shift += len(change.after) - len(change.before)
