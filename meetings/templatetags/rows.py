"""The rows of lists, by filters: templates would take most of a page's time for them.

Each filter escapes what it is given; all else that it writes is its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.addresses import address_of
from meetings.days import long_date, short_date
from meetings.finding.coverage import Holding
from meetings.finding.facets import Choice
from meetings.finding.letters import Listed
from meetings.finding.numbers import number, percent
from meetings.finding.topics import Counted
from meetings.models import Meeting, Participant
from meetings.templatetags.archive import outcome_label, region_name
from meetings.templatetags.language import danish
from meetings.templatetags.plots import cells
from meetings.vocabulary import Attendance, TopicSlug

register = template.Library()


@register.filter
def outcome(slug: str) -> SafeString:
    """Give an outcome as a mark with its colour; nothing for none."""
    if not slug:
        return SafeString("")
    html = f'<span class="outcome" data-outcome="{escape(slug)}">{escape(outcome_label(slug))}</span>'
    return mark_safe(html)  # noqa: S308 - escaped above


@register.filter
def links(things: Iterable[Any], between: str = ", ") -> SafeString:
    """Give things that have a page as links to it."""
    found = (f'<a href="{escape(one.get_absolute_url())}">{escape(str(one))}</a>' for one in things)
    return mark_safe(escape(between).join(found))  # noqa: S308 - escaped above


@register.filter
def link_rows(things: Iterable[Any]) -> SafeString:
    """Give things that have a page as the entries of a list, each a link to it."""
    return mark_safe("\n".join(f"<li>{links([one])}</li>" for one in things))  # noqa: S308 - escaped above


@register.filter
def counted_rows(counted: Iterable[Counted]) -> SafeString:
    """Give topics as the entries of a list, each with how many items it has and a link to them."""
    return mark_safe("\n".join(_counted_row(*one) for one in counted))  # noqa: S308 - escaped below


@register.filter
def people_rows(people: Iterable[Listed]) -> SafeString:
    """Give the entries of the list of everybody (`finding.letters`)."""
    return mark_safe("\n".join(map(_person_row, people)))  # noqa: S308 - escaped below


@register.filter
def attended_rows(meetings: Iterable[tuple[Participant, bool]]) -> SafeString:
    """Give the entries of a person's meetings, each with whether the person was there, if that is known."""
    words: dict[str, str] = {status: escape(_(status.label)) for status in Attendance}
    unknown = {**words, Attendance.PRESENT: escape(_("På listen; hvem der kom, er ikke registreret"))}
    rows = (_attended_row(one, (words if is_known else unknown)[one.status]) for one, is_known in meetings)
    return mark_safe("\n".join(rows))  # noqa: S308 - escaped above and below


@register.filter
def choice_rows(choices: Iterable[Choice]) -> SafeString:
    """Give the choices of a facet, each a link that narrows the search by it, or drops it, with its count."""
    drop = escape(_("fjern"))
    dropped = f'<span aria-hidden="true">×</span><span class="unseen"> {drop}</span>'
    return mark_safe("\n".join(_choice_row(one, dropped) for one in choices))  # noqa: S308 - escaped below


@register.filter
def ledger_rows(rows: Iterable[Holding]) -> SafeString:
    """Give the years of a ledger as the rows of its table, each with what to look after."""
    none = escape(_("Ingen møder i arkivet"))
    return mark_safe("\n".join(_ledger_row(one, none) for one in rows))  # noqa: S308 - escaped below


@register.filter
def holding_cells(row: Holding) -> SafeString:
    """Give the numbers of a ledger's row as cells."""
    shares = "".join(f"<td>{percent(share)}</td>" for share in row.coverage)
    last = short_date(localtime(row.last_read).date()) if row.last_read else "–"
    return mark_safe(f"{cells(row.cells)}{shares}<td>{last}</td>")  # noqa: S308 - numbers and days


@register.filter
def case_rows(cases: Iterable[Mapping[str, Any]]) -> SafeString:
    """Give the entries of a list of cases (`finding.cases.cases`)."""
    return mark_safe("\n".join(map(_case_row, cases)))  # noqa: S308 - escaped below


@register.filter
def meeting_rows(meetings: Iterable[Any], show_region: bool = False) -> SafeString:
    """Give the entries of a list of meetings (`MeetingQuerySet.for_lists`)."""
    return mark_safe("\n".join(_meeting_row(one, show_region) for one in meetings))  # noqa: S308 - escaped below


