"""Charts as plain data: round scales, stacks without gaps, the same numbers as a table."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import pytest

from meetings.site.charts.heat import Heat, HeatRow
from meetings.site.charts.stacked import Bar, Cell, Series, Stacked, major_ticks, scale, years
from meetings.site.charts.timelines import Dot, Lane, Timeline
from tests.meetings.site.macros import macro

NORTH, SOUTH = Series("nordjylland", "KKR Nordjylland"), Series("syddanmark", "KKR Syddanmark")


def make_stacked(values: Mapping[tuple[str, str], int], columns: tuple[str, ...] = ("2024", "2025")) -> Stacked:
    return Stacked(
        name="prøve", title="Prøve", axis="År", columns=columns, series=[NORTH, SOUTH], values=values,
        unit=lambda n: f"{n} punkter", address=lambda column, key: f"/{column}/{key}",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("largest", "expected"),
    [(1, [0, 1]), (3, [0, 1, 2, 3]), (31, [0, 10, 20, 30, 40]), (40, [0, 10, 20, 30, 40]), (546, [0, 200, 400, 600])],
)
def test_a_scale_has_few_round_numbers_and_holds_the_largest(largest: int, expected: list[int]) -> None:
    assert scale(largest) == expected


def test_years_without_anything_are_columns_too() -> None:
    assert years({2019, 2022}) == ["2019", "2020", "2021", "2022"]
    assert years(set()) == []


def test_of_twenty_years_only_round_ones_are_named_where_there_is_little_room() -> None:
    columns = years({2007, 2026})
    named = [column for column, is_major in zip(columns, major_ticks(columns), strict=True) if is_major]
    assert named == ["2010", "2015", "2020", "2025"]


def test_few_columns_are_all_named() -> None:
    assert major_ticks(["2023", "2024"]) == [True, True]


def test_the_pieces_of_a_column_stand_on_each_other() -> None:
    below, above = make_stacked({("2024", "nordjylland"): 3, ("2024", "syddanmark"): 1}).layers
    assert above.bars[0].bottom == below.bars[0].top


def test_a_column_of_all_there_is_reaches_from_the_floor_to_the_top_of_the_scale() -> None:
    plot = make_stacked({("2024", "nordjylland"): 4})
    bar = plot.layers[0].bars[0]
    assert (bar.bottom, bar.bottom - bar.top) == (plot.floor, plot.height)
    assert macro("stacked.bars")([bar]) == (
        '<a href="/2024/nordjylland" tabindex="-1"><rect x="1.250%" y="12.0" width="10.000%" height="220.0">'
        "<title>2024, KKR Nordjylland: 4 punkter</title></rect></a>"
    )


def test_what_a_plot_says_is_escaped() -> None:
    assert "<b>" not in macro("stacked.bars")([Bar("<b>", '"<b>', 0, 1, 0, 1)])
    assert macro("plots.cells")([Cell(3, "/?a=1&b=<b>")]) == '<td><a href="/?a=1&amp;b=&lt;b&gt;">3</a></td>'


def test_two_columns_are_no_walls_but_leave_room_for_more() -> None:
    assert [tick.at for tick in make_stacked({("2024", "nordjylland"): 4}).column_ticks] == ["6.250%", "18.750%"]


def test_a_piece_says_what_it_is_and_leads_there() -> None:
    bar = make_stacked({("2024", "syddanmark"): 7}).layers[0].bars[0]
    assert bar.label == "2024, KKR Syddanmark: 7 punkter"
    assert bar.url == "/2024/syddanmark"


def test_a_series_without_anything_is_left_out() -> None:
    assert [layer.series for layer in make_stacked({("2024", "syddanmark"): 7}).layers] == [SOUTH]


def test_the_table_has_the_same_numbers_and_links() -> None:
    plot = make_stacked({("2025", "nordjylland"): 3, ("2025", "syddanmark"): 1})
    (row,) = plot.table
    assert row.name == "2025"
    assert [(cell.count, cell.url) for cell in row.cells] == [(3, "/2025/nordjylland"), (1, "/2025/syddanmark")]
    assert (row.total.count, row.total.url) == (4, "/2025/")


def test_small_multiples_share_a_scale() -> None:
    plot = make_stacked({("2024", "nordjylland"): 2})
    shared = Stacked(**{**vars(plot), "top": 100, "is_small": True})
    assert shared.steps == [0, 50, 100]


def test_a_plot_of_nothing_is_empty() -> None:
    assert make_stacked({}).is_empty


def make_timeline(*days: str) -> Timeline:
    dots = [Dot(datetime.date.fromisoformat(day), day, f"/{day}/") for day in days]
    return Timeline("prøve", "Prøve", [Lane("KKR Nordjylland", dots, "nordjylland"), Lane("KKR Sjælland", [])])


def test_a_timeline_runs_from_new_year_to_new_years_eve() -> None:
    (lane,) = make_timeline("2024-01-01", "2025-12-31").placed
    assert [placed.x for placed in lane.dots] == ["0.000%", "100.000%"]


def test_a_timeline_names_its_years_in_their_middles() -> None:
    assert [(tick.label, tick.at) for tick in make_timeline("2024-05-01", "2025-05-01").ticks] == [
        ("2024", "25.000%"),
        ("2025", "75.000%"),
    ]


def test_a_lane_without_dots_takes_no_room() -> None:
    plot = make_timeline("2024-05-01")
    assert len(plot.placed) == 1
    assert plot.height == make_timeline("2024-05-01", "2024-06-01").height


def test_a_timeline_of_nothing_is_empty() -> None:
    assert make_timeline().is_empty
    assert make_timeline().height > 0


def make_heat(values: Mapping[tuple[str, str], int]) -> Heat:
    lines = [HeatRow("sundhed", "Sundhed", "/emne/sundhed/"), HeatRow("kultur", "Kultur")]
    return Heat("prøve", "Prøve", "Emne", [("2024", "2024"), ("2025", "2025")], lines, values, "/{}/{}".format)


def test_the_most_is_the_darkest_and_nothing_is_not_dark_at_all() -> None:
    (row,) = make_heat({("sundhed", "2024"): 50}).rows
    assert [(cell.count, cell.step, cell.url) for cell in row.cells] == [(50, 5, "/sundhed/2024"), (0, 0, "")]


def test_one_of_many_is_still_to_be_seen() -> None:
    row, _other = make_heat({("sundhed", "2024"): 1, ("kultur", "2024"): 900}).rows
    assert row.cells[0].step == 1


def test_a_line_of_a_heat_table_ends_with_what_it_has_together() -> None:
    (row,) = make_heat({("kultur", "2024"): 2, ("kultur", "2025"): 3}).rows
    assert (row.name, row.total.count, row.total.url) == ("Kultur", 5, "/kultur/")
