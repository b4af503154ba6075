"""The newest decisions: of several meetings, and none of mere formalities."""

from __future__ import annotations

from meetings.models import Meeting, SearchChoice
from meetings.site.pages.latest_decisions import MOST, latest_decisions, spread
from tests.make import make_item


def test_no_meeting_takes_more_than_its_share() -> None:
    assert spread([(1, 7), (2, 7), (3, 7), (4, 7), (5, 8)]) == [1, 2, 3, 5]
    assert len(spread((key, key) for key in range(20))) == MOST


def test_undecided_items_and_formalities_are_left_out(archive: Meeting) -> None:
    make_item(archive, "1", "Godkendelse af dagsorden", decision="Godkendt.", topics=["moedeformalia"])
    make_item(archive, "4", "Kun fremlagt", presentation="Tekst")
    found = latest_decisions(SearchChoice.objects.letters())
    assert [item.number for item in found] == ["3.1"]
