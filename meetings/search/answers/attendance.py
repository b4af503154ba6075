"""Who was away, and how many came, as the line of a meeting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.models import Meeting, Participant
from meetings.search.answers.wishes import Wish
from meetings.shared.vocabulary import Attendance

NAMED = 6  # absent people that are named; the rest are counted


def attendance_lines(meetings: Sequence[Meeting], wishes: Iterable[Wish]) -> dict[int, str]:
    """Return who was at each meeting, by the meeting's key. One query; meetings without a list are left out."""
    rows = Participant.objects.filter(meeting__in=meetings).order_by("position")
    listed: dict[int, list[Participant]] = {}
    for one in rows.only("meeting", "name", "status"):
        listed.setdefault(one.meeting_id, []).append(one)
    known = {one.pk: getattr(one, "has_minutes", False) for one in meetings}
    return {key: _line(people, known[key], wishes) for key, people in listed.items()}


def _line(people: Sequence[Participant], is_known: bool, wishes: Iterable[Wish]) -> str:
    absent = [one.name for one in people if one.status == Attendance.ABSENT]
    present = len(people) - len(absent)
    if not is_known:
        return ngettext("%d deltager på listen", "%d deltagere på listen", len(people)) % len(people)
    came = ngettext("%d til stede", "%d til stede", present) % present
    parts = [_away(absent), came] if Wish.ABSENCE in wishes else [came, _away(absent)]
    return ", ".join(part for part in parts if part)


def _away(absent: Sequence[str]) -> str:
    if not absent:
        return _("ingen afbud")
    named, more = ", ".join(absent[:NAMED]), len(absent) - NAMED
    return _("afbud: %s") % named + (_(" og %d andre") % more if more > 0 else "")
