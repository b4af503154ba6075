"""The archive's coverage: how many meetings of each KKR and year have which documents, and warnings about them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Max, Min, Q, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.addresses import address_of
from meetings.date_format import day_of_year
from meetings.models import Meeting
from meetings.number_format import number, percent
from meetings.shared.precedence import LOW_COVERAGE
from meetings.shared.vocabulary import DocumentKind, MeetingStatus, RegionSlug, Tone
from meetings.site.charts.stacked import Cell, Series, Stacked, years
from meetings.site.statistics.yearly_counts import meetings_address

BOTH, MINUTES, AGENDA = Tone.FOR, Tone.AHEAD, Tone.WAITING


@dataclass(frozen=True)
class CoverageWarning:
    """What should be checked about a meeting, in words, and the address of the meeting."""

    words: str
    url: str


@dataclass
class CoverageRow:
    """The meetings of a KKR in one year or in all: how many have which documents, and how well those were parsed."""

    name: str
    url: str
    both: int = 0
    minutes: int = 0  # minutes only
    agenda: int = 0  # agenda only
    documents: int = 0
    warnings: int = 0
    measured: int = 0  # documents whose coverage is known
    covered: float = 0  # sum of their coverage
    least: float | None = None
    last_read: datetime.datetime | None = None
    doubts: list[CoverageWarning] = field(default_factory=list)

    @property
    def meetings(self) -> int:
        return self.both + self.minutes + self.agenda

    @property
    def coverage(self) -> tuple[float | None, float | None]:
        """The average and the lowest share of a document's words that were assigned to fields, from 0 to 1."""
        return self.covered / self.measured if self.measured else None, self.least

    @property
    def cells(self) -> list[Cell]:
        """The numbers as table cells, in the order of the ledger's columns."""
        counts = (self.both, self.minutes, self.agenda, self.documents, self.warnings)
        return [Cell(self.meetings, self.url if self.meetings else ""), *map(Cell, counts)]

    def add(self, meeting: Any) -> None:
        """Add a meeting, a row of `_meetings`, to the counts."""
        self.both += bool(meeting.minutes and meeting.agendas)
        self.minutes += bool(meeting.minutes and not meeting.agendas)
        self.agenda += bool(meeting.agendas and not meeting.minutes)
        self.documents += meeting.minutes + meeting.agendas
        self.warnings += meeting.warnings or 0
        self.measured += meeting.measured
        self.covered += meeting.covered or 0
        self.least = min((one for one in (self.least, meeting.least) if one is not None), default=None)
        self.last_read = max(filter(None, (self.last_read, meeting.last_read)), default=None)
        words = ", ".join(_doubts(meeting))
        if words:
            self.doubts.append(CoverageWarning(f"{day_of_year(meeting.date)}: {words}", _address(meeting)))


@dataclass(frozen=True)
class Ledger:
    """What the archive has of a KKR: in total, by year (newest first), and as a chart."""

    region: RegionSlug
    total: CoverageRow
    years: list[CoverageRow]
    plot: Stacked


def ledgers() -> list[Ledger]:
    """Return the ledgers of the five KKR, all for the same years, so that years without meetings show. One query."""
    found: dict[tuple[str, str], CoverageRow] = {}
    for meeting in _meetings():
        key = (meeting.region, str(meeting.date.year))
        if key not in found:
            found[key] = _holding(*key)
        found[key].add(meeting)
    columns = years({int(year) for _region, year in found})
    top = max((holding.meetings for holding in found.values()), default=0)
    made = []
    for region in RegionSlug:
        rows = [found.get((region, year)) or _holding(region, year) for year in columns]
        made.append(Ledger(region, _together(region, rows), rows[::-1], _plot(region, rows, top)))
    return made


def _together(region: RegionSlug, rows: Sequence[CoverageRow]) -> CoverageRow:
    """Return the totals of a KKR's years, without the list of doubts."""
    counts = ("both", "minutes", "agenda", "documents", "warnings", "measured", "covered")
    return CoverageRow(
        name=region,
        url=meetings_address(region=region),
        last_read=max((row.last_read for row in rows if row.last_read), default=None),
        least=min((row.least for row in rows if row.least is not None), default=None),
        **{count: sum(getattr(row, count) for row in rows) for count in counts},
    )


def _meetings() -> Any:
    read = Q(documents__record__isnull=False, documents__set_aside="")
    is_minutes = Q(documents__kind=DocumentKind.MINUTES)
    counts = {
        "minutes": Count("documents", filter=read & is_minutes),
        "agendas": Count("documents", filter=read & ~is_minutes),
        "warnings": Sum("documents__warnings__len", filter=read),
        "measured": Count("documents__coverage", filter=read),
        "covered": Sum("documents__coverage", filter=read),
        "least": Min("documents__coverage", filter=read),
        "unread": Count("documents", filter=read & Q(documents__page_origins__contains=[{"wants_ocr": True}])),
        "last_read": Max("documents__read_at", filter=read),
    }
    found = Meeting.objects.order_by("-date", "sequence").annotate(**counts)
    return found.values_list("region", "date", "sequence", "status", *counts, named=True)


def _address(meeting: Any) -> str:
    return address_of("meeting", meeting.region, Meeting.write_address(meeting.date, meeting.sequence))


def _doubts(meeting: Any) -> Iterator[str]:
    if not meeting.minutes and meeting.status != MeetingStatus.CANCELLED:
        yield _("intet referat")
    if not meeting.agendas:
        yield _("ingen dagsorden")
    if meeting.unread:
        yield _("sider, der ikke er læst")
    if meeting.least is not None and meeting.least < LOW_COVERAGE:
        yield _("dækning %(percent)s") % {"percent": percent(meeting.least)}
    if meeting.warnings:
        yield ngettext("%(n)s forbehold", "%(n)s forbehold", meeting.warnings) % {"n": number(meeting.warnings)}


def _holding(region: str, year: str) -> CoverageRow:
    return CoverageRow(year, meetings_address(region=region, aar=year))


def _plot(region: RegionSlug, rows: list[CoverageRow], top: int) -> Stacked:
    values: dict[tuple[str, str], int] = {}
    for row in rows:
        values |= {(row.name, BOTH): row.both, (row.name, MINUTES): row.minutes, (row.name, AGENDA): row.agenda}
    return Stacked(
        name=f"daekning-{region}",
        title=f"KKR {_(region.label)}",
        axis=_("År"),
        columns=[row.name for row in rows],
        series=[
            Series(BOTH, _("Dagsorden og referat"), "tone"),
            Series(MINUTES, _("Kun referat"), "tone"),
            Series(AGENDA, _("Kun dagsorden"), "tone"),
        ],
        values=values,
        unit=lambda n: ngettext("%(n)s møde", "%(n)s møder", n) % {"n": number(n)},
        address=lambda year, _tone: meetings_address(region=region, aar=year),
        top=top,
        is_small=True,
    )
