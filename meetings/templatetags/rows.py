"""The rows of lists, by filters: templates would take most of a page's time for them.

Each filter escapes what it is given; all else that it writes is its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any
from urllib.parse import quote

from django import template
from django.template.defaultfilters import truncatewords
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.days import long_date
from meetings.models import AgendaItem, Meeting
from meetings.templatetags.archive import excerpt, marked, outcome_label
from meetings.templatetags.language import danish

register = template.Library()

SNIPPET = 32  # words of a decision in whose list nothing was looked for


@register.filter
def outcome(slug: str) -> SafeString:
    """Give an outcome as a mark with its colour; nothing for none."""
    if not slug:
        return SafeString("")
    html = f'<span class="outcome" data-outcome="{escape(slug)}">{escape(outcome_label(slug))}</span>'
    return mark_safe(html)  # noqa: S308 - escaped above


@register.filter
def item_rows(items: Iterable[AgendaItem], typed: str = "") -> SafeString:
    """Give the entries of a list of items, with what was found of each; they lead to the first hit of `typed`."""
    hits = f"?q={escape(quote(typed))}#fund" if typed else ""
    return mark_safe("\n".join(_item_row(item, hits) for item in items))  # noqa: S308 - escaped below


@register.filter
def decision_rows(items: Iterable[AgendaItem], hide_region: bool = False) -> SafeString:
    """Give the entries of a brief list of decisions."""
    return mark_safe("\n".join(_decision_row(item, hide_region) for item in items))  # noqa: S308 - escaped below


@register.filter
def meeting_rows(meetings: Iterable[Any], show_region: bool = False) -> SafeString:
    """Give the entries of a list of meetings (`MeetingQuerySet.for_lists`)."""
    return mark_safe("\n".join(_meeting_row(one, show_region) for one in meetings))  # noqa: S308 - escaped below


def _item_row(item: Any, hits: str) -> str:
    meeting = item.meeting
    where = f"{_region(meeting)} · {_time(meeting)} · {_('punkt&nbsp;%(number)s') % {'number': escape(item.number)}}"
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
        words = marked(excerpt(snippet)) if snippet else escape(truncatewords(decision.text, SNIPPET))
        yield f'<p class="snippet"{danish()}>{words}</p>'
    page = getattr(item, "original_page", "")
    if decision or page:
        outcomes = "".join(f"{outcome(slug)} " for slug in (decision.outcomes if decision else []))
        yield f'<p class="how">{outcomes}{_original(page, item.first_page) if page else ""}</p>'


def _original(address: str, page: int) -> str:
    words = _("Åbn originalen på side %(page)s") % {"page": page}
    return f'<a class="original" href="{escape(address)}">{escape(words)}</a>'


def _decision_row(item: AgendaItem, hide_region: bool) -> str:
    meeting = item.meeting
    return (
        f'<li class="decision-row" data-region="{meeting.region_id}">'
        f'<p class="where">{"" if hide_region else _region(meeting) + " "}{_time(meeting)}</p>'
        f'<p class="name"><a href="{escape(item.get_absolute_url())}"{danish()}>{escape(item.title)}</a></p>'
        f"{outcome(item.decision.outcome)}</li>"
    )


def _meeting_row(meeting: Any, show_region: bool) -> str:
    count = ngettext("%(n)s punkt", "%(n)s punkter", meeting.item_count) % {"n": meeting.item_count}
    place = f"<span{danish()}>{escape(meeting.place)}</span>" if meeting.place else ""
    return (
        f'<li class="meeting-row" data-region="{meeting.region_id}"><a href="{escape(meeting.get_absolute_url())}">'
        f'{_region(meeting) + " " if show_region else ""}<span class="when">{long_date(meeting.date)}</span></a>'
        f'<p class="about">{place} <span>{escape(count)}</span> <span>{_documents(meeting)}</span></p></li>'
    )


def _documents(meeting: Any) -> str:
    if meeting.has_minutes and meeting.has_agenda:
        return escape(_("dagsorden og referat"))
    if meeting.has_minutes:
        return escape(_("referat"))
    return escape(_("dagsorden")) if meeting.has_agenda else ""


def _region(meeting: Meeting) -> str:
    return f'<span class="region-name">{escape(str(meeting.region))}</span>'


def _time(meeting: Meeting) -> str:
    return f'<time datetime="{meeting.date:%Y-%m-%d}">{long_date(meeting.date)}</time>'
