"""Days, months and years in a search: the first and last possible ones, and impossible ones."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.models import Meeting
from meetings.search.language.fields import NOTHING, read_fields
from meetings.search.language.query import Field

TYPED = ["0000", "0001", "9999", "99999", "2021-13", "2021-01-00", "0001-01-01", "9999-12-31"]
FORMS = ["{0:04}", "{0:04}-{1:02}", "{0:04}-{1}-{2}", "{2}-{1}-{0:04}", "{2:02}.{1:02}.{0}", "{2}/{1}/{0:04}"]


@pytest.mark.parametrize("name", ["fra", "til", "aar", "q=efter:", "q=før:"])
def test_a_search_by_any_day_or_year_is_answered(client: Client, archive: Meeting, name: str) -> None:
    for typed in TYPED:
        question = f"{name}{typed}" if ":" in name else f"{name}={typed}"
        assert client.get(f"/soeg/?{question}").status_code in {200, 400}


@settings(deadline=None)
@given(
    st.sampled_from(["før", "efter"]),
    st.sampled_from(FORMS),
    st.integers(0, 10_001),
    st.integers(0, 13),
    st.integers(0, 32),
)
def test_a_day_limits_a_search_or_nothing_is_found(name: str, form: str, year: int, month: int, day: int) -> None:
    found = read_fields([Field(name, form.format(year, month, day))])
    assert [*found.tags, *filter(None, [found.since, found.until])]


@settings(deadline=None)
@given(st.sampled_from(["før", "efter"]), st.text())
def test_what_is_no_day_is_no_error(name: str, typed: str) -> None:
    read_fields([Field(name, typed)])


def test_nothing_is_before_the_first_day_there_is() -> None:
    assert read_fields([Field("før", "0001")]).tags == [NOTHING]
    assert read_fields([Field("efter", "0001")]).since == datetime.date.min
