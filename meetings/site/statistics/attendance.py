"""Attendance rates, counted in SQL. Only meetings whose minutes say who was present are included."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.models import Meeting, Participant
from meetings.number_format import number
from meetings.shared.vocabulary import Attendance, RegionSlug
from meetings.site.charts.stacked import Series, Stacked, years
from meetings.site.statistics.yearly_counts import meetings_address


@dataclass(frozen=True)
class AttendanceRate:
    """Attendance at the meetings of a KKR, in all or in one year, without those that were cancelled or held in writing.

    `counted` of the `meetings` have known attendance; `present` and `absent` are the participants of these.
    `url` is the address of the list of meetings.
    """

    region: RegionSlug
    meetings: int = 0
    counted: int = 0
    present: int = 0
    absent: int = 0
    url: str = ""

    @property
    def share(self) -> float | None:
        """The share of listed participants who were present, from 0 to 1; None if none are listed."""
        listed = self.present + self.absent
        return self.present / listed if listed else None


@dataclass(frozen=True)
class AttendanceOverview:
    """Attendance by KKR; by year, each with the five KKR; and as charts, one for each KKR."""

    regions: list[AttendanceRate]
    years: list[tuple[str, list[AttendanceRate]]]
    plots: list[Stacked]


def attendance_overview() -> AttendanceOverview:
    """Return the attendance of the whole archive. Two queries."""
    found = _turnouts()
    columns = years({int(year) for _region, year in found})
    return AttendanceOverview(
        regions=[_together(region, found) for region in RegionSlug],
        years=[(year, [found[region, year] for region in RegionSlug]) for year in reversed(columns)],
        plots=[_plot(region, columns, found) for region in RegionSlug],
    )


def _turnouts() -> Mapping[tuple[str, str], AttendanceRate]:
    found = _AttendanceRates()
    telling = Meeting.objects.with_known_attendance().order_by()
    meetings = Meeting.objects.gathered().values_list("region", "date__year").order_by()
    counts = {"n": Count("pk"), "counted": Count("pk", filter=Q(pk__in=telling.values("pk")))}
    for region, year, n, counted in meetings.annotate(**counts):
        key = region, str(year)
        found[key] = replace(found[key], meetings=n, counted=counted)
    listed = Participant.objects.filter(meeting__in=telling).order_by()
    statuses = listed.values_list("meeting__region", "meeting__date__year").annotate(
        present=Count("pk", filter=Q(status=Attendance.PRESENT)), absent=Count("pk", filter=Q(status=Attendance.ABSENT))
    )
    for region, year, present, absent in statuses:
        key = region, str(year)
        found[key] = replace(found[key], present=present, absent=absent)
    return found


class _AttendanceRates(dict[tuple[str, str], AttendanceRate]):
    """Attendance rates by KKR and year; a missing key returns a rate without meetings."""

    def __missing__(self, key: tuple[str, str]) -> AttendanceRate:
        region, year = key
        return AttendanceRate(RegionSlug(region), url=meetings_address(region=region, aar=year))


def _together(region: RegionSlug, found: Mapping[tuple[str, str], AttendanceRate]) -> AttendanceRate:
    of_region = [turnout for (one, _year), turnout in found.items() if one == region]
    names = ("meetings", "counted", "present", "absent")
    sums = {name: sum(getattr(turnout, name) for turnout in of_region) for name in names}
    return AttendanceRate(region, url=meetings_address(region=region), **sums)


def _plot(region: RegionSlug, columns: list[str], found: Mapping[tuple[str, str], AttendanceRate]) -> Stacked:
    values: dict[tuple[str, str], int] = {}
    for year in columns:
        turnout = found[region, year]
        values |= {(year, Attendance.PRESENT.tone): turnout.present, (year, Attendance.ABSENT.tone): turnout.absent}
    top = max((turnout.present + turnout.absent for turnout in found.values()), default=0)
    return Stacked(
        name=f"fremmoede-{region}",
        title=f"KKR {_(region.label)}",
        axis=_("År"),
        columns=columns,
        series=[Series(status.tone, _(status.label), "tone") for status in Attendance],
        values=values,
        unit=lambda n: ngettext("%(n)s deltager", "%(n)s deltagere", n) % {"n": number(n)},
        address=lambda year, _status: meetings_address(region=region, aar=year),
        top=top,
        is_small=True,
    )
