"""Meetings as answers: what papers there are and how many items, or who was there."""

from __future__ import annotations

from typing import Any, cast

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.date_format import day_of_year, long_date
from meetings.labels import within_sentence
from meetings.models import Meeting
from meetings.search.answers.answer import Answer
from meetings.search.answers.attendance import attendance_lines
from meetings.search.answers.meetings_asked import FoundMeetings
from meetings.search.answers.named import Kind
from meetings.search.answers.reading import Reading
from meetings.shared.vocabulary import DocumentKind, MeetingStatus


def answers_for(found: FoundMeetings, reading: Reading) -> list[Answer]:
    """Return the answers for meetings fetched by `for_lists`. One query if attendance is asked for, else none."""
    who = attendance_lines(found.meetings, reading.wishes) if reading.wants_attendance else {}
    sure = found.nearest_to is None and not reading.rest
    return [_answer(one, [_away_from(found), who.get(one.pk) or _papers(one)], sure) for one in found.meetings]


def _answer(meeting: Meeting, lines: list[str], sure: bool) -> Answer:
    line = " · ".join(filter(None, lines))
    return Answer(Kind.MEETING, meeting.get_absolute_url(), str(meeting), line, sure, meeting.region_id)


def _away_from(found: FoundMeetings) -> str:
    """Return the words for a meeting that is only the nearest to the day that was asked for."""
    day = found.nearest_to
    if not day:
        return ""
    told = date_format(day, "F Y") if found.is_month else long_date(day)
    return (_("det nærmeste; intet møde i %s") if found.is_month else _("det nærmeste; intet møde %s")) % told


def _papers(meeting: Meeting) -> str:
    """Return a meeting's papers, items and what became of it: "referat, 18 punkter"."""
    said = cast(Any, meeting)
    kinds = {DocumentKind.MINUTES: said.has_minutes, DocumentKind.AGENDA: said.has_agenda and not said.has_minutes}
    papers = [within_sentence(kind) for kind, has in kinds.items() if has]
    items = [ngettext("%d punkt", "%d punkter", said.item_count) % said.item_count] if said.item_count else []
    moved = _("flyttet fra %s") % day_of_year(meeting.moved_from) if meeting.moved_from else ""
    unusual = MeetingStatus(meeting.status) in {MeetingStatus.CANCELLED, MeetingStatus.WRITTEN}
    status = within_sentence(MeetingStatus(meeting.status)) if unusual else moved
    return ", ".join(filter(None, [status, *papers, *items]))