def _counted_row(topic: TopicSlug, n: int, address: str) -> str:
    link, unit = f'<a href="{escape(address)}">{escape(_(topic.label))}</a>', ngettext("punkt", "punkter", n)
    return f'<li>{link} <span class="count">{number(n)}<span class="unseen"> {escape(unit)}</span></span></li>'


def _person_row(person: Listed) -> str:
    about = f"<span>{escape(', '.join(person.municipalities))}</span> <span>{person.years}</span>"
    link = f'<a href="{escape(person.address)}">{escape(person.name)}</a>'
    return f'<li>{link} <span class="about">{about}</span></li>'


def _attended_row(one: Participant, status: str) -> str:
    meeting = one.meeting
    return (
        f'<li class="meeting-row" data-region="{meeting.region_id}"><a href="{escape(meeting.get_absolute_url())}">'
        f'{region_mark(meeting)} <span class="when">{long_date(meeting.date)}</span></a> '
        f'<p class="about">{status}</p></li>'
    )


def _choice_row(choice: Choice, dropped: str) -> str:
    current, after = (' aria-current="true"', f" {dropped}") if choice.is_chosen else ("", "")
    link = f'<a href="{escape(choice.query)}#resultater"{current}>{escape(choice.label)}{after}</a>'
    count = f' <span class="count">{number(choice.count)}</span>' if choice.count else ""
    return f"<li>{link}{count}</li>"


def _ledger_row(row: Holding, none: str) -> str:
    doubts = (f'<a href="{escape(one.url)}">{escape(one.words)}</a>' for one in row.doubts)
    told = (
        f'{holding_cells(row)}<td class="doubts">{"".join(doubts)}</td>'
        if row.meetings
        else f'<td colspan="10" class="none">{none}</td>'
    )
    return f'<tr><th scope="row">{escape(row.name)}</th>{told}</tr>'


def _case_row(case: Mapping[str, Any]) -> str:
    number, n = escape(case["case_number"]), case["item_count"]
    what = escape(case["title"]) if n == 1 else escape(_("%(n)s punkter") % {"n": n})
    names = (
        f'<span class="region-name" data-region="{one}">{escape(region_name(one))}</span> ' for one in case["regions"]
    )
    return (
        f'<li><a href="{escape(address_of("case", case["case_number"]))}">{number}</a> '
        f"<span{danish() if n == 1 else ''}>{what}</span> "
        f'<span class="about"><span class="region-names">{"".join(names)}</span> <span>{_when(case)}</span></span></li>'
    )


def _when(case: Mapping[str, Any]) -> str:
    """Give the time that a case was about, and at how many meetings where they are several."""
    times = escape(_("%(n)s møder") % {"n": case["meeting_count"]}) if case["meeting_count"] > 1 else ""
    until = f" – {long_date(case['last'])}" if case["first"] != case["last"] else ""
    return (f"<b>{times}</b>, " if times else "") + long_date(case["first"]) + until


def _meeting_row(meeting: Any, show_region: bool) -> str:
    count = ngettext("%(n)s punkt", "%(n)s punkter", meeting.item_count) % {"n": meeting.item_count}
    place = f"<span{danish()}>{escape(meeting.place)}</span>" if meeting.place else ""
    return (
        f'<li class="meeting-row" data-region="{meeting.region_id}"><a href="{escape(meeting.get_absolute_url())}">'
        f'{region_mark(meeting) + " " if show_region else ""}<span class="when">{long_date(meeting.date)}</span></a>'
        f'<p class="about">{place} <span>{escape(count)}</span> <span>{_documents(meeting)}</span></p></li>'
    )


def _documents(meeting: Any) -> str:
    if meeting.has_minutes and meeting.has_agenda:
        return escape(_("dagsorden og referat"))
    if meeting.has_minutes:
        return escape(_("referat"))
    return escape(_("dagsorden")) if meeting.has_agenda else ""


def region_mark(meeting: Meeting) -> str:
    """Give a meeting's KKR with its colour."""
    return f'<span class="region-name">{escape(str(meeting.region))}</span>'


def time_mark(meeting: Meeting) -> str:
    """Give a meeting's day."""
    return f'<time datetime="{meeting.date:%Y-%m-%d}">{long_date(meeting.date)}</time>'
