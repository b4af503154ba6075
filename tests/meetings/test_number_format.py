"""Numbers are formatted for the reader's language."""

from __future__ import annotations

import pytest
from django.utils import translation

from meetings.number_format import file_size, number, percent

BLANK = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(("language", "written"), [("da", "12.345"), ("en", "12,345")])
def test_thousands_are_parted(language: str, written: str) -> None:
    with translation.override(language):
        assert number(12345) == written


@pytest.mark.parametrize(("language", "written"), [("da", f"83{BLANK}%"), ("en", "83%")])
def test_percent_stand_apart_in_danish_and_not_in_english(language: str, written: str) -> None:
    with translation.override(language):
        assert percent(0.834) == written


def test_only_the_whole_is_a_hundred_percent() -> None:
    assert [percent(0.998), percent(1), percent(None)] == [f"99{BLANK}%", f"100{BLANK}%", "–"]


@pytest.mark.parametrize(
    ("size", "written"),
    [(3, "1 kB"), (412_345, "412 kB"), (999_499, "999 kB"), (999_600, "1,0 MB"), (1_234_567, "1,2 MB")],
)
def test_a_files_size_is_told_in_kilobytes_or_megabytes(size: int, written: str) -> None:
    assert file_size(size) == written.replace(" ", BLANK)
