"""What the councils did with their items, counted in SQL: by KKR, by year, by outcome."""

from __future__ import annotations

from collections import Counter

from django.db.models import Count, F, Func
from django.utils.translation import gettext as _

from meetings.finding.counting import said_decisions, search_address
from meetings.finding.heat import Heat, Line
from meetings.finding.plots import Series, Stacked, years
from meetings.models import Decision
from meetings.vocabulary import Outcome, RegionSlug, gettext_noop

Key = tuple[str, str, str]  # region, year, outcome

# Outcomes that a plot shows as one, by the tone that colours them everywhere.
TONES: dict[str, tuple[str, list[Outcome]]] = {
    "for": (gettext_noop("Godkendt"), [Outcome.APPROVED]),
    "ahead": (
        gettext_noop("Anbefalet, udpeget eller sendt videre"),
        [Outcome.RECOMMENDED, Outcome.APPOINTED, Outcome.FORWARDED],
    ),
    "neutral": (
        gettext_noop("Taget til efterretning, drøftet eller andet"),
        [Outcome.NOTED, Outcome.DISCUSSED, Outcome.OTHER],
    ),
    "waiting": (gettext_noop("Udsat eller udgået"), [Outcome.POSTPONED, Outcome.WITHDRAWN]),
    "against": (gettext_noop("Ikke godkendt"), [Outcome.REJECTED]),
}
_TONE_OF = {outcome: tone for tone, (_label, outcomes) in TONES.items() for outcome in outcomes}


def tones_by_region() -> list[Stacked]:
    """Give for each KKR its decisions by year and by tone of the strongest outcome, all at one scale. One query."""
    counts = _counts(one_each=True)
    columns = years({int(year) for _region, year, _outcome in counts})
    by_column: Counter[tuple[str, str]] = Counter()
    for (region, year, _outcome), n in counts.items():
        by_column[region, year] += n
    top = max(by_column.values(), default=0)
    return [_tones(region, columns, counts, top) for region in RegionSlug]


def outcomes_by_region() -> tuple[Heat, Heat]:
    """Give how often each outcome came about, by KKR and by year. One query.

    A decision with several outcomes counts in each, as in the search that a number leads to.
    """
    counts = _counts(one_each=False)
    lines = [Line(outcome, _(outcome.label)) for outcome in Outcome]
    by_region: Counter[tuple[str, str]] = Counter()
    by_year: Counter[tuple[str, str]] = Counter()
    for (region, year, outcome), n in counts.items():
        by_region[outcome, region] += n
        by_year[outcome, year] += n
    columns = years({int(year) for _outcome, year in by_year})
    return (
        Heat("udfald-kkr", _("Udfald efter KKR"), _("Udfald"), region_columns(), lines, by_region,
             lambda outcome, region: search_address(udfald=outcome, region=region)),
        Heat("udfald-aar", _("Udfald efter år"), _("Udfald"), [(year, year) for year in columns], lines, by_year,
             lambda outcome, year: search_address(udfald=outcome, aar=year)),
    )  # fmt: skip


def region_columns() -> list[tuple[str, str]]:
    """Give the five KKR as the columns of a heat table."""
    return [(slug, _(slug.label)) for slug in RegionSlug]


def _counts(*, one_each: bool) -> dict[Key, int]:
    """Give how many decisions of each KKR and year had each outcome: its strongest, or every one."""
    outcome = F("outcome") if one_each else Func(F("outcomes"), function="unnest")
    rows = (
        Decision.objects.filter(item__is_current=True)
        .annotate(one=outcome)
        .values_list("item__meeting__region", "item__meeting__date__year", "one")
        .annotate(n=Count("pk"))
        .order_by()
    )
    return {(region, str(year), one): n for region, year, one, n in rows}


def _tones(region: RegionSlug, columns: list[str], counts: dict[Key, int], top: int) -> Stacked:
    values: Counter[tuple[str, str]] = Counter()
    for (of_region, year, outcome), n in counts.items():
        if of_region == region:
            values[year, _TONE_OF[Outcome(outcome)]] += n
    return Stacked(
        name=f"udfald-{region}",
        title=f"KKR {_(region.label)}",
        axis=_("År"),
        columns=columns,
        series=[Series(tone, _(label), "tone") for tone, (label, _outcomes) in TONES.items()],
        values=values,
        unit=said_decisions,
        address=lambda year, tone: search_address(aar=year, region=region, udfald=_only(tone)),
        top=top,
        is_small=True,
    )


def _only(tone: str) -> str:
    """Give the one outcome of a tone; "" for several, which a search cannot be narrowed to."""
    outcomes = TONES[tone][1] if tone else []
    return outcomes[0] if len(outcomes) == 1 else ""
