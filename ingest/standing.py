"""Which of a meeting's documents have a part in it, and which are set aside for an archivist to look at.

`settle` is a function of the set of documents alone: of what they are, how well they were read and what an archivist
decided. The order in which they came makes no difference; documents that came before may be set aside when another
comes, and be let in again.

A document is set aside if

- it would take precedence over one of which it lacks items that nothing explains (`_lacking`), or
- it has next to no item in common with any document that stands (`_strangers`): then they are hardly of one meeting.

One that an archivist took in or chose is never set aside, and one that is kept out belongs to no meeting.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ingest.errors import LacksItems
from ingest.merge import Version
from ingest.records import ItemRecord, MeetingRecord
from meetings.shared.item_matching import likeness, match_items, title_key
from meetings.shared.precedence import Strength, by_kind, quality, strength
from meetings.shared.vocabulary import DocumentKind, TopicSlug

MOST_TOLD = 5  # items named in a reason
MATTERS_ENOUGH = 3  # a document with fewer matters is not judged by what it has in common with others
COMMON = 0.25  # the share of the smaller document's matters that two documents of one meeting have in common at least
# How alike a title and one with another number must be to be one matter renumbered (difflib ratio). Higher than
# `meetings.shared.item_matching.ALIKE`, since no number supports it.
RENUMBERED = 0.75


class Held(NamedTuple):
    """A document that is set aside for what it lacks of the document `beside` it."""

    version: Version
    beside: Version
    lacking: tuple[ItemRecord, ...]

    @property
    def reason(self) -> LacksItems:
        """Why it is set aside, in words for an archivist."""
        told = [f"{one.number} {one.title}" for one in self.lacking[:MOST_TOLD]]
        rest = ["…"] if len(self.lacking) > MOST_TOLD else []
        return LacksItems(count=len(self.lacking), name=self.beside.name, items="; ".join([*told, *rest]))


class Standing(NamedTuple):
    """A meeting's documents: those that have a part in it, and those set aside."""

    versions: list[Version]
    held: list[Held]

    @property
    def title_keys(self) -> set[str]:
        """The titles of all items in these documents, as `meetings.shared.item_matching` compares them."""
        versions = [*self.versions, *(one.version for one in self.held)]
        return {title_key(item.title) for one in versions for item in one.record.items}


def settle(versions: Iterable[Version]) -> Standing:
    """Return which of all documents of a meeting have a part in it; if there are any, at least one does."""
    papers = sorted(versions, key=strength)
    strange = _strangers(papers)
    agendas, _supplements, minutes = by_kind(_without(papers, strange))
    short = _lacking_items(agendas)
    held = [*strange, *short, *_lacking_items(minutes, below=_without(agendas, short)[-1:])]
    return Standing(_without(papers, held), held)


def _without(versions: Sequence[Version], held: Sequence[Held]) -> list[Version]:
    aside = {one.version.document for one in held}
    return [one for one in versions if one.document not in aside]


def _lacking_items(ascending: Sequence[Version], below: Sequence[Version] = ()) -> list[Held]:
    """Return those of one kind, the weakest first, that would take items from a weaker one or from what is `below`.

    None is set aside that a stronger one replaces anyway, and none that an archivist took in.
    """
    winner = next(iter(below), None)
    held: list[Held] = []
    for one in ascending:
        lacking = _unexplained(winner, one) if winner and not one.choice else ()
        if winner and lacking:
            held.append(Held(one, winner, lacking))
        else:
            winner, held = one, []
    return held


def _unexplained(old: Version, new: Version) -> tuple[ItemRecord, ...]:
    """Return the items of `old` that `new` lacks, unless what they are explains it.

    Minutes leave out what was not treated, a correction or a final version what was wrong in the one before, and of
    one edition what a worse reading took for an item. None of that explains the loss of most items.
    """
    lacking = find_lacking(old.record, new.record)
    better = quality(new) > quality(old)
    if better and len(_matters(new)) >= len(_matters(old)):
        return ()
    explained = (
        (old.kind != new.kind)
        or (new.corrected and not old.corrected)
        or (old.draft and not new.draft)
        or (better or old.dispatched == new.dispatched)
    )
    return () if explained and 2 * len(lacking) <= len(_points(old.record)) else lacking


def find_lacking(old: MeetingRecord, new: MeetingRecord) -> tuple[ItemRecord, ...]:
    """Return the items of `old` that `new` lacks, headings of others aside."""
    pairs = match_items(old.items, new.items)
    found, taken = {at for at, _other in pairs}, {other for _at, other in pairs}
    rest = [one for at, one in enumerate(new.items) if at not in taken]
    headings = _headings(old)
    lacking = [one for at, one in enumerate(old.items) if at not in found and one.number not in headings]
    return tuple(one for one in lacking if not any(_is_renumbered(one, other) for other in rest))


def _is_renumbered(one: ItemRecord, other: ItemRecord) -> bool:
    if one.case_number and one.case_number == other.case_number:
        return True
    return likeness(one.title, other.title) >= RENUMBERED


def _points(record: MeetingRecord) -> list[ItemRecord]:
    """Return the items that are no headings of others."""
    headings = _headings(record)
    return [one for one in record.items if one.number not in headings]


def _headings(record: MeetingRecord) -> set[str]:
    """Return the numbers of the items that others stand below."""
    return {one.number.rpartition(".")[0] for one in record.items}


def _matters(version: Version) -> list[ItemRecord]:
    """Return the items that tell a meeting from others: no headings, and no formalities, which every meeting has."""
    return [one for one in _points(version.record) if TopicSlug.MOEDEFORMALIA not in one.topics]


def _strangers(papers: Sequence[Version]) -> list[Held]:
    """Return the documents that have next to nothing in common with any that is trusted more.

    Supplementary agendas add other items, and papers of few matters have too little to judge by: they are no strangers,
    and nothing is a stranger to them.
    """
    papers = [one for one in papers if one.kind != DocumentKind.SUPPLEMENTARY_AGENDA]
    papers = [one for one in papers if len(_matters(one)) >= MATTERS_ENOUGH]
    if len(papers) < 2:
        return []
    trusted: list[Version] = []
    held: list[Held] = []
    for one in sorted(papers, key=lambda one: _trust(one, papers), reverse=True):
        if one.choice or not trusted or any(_have_common(one, other) for other in trusted):
            trusted.append(one)
        else:
            held.append(Held(one, trusted[0], find_lacking(trusted[0].record, one.record)))
    return held


class Trust(NamedTuple):
    """How sure it is that a document is of the meeting; the greatest is the surest."""

    was_chosen: bool
    alike: int
    is_covered: bool
    head: int
    is_born_digital: bool
    is_agenda: bool
    is_early: int
    strength: Strength


def _trust(one: Version, papers: Sequence[Version]) -> Trust:
    read = quality(one)
    record = one.record
    return Trust(
        was_chosen=bool(one.choice),
        alike=sum(_have_common(one, other) for other in papers if other is not one),
        is_covered=read.is_covered,
        head=sum(bool(said) for said in (record.start_time, record.place, record.dispatched)),
        is_born_digital=read.is_born_digital,
        is_agenda=one.kind == DocumentKind.AGENDA,
        is_early=-record.dispatched.toordinal() if record.dispatched else 0,
        strength=strength(one),
    )


def _have_common(one: Version, other: Version) -> bool:
    """Return whether two documents have as much in common as those of one meeting."""
    few, many = sorted((_matters(one), _matters(other)), key=len)
    return len(match_items(few, many)) >= COMMON * len(few)
