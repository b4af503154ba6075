"""What is wrong with the parameters of a page, each with the same address mended: with another value, or without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from django.forms import BoundField, ChoiceField, Form
from django.http import QueryDict
from django.utils.translation import gettext as _

from danish import alphabet
from meetings.site.forgiving.guess import Way
from meetings.site.forgiving.spellings import Known, match
from meetings.site.pages.query_strings import with_value

_OFFERED = 3  # values
_SHOWN = 40  # characters of a value


@dataclass(frozen=True)
class FieldError:
    """What is wrong with a field: its label, the id of its input ("" if it has none), the messages, what was given.

    `ways` are the same page with a value that may have been meant, and last the one without the field.
    """

    label: str
    input_id: str
    messages: list[str]
    given: list[str]
    ways: list[Way]


def form_errors(form: Form) -> list[FieldError]:
    """Return what is wrong with each field of a form, in the form's order."""
    return [_error(field, cast(QueryDict, form.data)) for field in form if field.errors]


def _error(field: BoundField, parameters: QueryDict) -> FieldError:
    given = list(dict.fromkeys(parameters.getlist(field.name)))
    without = Way(_("Vis uden »%(label)s«") % {"label": field.label}, with_value(parameters, field.name))
    return FieldError(
        label=str(field.label),
        input_id="" if field.is_hidden else str(field.id_for_label),
        messages=[str(message) for message in field.errors],
        given=[value[:_SHOWN] + "…" * (len(value) > _SHOWN) for value in given],
        ways=[*_meant(field, given, parameters), without],
    )


def _meant(field: BoundField, given: list[str], parameters: QueryDict) -> Iterator[Way]:
    """Yield the page with each choice that one of the values may have meant."""
    if not isinstance(field.field, ChoiceField):
        values = [(value, value[:_SHOWN]) for value in given if len(given) > 1]
    else:
        offered = cast(list[tuple[str, str]], field.field.choices)
        choices = [(str(value), str(label)) for value, label in offered if value]
        known = [Known(Way(label, value), (alphabet.slug(value), alphabet.slug(label))) for value, label in choices]
        found = dict.fromkeys(way for value in given[:_OFFERED] for way in match(value[:_SHOWN], known).guess.ways)
        told = "%(label)s" if len(given) > 1 else _("Mente du »%(label)s«?")
        values = [(way.address, told % {"label": way.label}) for way in found]
    for value, label in values[:_OFFERED]:
        yield Way(label, with_value(parameters, field.name, value))
