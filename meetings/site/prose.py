"""The text of a section split into headings, paragraphs, lists and tables (rendered by `macros/prose.html`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest

from danish import alphabet
from meetings.site.hits import LIST_ENTRY, without_marks

LONGEST_HEADING = 80
CELL = re.compile(r"\s*\|\s*")
_GAP_IN_LIST = re.compile(rf"(?m)^({LIST_ENTRY}.*)\n\s*\n(?={LIST_ENTRY})")

HEADING, PARAGRAPH, LIST, TABLE = "heading", "paragraph", "list", "table"


@dataclass(frozen=True)
class Block:
    """A block of a text: the `lines` of a heading, a paragraph or a list, or the `head` and `rows` of a table.

    Headings and tables have an `anchor`. A table may have a `caption`, and names in its first column (`is_named`).
    """

    kind: str
    lines: Sequence[str] = ()
    head: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    anchor: str = ""
    caption: str = ""
    is_named: bool = False

    @property
    def words(self) -> str:
        """The text of a heading, without highlight markers."""
        return without_marks(self.lines[0])


def blocks(text: str, section: str, headings: Collection[str] = ()) -> list[Block]:
    """Return the blocks of a section's text.

    `section` is the section's id and the prefix of the anchors; `headings` are the subheadings and the headers of
    tables that are known by their type.
    """
    paragraphs = re.split(r"\n\s*\n", _GAP_IN_LIST.sub(r"\1\n", text.strip()))
    pairs = zip_longest(paragraphs, paragraphs[1:], fillvalue="")
    return list(_anchored((block for pair in pairs for block in _blocks(*pair, headings)), section))


def _anchored(found: Iterator[Block], section: str) -> Iterator[Block]:
    seen: Counter[str] = Counter()
    for block in found:
        if block.kind == HEADING:
            slug = f"{section}-{alphabet.slug(block.words) or 'afsnit'}"
            seen[slug] += 1
            yield replace(block, anchor=slug if seen[slug] == 1 else f"{slug}-{seen[slug]}")
        elif block.kind == TABLE:
            seen[TABLE] += 1
            yield replace(block, anchor=f"{section}-tabel-{seen[TABLE]}-navn")
        else:
            yield block


def _blocks(paragraph: str, following: str, headings: Collection[str]) -> Iterator[Block]:
    if without_marks(paragraph) in headings or is_heading(paragraph, following):
        yield Block(HEADING, [paragraph])
        return
    first, *rows = paragraph.splitlines() or [""]
    if _kind(first) == PARAGRAPH and len(rows) > 1 and all(_kind(row) == TABLE for row in rows):
        yield from _captioned(first, _table(rows, headings))
        return
    for kind, group in groupby(paragraph.splitlines(), key=_kind):
        lines = [line.removeprefix(LIST_ENTRY) for line in group]
        yield _table(lines, headings) if kind == TABLE else Block(kind, lines)


def _captioned(caption: str, block: Block) -> Iterator[Block]:
    """Yield a table with its caption, or the line and the paragraph that the rows turned out to be."""
    if block.kind == TABLE:
        yield replace(block, caption=caption)
    else:
        yield from (Block(PARAGRAPH, [caption]), block)


def is_heading(paragraph: str, following: str) -> bool:
    """Return whether a paragraph is a heading: a short line without a full stop, above a paragraph of some length."""
    short = len(paragraph) <= LONGEST_HEADING and "\n" not in paragraph and " | " not in paragraph
    opens = short and paragraph[:1].isupper() and paragraph[-1].isalnum() | (paragraph[-1] in ")”»")
    return opens and len(following) > LONGEST_HEADING and _kind(following.splitlines()[0]) == PARAGRAPH


def _kind(line: str) -> str:
    if line.startswith(LIST_ENTRY):
        return LIST
    return TABLE if " | " in line else PARAGRAPH


def _table(lines: Sequence[str], headings: Collection[str]) -> Block:
    """Return rows as a table; a single row or column becomes a paragraph."""
    rows = [CELL.split(line.strip()) for line in lines]
    if len(rows) == 1:
        return Block(PARAGRAPH, lines)
    if is_column(rows):
        return Block(PARAGRAPH, [" ".join(filter(None, row)) for row in rows])
    head = without_marks(lines[0]) in headings or has_header(rows)
    below = rows[1:] if head else rows
    return Block(TABLE, head=rows[0] if head else (), rows=below, is_named=has_names(below))


def is_column(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether rows are really one column, as left by a figure or a narrow cell: few have several cells."""
    return 3 * sum(len(list(filter(None, row))) > 1 for row in rows) < len(rows)


def has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the first row is clearly a header: no cell empty or with digits, and digits in every row below."""
    first, *below = rows
    return all(cell and not _has_digit(cell) for cell in first) and all(any(map(_has_digit, row)) for row in below)


def has_names(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the first column names the rows: words in every row, and figures beside them in most."""
    named = all(row[0][:1].isalpha() and len(row[0]) <= LONGEST_HEADING for row in rows)
    figures = sum(len(row) > 1 and not any(cell[:1].isalpha() for cell in row[1:]) for row in rows)
    return named and 2 * figures > len(rows)


def _has_digit(cell: str) -> bool:
    return any(letter.isdigit() for letter in cell)
