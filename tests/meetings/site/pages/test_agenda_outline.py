"""An agenda as an outline, and what stands before and after an item in it."""

from __future__ import annotations

from meetings.models import Meeting
from meetings.site.pages.agenda_outline import neighbours, outline
from tests.make import make_item


def test_items_stand_below_the_one_their_number_says_and_without_it_at_the_top(archive: Meeting) -> None:
    make_item(archive, "3.1.1", "Herunder"), make_item(archive, "5.2", "Uden overpunkt")
    tree = outline(archive.items.order_by("sort_key"))
    assert [node.item.number for node in tree] == ["3", "5.2"]
    assert [node.item.number for node in tree[0].children[0].children] == ["3.1.1"]
    assert [tree[0].leads_on, tree[1].leads_on] == [False, True]


def test_an_item_that_is_no_longer_on_the_agenda_has_neighbours_too(archive: Meeting) -> None:
    dropped = make_item(archive, "3.2", "Udgået", is_current=False)
    make_item(archive, "3.10"), make_item(archive, "3.3")
    agenda = list(archive.items.filter(is_current=True).order_by("sort_key"))
    assert [one.number for one in neighbours(dropped, agenda) if one] == ["3.1", "3.3"]
    assert neighbours(agenda[-1], agenda)[1] is None
