"""A paper as plain text, for programs that print text files."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from tests.corpus.paper import Block

WIDTH = 72


def write_plain(blocks: Iterable[Block], foot: str) -> str:
    """Return a paper as lines of at most WIDTH letters, blank lines between its blocks; it has no footers."""
    return "".join(map(_block, blocks))


def _block(block: Block) -> str:
    if block.kind == "break":
        return "\f"
    if block.kind == "table":
        return "".join(f"{row[0]:24}" + "".join(f"{cell:>20}" for cell in row[1:]) + "\n" for row in block.rows) + "\n"
    if block.entries:
        marks = ["- " if block.kind == "bullets" else f"{n}. " for n in range(1, len(block.entries) + 1)]
        pairs = zip(marks, block.entries, strict=True)
        return "\n".join(_wrap(mark + entry, " " * len(mark)) for mark, entry in pairs) + "\n\n"
    return _wrap(f"{block.number} {block.text}".strip()) + ("\n" if block.kind == "person" else "\n\n")


def _wrap(text: str, indent: str = "") -> str:
    return textwrap.fill(text, WIDTH, subsequent_indent=indent, break_on_hyphens=False)
