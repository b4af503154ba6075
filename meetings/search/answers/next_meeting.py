"""When the councils meet next: a meeting that the archive already has, or the day that the latest minutes announce."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from django.db.models import F
from django.utils.translation import gettext as _

from meetings.addresses import address_of
from meetings.date_format import long_date
from meetings.models import Fact, Meeting
from meetings.reference import by_region, municipality_slugs, regions
from meetings.search.answers.answer import Answer
from meetings.search.answers.named import Kind
from meetings.search.answers.reading import Reading
from meetings.search.answers.wishes import Wish
from meetings.search.language.dates import days_of_years
from meetings.shared.vocabulary import MeetingStatus

T = TypeVar("T")
MOST_ANNOUNCED = 3  # for one day
MOST_READ = 100  # announced days, the latest first: a year's plan of all five councils several times


def next_meetings(reading: Reading) -> list[Answer]:
    """Return the next meeting of each council that is asked for; none if a query does not ask for it."""
    if reading.rest or reading.dates or not _asks_for_next(reading):
        return []
    places = [municipality_slugs()[one.slug].region_id for one in reading.named if one.kind is Kind.MUNICIPALITY]
    named = reading.councils or places
    councils = named or [region.pk for region in regions()]
    planned, announced = _planned(councils, reading.today), _announced(councils, reading.today)
    found = [_answer(one, planned, announced, reading.today, bool(named)) for one in councils]
    return sorted((answer for one in found for answer in one), key=lambda answer: not answer.is_sure)


def _asks_for_next(reading: Reading) -> bool:
    if any(one.kind is Kind.TOPIC for one in reading.named):
        return False
    is_when = Wish.WHEN in reading.wishes and not reading.wishes & {Wish.LATEST, Wish.FIRST, Wish.PAST}
    wanted = bool(reading.wishes & {Wish.MEETING, Wish.AGENDA, Wish.MINUTES})
    is_next = Wish.NEXT in reading.wishes and (wanted or bool(reading.councils))
    return Wish.PLAN in reading.wishes or is_next or (is_when and wanted)


def announced_answers(reading: Reading) -> list[Answer]:
    """Return the meetings that announced one for the day that is asked for. One query for a day in full."""
    days = [asked for asked in reading.dates if asked.is_full and not reading.rest]
    if not days:
        return []
    day = next(days_of_years(days[0], reading.today.year))
    found = Fact.objects.next_meetings().filter(date=day)
    facts = found.filter(item__meeting__region__in=reading.councils) if reading.councils else found
    return [_announcement(one, day, reading.today) for one in facts[:MOST_ANNOUNCED]]


def _planned(councils: Sequence[str], today: datetime.date) -> dict[str, Meeting]:
    """Return the first meeting of each council that is still to be held."""
    found = Meeting.objects.filter(region__in=councils, date__gte=today).exclude(status=MeetingStatus.CANCELLED)
    return _first_of_each((one.region_id, one) for one in found.for_lists().order_by("date")[:MOST_READ])


def _announced(councils: Sequence[str], today: datetime.date) -> dict[str, Fact]:
    """Return for each council the first day announced that is to come, else the last that is past."""
    found = Fact.objects.next_meetings().filter(item__meeting__region__in=councils, date__gt=F("item__meeting__date"))
    facts = list(found[:MOST_READ])
    past = [one for one in facts if one.date and one.date < today]
    ahead = [one for one in reversed(facts) if one.date and one.date >= today]
    return _first_of_each((one.item.meeting.region_id, one) for one in [*ahead, *past])


def _first_of_each(found: Iterable[tuple[str, T]]) -> dict[str, T]:
    first: dict[str, T] = {}
    for council, one in found:
        first.setdefault(council, one)
    return first


def _answer(
    council: str, planned: dict[str, Meeting], announced: dict[str, Fact], today: datetime.date, is_named: bool
) -> Iterator[Answer]:
    """Yield the answers for a council: the page that tells the day, and the council's own if it is named."""
    region = by_region()[council][0]
    meeting, fact = planned.get(council), announced.get(council)
    if meeting:
        title = _("Næste møde i %(council)s: %(day)s") % {"council": region, "day": long_date(meeting.date)}
        yield Answer(Kind.MEETING, meeting.get_absolute_url(), title, meeting.place, region=council)
    elif fact and fact.date:
        yield _announcement(fact, fact.date, today)
    if is_named:
        unknown = _("Arkivet kender ikke dagen for det næste møde") if not meeting and not fact else _("alle møder")
        yield Answer(Kind.REGION, address_of("region", council), str(region), unknown, is_sure=False, region=council)


def _announcement(fact: Fact, day: datetime.date, today: datetime.date) -> Answer:
    """Return the answer of a day that a meeting announced, the next one if it is still to come."""
    meeting = fact.item.meeting
    told = {"council": meeting.region, "day": long_date(day)}
    line = _("sagt på mødet %s") % long_date(meeting.date)
    if day >= today:
        title = _("Næste møde i %(council)s: %(day)s") % told
        line = ", ".join(filter(None, [fact.place, line]))
    else:
        title = _("Annonceret møde i %(council)s: %(day)s") % told
        line = _("%s; mødet selv er ikke i arkivet") % line
    return Answer(Kind.MEETING, meeting.get_absolute_url(), title, line, day >= today, meeting.region_id)
