"""The enclosures that the archive has for an item: those of its meeting, by their names and what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from danish import alphabet
from meetings.models import AgendaItem, Document

_ITEM = re.compile(r"(?<![a-z])(?:punkt|pkt|dagsordenspunkt)[\W_]*(\d{1,4}(?:[.,-]\d{1,4})*)", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?:bilag-)?(?:\d+-)*")  # "Bilag 2: Notat" in a list is "2 Notat.pdf" as a file
SHORTEST = 5  # letters of a name that tells an enclosure from others


class Attached(NamedTuple):
    """An attachment by its name in the item's list, and the document if the archive has it."""

    name: str
    document: Document | None


class ItemEnclosures(NamedTuple):
    """The attachments that an item lists, and the meeting's other enclosures that may belong to it.

    Those that say that they belong to the item are `its_own`; `others` name no item.
    """

    attachments: Sequence[Attached]
    its_own: Sequence[Document]
    others: Sequence[Document]

    @property
    def lacks_some(self) -> bool:
        """Whether the list has attachments that are not in the archive."""
        return any(one.document is None for one in self.attachments)


def enclosures_of(item: AgendaItem, enclosures: Sequence[Document]) -> ItemEnclosures:
    """Return the enclosures of an item, whose attachments should be fetched, among those of its meeting."""
    left = list(enclosures)
    attached = []
    for attachment in item.attachments.all():
        found = next((one for one in left if _is_called(one, attachment.name)), None)
        attached.append(Attached(attachment.name, found))
        if found:
            left.remove(found)
    named = [(one, _item_named(one)) for one in left]
    its_own = [one for one, number in named if number == item.number]
    return ItemEnclosures(attached, its_own, [one for one, number in named if not number])


def _is_called(document: Document, name: str) -> bool:
    """Return whether a file's name is, but for numbers before it, that of an attachment."""
    listed, filed = alphabet.slug(name), alphabet.slug(PurePath(document.name).stem)
    short = _NUMBERED.sub("", listed)
    return listed == filed or (len(short) >= SHORTEST and filed.endswith(short))


def _item_named(document: Document) -> str:
    """Return the number of the item that an enclosure or its file's name says it belongs to; "" if neither does."""
    record, name = document.record or {}, _ITEM.search(PurePath(document.name).stem)
    return record.get("enclosed_with") or (re.sub(r"[,-]", ".", name[1]) if name else "")
