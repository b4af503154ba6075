"""How many of a paper's words an engine reads, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from ingest.records import Source
from ingest.structure.lines import clean

_LINE_END_HYPHEN = re.compile(r"(?<=\w)[-\u2010]\n(?=\w)")
_WORD = re.compile(r"[\w§%�]+")


def words_of(lines: Iterable[str]) -> list[str]:
    """Return the words of lines, lower case, without marks; a hyphenated word is one, at line ends and elsewhere."""
    text = _LINE_END_HYPHEN.sub("", "\n".join(lines)).lower()
    return _WORD.findall(text.replace("-", ""))


def words_of_source(source: Source) -> list[str]:
    """Return the words of a source as the parser sees them, without those that belong to the pages."""
    return words_of(line.text for line in clean(source).lines)


def share_right(known: list[str], read: list[str]) -> float:
    """Return the share of words that known and read texts have in common, in order: 2 × common / both, 0 to 1."""
    blocks = SequenceMatcher(None, known, read, autojunk=False).get_matching_blocks()
    return 2 * sum(block.size for block in blocks) / (len(known) + len(read) or 1)
