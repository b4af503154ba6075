"""The rows of lists of items, by filters as in `rows`: what was found of each, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any
from urllib.parse import quote

from django import template
from django.template.defaultfilters import truncatewords
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from meetings.models import AgendaItem
from meetings.templatetags.archive import excerpt, marked
from meetings.templatetags.language import danish
from meetings.templatetags.rows import outcome, region_mark, time_mark

register = template.Library()

SNIPPET = 32  # words of a decision in whose list nothing was looked for


@register.filter
def item_rows(items: Iterable[AgendaItem], typed: str = "") -> SafeString:
    """Give the entries of a list of items, with what was found of each; they lead to the first hit of `typed`."""
    hits = f"?q={escape(quote(typed))}#fund" if typed else ""
    return mark_safe("\n".join(_item_row(item, hits) for item in items))  # noqa: S308 - escaped below


@register.filter
def decision_rows(items: Iterable[AgendaItem], hide_region: bool = False) -> SafeString:
    """Give the entries of a brief list of decisions."""
    return mark_safe("\n".join(_decision_row(item, hide_region) for item in items))  # noqa: S308 - escaped below


def _item_row(item: Any, hits: str) -> str:
    meeting = item.meeting
    point = _("punkt&nbsp;%(number)s") % {"number": escape(item.number)}
    where = f"{region_mark(meeting)} · {time_mark(meeting)} · {point}"
    title = marked(item.title_hits) if getattr(item, "title_hits", "") else escape(item.title)
    return (
        f'<li class="item-row" data-region="{meeting.region_id}"><p class="where">{where}</p>'
        f'<h3{danish()}><a href="{escape(item.get_absolute_url())}{hits}">{title}</a></h3>'
        f"{''.join(_below(item))}</li>"
    )


def _below(item: Any) -> Iterator[str]:
    """Give what stands below an item's title: words of it, its outcomes, the page in the original."""
    decision: Any = getattr(item, "decision", None)
    snippet = getattr(item, "snippet", "")
    if snippet or decision:
        words = marked(excerpt(_row_of_table(snippet))) if snippet else escape(truncatewords(decision.text, SNIPPET))
        label = _asked_for() if getattr(item, "snippet_of", "") == "recommendation" else ""
        yield f'<p class="snippet">{label}<span{danish()}>{words}</span></p>'
    page = getattr(item, "original_page", "")
    outcomes = "".join(f"{outcome(slug)} " for slug in decision.outcomes) if decision else _undecided()
    yield f'<p class="how">{outcomes}{_original(page, item.first_page) if page else ""}</p>'


def _row_of_table(text: str) -> str:
    """Give a piece of a text with the cells of tables set apart as on paper."""
    return text.replace(" | ", " · ")


def _asked_for() -> str:
    words = escape(_("Indstilling:"))
    return f'<span class="section">{words}</span> '


def _undecided() -> str:
    words = escape(_("Ingen beslutning i arkivet"))
    return f'<span class="undecided">{words}</span> '


def _original(address: str, page: int) -> str:
    words = _("Åbn originalen på side %(page)s") % {"page": page}
    return f'<a class="original" href="{escape(address)}">{escape(words)}</a>'


def _decision_row(item: AgendaItem, hide_region: bool) -> str:
    meeting = item.meeting
    return (
        f'<li class="decision-row" data-region="{meeting.region_id}">'
        f'<p class="where">{"" if hide_region else region_mark(meeting) + " "}{time_mark(meeting)}</p>'
        f'<p class="name"><a href="{escape(item.get_absolute_url())}"{danish()}>{escape(item.title)}</a></p>'
        f"{outcome(item.decision.outcome)}</li>"
    )
