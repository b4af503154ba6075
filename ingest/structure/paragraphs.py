"""From lines to prose: hyphenation undone, lines joined to paragraphs and list entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.line_patterns import MONTHS, split_bullet
from ingest.structure.lines import Line, Place
from ingest.structure.page_breaks import is_number_in_sentence, runs_over_page
from ingest.structure.subheadings import find_subheadings

DASH = "– "
LONGEST_WORD = 100  # letters, with the hyphen; anything longer is not a word
NARROWEST = 50  # letters; the least width of a full line, also in a document that has only short lines
_HYPHENED = re.compile(r"(?P<last>\w+)-$")
_BROKEN_LAST = re.compile(r"\b([^\W\d_]{2,})-([^\W\d_]{2,})(\W*)$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COMPOUND_TAIL = re.compile(r"(?:og|eller|samt|som|til|hhv\.?)\b")
# Before these a hyphen belongs to the word: it-drift, e-handel, S-tog, a-kasse, u-land.
_OWN_HYPHEN = frozenset({"it", "tv", "pc", "pr", "eu", "hr", "ikke", "ex", "vice", "co"})
_NUMBERED_ENTRY = re.compile(rf"^(?:\d{{1,2}}[.)]|[a-zæøå]\))\s+(?!(?:{MONTHS})\b)\S")
_ENDED = re.compile(r"[.!?:;”\"»)]$")


@dataclass(frozen=True, slots=True)
class Style:
    """A document's typography: the width of a full line in letters, and the words that it has unbroken."""

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
    parts: list[str] = []
    end = ""  # of the text so far: no more is needed to decide how it goes on
    for text in texts:
        healed = heal(text.replace("\t", " "), style)
        between = _between(end, healed, style) if end else ""
        if between is None:
            parts[-1], end, between = parts[-1][:-1], end[:-1], ""
        if added := between + healed:
            parts.append(added)
            end = (end + added)[-LONGEST_WORD:]
    return "".join(parts)


def _between(left: str, right: str, style: Style) -> str | None:
    """Return what joins two lines: a space, nothing where a hyphen is kept, or None where it is dropped."""
    match = _HYPHENED.search(left.rsplit(" ", 1)[-1]) if left.endswith("-") else None
    if not match or _COMPOUND_TAIL.match(right):
        return " "
    return "" if _keeps_hyphen(match["last"], right, style) else None


def _keeps_hyphen(head: str, right: str, style: Style) -> bool:
    """Return whether a hyphen is kept: in 2026-2030, KL-KKR, S-tog, it-drift, else as the document spells the word."""
    tail = _WORD.match(right)
    if not right[:1].islower() or not tail or head[-1].isdigit() or head.isupper():
        return True
    low = head.lower()
    if len(low) == 1 or low in _OWN_HYPHEN:
        return True
    return f"{low}-{tail[0]}" in style.words and f"{low}{tail[0]}" not in style.words


def heal(text: str, style: Style) -> str:
    """Drop a hyphen within a line's last word ("arbej-det,") where the document has the word without it."""
    match = _BROKEN_LAST.search(text) if "-" in text else None
    if not match or not match[2].islower() or match[1].isupper():
        return text
    left, right = match[1].lower(), match[2]
    if left + right not in style.words or left in style.words:
        return text
    return f"{text[: match.start()]}{match[1]}{match[2]}{match[3]}"


def read_prose(lines: Sequence[Line], style: Style) -> str | None:
    """Return a section's text: paragraphs separated by a blank line, list entries one a line. None for no lines."""
    parted = (("\n" if _is_listed(entry) else "\n\n") + entry for _, entry in _entries(lines, style))
    return "".join(parted).lstrip("\n") or None


def count_paragraphs(lines: Sequence[Line], style: Style) -> list[tuple[Place, int]]:
    """Return for each paragraph or list entry of `read_prose` where it begins, and the number of paragraphs so far."""
    counted: list[tuple[Place, int]] = []
    for place, entry in _entries(lines, style):
        above = counted[-1][1] if counted else 0
        counted.append((place, above + (not above or not _is_listed(entry))))
    return counted


def _entries(lines: Sequence[Line], style: Style) -> Iterator[tuple[Place, str]]:
    """Yield each paragraph or list entry that is not empty, with the place of its first line."""
    for group in _paragraphs(lines, style):
        if entry := _even_bullet(join_lines(group, style)):
            yield group[0].place, entry


def _is_listed(entry: str) -> bool:
    return entry.startswith(DASH) or bool(_NUMBERED_ENTRY.match(entry))


def read_subheadings(lines: Sequence[Line], style: Style) -> list[str]:
    """Return the paragraphs of `read_prose` that are headings by their type."""
    return [join_lines(lines[run.start : run.stop], style) for run in find_subheadings(lines)]


def join_lines(lines: Iterable[Line], style: Style) -> str:
    """Join the lines of one paragraph into one line of text."""
    return join_texts((line.text for line in lines), style)


def _even_bullet(entry: str) -> str:
    bare = split_bullet(entry)
    return entry if bare is None else DASH + bare if bare else ""


def _paragraphs(lines: Sequence[Line], style: Style) -> list[list[Line]]:
    groups: list[list[Line]] = []
    headings = find_subheadings(lines)
    opens = {run.start for run in headings} | {run.stop for run in headings}
    within = {n for run in headings for n in run[1:]}
    for n, line in enumerate(lines):
        listed = bool(groups) and _is_entry(groups[-1][0].text)
        begins = not groups or n in opens or _starts_paragraph(groups[-1][-1], line, style, listed=listed)
        if begins and n not in within:
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _is_entry(text: str) -> bool:
    return split_bullet(text) is not None or bool(_NUMBERED_ENTRY.match(text))


def _starts_paragraph(above: Line, line: Line, style: Style, *, listed: bool) -> bool:
    """Return whether a line starts a paragraph or a list entry; `listed` says that it follows within an entry."""
    text, before = line.text, above.text
    if split_bullet(text) is not None:
        return True
    if _NUMBERED_ENTRY.match(text) and _may_start_entry(above, line, style, listed=listed):
        return True
    if line.top:
        return not runs_over_page(before, text, full=not _has_room(before, text, style), listed=listed)
    if line.apart:
        return not _runs_on(before, text)
    return _has_room(before, text, style) and not text[:1].islower() and not before.endswith("-")


def _may_start_entry(above: Line, line: Line, style: Style, *, listed: bool) -> bool:
    """Return whether a number at the start of a line may be that of a list entry."""
    if line.top and is_number_in_sentence(above.text):
        return False
    ended = bool(_ENDED.search(above.text))
    return ended or listed or line.apart or _has_room(above.text, line.text, style)


def _runs_on(before: str, text: str) -> bool:
    """Return whether a sentence continues over blank lines, scattered by some OCR."""
    if before.endswith(("-", ",")):
        return text[:1].islower() or text[:1].isdigit() or before.endswith(",")
    return text[:1].islower() and not _ENDED.search(before)


def _has_room(before: str, text: str, style: Style) -> bool:
    """Return whether a line has room for the next line's first word, so that it is a heading or ends a paragraph."""
    first = text.split(" ", 1)[0]
    return len(before) + 1 + len(first) < style.width * 0.8
