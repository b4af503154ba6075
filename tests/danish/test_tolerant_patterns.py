"""Patterns written in correct Danish match every misreading in the table."""

from __future__ import annotations

import re

import pytest

from danish.confusions import ALIKE, COUNTS, FORMS, MISREADINGS
from danish.tolerant_patterns import tolerant, tolerant_pattern


@pytest.mark.parametrize("read", ["møde", "mgde", "made", "mede", "m@de", "magde", "MØDE"])
def test_a_word_is_found_however_its_letter_was_read(read: str) -> None:
    assert tolerant_pattern("møde").fullmatch(read)


@pytest.mark.parametrize("other", ["mde", "mnde", "møder"])
def test_another_word_is_not_found(other: str) -> None:
    assert not tolerant_pattern("møde").fullmatch(other)


@pytest.mark.parametrize("letter", FORMS)
def test_all_that_was_counted_is_known_to_patterns_and_to_the_repair(letter: str) -> None:
    for read in COUNTS[letter]:
        assert re.fullmatch(tolerant(letter), read)
        assert (read, letter) in {(one.read, one.meant) for one in MISREADINGS[read[0]]}


def test_prints_are_compared_without_what_the_commonest_misreadings_change() -> None:
    for counts in map(COUNTS.__getitem__, "æøå"):
        assert max((read for read in counts if len(read) == 1), key=counts.__getitem__) in ALIKE
