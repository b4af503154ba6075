"""How good the order of results is: nDCG of the first ten, over queries whose items were graded by eye.

tests/scoring/graded.jsonl has one query per line, its kind, and the grades of items in an archive of the samples, of
tests/documents and of tests/gold: 2 for an item that answers the query, 1 for one that a reader would not mind. All
other items have 0. Queries without grades should find nothing.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log2
from pathlib import Path
from statistics import mean
from typing import TypedDict

from tests.scoring.gold import ROOT

GRADED = ROOT / "tests" / "scoring" / "graded.jsonl"
FIRST = 10


class GradedQuery(TypedDict):
    """A query, its kind, and the grades of items by "region/date:number"."""

    q: str
    kind: str
    grades: dict[str, int]


def read_graded(path: Path = GRADED) -> list[GradedQuery]:
    """Return the graded queries of a file with one JSON object per line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_judged(path: Path) -> list[GradedQuery]:
    """Return the queries of a file of judgements: `relevant` items have grade 2, `acceptable` ones 1."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        GradedQuery(
            q=row["q"],
            kind=row["kind"],
            grades={**dict.fromkeys(row["acceptable"], 1), **dict.fromkeys(row["relevant"], 2)},
        )
        for row in rows
        if "relevant" in row and "acceptable" in row
    ]


def ndcg(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return the gain of the first results, by grade and discounted by place, as a share of that of the best order.

    Where nothing should be found it is 1 if nothing was found, else 0.
    """
    if not grades:
        return float(not found)
    best = _gain(sorted(grades.values(), reverse=True))
    return _gain([grades.get(one, 0) if one not in found[:at] else 0 for at, one in enumerate(found)]) / best


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1.0) / log2(at + 2) for at, grade in enumerate(grades[:FIRST]))


def by_kind(scores: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return the mean of the scores of each kind."""
    kinds: defaultdict[str, list[float]] = defaultdict(list)
    for kind, score in scores:
        kinds[kind].append(score)
    return {kind: mean(kinds[kind]) for kind in sorted(kinds)}
