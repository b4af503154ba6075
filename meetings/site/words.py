"""Names, titles, dates and the main menu for templates, as plain strings, which templates escape."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, QueryDict
from django.utils.formats import date_format, time_format
from django.utils.text import Truncator
from django.utils.timezone import is_aware, localdate, localtime
from django.utils.translation import get_language, gettext_noop
from markupsafe import Markup

from meetings.addresses import address_of
from meetings.date_format import long_date, short_date
from meetings.models import Document, Meeting
from meetings.shared.vocabulary import Outcome, RegionSlug
from meetings.site.translation import translated

MENU = {
    "meetings": gettext_noop("Møder"),
    "topics": gettext_noop("Emner"),
    "cases": gettext_noop("Sager"),
    "municipalities": gettext_noop("Kommuner"),
    "people": gettext_noop("Deltagere"),
    "overview": gettext_noop("Overblik"),
    "about": gettext_noop("Om arkivet"),
}
SECTIONS = {
    "title": gettext_noop("Titel"),
    "background": gettext_noop("Baggrund"),
    "recommendation": gettext_noop("Indstilling"),
    "presentation": gettext_noop("Sagsfremstilling"),
    "decision": gettext_noop("Beslutning"),
    "attachments": gettext_noop("Bilag"),
}
CORRECTED = gettext_noop("rettet udgave")
DRAFT = gettext_noop("udkast")
_written: dict[tuple[object, str | None], Markup] = {}


def full_address(request: HttpRequest) -> str:
    """Return the full address of the page; only its path if the Host header is not allowed (on the 400 page)."""
    try:
        return request.build_absolute_uri()
    except DisallowedHost:
        return request.path


def menu() -> list[tuple[str, str]]:
    """Return the addresses and names of the pages in the main menu."""
    return [(address_of(page), translated(name)) for page, name in MENU.items()]


def change_section(name: str) -> str:
    """Return the name of an item's section, for the list of its changes."""
    return translated(SECTIONS[name])


def outcome_label(slug: str) -> str:
    """Return the label of an outcome: "approved" is "Godkendt"."""
    return translated(Outcome(slug).label)


def outcome_tone(slug: str) -> str:
    """Return the tone of an outcome, which decides its colour: "approved" is "for"."""
    return Outcome(slug).tone


def region_name(slug: str) -> str:
    """Return a KKR's name: "nordjylland" is "KKR Nordjylland"."""
    return f"KKR {translated(RegionSlug(slug).label)}"


def document_kind(document: Document) -> str:
    """Return what a document is: "Dagsorden, udkast", "Referat, rettet udgave"."""
    said = [*[DRAFT] * document.draft, *[CORRECTED] * document.corrected]
    return ", ".join([document.get_kind_display(), *map(translated, said)])


def document_title(document: Document, meeting: Meeting) -> str:
    """Return the title of a document: "Referat, rettet udgave, KKR Nordjylland, 24. oktober 2025"."""
    return ", ".join([document_kind(document), str(meeting.region), long_date(meeting.date)])


def first_words(text: str, count: int) -> str:
    """Return the first `count` words of a text, with an ellipsis if there are more."""
    return Truncator(text).words(count, truncate=" …")


def date(value: datetime.date, form: str) -> str:
    """Return a date, or a datetime in local time, in one of Django's date formats: "F Y" is "oktober 2025"."""
    return date_format(_local(value), form)


def day(value: datetime.date) -> str:
    """Return a date in ISO format: "2025-10-24"."""
    return value.isoformat()


def short_day(moment: datetime.datetime) -> str:
    """Return the local date of a datetime in short, numeric form."""
    return short_date(localtime(moment).date())


def time(value: datetime.time | datetime.datetime, form: str) -> str:
    """Return a time of day in one of Django's time formats."""
    return time_format(_local(value), form)


def _local(value: Any) -> Any:
    return localtime(value) if isinstance(value, datetime.datetime) and is_aware(value) else value


def today() -> str:
    """Return today's date in long form."""
    return long_date(localdate())


def querystring(parameters: QueryDict, **changes: Any) -> str:
    """Return a query string with parameters changed, or dropped if None; "" if there are and were no parameters."""
    changed = parameters.copy()
    for name, value in changes.items():
        if value is None:
            changed.pop(name, None)
        else:
            changed[name] = value
    return f"?{changed.urlencode()}" if changed or parameters else ""


def written_once(macro: Callable[..., Markup], *given: object) -> Markup:
    """Return the output of a macro, cached by language; for macros whose output is the same on every page."""
    key = macro, get_language()
    if key not in _written:
        _written[key] = macro(*given)
    return _written[key]


def regroup(rows: Iterable[Any], attribute: str) -> list[tuple[Any, list[Any]]]:
    """Return pairs of an attribute's value and the consecutive rows that have it, in the rows' order."""
    return [(value, list(group)) for value, group in groupby(rows, key=attrgetter(attribute))]
