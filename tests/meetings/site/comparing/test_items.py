"""The differences between the agenda and the minutes of a meeting, and where they are shown."""

from __future__ import annotations

import pytest
from django.test import Client

from ingest.records import ItemRecord, TableRecord
from meetings.models import Meeting, MeetingAddress, Region
from meetings.site.comparing.items import (
    Comparison,
    Difference,
    DifferenceKind,
    compare,
    merge_supplement,
    read_item_versions,
)
from tests.ingest.make import AGENDA, MINUTES, SUPPLEMENT, load, make_item, make_record
from tests.meetings.site.public_pages import text_of

MEETING = "/sjaelland/2024-03-14/"
BODY = "Kommunerne driver it sammen."


def item(number: str, title: str, presentation: str = "Tekst.") -> ItemRecord:
    return make_item(number, title, presentation=presentation)


def differences(old: list[ItemRecord], new: list[ItemRecord]) -> tuple[Difference, ...]:
    before, after = (read_item_versions(make_record(MINUTES, *items).to_json()) for items in (old, new))
    return compare(before, after).differences


@pytest.fixture
def changed(db: None) -> Meeting:
    """Return a meeting whose minutes have one item changed, one new, one renumbered and one dropped."""
    load(make_record(AGENDA, item("1", "Velkomst"), item("2", "Ridning"), item("3", "It", BODY), item("4", "Takster")))
    minutes = [item("2", "It", BODY.replace("driver", "driver ikke")), item("4", "Husly"), item("5", "Takster")]
    load(make_record(MINUTES, item("1", "Velkomst"), *minutes))
    return Meeting.objects.get()


def test_an_item_is_new_dropped_changed_or_renumbered() -> None:
    old = [item("2", "Ridning"), item("3", "It", "a"), item("4", "Tal")]
    new = [item("3", "It", "b"), item("4", "Husly"), item("5", "Tal")]
    found = [(one.kind, one.number, one.former_number) for one in differences(old, new)]
    assert found == [
        (DifferenceKind.CHANGED, "3", ""),
        (DifferenceKind.NEW, "4", ""),
        (DifferenceKind.RENUMBERED, "5", "4"),
        (DifferenceKind.DROPPED, "2", ""),
    ]


def test_what_the_minutes_are_silent_on_is_no_change() -> None:
    old, new = make_item("3", "It", presentation=BODY), make_item("3", "It", decided="Tiltrådt.")
    before, after = (read_item_versions(make_record(MINUTES, one).to_json()) for one in (old, new))
    assert compare(before, after) == Comparison((), silent=1)


def test_words_that_only_stand_in_another_section_are_no_change() -> None:
    old = make_item("3", "It", background="Siden 2019.", presentation=BODY)
    new = make_item("3", "It", presentation=f"Siden 2019.\n\n{BODY}", decided="Tiltrådt.")
    assert differences([old], [new]) == ()


def test_a_decision_put_right_is_a_change() -> None:
    (found,) = differences([make_item("3", "It", decided="Lejre.")], [make_item("3", "It", decided="Køge.")])
    assert [one.section for one in found.sections] == ["decision"]


def test_a_figure_in_a_table_is_a_change() -> None:
    old, new = (
        make_item("3", "Tal", presentation="Tal:", tables=(TableRecord("presentation", 1, (("Læsø", figure),)),))
        for figure in ("7", "8")
    )
    (found,) = differences([old], [new])
    assert [piece.text for piece in found.sections[0].paragraphs[0]] == ["Læsø", "| 7", "| 8"]


def test_enclosures_that_came_and_went_are_told_by_name() -> None:
    old, new = (
        make_item("3", "It", attachments=("Notat", "Budget")),
        make_item("3", "It", attachments=("notat.", "Plan")),
    )
    (found,) = differences([old], [new])
    assert [(one.text, one.change) for (one,) in found.sections[0].paragraphs] == [("Budget", "del"), ("Plan", "ins")]


def test_a_heading_that_comes_and_goes_is_no_item() -> None:
    assert differences([make_item("3", "Regionalt")], [make_item("4", "Orientering")]) == ()


def test_an_item_of_a_supplementary_agenda_was_on_the_agenda() -> None:
    agenda, more = (
        read_item_versions(make_record(AGENDA, *items).to_json())
        for items in ([make_item("1", "It", presentation="x")], [make_item("2", "Husly", presentation="y")])
    )
    assert [one.title for one in merge_supplement(agenda, more)] == ["It", "Husly"]


def test_a_meeting_tells_what_its_minutes_changed(client: Client, changed: Meeting) -> None:
    html = text_of(client, MEETING)
    for told in ("1 nyt punkt", "1 udeladt punkt", "1 punkt med ændrede ord", "1 punkt med nyt nummer"):
        assert told in html
    assert f'href="{MEETING}aendringer/"' in html


def test_an_outline_marks_the_items_that_changed(client: Client, changed: Meeting) -> None:
    outline = text_of(client, MEETING).partition('id="aendringer"')[0]
    assert outline.count('data-change="new">nyt<') == 1
    assert outline.count('data-change="renumbered">før 4<') == 1


def test_the_page_of_changes_marks_the_words(client: Client, changed: Meeting) -> None:
    html = text_of(client, f"{MEETING}aendringer/")
    assert "Kommunerne driver <ins>ikke</ins> it sammen." in html
    assert f'href="{MEETING}punkt/2/"' in html


def test_a_text_of_a_document_is_escaped_where_its_changes_are_marked(client: Client, db: None) -> None:
    for kind, word in ((AGENDA, "gammelt"), (MINUTES, "<script>nyt</script>")):
        load(make_record(kind, make_item("1", "It", presentation=f"Noget {word}")))
    assert "<ins>&lt;script&gt;nyt&lt;/script&gt;</ins>" in text_of(client, f"{MEETING}aendringer/")


def test_a_supplementary_agenda_is_named_with_the_agenda(client: Client, changed: Meeting) -> None:
    load(make_record(SUPPLEMENT, item("4", "Husly")), "Tillæg.pdf")
    html = text_of(client, f"{MEETING}aendringer/")
    assert "Tillæg.pdf" in html
    assert "Nye punkter" not in html


def test_a_meeting_with_one_document_has_nothing_to_compare(client: Client, archive: Meeting) -> None:
    assert "ikke to dokumenter" in text_of(client, f"{archive.get_absolute_url()}aendringer/")
    assert "Arkivet har ikke dagsordenen" in text_of(client, archive.get_absolute_url())


def test_changes_at_an_earlier_address_redirect_for_good(client: Client, changed: Meeting) -> None:
    MeetingAddress.objects.create(region=Region.objects.get(slug="nordjylland"), address="2024-03-15", meeting=changed)
    response = client.get("/nordjylland/2024-03-15/aendringer/")
    assert (response.status_code, response["Location"]) == (301, f"{MEETING}aendringer/")
