"""The variants of the corpus, as `programs.toml` lists them, and where their files are."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DOCUMENTS = HERE / "documents"
KNOWN = HERE / "known"


@dataclass(frozen=True, slots=True)
class Variant:
    """A PDF of the corpus: the paper, the program and its version, and the commands that made it of a source.

    The source is a markup ("html" …), written as `paper.html`, or the name of another variant, copied as `old.pdf`.
    `scan` says that its pages are images, `misread` why the record is not read as known.
    """

    name: str
    paper: str
    program: str
    source: str
    commands: tuple[str, ...]
    quirks: str = ""
    scan: bool = False
    misread: str = ""

    @property
    def path(self) -> Path:
        """Where the PDF is."""
        return DOCUMENTS / f"{self.name}.pdf"

    @property
    def known(self) -> dict[str, Any]:
        """The record and the words of the paper, a block a line."""
        known: dict[str, Any] = json.loads((KNOWN / f"{self.paper}.json").read_text(encoding="utf-8"))
        return known


def read_variants() -> list[Variant]:
    """Return all variants, in the order in which they are made."""
    listed = tomllib.loads((HERE / "programs.toml").read_text(encoding="utf-8"))["variants"]
    return [Variant(**{**one, "commands": tuple(one["commands"])}) for one in listed]
