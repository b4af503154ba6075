"""Scores of search results in an archive of the samples, against judged queries.

tests/scoring/judged.jsonl has one query per line: the items that answer it (`relevant`), others that a reader would
not mind (`acceptable`, "*" for any), and its kind. It guards against regressions and does not measure quality: the
queries were settled with the search's answers at hand.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from statistics import mean
from typing import NamedTuple, TypedDict

from tests.scoring.gold import ROOT

JUDGED = ROOT / "tests" / "scoring" / "judged.jsonl"
FIRST = 20
FIGURES = {
    "recall": "share of the relevant items among the first 20 results",
    "precision": "share of the first 20 results that are relevant or acceptable; a result that comes twice is neither",
    "first": "1 divided by the place of the first relevant result",
    "honest": "share of the queries that should find nothing and find nothing",
    "perfect": "share of the queries that find all that is relevant and nothing that is neither",
}
ALL = "all"


class Query(TypedDict):
    """A judged query: what is typed, its kind, and the items that answer it, as "region/date:number"."""

    q: str
    kind: str
    relevant: list[str]
    acceptable: list[str]


class Answer(NamedTuple):
    """A judged query and its results, the best first."""

    query: Query
    found: list[str]

    @property
    def missed(self) -> list[str]:
        """The relevant items that were not found."""
        return sorted(set(self.query["relevant"]) - set(self.found))

    @property
    def noise(self) -> list[str]:
        """The results that are neither relevant nor acceptable, or are repeated."""
        fine = {*self.query["relevant"], *self.query["acceptable"]}
        any_is_fine = "*" in fine
        return [
            one for at, one in enumerate(self.found)
            if one in self.found[:at] or not (any_is_fine or one in fine)
        ]  # fmt: skip


def read_queries(path: Path = JUDGED) -> list[Query]:
    """Return the judged queries of a file with one JSON object per line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def ask(queries: Iterable[Query]) -> Iterator[Answer]:
    """Run queries by `manage.py search --json` and yield the answers. The database must hold the samples."""
    from django.core.management import call_command

    for query in queries:
        out = StringIO()
        call_command("search", query["q"], "--json", f"--limit={FIRST}", stdout=out)
        results = json.loads(out.getvalue())["results"]
        yield Answer(query, [f"{one['meeting']}:{one['number']}" for one in results])


def score(answer: Answer) -> dict[str, float]:
    """Return the figures that apply to this query."""
    relevant, found = answer.query["relevant"], answer.found
    perfect = float(not answer.missed and not answer.noise)
    if not relevant:
        return {"perfect": perfect} if answer.query["acceptable"] else {"honest": float(not found), "perfect": perfect}
    return {
        "recall": 1 - len(answer.missed) / len(relevant),
        "precision": 1 - len(answer.noise) / len(found) if found else 0.0,
        "first": next((1 / place for place, one in enumerate(found, 1) if one in relevant), 0.0),
        "perfect": perfect,
    }


def by_kind(answers: Iterable[Answer]) -> dict[str, list[dict[str, float]]]:
    """Return the figures of each query by kind, the kinds in alphabetical order, and those of all queries last."""
    kinds: defaultdict[str, list[dict[str, float]]] = defaultdict(list)
    for answer in answers:
        kinds[answer.query["kind"]].append(score(answer))
    return {**{kind: kinds[kind] for kind in sorted(kinds)}, ALL: [one for rows in kinds.values() for one in rows]}


def means(rows: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Return each figure as the mean over the queries that have it."""
    values: defaultdict[str, list[float]] = defaultdict(list)
    for row in rows:
        for name, value in row.items():
            values[name].append(value)
    return {name: mean(values[name]) for name in FIGURES if name in values}


def misses(answers: Iterable[Answer]) -> Iterator[str]:
    """Yield, for each query that falls short, a line with the missed items and the noise."""
    for answer in answers:
        if answer.missed or answer.noise:
            missed, noise = ", ".join(answer.missed) or "–", ", ".join(answer.noise) or "–"
            yield f"{answer.query['kind']}: {answer.query['q']!r}: missed {missed}; noise {noise}"
