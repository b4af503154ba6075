"""The quality of parsing and search: no figure falls below its floor, and docs/quality.md is current.

After an improvement, raise the floors to the figures of docs/quality.md, rounded down.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.scoring import parse, report, search
from tests.scoring.gold import read_gold, read_samples
from tests.scoring.tally import Field, Tally, below, total

# The floor of all other fields is 1.
FLOORS_OF_GOLD = {
    Field.ITEMS: 0.983, Field.TITLES: 0.983, Field.NEAR_TITLES: 0.983,
    Field.SECTIONS: 0.965, Field.SECTION_WORDS: 0.969, Field.DECISION_WORDS: 0.991, Field.OUTCOME: 0.969,
    Field.OUTCOMES: 0.987, Field.ASKS_FOR: 0.989, Field.ATTACHMENTS: 0.937, Field.TOPICS: 0.870,
    Field.FIRST_TOPIC: 0.873,
}  # fmt: skip
FLOORS_OF_SAMPLES = {Field.PARTICIPANTS: 0.941, Field.PARTIES: 0.941, Field.ATTACHMENTS: 0.945}

Tallies = Mapping[str, Tally]


@pytest.fixture(scope="module")
def gold() -> Tallies:
    return parse.score_all(read_gold())


@pytest.fixture(scope="module")
def samples() -> Tallies:
    return parse.score_all(read_samples())


@pytest.fixture(scope="module")
def answers(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> list[search.Answer]:
    """The answers to the judged queries in an archive of the samples, which is rolled back afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("samples", "load", verbosity=0)
        found = list(search.ask(search.read_queries()))
        transaction.set_rollback(True)
    return found


def test_documents_that_the_parser_was_not_fitted_to_are_read_as_well_as_before(gold: Tallies) -> None:
    assert (len(gold), below(gold.values(), FLOORS_OF_GOLD)) == (10, {})


def test_samples_are_read_as_well_as_before(samples: Tallies) -> None:
    assert (len(samples), below(samples.values(), FLOORS_OF_SAMPLES)) == (20, {})


def test_repair_leaves_texts_without_misread_letters_alone(gold: Tallies, samples: Tallies) -> None:
    assert [total(tallies.values()).damaged_words for tallies in (gold, samples)] == [0, 0]


@pytest.mark.usefixtures("db")
def test_search_finds_as_well_as_before(answers: list[search.Answer]) -> None:
    assert search.means(search.by_kind(answers)[search.ALL]) == dict.fromkeys(search.FIGURES, 1)


def test_the_figures_of_reading_in_the_docs_are_current(gold: Tallies, samples: Tallies) -> None:
    page = report.PAGE.read_text(encoding="utf-8")
    assert page.startswith(report.reading_part(gold, samples)), "run `python -m tests.scoring`"


@pytest.mark.usefixtures("db")
def test_the_figures_of_search_in_the_docs_are_current(answers: list[search.Answer]) -> None:
    _head, mark, tail = report.PAGE.read_text(encoding="utf-8").partition("## Search\n")
    assert mark + tail == report.search_part(answers), "run `python -m tests.scoring`"
