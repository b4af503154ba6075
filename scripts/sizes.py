"""The sizes of the code: the lengths of files, functions, templates and tests, and which of them are too long.

    python scripts/sizes.py            prints a table, and names whatever a reviewer should consider splitting
    python scripts/sizes.py --folders  prints the number of files and lines in each folder

It never fails. `tests/test_sizes.py` limits the 90th percentiles: one long file is a matter for review, but a drift of
the whole code base fails the test.
"""

from __future__ import annotations

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
CODE = ("kkrarchive", "danish", "ingest", "meetings", "desk", "samples", "scripts")
TESTS = ("tests",)
TEMPLATES = ("templates",)


class Kind(NamedTuple):
    """The limits for one kind of thing, in lines: of its 90th percentile, and above which one is worth a look."""

    most_at_p90: int
    worth_a_look: int


class Size(NamedTuple):
    """The number of lines that something has, and its name."""

    lines: int
    name: str


KINDS = {
    "files": Kind(180, 250),
    "functions": Kind(16, 30),
    "templates": Kind(60, 80),
    "tests": Kind(13, 20),
}


def measure() -> dict[str, list[Size]]:
    """Return the sizes of everything, by the kinds of KINDS."""
    code, tests = list(sources(CODE)), list(sources(TESTS))
    return {
        "files": [_size_of(path) for path in [*code, *tests]],
        "functions": [size for path in [*code, *tests] for size in _functions(path) if ": test_" not in size.name],
        "templates": [_size_of(path) for folder in TEMPLATES for path in sorted((ROOT / folder).rglob("*.html"))],
        "tests": [size for path in tests for size in _functions(path) if ": test_" in size.name],
    }


def percentile_90(sizes: list[Size]) -> int:
    """Return the number of lines that 90 % of `sizes` do not exceed."""
    return round(quantiles((size.lines for size in sizes), n=10, method="inclusive")[-1])


def outgrown(kind: str, sizes: list[Size]) -> list[Size]:
    """Return the sizes above the kind's `worth_a_look`, the longest first: candidates for splitting."""
    return sorted((size for size in sizes if size.lines > KINDS[kind].worth_a_look), reverse=True)


def sources(folders: tuple[str, ...]) -> Iterator[Path]:
    """Yield the Python files below `folders`, except migrations, which Django generates."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def _size_of(path: Path) -> Size:
    return Size(len(path.read_text(encoding="utf-8").splitlines()), str(path.relative_to(ROOT)))


def _functions(path: Path) -> Iterator[Size]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield Size((node.end_lineno or 0) - node.lineno + 1, f"{path.relative_to(ROOT)}: {node.name}")


def _print_sizes() -> None:
    print(f"{'':10} {'count':>6} {'median':>7} {'p90':>5} {'limit':>6} {'longest':>8}")
    measured = measure()
    for kind, sizes in measured.items():
        figures = f"{median(size.lines for size in sizes):7.0f} {percentile_90(sizes):5}"
        print(f"{kind:10} {len(sizes):6} {figures} {KINDS[kind].most_at_p90:6} {max(sizes).lines:8}")
    for kind, sizes in measured.items():
        for size in outgrown(kind, sizes):
            print(f"worth a look: {size.name} has {size.lines} lines")


def _print_folders() -> None:
    files, lines = Counter[str](), Counter[str]()
    for path in sources((*CODE, *TESTS)):
        folder = str(path.parent.relative_to(ROOT))
        files[folder] += 1
        lines[folder] += _size_of(path).lines
    print(f"{'folder':40} {'files':>6} {'lines':>7}")
    for folder in sorted(files):
        print(f"{folder:40} {files[folder]:6} {lines[folder]:7}")


if __name__ == "__main__":
    _print_folders() if "--folders" in sys.argv[1:] else _print_sizes()
