"""A paper as groff's ms, with tables for tbl."""

from __future__ import annotations

from collections.abc import Iterable

from tests.corpus.paper import Block

HEAD = """.nr PO 3.5c
.nr LL 15c
.nr PS 11
.nr VS 14
.nr PD 0.7v
.ds LF {foot}
.ds CF
.ds RF Side \\\\n%
.ds CH
.nh
"""


def write_roff(blocks: Iterable[Block], foot: str) -> str:
    """Return a paper as ms."""
    return HEAD.format(foot=foot) + "".join(map(_block, blocks))


def _block(block: Block) -> str:
    text = _escape(f"{block.number} {block.text}".strip())
    if block.kind == "table":
        rows = "".join("\t".join(row) + "\n" for row in block.rows)
        return f".LP\n.TS\nl{' r' * (len(block.rows[0]) - 1)}.\n{rows}.TE\n"
    if block.entries:
        marks = ["\\(en" if block.kind == "bullets" else f"{n}." for n in range(1, len(block.entries) + 1)]
        return "".join(f".IP {mark} 4\n{_escape(entry)}\n" for mark, entry in zip(marks, block.entries, strict=True))
    sizes = {"title": 20, "chapter": 15, "heading": 13}
    if block.kind in ("chapter", "heading", "title"):
        return f".LP\n.sp 0.7v\n.ps {sizes[block.kind]}\n.vs {sizes[block.kind] + 4}\n.ft B\n{text}\n.br\n.ft R\n"
    if block.kind in ("label", "subheading"):
        return f".LP\n.sp 0.4v\n.ne 3\n.ft {'B' if block.kind == 'label' else 'I'}\n{text}\n.ft R\n"
    return ".bp\n" if block.kind == "break" else f".LP\n{text}\n"


def _escape(text: str) -> str:
    return text.replace("-", "\\-") if text.startswith(("-", ".", "'")) else text
