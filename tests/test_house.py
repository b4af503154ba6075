"""The rough sizes of the house (STYLE.md): what outgrows them wants to be two."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

FOLDERS = ("kkrarchive", "danish", "ingest", "meetings", "samples", "scripts", "tests")
FILE, FUNCTION, LONG_FUNCTION, TEMPLATE, TEST = 250, 25, 40, 80, 15
TEMPLATE_LINE = 160  # characters


class Size(NamedTuple):
    """How many lines something has."""

    lines: int
    name: str


def sources() -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((settings.BASE_DIR / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def size_of(path: Path) -> Size:
    return Size(len(path.read_text(encoding="utf-8").splitlines()), str(path.relative_to(settings.BASE_DIR)))


def functions() -> Iterator[Size]:
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield Size((node.end_lineno or 0) - node.lineno + 1, f"{path.name}: {node.name}")


def test_a_file_of_code_fits_a_few_screens() -> None:
    assert [size for path in sources() if (size := size_of(path)).lines > FILE] == []


def templates() -> list[Path]:
    return sorted((settings.BASE_DIR / "templates").rglob("*.html"))


def test_a_template_reads_as_an_outline() -> None:
    assert [size for path in templates() if (size := size_of(path)).lines > TEMPLATE] == []


def test_no_line_of_a_template_runs_out_of_sight() -> None:
    lines = [(path.name, line) for path in templates() for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(lines) > 1000
    assert [line for line in lines if len(line[1]) > TEMPLATE_LINE] == []


def test_no_function_is_long() -> None:
    assert [size for size in functions() if size.lines > LONG_FUNCTION] == []


def test_functions_of_more_than_a_screen_are_few() -> None:
    sizes = list(functions())
    assert sum(size.lines > FUNCTION for size in sizes) <= 0.03 * len(sizes)


def test_a_test_shows_one_behaviour() -> None:
    tests = [size for size in functions() if ": test_" in size.name]
    assert [size for size in tests if size.lines > TEST] == []
