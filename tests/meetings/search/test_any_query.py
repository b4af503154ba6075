"""Whatever is typed is a query that the database takes."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings.models import Meeting, SearchEntry
from meetings.search.answers.suggesting import suggestions
from meetings.search.execution.results import find
from meetings.search.language import find_case_number, read_query

PIECES = st.sampled_from(
    "sag SAG-2031-00417 § §§ - -- ( ) \" » ' ´ OR AND NOT IKKE 2031 10.000 2,7 mia kr. % * a\u030a ﬁ ½ ² ͺ \u0345 "
    "\x00 \ud800 \u00ad 😀 \\ ':* & | ! <-> region: sag: person: før: efter:2031 kommune:' punkt 3.4 24.10.2031 18/11 "
    "eller 99/99 0/0 1-2-3 a-b-c kom- DK2030 co2 ٣ １２ ß İ ſ Ⅷ ª 999999999999999999999 0,0 en hej".split(" ")
)


@given(
    st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=8).map(" ".join)
    | st.lists(PIECES, max_size=8).map("".join)
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_query_is_answered(archive: Meeting, typed: str) -> None:
    found = find(read_query(typed), SearchEntry.objects.all())
    assert len(found.items(0, 3)) <= found.count
    suggestions(typed)
    find_case_number(typed)
