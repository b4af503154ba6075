"""The variants of the corpus, as `programs.toml` lists them, and where their files are."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.structure.paragraphs import DASH
from tests.corpus.paper import known_lines, known_record

if TYPE_CHECKING:
    from sample_source import Sample

HERE = Path(__file__).parent
DOCUMENTS = HERE / "documents"
PLAIN_MARKS = str.maketrans({"–": "-", "“": '"', "”": '"'})


@dataclass(frozen=True, slots=True)
class Variant:
    """A PDF of the corpus: the paper, the program and its version, and the commands that made it of a source.

    The source is a markup ("html" …), written as `paper.html`, or the name of another variant, copied as `old.pdf`.
    `scan` says that its pages must be read by OCR, or were, `plain_marks` that the program has no dashes and quotation
    marks, `misread` why the record is not read as known.
    """

    name: str
    paper: str
    program: str
    source: str
    commands: tuple[str, ...]
    quirks: str = ""
    scan: bool = False
    plain_marks: bool = False
    misread: str = ""

    @property
    def path(self) -> Path:
        """Where the PDF is."""
        return DOCUMENTS / f"{self.name}.pdf"

    def known(self, paper: Sample) -> tuple[list[str], dict[str, Any]]:
        """Return the lines and the record that are known of its paper."""
        lines, record = known_lines(paper), known_record(paper)
        return (plain(lines), plain(record)) if self.plain_marks else (lines, record)


def read_variants() -> list[Variant]:
    """Return all variants, in the order in which they are made."""
    listed = tomllib.loads((HERE / "programs.toml").read_text(encoding="utf-8"))["variants"]
    return [Variant(**{**one, "commands": tuple(one["commands"])}) for one in listed]


def plain(data: Any) -> Any:
    """Return JSON data with plain dashes and quotation marks, except those of list entries, which the parser sets."""
    if isinstance(data, dict):
        return {name: plain(one) for name, one in data.items()}
    if isinstance(data, list):
        return [plain(one) for one in data]
    if isinstance(data, str):
        return re.sub(r"(?m)^- ", DASH, data.translate(PLAIN_MARKS))
    return data
