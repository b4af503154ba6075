"""From lines to running text: hyphenation undone, paragraphs and list entries told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.line_patterns import MONTHS, split_bullet
from ingest.structure.lines import Line

DASH = "– "
NARROWEST = 50  # letters of a full line, so that a document of nothing but short lines has none
_HYPHENED = re.compile(r"(?P<last>\w+)-$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COMPOUND_TAIL = re.compile(r"(?:og|eller|samt|som|til|hhv\.?)\b")
# Before these a hyphen belongs to the word: it-drift, e-handel, S-tog, a-kasse, u-land.
_OWN_HYPHEN = frozenset({"it", "tv", "pc", "pr", "eu", "hr", "ikke", "ex", "vice", "co"})
_NUMBERED_ENTRY = re.compile(rf"^(?:\d{{1,2}}[.)]|[a-zæøå]\))\s+(?!(?:{MONTHS})\b)\S")
_ENDED = re.compile(r"[.!?:;”\"»)]$")


@dataclass(frozen=True, slots=True)
class Style:
    """How a document sets its text: the width of a full line in letters, and the words it uses unbroken."""

    width: int
    words: frozenset[str]


def read_style(lines: Sequence[Line]) -> Style:
    """Measure a document's lines."""
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    words = {word for line in lines for word in _WORD.findall(line.text.lower())}
    return Style(max(width, NARROWEST), frozenset(words))


def join_texts(texts: Iterable[str], style: Style) -> str:
    """Join the lines of one paragraph into one line of text."""
    joined = ""
    for text in texts:
        healed = heal(text.replace("\t", " "), style)
        joined = join_two(joined, healed, style) if joined else healed
    return joined


def join_two(left: str, right: str, style: Style) -> str:
    """Join two lines; a hyphen at the first one's end goes, or stays, or keeps its space."""
    match = _HYPHENED.search(left.rsplit(" ", 1)[-1]) if left.endswith("-") else None
    if not match:
        return f"{left} {right}"
    if _COMPOUND_TAIL.match(right):
        return f"{left} {right}"
    if _keeps_hyphen(match["last"], right, style):
        return left + right
    return left[:-1] + right


def _keeps_hyphen(head: str, right: str, style: Style) -> bool:
    """2026-2030, KL-KKR, S-tog and it-drift keep it; what the document writes elsewhere decides the rest."""
    tail = _WORD.match(right)
    if not right[:1].islower() or not tail or head[-1].isdigit() or head.isupper():
        return True
    low = head.lower()
    if len(low) == 1 or low in _OWN_HYPHEN:
        return True
    return f"{low}-{tail[0]}" in style.words and f"{low}{tail[0]}" not in style.words


def heal(text: str, style: Style) -> str:
    """Close a hyphen left inside a line's last word ("arbej-det,") where the document knows the word without it."""
    match = re.search(r"\b([^\W\d_]{2,})-([^\W\d_]{2,})(\W*)$", text)
    if not match or not match[2].islower() or match[1].isupper():
        return text
    left, right = match[1].lower(), match[2]
    if left + right not in style.words or left in style.words:
        return text
    return f"{text[: match.start()]}{match[1]}{match[2]}{match[3]}"


def read_prose(lines: Sequence[Line], style: Style) -> str | None:
    """Return the text of a section: paragraphs, a blank line between; list entries one a line. None for no lines."""
    entries = [join_texts((line.text for line in group), style) for group in _paragraphs(lines, style)]
    text = ""
    for entry in filter(None, map(_even_bullet, entries)):
        listed = entry.startswith(DASH) or _NUMBERED_ENTRY.match(entry)
        text += (("\n" if listed else "\n\n") if text else "") + entry
    return text or None


def _even_bullet(entry: str) -> str:
    bare = split_bullet(entry)
    return entry if bare is None else DASH + bare if bare else ""


def _paragraphs(lines: Sequence[Line], style: Style) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _starts_paragraph(groups[-1][-1], line, style, listed=_is_entry(groups[-1][0].text)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _is_entry(text: str) -> bool:
    return split_bullet(text) is not None or bool(_NUMBERED_ENTRY.match(text))


def _starts_paragraph(above: Line, line: Line, style: Style, *, listed: bool) -> bool:
    text, before = line.text, above.text
    ended = bool(_ENDED.search(before))
    if split_bullet(text) is not None:
        return True
    if _NUMBERED_ENTRY.match(text) and (ended or listed or line.apart or _has_room(before, text, style)):
        return True
    if line.apart:
        return not _runs_on(before, text)
    return _has_room(before, text, style) and not text[:1].islower() and not before.endswith("-")


def _runs_on(before: str, text: str) -> bool:
    """A sentence that goes on over a page's end or over the blank lines some OCR scatters."""
    if before.endswith(("-", ",")):
        return text[:1].islower() or text[:1].isdigit() or before.endswith(",")
    return text[:1].islower() and not _ENDED.search(before)


def _has_room(before: str, text: str, style: Style) -> bool:
    """A line with ample room for the next line's first word ended on purpose: a heading or a paragraph's end."""
    first = text.split(" ", 1)[0]
    return len(before) + 1 + len(first) < style.width * 0.8
