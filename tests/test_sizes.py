"""The limits on sizes: 90 % of all files, functions, templates and tests are short; a single long one is for review."""

from __future__ import annotations

import pytest

from scripts import sizes

TEMPLATE_LINE = 160


@pytest.fixture(scope="module")
def measured() -> dict[str, list[sizes.Size]]:
    return sizes.measure()


@pytest.mark.parametrize("kind", sizes.KINDS)
def test_nine_tenths_are_short(kind: str, measured: dict[str, list[sizes.Size]]) -> None:
    assert sizes.percentile_90(measured[kind]) <= sizes.KINDS[kind].most_at_p90


def test_a_single_long_file_fails_nothing_but_is_named() -> None:
    long = [sizes.Size(30, f"short_{n}.py") for n in range(20)] + [sizes.Size(900, "long.py")]
    assert sizes.percentile_90(long) == 30
    assert sizes.outgrown("files", long) == [sizes.Size(900, "long.py")]


def test_no_line_of_a_template_runs_out_of_sight() -> None:
    templates = sorted((sizes.ROOT / "templates").rglob("*.html"))
    lines = [(path.name, line) for path in templates for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(lines) > 1000
    assert [line for line in lines if len(line[1]) > TEMPLATE_LINE] == []
