"""What is said of a meeting's state and hours, as plain strings, which templates escape."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from django.utils.formats import time_format
from django.utils.translation import gettext as _

from meetings.date_format import long_date
from meetings.models import Meeting
from meetings.shared.vocabulary import MeetingStatus, Tone


class StateMark(NamedTuple):
    """A word for what is out of the ordinary about a meeting, and its tone."""

    label: str
    tone: Tone


def state_marks(meeting: Meeting) -> list[StateMark]:
    """Return the marks of a meeting in lists and calendars; none for one held as planned."""
    status = MeetingStatus(meeting.status)
    marks = [StateMark(_(status.label), status.tone)] if status != MeetingStatus.HELD else []
    return [*marks, *[StateMark(_("Ekstraordinært"), Tone.AHEAD)] * meeting.extraordinary]


def state_name(meeting: Meeting) -> str:
    """Return the marks of a meeting as words in a sentence: "aflyst, ekstraordinært"; "" for one held as planned."""
    return ", ".join(mark.label[:1].lower() + mark.label[1:] for mark in state_marks(meeting))


def state_sentences(meeting: Meeting) -> list[str]:
    """Return what a meeting's page says of its state, each as a sentence."""
    said = [_("Mødet er ekstraordinært.")] * meeting.extraordinary
    if meeting.moved_from:
        said.append(_("Mødet er flyttet fra %(date)s.") % {"date": long_date(meeting.moved_from)})
    elif meeting.status == MeetingStatus.MOVED:
        said.append(_("Mødet er flyttet fra en anden dag."))
    if meeting.status == MeetingStatus.CANCELLED:
        said.append(_("Mødet er aflyst."))
    if meeting.status == MeetingStatus.WRITTEN:
        said.append(_("Sagerne behandles skriftligt; medlemmerne mødes ikke."))
    return [*said, *_deadline(meeting)]


def _deadline(meeting: Meeting) -> list[str]:
    if meeting.deadline is None:
        return []
    words = {"date": long_date(meeting.deadline), "time": _time(meeting.deadline_time)}
    if meeting.deadline_time is None:
        return [_("Frist for svar: %(date)s.") % words]
    return [_("Frist for svar: %(date)s kl. %(time)s.") % words]


def hours(meeting: Meeting) -> str:
    """Return when a meeting begins and ends: "09.30", "09.30–12.00"; "" if it is not known."""
    return "–".join(filter(None, map(_time, (meeting.start_time, meeting.end_time))))


def _time(value: datetime.time | None) -> str:
    return time_format(value, "TIME_FORMAT") if value else ""
