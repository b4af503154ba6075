"""The commands print what docs/contract.md says, and the page describes every key and word."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
from django.core.management import call_command

from meetings.shared.vocabulary import Outcome, TopicSlug
from tests.contract import schemas
from tests.make import make_archive
from tests.scoring.gold import GOLD, ROOT, SAMPLES

PAGE = (ROOT / "docs" / "contract.md").read_text(encoding="utf-8")
DOCUMENTS = [*sorted((ROOT / "tests" / "documents").glob("*.txt")), *sorted(GOLD.glob("*.txt"))]
SHOWING = ["Dagsorden KKR Midtjylland 12-06-2024.pdf", "Referat KKR Hovedstaden 03-02-2023.txt"]
SHOWING += ["Rettet referat KKR Sjælland 20-03-2026.pdf"]
OBJECTS = {
    "The document": schemas.DOCUMENT,
    "A fact": schemas.FACT,
    "A participant": schemas.PARTICIPANT,
    "An item": schemas.ITEM,
    "A table": schemas.TABLE,
    "The answer": schemas.ANSWER,
    "A page that the query names": schemas.PAGE_NAMED,
    "A result": schemas.RESULT,
}
check_document: Callable[[Any], Any] = fastjsonschema.compile(schemas.DOCUMENT)
check_answer: Callable[[Any], Any] = fastjsonschema.compile(schemas.ANSWER)


def printed(*words: str) -> Any:
    out = StringIO()
    call_command(*words, stdout=out)
    return json.loads(out.getvalue())


def first_column(heading: str) -> list[str]:
    """Return the first column of the table below a heading of the page."""
    section = PAGE.split(f"### {heading}\n", 1)[1].split("\n#", 1)[0]
    return re.findall(r"^\| `(\S+)` \|", section, re.MULTILINE)


@pytest.mark.parametrize("heading", OBJECTS)
def test_the_page_has_every_key_and_no_other(heading: str) -> None:
    assert sorted(first_column(heading)) == sorted(OBJECTS[heading]["required"])


@pytest.mark.parametrize(("heading", "words"), [("The outcomes", Outcome), ("The topics", TopicSlug)])
def test_the_page_has_the_words_of_the_vocabulary_in_its_order(heading: str, words: type[Outcome | TopicSlug]) -> None:
    assert first_column(heading) == [str(word) for word in words]


@pytest.mark.parametrize(
    "path", [*DOCUMENTS, *(SAMPLES / "documents" / name for name in SHOWING)], ids=lambda path: path.stem
)
def test_parse_prints_what_the_page_says(path: Path) -> None:
    document = printed("parse", str(path))
    assert check_document(document) == document
    for item in document["items"]:
        assert item["outcome"] == (None if item["decision"] is None else strongest(item["outcomes"]))


def strongest(outcomes: list[str]) -> str:
    return min(outcomes, key=first_column("The outcomes").index, default="other")


ANSWERS = [("it-drift", 1, False), ("dritfen", 1, True), ("xqvzplork", 0, False)]


@pytest.mark.parametrize(("words", "results", "suggested"), ANSWERS)
def test_search_prints_what_the_page_says(db: None, words: str, results: int, suggested: bool) -> None:
    make_archive()
    answer = printed("search", words, "--json")
    assert check_answer(answer) == answer
    assert (answer["query"], len(answer["results"]), answer["suggestion"] is not None) == (words, results, suggested)


@pytest.mark.parametrize("spoil", [
    lambda document: document.pop("place"),
    lambda document: document.update(mood="good"),
    lambda document: document["items"][0].update(outcome="liked"),
    lambda document: document.update(start_time="9.30"),
])  # fmt: skip
def test_a_key_too_few_or_too_many_and_another_word_are_found(spoil: Callable[[Any], Any]) -> None:
    document = copy.deepcopy(printed("parse", str(DOCUMENTS[0])))
    spoil(document)
    with pytest.raises(fastjsonschema.JsonSchemaException):
        check_document(document)
