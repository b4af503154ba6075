"""Rows that belong to items, written only for those items whose rows are not what they should be already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models

from meetings.models import AgendaItem
from meetings.shared.batches import BATCH, batches


def write_changed(
    model: type[models.Model], items: Sequence[AgendaItem], rows: Iterable[Any], known: Iterable[int]
) -> set[int]:
    """Make the rows of a model that belong to items equal to `rows`, in this order.

    Only the `known` items may have some now. Return the keys of the items whose rows were different.
    """
    columns = [field.attname for field in model._meta.concrete_fields if not field.primary_key]  # noqa: SLF001
    wanted, present = _by_item(rows), _by_item(_present(model, known))
    different = {
        item.pk for item in items if _told(wanted[item.pk], columns) != _told(present[item.pk], columns)
    }  # fmt: skip
    for some in batches(key for key in different if present[key]):
        model._default_manager.filter(item__in=some).delete()  # noqa: SLF001
    new = [row for item in items if item.pk in different for row in wanted[item.pk]]
    model._default_manager.bulk_create(new, batch_size=BATCH)  # noqa: SLF001
    return different


def _present(model: type[models.Model], items: Iterable[int]) -> Iterable[Any]:
    for some in batches(items):
        yield from model._default_manager.filter(item__in=some).order_by("pk")  # noqa: SLF001


def _by_item(rows: Iterable[Any]) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.item_id].append(row)
    return found


def _told(rows: Sequence[Any], columns: Sequence[str]) -> list[list[Any]]:
    return [[getattr(row, name) for name in columns] for row in rows]
