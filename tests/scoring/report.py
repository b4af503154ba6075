"""The page of figures, docs/quality.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tests.scoring import search
from tests.scoring.gold import ROOT
from tests.scoring.search import Answer
from tests.scoring.tally import Field, Tally, total

Tallies = Mapping[str, Tally]

PAGE = ROOT / "docs" / "quality.md"

_HEAD = """\
# How well the archive reads and finds

Made by `python -m tests.scoring` in the project's environment; a test fails when it is no longer current. Every figure
is 1.000 at best. Precision is the share of what was found that is right, recall the share of what is right that was
found, and F1 the harmonic mean of both; where each item has exactly one answer, the three are the same. A dash stands
where there was nothing to count. No figure falls unnoticed: `tests/scoring/test_quality.py` holds the floors.
`python -m tests.scoring --show` prints every miss, `--show 101` those of the document whose name begins so, and
`--gold FOLDER --sources FOLDER` the figures of other documents whose gold has the form of `tests/gold`.

"""
_GOLD = """\
## Reading: tests/gold

Ten invented documents. Whoever wrote them and their gold had not seen the parser: of the three parts of this page, this
is the one that says what to expect of a document not seen before. The parser is not fitted to them, but four kinds of
fault that they brought to light were too grave to leave: a council named in full taken for another body, participants
beside their heading and below a letter-spaced one not read, and the council's name from the top of a page left within a
decision. With those, outcome was 0.924, outcomes 0.949, participants 0.880 and decision words 0.987.

"""
_SAMPLES = """\
## Reading: the samples

The archive's own invented samples against `samples/facts.json`. The parser was made with them at hand, so these figures
guard what has been reached. The facts have neither section texts nor topics.

"""
_SEARCH = """\
## Search

The queries of `tests/scoring/judged.jsonl`, asked of an archive of the samples, by kind of query. They were settled
with the answers of this search at hand: they guard, too. Each figure is a mean over the queries that have it.

"""
_FIELDS = "## What is counted\n\n"


def report(gold: Tallies, samples: Tallies, answers: Iterable[Answer]) -> str:
    """Return the page, in Markdown."""
    return reading_part(gold, samples) + search_part(answers)


def reading_part(gold: Tallies, samples: Tallies) -> str:
    """Return the page up to the search: the introduction and the figures of the parser."""
    return "".join([_HEAD, _GOLD, reading(gold), _SAMPLES, reading(samples)])


def search_part(answers: Iterable[Answer]) -> str:
    """Return the rest of the page: the figures of the search, and what each figure counts."""
    fields = [["field", "counts"], *([name, name.how] for name in Field)]
    fields += [[f"search: {name}", how] for name, how in search.FIGURES.items()]
    return "".join([_SEARCH, searching(answers), _FIELDS, table(fields)]).removesuffix("\n")


def reading(tallies: Tallies) -> str:
    """Return the figures of all documents together by field, F1 for each document, and the number of damaged words."""
    together = total(tallies.values())
    names = [name for name in Field if together.f1(name) is not None]
    all_of_them = [["field", "precision", "recall", "F1"]]
    for name in names:
        count = together.counts[name]
        all_of_them.append([name, *map(figure, (count.precision, count.recall, count.f1))])
    each = [["F1 by document", *names]]
    each += [[document, *(figure(tally.f1(name)) for name in names)] for document, tally in tallies.items()]
    damaged = together.damaged_words or 0
    clean = sum(tally.damaged_words is not None for tally in tallies.values())
    sentence = f"Words changed by repair in the {clean} text files without misread letters: {damaged:g}.\n\n"
    return table(all_of_them) + table(each) + sentence


def searching(answers: Iterable[Answer]) -> str:
    """Return the figures of the search by kind of query."""
    rows = [["kind", "queries", *search.FIGURES]]
    for kind, figures in search.by_kind(answers).items():
        means = search.means(figures)
        rows.append([kind, str(len(figures)), *(figure(means.get(name)) for name in search.FIGURES)])
    return table(rows)


def figure(value: float | None) -> str:
    """Return a figure with three decimals; a dash for None."""
    return "–" if value is None else f"{value:.3f}"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as a Markdown table; the first row is its header."""
    head, *body = ["| " + " | ".join(row) + " |" for row in rows]
    line = "|---" * len(rows[0]) + "|"
    return "\n".join([head, line, *body]) + "\n\n"
