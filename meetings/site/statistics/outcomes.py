"""Decisions of the KKR, counted by KKR, year and outcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from meetings.labels import join_labels
from meetings.shared.vocabulary import Outcome, RegionSlug, Tone
from meetings.site.charts.heat import Heat, HeatRow
from meetings.site.charts.stacked import Series, Stacked, years
from meetings.site.statistics.tallies import read_tally
from meetings.site.statistics.yearly_counts import decision_count_label, search_address

Values = Counter[tuple[str, str]]


@dataclass(frozen=True)
class OutcomesOverview:
    """A chart for each KKR, all to the same scale, and two tables of outcomes.

    The charts count each decision once, by the tone of its strongest outcome. The tables count a decision with several
    outcomes under each, as does the search that a number links to.
    """

    plots: list[Stacked]
    by_region: Heat
    by_year: Heat


def outcomes_overview() -> OutcomesOverview:
    """Return the outcomes of the whole archive. One query."""
    tones: dict[str, Values] = {region: Counter() for region in RegionSlug}
    by_region: Values = Counter()
    by_year: Values = Counter()
    for row in read_tally().outcomes():
        year = str(row.year)
        tones[row.region][year, Outcome.strongest(row.outcomes).tone] += row.n
        for one in row.outcomes:
            by_region[one, row.region] += row.n
            by_year[one, year] += row.n
    columns = years({int(year) for _outcome, year in by_year})
    top = max((sum(_of_year(values, year)) for values in tones.values() for year in columns), default=0)
    plots = [_tones(region, columns, tones[region], top) for region in RegionSlug]
    return OutcomesOverview(plots, _by_region(by_region), _by_year(by_year, columns))


def _of_year(values: Values, year: str) -> Iterator[int]:
    return (values[year, tone] for tone in Tone)


def region_columns() -> list[tuple[str, str]]:
    """Return the five KKR as the columns of a heat table."""
    return [(slug, _(slug.label)) for slug in RegionSlug]


def _by_region(values: Values) -> Heat:
    return Heat("udfald-kkr", _("Udfald efter KKR"), _("Udfald"), region_columns(), _lines(), values,
                lambda outcome, region: search_address(udfald=outcome, region=region))  # fmt: skip


def _by_year(values: Values, columns: list[str]) -> Heat:
    return Heat("udfald-aar", _("Udfald efter år"), _("Udfald"), [(year, year) for year in columns], _lines(), values,
                lambda outcome, year: search_address(udfald=outcome, aar=year))  # fmt: skip


def _lines() -> list[HeatRow]:
    return [HeatRow(outcome, _(outcome.label)) for outcome in Outcome]


def _tones(region: RegionSlug, columns: list[str], values: Values, top: int) -> Stacked:
    return Stacked(
        name=f"udfald-{region}",
        title=f"KKR {_(region.label)}",
        axis=_("År"),
        columns=columns,
        series=[Series(tone, join_labels(tone.outcomes), "tone") for tone in Tone],
        values=values,
        unit=decision_count_label,
        address=lambda year, tone: search_address(aar=year, region=region, udfald=_only(tone)),
        top=top,
        is_small=True,
    )


def _only(tone: str) -> str:
    """Return the only outcome of a tone; "" if it has several, since a search can be narrowed to only one."""
    outcomes = Tone(tone).outcomes if tone else []
    return outcomes[0] if len(outcomes) == 1 else ""
