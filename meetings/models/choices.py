"""Vocabularies as models use them: choices of fields, check constraints of the database."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from meetings.shared.vocabulary import Labelled


def choices(vocabulary: type[Labelled]) -> list[tuple[str, Promise]]:
    """Return a vocabulary as the `choices` of a field, with labels that follow the reader's language."""
    return [(member.value, gettext_lazy(member.label)) for member in vocabulary]


def one_of(field: str, vocabulary: type[Labelled], *, blank: bool = False) -> models.CheckConstraint:
    """Return a constraint that allows only slugs of the vocabulary in `field`, and "" if `blank`."""
    values = [member.value for member in vocabulary] + ([""] if blank else [])
    return _check(field, **{f"{field}__in": values})


def some_of(field: str, vocabulary: type[Labelled]) -> models.CheckConstraint:
    """Return a constraint that allows only slugs of the vocabulary in the array `field`."""
    return _check(field, **{f"{field}__contained_by": [member.value for member in vocabulary]})


def _check(field: str, **lookup: Any) -> models.CheckConstraint:
    return models.CheckConstraint(condition=models.Q(**lookup), name=f"%(class)s_{field}_in_vocabulary")
