"""The items of one page of a list, in one query: the columns that the list shows and that snippets are taken from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import connection, models
from django.db.models.base import ModelState

from meetings.models import AgendaItem, Decision, Document, Meeting
from meetings.reference import by_region
from meetings.search.language.clause_sql import SqlFragment

# The fields that are fetched; what neither a list nor a snippet needs is left in the database.
_READ: dict[type[models.Model], tuple[str, ...]] = {
    AgendaItem: (
        *("id", "meeting_id", "number", "address", "document_id", "title"),
        *("background", "recommendation", "presentation", "tables", "first_page"),
    ),
    Meeting: ("id", "region_id", "date", "sequence", "status", "extraordinary"),
    Decision: ("id", "item_id", "text", "outcome", "outcomes", "basis", "followed_basis"),
    Document: ("id", "name", "original"),
}
_ROWS = """
    SELECT {columns}, ARRAY(
        SELECT name FROM meetings_attachment WHERE item_id = meetings_agendaitem.id ORDER BY position
    )
    FROM ({page}) AS page JOIN meetings_agendaitem ON meetings_agendaitem.id = page.item_id
    JOIN meetings_meeting ON meetings_meeting.id = meetings_agendaitem.meeting_id
    LEFT JOIN meetings_decision ON meetings_decision.item_id = meetings_agendaitem.id
    LEFT JOIN meetings_document ON meetings_document.id = meetings_agendaitem.document_id
    ORDER BY page.nth
"""


def in_order(keys: Sequence[int]) -> SqlFragment:
    """Return SQL for the items with these keys, in this order."""
    given = "{" + ",".join(map(str, keys)) + "}"
    return SqlFragment("SELECT * FROM unnest(%s::bigint[]) WITH ORDINALITY AS given (item_id, nth)", (given,))


def read_rows(page: SqlFragment) -> list[AgendaItem]:
    """Return the items that `page` selects by `item_id`, in the order of `nth`.

    Each comes with meeting, KKR, decision and document, and with `attachment_names`, the names of its attachments.
    """
    with connection.cursor() as cursor:
        cursor.execute(_ROWS.format(columns=_COLUMNS, page=page.sql), page.params)
        return [_item(iter(row)) for row in cursor.fetchall()]


def _item(row: Iterator[Any]) -> AgendaItem:
    item, meeting, decision, document = (_made(model, fields, row) for model, fields in _READ.items())
    item.tables = json.loads(item.tables)
    item.attachment_names = next(row)
    meeting._state.fields_cache = {"region": by_region()[meeting.region_id][0]}  # noqa: SLF001
    item._state.fields_cache = {"meeting": meeting, "decision": decision, "document": document}  # noqa: SLF001
    made: AgendaItem = item
    return made


def _made(model: type[models.Model], fields: Sequence[str], row: Iterator[Any]) -> Any:
    """Return a model's instance from the next columns of a row, as its queryset would; None if a join found nothing.

    Without the signals and checks of `Model.__init__`, which take most of the time.
    """
    values = dict(zip(fields, islice(row, len(fields)), strict=True))
    if values["id"] is None:
        return None
    made = model.__new__(model)
    state = made._state = ModelState()  # noqa: SLF001
    state.adding, state.db = False, connection.alias
    made.__dict__.update(values)
    return made


_COLUMNS = ", ".join(
    f'{model._meta.db_table}."{name}"'  # noqa: SLF001 - the way to a model's table
    for model, fields in _READ.items()
    for name in fields
)
