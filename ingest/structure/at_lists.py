"""Lists whose entries begin with "at" in place of a bullet, below "Det indstilles,".

Only a recommendation has them: elsewhere a line that begins with "at" is the middle of a sentence. Within an entry too
a line may begin with "at" ("anbefaler kommunerne / at godkende planen"): that is no entry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.structure.lines import Line

_BULLET = "– "
_LEAD = re.compile(r"\b(?:indstille[rs]|indstilling|anbefale[rs]|foreslå[rs])\b[^.]{0,60}?[,:]?$", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:indstille[rs]|anbefales|foreslå[rs])\b,?\s+at\s+(?:KKR|\w+\s+\w+(?:es|er)\b)", re.IGNORECASE)
_ENTRY = re.compile(r"^at\s+\S", re.IGNORECASE)
_OF_COUNCIL = re.compile(r"^at\s+KKR\b(?!['’]?s\b)", re.IGNORECASE)
_INFINITIVE = re.compile(r"^at\s+(?:\w+e|få|gå|se|stå|bo|nå)\b(?!\s*(?:KKR|kommun))", re.IGNORECASE)
_ENDED = re.compile(r"(?:[;.:]|,|,?\s+(?:og|samt))$")
# "beslutter, / at KKR indgår i styregruppen": the object of the verb.
_OBJECT_FOLLOWS = re.compile(
    r"\b(?:beslutter|godkender|anbefaler|tiltræder|noterer(?:\s+sig)?|foreslår|ønsker|om),?$", re.IGNORECASE
)


def mark_entries(lines: Sequence[Line]) -> list[Line]:
    """Return a recommendation's lines with a bullet before each that begins an entry with "at"."""
    marked: list[Line] = []
    first: Line | None = None
    for n, line in enumerate(lines):
        if n and _ENTRY.match(line.text) and _begins_entry(lines[n - 1].text, line.text, first):
            first = first or line
            marked.append(replace(line, text=_BULLET + line.text))
        else:
            marked.append(line)
            first = first or (line if _ASKS.search(line.text) else None)
    return marked


def _begins_entry(before: str, text: str, first: Line | None) -> bool:
    if _OBJECT_FOLLOWS.search(before):
        return False
    if first is None:
        return bool(_LEAD.search(before))
    if _OF_COUNCIL.match(text):
        return True
    return bool(_ENDED.search(before)) and (not _INFINITIVE.match(text) or bool(_INFINITIVE.match(first.text)))
