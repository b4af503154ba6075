"""Meetings and their items that a wrong address may have meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from danish import alphabet
from meetings.addresses import address_of
from meetings.models import Meeting
from meetings.reference import by_region
from meetings.shared.vocabulary import RegionSlug
from meetings.site.forgiving.days import Period
from meetings.site.forgiving.guess import Guess, Sureness, Way, one
from meetings.site.forgiving.spellings import MOST

_CHANGES = ("aendringer", "aendring", "changes")
_ITEMS = ("punkt", "punkter", "pkt", "item", "items", "dagsordenspunkt")


def guess_period(period: Period, region: RegionSlug | None, tail: Sequence[str]) -> Guess:
    """Return the meetings of a period, of one council or of all; `tail` are the parts of the address after it."""
    if period.day:
        return _guess_day(period, region, tail)
    held = Meeting.objects.held_in_month(period.date) if period.month else Meeting.objects.held_in_year(period.year)
    if (held.filter(region=region) if region else held).exists():
        sure = Sureness.MAYBE if tail else Sureness.LIKELY if region else period.sureness
        return _calendar(period, region).at_most(sure)
    return Guess(_nearest(period, region))


def _calendar(period: Period, region: RegionSlug | None) -> Guess:
    """Return the page of a month or year; a council has the one of the year on its own page."""
    if region and not period.month:
        return one(f"{by_region()[region][0]} {period.year}", f"{address_of('region', region)}?aar={period.year}")
    if not period.month:
        return one(_("Møder i %(year)s") % {"year": period.year}, address_of("year", period.year))
    months = _("Møder i %(month)s") % {"month": date_format(period.date, "YEAR_MONTH_FORMAT")}
    address = address_of("month", period.year, period.month)
    return one(months, f"{address}?region={region}" if region else address)


def _guess_day(period: Period, region: RegionSlug | None, tail: Sequence[str]) -> Guess:
    """Return the meeting of a day, or the one that was moved from it or was there before; else the nearest."""
    day, former = period.date, Q(moved_from=period.date)
    if region:
        former |= Q(former_addresses__region=region, former_addresses__address=day.isoformat())
    found = _meetings(region, Q(date=day) | former)
    there = [each for each in found if each.date == day and period.sequence in (0, each.sequence)]
    if len(there or found) != 1:
        return Guess(tuple(map(_way, there or found))) if found else Guess(_nearest(period, region))
    meeting = (there or found)[0]
    sure = Sureness.SAME if there and region else Sureness.LIKELY
    return _within(meeting, tail).at_most(min(period.sureness, sure))


def _meetings(region: RegionSlug | None, wanted: Q) -> list[Meeting]:
    held = Meeting.objects.filter(wanted, **({"region": region} if region else {}))
    return list(held.select_related("region").order_by("date", "region__order", "sequence").distinct()[:MOST])


def _nearest(period: Period, region: RegionSlug | None) -> tuple[Way, ...]:
    """Return the meetings before and after a day, the nearer first. Two queries."""
    held = Meeting.objects.filter(**({"region": region} if region else {})).select_related("region")
    found = [
        *held.filter(date__lt=period.date).order_by("-date")[:1],
        *held.filter(date__gte=period.date).order_by("date")[:1],
    ]
    return tuple(_way(each) for each in sorted(found, key=lambda each: abs(each.date - period.date)))


def _way(meeting: Meeting) -> Way:
    return Way(_("Mødet i %(meeting)s") % {"meeting": meeting}, meeting.get_absolute_url())


def _within(meeting: Meeting, tail: Sequence[str]) -> Guess:
    """Return the page of a meeting that the last parts of an address name: an item, its changes, or its own."""
    way = _way(meeting)
    words = [alphabet.slug(part) for part in tail]
    if not tail:
        return Guess((way,), Sureness.SAME)
    if words[0] in _CHANGES:
        return one(_("Ændringer"), address_of("changes", meeting.region_id, meeting.address))
    numbers = re.findall(r"\d+", " ".join(words))
    is_item = words[0].rstrip("-0123456789") in ("", *_ITEMS)
    if not is_item or not numbers:
        return Guess((way,), Sureness.LIKELY if is_item else Sureness.MAYBE)
    letters = re.sub(r"[^a-z]", "", "".join(words))
    found = _item(meeting, way, [int(number[:6]) for number in numbers])
    return found if letters in ("", *_ITEMS) else found.at_most(Sureness.LIKELY)


def _item(meeting: Meeting, way: Way, wanted: list[int]) -> Guess:
    """Return the item of a meeting with this number; where there is none, the meeting and the items next to it."""
    rows = meeting.items.filter(is_current=True).order_by("sort_key", "pk").values_list("address", "sort_key", "title")
    items = [(key, Way(f"{address} {title}", _address(meeting, address), "da")) for address, key, title in rows]
    same = [way for key, way in items if key == wanted]
    if len(same) == 1:
        return Guess((same[0],), Sureness.SAME)
    family = [way for key, way in items if wanted[: len(key)] == key] or same
    near = sorted(items, key=lambda row: [abs(a - b) for a, b in zip(row[0], wanted, strict=False)])
    ways = dict.fromkeys([way, *family[::-1], *(other for _key, other in near)])
    return Guess(tuple(ways)[: MOST - 1])


def _address(meeting: Meeting, address: str) -> str:
    return address_of("item", meeting.region_id, meeting.address, address)
