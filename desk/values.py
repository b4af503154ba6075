"""The values that were read out of a document, each with its place there, for an archivist to compare."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from meetings.date_format import long_date
from meetings.models import AgendaItem, Document
from meetings.provenance.places import PagesOfDocument, Spans, find_any, find_sections, text_of_section

# The values of an item and of a document's head, by the names that addresses call them.
OF_ITEM = {
    "title": gettext_noop("Titel"),
    "case_number": gettext_noop("Sagsnummer"),
    "background": gettext_noop("Baggrund"),
    "recommendation": gettext_noop("Indstilling"),
    "presentation": gettext_noop("Sagsfremstilling"),
    "decision": gettext_noop("Beslutning"),
}
OF_DOCUMENT = {
    "date": gettext_noop("Dato"),
    "start_time": gettext_noop("Mødetid"),
    "place": gettext_noop("Sted"),
    "participants": gettext_noop("Deltagere"),
}


@dataclass(frozen=True)
class Value:
    """A value of a document, or of the item that it belongs to: its name in addresses, its label and its text."""

    name: str
    label: str
    text: str
    item: AgendaItem | None = None

    def places(self, document: Document, pages: PagesOfDocument) -> Spans:
        """Return where the value stands on the document's pages."""
        if self.item:
            return find_sections(self.item, [self.name], pages)[0]
        found = (find_any(texts, pages) for texts in _written(self.name, document.record or {}))
        return min(filter(None, found), key=min, default={})


def values_of_item(item: AgendaItem) -> list[Value]:
    """Return the values of an item that it has."""
    told = ((name, _(label), text_of_section(item, name)) for name, label in OF_ITEM.items())
    return [Value(name, label, text, item) for name, label, text in told if text]


def values_of_document(document: Document) -> list[Value]:
    """Return the values of a document's head that it has."""
    record = document.record or {}
    people = "\n".join(one["name"] for one in record.get("participants", ()))
    texts = {name: record.get(name) or "" for name in OF_DOCUMENT} | {"participants": people}
    return [Value(name, _(label), texts[name]) for name, label in OF_DOCUMENT.items() if texts[name]]


def _written(name: str, record: dict[str, Any]) -> Iterator[list[str]]:
    """Yield the ways in which a document may write a value, each as the texts to look for."""
    if name == "participants":
        yield [one["name"] for one in record["participants"]]
    elif name == "date":
        day = datetime.date.fromisoformat(record["date"])
        yield from ([long_date(day)], [f"{day:%d-%m-%Y}"], [f"{day.day}-{day.month}-{day.year}"], [f"{day:%d-%m-%y}"])
    elif name == "start_time":
        hour, minute = record["start_time"].split(":")
        yield from ([f"{hour}:{minute}"], [f"{int(hour)}:{minute}"], [f"kl {int(hour)}"])
    else:
        yield [record[name]]
