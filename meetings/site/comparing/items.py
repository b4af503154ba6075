"""Differences between the items of two documents of a meeting: plain Python over the records parsed from them.

An item of the later document is new, or it matches one of the earlier: with changed text, with another number, or
unchanged. Earlier items without a match were dropped. Items are matched as at import (`meetings.shared.item_matching`).

Minutes are often brief: a section of the agenda that they lack counts as silence, not as a change. Nor is it a change
that they have decisions, since an agenda cannot have any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from meetings.shared.headings import is_bare_heading
from meetings.shared.item_matching import match_items
from meetings.site.comparing.word_keys import text_key
from meetings.site.comparing.words import IN, OUT, DiffPiece, changed_paragraphs, words_differ

BODY = ("background", "recommendation", "presentation")
PROSE = (*BODY, "decision")

Texts = tuple[str, str, str]  # a section's name, its old text, its new text


class DifferenceKind(StrEnum):
    """How an item differs."""

    NEW = "new"
    DROPPED = "dropped"
    CHANGED = "changed"
    RENUMBERED = "renumbered"


@dataclass(frozen=True)
class ItemVersion:
    """An item as it stands in one document: `texts` by section, each with its tables below the prose."""

    number: str
    title: str
    case_number: str
    texts: Mapping[str, str]
    attachments: tuple[str, ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether the item is only a number and a title: a heading comes and goes with the items below it."""
        return is_bare_heading(self.number, self.case_number, self.texts.values())


@dataclass(frozen=True)
class SectionChange:
    """A section whose words changed, as its changed paragraphs; `section` names a field of the item."""

    section: str
    paragraphs: list[list[DiffPiece]]


@dataclass(frozen=True)
class Difference:
    """An item that differs. `number` and `title` are from the later document; for a dropped item, from the earlier.

    `texts` are the sections that changed, old and new; the changed words are only computed by `sections`.
    """

    kind: DifferenceKind
    number: str
    title: str
    case_number: str = ""
    former_number: str = ""
    texts: tuple[Texts, ...] = ()
    attachments: tuple[list[DiffPiece], ...] = ()
    misread: bool = False

    @cached_property
    def sections(self) -> list[SectionChange]:
        """The sections whose words changed, followed by the attachments added and removed."""
        found = [
            SectionChange(name, list(changed_paragraphs(before, after, misread=self.misread)))
            for name, before, after in self.texts
        ]
        return found + ([SectionChange("attachments", list(self.attachments))] if self.attachments else [])


@dataclass(frozen=True)
class Comparison:
    """All differences, in the later document's order, then dropped items; `silent` counts items lacking a section."""

    differences: tuple[Difference, ...]
    silent: int = 0

    def of(self, kind: DifferenceKind) -> list[Difference]:
        """Return the differences of one kind."""
        return [one for one in self.differences if one.kind == kind]


def read_item_versions(record: Mapping[str, Any]) -> list[ItemVersion]:
    """Read the items of a document's record (JSON made by `ingest.records.MeetingRecord.to_json`)."""
    return [_read_print(item) for item in record.get("items", [])]


def _read_print(item: Mapping[str, Any]) -> ItemVersion:
    texts = {name: item[name] or "" for name in PROSE if name != "decision"}
    texts["decision"] = item["decision"]["text"] if item["decision"] else ""
    for table in item["tables"]:
        rows = "\n".join(filter(None, [table.get("caption"), *(" | ".join(row) for row in table["rows"])]))
        texts[table["section"]] = f"{texts.get(table['section'], '')}\n\n{rows}".strip()
    attachments = tuple(item["attachments"])
    return ItemVersion(item["number"], item["title"], item["case_number"] or "", texts, attachments)


def merge_supplement(agenda: Sequence[ItemVersion], supplement: Sequence[ItemVersion]) -> list[ItemVersion]:
    """Return an agenda merged with a supplementary one, whose items replace matching ones or are appended."""
    partner = {old: supplement[new] for old, new in match_items(agenda, supplement)}
    matched = [id(one) for one in partner.values()]
    kept = [_supplemented(one, partner.get(at)) for at, one in enumerate(agenda)]
    return [*kept, *(one for one in supplement if id(one) not in matched)]


def _supplemented(one: ItemVersion, by: ItemVersion | None) -> ItemVersion:
    """Return the supplement's item if it has any text; one without only repeats the agenda's heading, which is kept."""
    return by if by and any(by.texts.values()) else one


def compare(old: Sequence[ItemVersion], new: Sequence[ItemVersion], *, misread: bool = False) -> Comparison:
    """Return the differences. `misread` says whether either document's text comes from OCR that confuses letters."""
    partner = {later: old[earlier] for earlier, later in match_items(old, new)}
    kept = {id(one) for one in partner.values()}
    found = [_difference(partner.get(at), one, misread=misread) for at, one in enumerate(new)]
    dropped = [
        Difference(DifferenceKind.DROPPED, one.number, one.title, one.case_number)
        for one in old
        if id(one) not in kept and not one.is_heading
    ]
    silent = sum(_is_silent(partner[at], one) for at, one in enumerate(new) if at in partner)
    return Comparison((*filter(None, found), *dropped), silent)


def _difference(old: ItemVersion | None, new: ItemVersion, *, misread: bool) -> Difference | None:
    if old is None:
        return None if new.is_heading else Difference(DifferenceKind.NEW, new.number, new.title, new.case_number)
    texts = tuple(_changed_texts(old, new, misread=misread))
    attachments = tuple(_changed_attachments(old.attachments, new.attachments))
    former = old.number if old.number != new.number else ""
    if texts or attachments:
        kind = DifferenceKind.CHANGED
        return Difference(kind, new.number, new.title, new.case_number, former, texts, attachments, misread)
    renumbered = former and not new.is_heading
    return Difference(DifferenceKind.RENUMBERED, new.number, new.title, new.case_number, former) if renumbered else None


def _changed_texts(old: ItemVersion, new: ItemVersion, *, misread: bool) -> list[Texts]:
    """Return the sections whose words changed, with their old and new text."""
    pairs = [(name, old.texts[name], new.texts[name]) for name in BODY if old.texts[name] != new.texts[name]]
    if len(pairs) > 1 and _has_the_same_words(old, new):
        pairs = []
    texts = [("title", old.title, new.title), *pairs, ("decision", old.texts["decision"], new.texts["decision"])]
    return [one for one in texts if one[1] and one[2] and words_differ(one[1], one[2], misread=misread)]


def _has_the_same_words(old: ItemVersion, new: ItemVersion) -> bool:
    """Return whether the body text is the same, even if the two documents divide it into sections differently."""
    bodies = [text_key(" ".join(one.texts[name] for name in BODY)) for one in (old, new)]
    return bodies[0] == bodies[1]


def _changed_attachments(old: Sequence[str], new: Sequence[str]) -> Iterator[list[DiffPiece]]:
    """Yield the attachments removed and those added; nothing if either document lists none at all."""
    if not old or not new:
        return
    yield from ([DiffPiece(name, OUT)] for name in _missing_from(new, old))
    yield from ([DiffPiece(name, IN)] for name in _missing_from(old, new))


def _missing_from(there: Iterable[str], names: Iterable[str]) -> list[str]:
    keys = {text_key(name) for name in there}
    return [name for name in names if text_key(name) not in keys]


def _is_silent(old: ItemVersion, new: ItemVersion) -> bool:
    return any(old.texts[name] and not new.texts[name] for name in PROSE)
