"""The Jinja environment of the public pages' templates (`templates/site`): its filters and globals.

Template output is escaped, and an undefined name is an error. Filters and globals return plain values; markup belongs
in the templates and their macros. Only `marked` (`meetings.site.hits`) and Django's `urlize` and `linebreaks` return
HTML, already escaped.
"""

from __future__ import annotations

from typing import Any

from django.template.defaultfilters import linebreaks_filter, urlize
from django.templatetags.static import static
from django.utils.text import capfirst
from django.utils.translation import get_language
from jinja2 import Environment

from meetings.addresses import address_of
from meetings.date_format import day_of_year, long_date
from meetings.number_format import file_size, kroner, number, percent
from meetings.provenance.repairs import find_repaired
from meetings.site import meeting_words, words
from meetings.site.basis import basis_parts, with_basis
from meetings.site.hits import excerpt, marked
from meetings.site.item_rows import item_rows
from meetings.site.pages.form_errors import form_errors
from meetings.site.pages.unknown_fields import unknown_fields
from meetings.site.prose import blocks
from meetings.site.translation import gettext, ngettext, pgettext, translated

FILTERS = {
    "basis_parts": basis_parts,
    "blocks": blocks,
    "capfirst": capfirst,
    "date": words.date,
    "day": words.day,
    "day_of_year": day_of_year,
    "document_kind": words.document_kind,
    "document_title": words.document_title,
    "excerpt": excerpt,
    "file_size": file_size,
    "first_words": words.first_words,
    "grouped": number,
    "hours": meeting_words.hours,
    "item_rows": item_rows,
    "kroner": kroner,
    "linebreaks": linebreaks_filter,
    "linked": urlize,
    "long_date": long_date,
    "marked": marked,
    "outcome_label": words.outcome_label,
    "outcome_tone": words.outcome_tone,
    "percent": percent,
    "region_name": words.region_name,
    "regroup": words.regroup,
    "short_day": words.short_day,
    "state_marks": meeting_words.state_marks,
    "state_name": meeting_words.state_name,
    "state_sentences": meeting_words.state_sentences,
    "time": words.time,
    "with_basis": with_basis,
}
GLOBALS = {
    "_": gettext,
    "change_section": words.change_section,
    "find_repaired": find_repaired,
    "form_errors": form_errors,
    "full_address": words.full_address,
    "get_language": get_language,
    "gettext": gettext,
    "menu": words.menu,
    "ngettext": ngettext,
    "pgettext": pgettext,
    "querystring": words.querystring,
    "static": static,
    "today": words.today,
    "translated": translated,
    "unknown_fields": unknown_fields,
    "url": address_of,
    "written_once": words.written_once,
}


def environment(**options: Any) -> Environment:
    """Return the environment; `options` are passed by Django's Jinja backend (`settings.TEMPLATES`)."""
    made = Environment(trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"], **options)
    made.policies["ext.i18n.trimmed"] = True
    made.newstyle_gettext = True  # type: ignore[attr-defined]  # {% trans %} passes variables to the functions
    made.filters.update(FILTERS)
    made.globals.update(GLOBALS)
    return made
