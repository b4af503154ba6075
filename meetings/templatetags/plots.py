"""What plots, maps and calendars have hundreds of, written by filters: templates would take most of a page's time.

Each filter escapes the words and addresses it is given; all else that it writes is its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from django import template
from django.conf import settings
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from meetings.finding.calendars import Day
from meetings.finding.numbers import number
from meetings.finding.plots import Bar, Cell, Row, Tick
from meetings.finding.tiles import Tile, TileMap, tile_map
from meetings.finding.timelines import PlacedDot, PlacedLane

register = template.Library()


@register.filter
def drawn(bars: Iterable[Bar]) -> SafeString:
    """Give the pieces of a series as SVG, each a link that says what it is."""
    return mark_safe("".join(map(_bar, bars)))  # noqa: S308 - escaped below


@register.filter
def tick_names(ticks: Iterable[Tick], y: int) -> SafeString:
    """Give the names below columns or years as SVG, so far from above."""
    return mark_safe("".join(_name(tick, y) for tick in ticks))  # noqa: S308 - escaped below


@register.filter
def uprights(places: Iterable[str], floor: int) -> SafeString:
    """Give lines from above to the floor as SVG."""
    lines = (f'<line class="level" x1="{escape(at)}" x2="{escape(at)}" y1="0" y2="{floor}"/>' for at in places)
    return mark_safe("".join(lines))  # noqa: S308 - escaped above


@register.filter
def number_rows(rows: Iterable[Row]) -> SafeString:
    """Give rows of numbers as those of a table, each number a link where it leads somewhere."""
    return mark_safe("\n".join(map(_row, rows)))  # noqa: S308 - escaped below


@register.filter
def dots(lane: PlacedLane) -> SafeString:
    """Give the dots of a line as SVG, each a link that says what it is."""
    return mark_safe("".join(_dot(one, lane.y) for one in lane.dots))  # noqa: S308 - escaped below


@register.filter
def cells(row: Iterable[Cell]) -> SafeString:
    """Give numbers as the cells of a table's row, each a link where it leads somewhere."""
    return mark_safe("".join(f"<td>{_number(cell)}</td>" for cell in row))  # noqa: S308 - escaped below


@register.filter
def shaded_cells(row: Iterable[Cell]) -> SafeString:
    """Give numbers as the cells of a heat table's row, each with how dark it is; nought is left blank."""
    shaded = (f'<td data-step="{cell.step}">{_number(cell) if cell.count else ""}</td>' for cell in row)
    return mark_safe("".join(shaded))  # noqa: S308 - escaped below


@register.filter
def day_cells(week: Iterable[Day]) -> SafeString:
    """Give the days of a week as the cells of a month's table; one with meetings links to each."""
    return format_html_join("", "<td>{}</td>", ((_day(day),) for day in week))


@register.filter
def weekday_heads(week: Iterable[Day]) -> SafeString:
    """Give the days' names as the head of a month's table: their first letters, that speak in whole."""
    head = '<th scope="col"><abbr title="{}">{}</abbr></th>'
    names = (date_format(day.date, "l") for day in week)
    return format_html_join("", head, ((name, name[:1]) for name in names))


@register.filter
def tile_links(drawing: TileMap) -> SafeString:
    """Give the squares of the map as SVG, each a link named by its municipality."""
    links = _links(get_language())
    if drawing.chosen:
        chosen = next(tile for tile in drawing.tiles if tile.municipality == drawing.chosen)
        links = links | {chosen.municipality.pk: _tile(chosen, drawing.side, is_chosen=True)}
    return mark_safe("\n".join(links.values()))  # noqa: S308 - escaped below


@lru_cache(maxsize=len(settings.LANGUAGES))
def _links(_language: str | None) -> dict[str, str]:
    """Give the link of each municipality by its code: they are the same on every page in a language."""
    drawing = tile_map()
    return {tile.municipality.pk: _tile(tile, drawing.side) for tile in drawing.tiles}


def _tile(tile: Tile, side: int, *, is_chosen: bool = False) -> str:
    one, name = tile.municipality, escape(str(tile.municipality))
    current = ' aria-current="true"' if is_chosen else ""
    link = f'<a href="{escape(one.get_absolute_url())}" data-region="{one.region_id}" aria-label="{name}"{current}>'
    square = f'<rect x="{tile.x}" y="{tile.y}" width="{side}" height="{side}" rx="3"/>'
    label = f'<text x="{tile.middle}" y="{tile.baseline}">{escape(tile.label)}</text>'
    return f"{link}<title>{name} · {escape(str(one.region))}</title>{square}{label}</a>"


def _day(day: Day) -> str:
    if day.is_outside:
        return ""
    if not day.meetings:
        return str(day.date.day)
    words = _("Møde %(day)s") % {"day": date_format(day.date, "MONTH_DAY_FORMAT")}
    link = '<a href="{}" aria-label="{}">{}</a>'
    return format_html_join("", link, ((one.get_absolute_url(), words, day.date.day) for one in day.meetings))


def _dot(placed: PlacedDot, y: int) -> str:
    dot, kind = placed.dot, "dot hollow" if placed.dot.is_hollow else "dot"
    target = f'<circle class="target" cx="{placed.x}" cy="{y}" r="12"/>'
    shown = f'<circle class="{kind}" cx="{placed.x}" cy="{y}" r="5.5"/>'
    return f'<a href="{escape(dot.url)}" tabindex="-1"><title>{escape(dot.label)}</title>{target}{shown}</a>'


def _name(tick: Tick, y: int) -> str:
    kind = "" if tick.is_major else ' class="minor"'
    return f'<text{kind} x="{tick.at}" y="{y}" text-anchor="middle">{escape(tick.label)}</text>'


def _row(row: Row) -> str:
    return f'<tr><th scope="row">{escape(row.name)}</th>{cells(row.shown)}</tr>'


def _bar(bar: Bar) -> str:
    box = f'x="{bar.x:.3f}%" y="{bar.top:.1f}" width="{bar.width:.3f}%" height="{bar.bottom - bar.top:.1f}"'
    return f'<a href="{escape(bar.url)}" tabindex="-1"><rect {box}><title>{escape(bar.label)}</title></rect></a>'


def _number(cell: Cell) -> str:
    shown = number(cell.count)
    return f'<a href="{escape(cell.url)}">{shown}</a>' if cell.url else shown
