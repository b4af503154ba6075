"""The work of parsing grows with the length of a text, not with its square, whatever the text."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from ingest.errors import IngestError
from ingest.fields.attachments import find_named
from ingest.pipeline import read_meeting, read_source
from ingest.structure.known_titles import KnownTitles
from ingest.structure.paragraphs import Style, join_texts

HEAD = "REFERAT\nKKR Sjælland\nDato: 07-06-2024 kl. 10:00\n\nDeltagere\nBo Lund (A), Køge Kommune\n\n"
ITEM = "1. Orientering\n\nIndstilling\nDet indstilles, at KKR drøfter sagen.\n\n"


def outline(number: int) -> str:
    return f"{number // 99 % 99 + 1}.{number % 99 + 1}"


# Texts of so many entries, each kind of which once took time by its length squared.
KINDS: dict[str, Callable[[int], str]] = {
    "hyphens": lambda n: HEAD + ITEM + "ordet-\n" * n,
    "case numbers": lambda n: HEAD + "".join(f"\nTitel\nSAG-2024-{at:05}\n" for at in range(n)),
    "lone numbers": lambda n: HEAD + ITEM + "".join(f"{outline(at)}.\n\nTitel for sag {at}\n\n" for at in range(n)),
    "contents": lambda n: (
        f"{HEAD}Indhold\n"
        + "".join(f"{outline(at)} Punkt om {at:04} sager .... {at % 900}\n" for at in range(n))
        + ITEM
        + "".join(f"{outline(at)} Punkt om {at:04}x sagen\n\nBeslutning\nJa.\n\n" for at in range(n))
    ),
    "contents without end": lambda n: HEAD + "Indhold\n1. Punkt\n" + "mere om punktet her\n" * n,
    "coded lines": lambda n: HEAD + ITEM + "101 København\n" * n,
    "tables": lambda n: HEAD + ITEM + ("Kommune A 12 13\n" * 3 + "En hel sætning, der fylder en linje ud.\n") * n,
    "participants": lambda n: HEAD + "Navn Efternavn,\n" * n + ITEM,
}
FEW = 100


def count_calls(text: str) -> int:
    """Return how many functions are called while a text is read."""
    calls = 0

    def count(_frame: FrameType, event: str, _what: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read_meeting(read_source(text.encode(), "referat.txt"))
    except IngestError:
        pass
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_of_twice_the_length_takes_twice_the_work(kind: str) -> None:
    count_calls(KINDS[kind](2 * FEW))  # makes what is made once
    little, much = count_calls(KINDS[kind](FEW)), count_calls(KINDS[kind](2 * FEW))
    assert much < 2.6 * little  # up to MOST_CHAINS chains of numbers, each item may follow any before it


class CountedWords(frozenset[str]):
    """A document's words that count the letters of the words that are looked up among them."""

    letters = 0

    def __contains__(self, word: object) -> bool:
        CountedWords.letters += len(str(word))
        return super().__contains__(word)


def test_a_word_that_goes_on_over_many_lines_is_joined_line_by_line() -> None:
    joined = join_texts(["ordet-"] * 1000, Style(60, CountedWords()))
    assert joined == "ordet" * 999 + "ordet-"
    assert CountedWords.letters < 1000 * 400


def test_a_document_is_named_in_a_long_sentence_before_a_comma() -> None:
    assert find_named("Det vedlagte " + "notat om sagen og " * 200 + "mere, som er sendt") is not None


def test_titles_are_compared_only_so_often() -> None:
    known = KnownTitles(f"Sag om noget med nummer {at:05} i alt" for at in range(1, 2_000))
    assert known.find("Sag om noget med nummer 00017 i alt")
    assert known.find("Sag om noget med nummer x00017 i alt")
    found = [known.find(f"Helt andre sager nu end {at:05} i dag") for at in range(1_000)]
    assert not any(found)
