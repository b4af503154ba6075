"""Persons merged and split by the archivist, and that this survives a new import."""

import datetime
from collections.abc import Iterable

import pytest
from django.urls import reverse

from ingest.load import rebuild
from meetings import person_identity
from meetings.models import Meeting, Person
from tests.desk.admin_pages import log_in
from tests.ingest.make import MINUTES, load, make_person, make_record

pytestmark = pytest.mark.django_db


def meet(*names: str, day: int = 1, municipality: str = "Greve", again: str = "") -> Meeting:
    """Load minutes of a day in May 2024 that list these people, and return the meeting."""
    participants = tuple(make_person(name, municipality) for name in names)
    record = make_record(MINUTES, participants=participants, date=datetime.date(2024, 5, day))
    meeting = load(record, name=again).meeting
    assert meeting
    return meeting


def put_right(meetings: Iterable[Meeting]) -> None:
    for meeting in meetings:
        rebuild(meeting)


def person(slug: str) -> Person:
    return Person.objects.get(slug=slug)


def days(one: Person) -> list[int]:
    return sorted(date.day for date in one.participations.values_list("meeting__date", flat=True))


def test_merged_persons_are_one() -> None:
    meet("Bo Friis", day=1)
    meet("Bo Friis Lund", day=2)
    put_right(person_identity.merge(person("bo-friis"), [person("bo-friis-lund")]))
    assert (days(person("bo-friis")), days(person("bo-friis-lund"))) == ([1, 2], [])


def test_a_merge_survives_a_new_import() -> None:
    meet("Bo Friis", "Bo Friis Lund", day=1)
    put_right(person_identity.merge(person("bo-friis"), [person("bo-friis-lund")]))
    meet("Bo Friis", "Bo Friis Lund", day=1, again="igen")
    meet("Bo Friis Lund", day=3)
    assert days(person("bo-friis")) == [1, 3]


def test_two_who_were_at_one_meeting_stand_there_once_when_merged() -> None:
    meeting = meet("Bo Friis", "Bo Friis Lund")
    put_right(person_identity.merge(person("bo-friis"), [person("bo-friis-lund")]))
    assert [one.name for one in meeting.participants.all()] == ["Bo Friis"]


def test_an_undone_merge_leaves_no_trace() -> None:
    meeting = meet("Bo Friis", "Bo Friis Lund", day=1)
    meet("Bo Friis Lund", day=2)
    put_right(person_identity.merge(person("bo-friis"), [person("bo-friis-lund")]))
    put_right(person_identity.undo_merge(person("bo-friis-lund")))
    assert (days(person("bo-friis")), days(person("bo-friis-lund"))) == ([1], [1, 2])
    assert meeting.participants.count() == 2


def test_a_merge_of_merged_persons_is_undone_one_at_a_time() -> None:
    for day, name in enumerate(["Bo Friis", "Bo Lund", "Bo Holm"], start=1):
        meet(name, day=day)
    put_right(person_identity.merge(person("bo-friis"), [person("bo-lund")]))
    put_right(person_identity.merge(person("bo-holm"), [person("bo-friis")]))
    assert days(person("bo-holm")) == [1, 2, 3]
    put_right(person_identity.undo_merge(person("bo-friis")))
    assert (days(person("bo-holm")), days(person("bo-friis"))) == ([3], [1, 2])


def test_a_person_that_is_merged_already_is_not_merged_again() -> None:
    meet("Bo Friis", "Bo Lund", "Bo Holm")
    person_identity.merge(person("bo-friis"), [person("bo-lund")])
    with pytest.raises(person_identity.NotPossible, match="Bo Lund er allerede samlet i Bo Friis"):
        person_identity.merge(person("bo-holm"), [person("bo-lund")])


def test_one_person_alone_is_not_merged() -> None:
    meet("Bo Friis")
    with pytest.raises(person_identity.NotPossible):
        person_identity.merge(person("bo-friis"), [person("bo-friis")])


def test_a_person_that_is_not_merged_cannot_be_taken_out() -> None:
    meet("Bo Friis")
    with pytest.raises(person_identity.NotPossible):
        person_identity.undo_merge(person("bo-friis"))


def split_second_meeting() -> Person:
    """Make three meetings of Bo Friis, split off the second as another person's, and return that person."""
    for day in (1, 2, 3):
        meet("Bo Friis", day=day)
    second = person("bo-friis").participations.filter(meeting__date__day=2)
    other, meetings = person_identity.split(list(second))
    put_right(meetings)
    return other


def test_a_split_makes_a_person_with_the_municipality_in_the_address() -> None:
    other = split_second_meeting()
    assert other.slug == "bo-friis-greve"
    assert (days(person("bo-friis")), days(other)) == ([1, 3], [2])


def test_a_split_survives_a_new_import() -> None:
    other = split_second_meeting()
    meet("Bo Friis", day=2, again="igen")
    assert (days(person("bo-friis")), days(other)) == ([1, 3], [2])


def test_a_later_meeting_can_be_given_to_the_same_other_person() -> None:
    other = split_second_meeting()
    _other, meetings = person_identity.split(
        list(person("bo-friis").participations.filter(meeting__date__day=3)), other
    )
    put_right(meetings)
    assert (days(person("bo-friis")), days(other)) == ([1], [2, 3])


def test_a_split_is_undone_by_merging() -> None:
    other = split_second_meeting()
    put_right(person_identity.merge(person("bo-friis"), [other]))
    assert days(person("bo-friis")) == [1, 2, 3]


def test_a_split_that_leaves_nothing_is_none() -> None:
    meet("Bo Friis")
    with pytest.raises(person_identity.NotPossible, match="Mindst ét møde skal blive tilbage"):
        person_identity.split(list(person("bo-friis").participations.all()))


def test_namesakes_are_those_of_the_same_name() -> None:
    other = split_second_meeting()
    meet("Bo Friis", day=4, municipality="Køge")
    meet("Ida Holm", day=4)
    assert {one.slug for one in person_identity.namesakes(other)} == {"bo-friis", "bo-friis-koege"}


def test_the_archivist_merges_on_the_page() -> None:
    meet("Bo Friis", "Bo Lund")
    keys = f"{person('bo-friis').pk},{person('bo-lund').pk}"
    address = f"{reverse('admin:meetings_person_merge')}?ids={keys}"
    page = log_in().post(address, {"keep": person("bo-friis").pk}, follow=True)
    assert "Personerne er samlet i Bo Friis." in page.content.decode()
    assert person("bo-lund").merged_into == person("bo-friis")


def test_the_action_on_the_list_leads_to_the_page_of_the_merge() -> None:
    meet("Bo Friis", "Bo Lund")
    keys = list(Person.objects.order_by("pk").values_list("pk", flat=True))
    answer = log_in().post(
        reverse("admin:meetings_person_changelist"), {"action": "merge", "_selected_action": keys}, follow=True
    )
    assert answer.redirect_chain[0][0].endswith(f"ids={keys[0]},{keys[1]}")
    assert "Hvem skal beholdes?" in answer.content.decode()


def test_the_archivist_undoes_a_merge_on_the_persons_page() -> None:
    meet("Bo Friis", "Bo Lund")
    person_identity.merge(person("bo-friis"), [person("bo-lund")])
    client, merged = log_in(), person("bo-lund")
    assert (
        "Fortryd, at personen er samlet"
        in client.get(reverse("admin:meetings_person_change", args=[merged.pk])).content.decode()
    )
    client.post(reverse("admin:meetings_person_undo_merge", args=[merged.pk]))
    assert days(merged) == [1]


def test_the_archivist_splits_on_the_page() -> None:
    meet("Bo Friis", day=1)
    meet("Bo Friis", day=2)
    second = person("bo-friis").participations.get(meeting__date__day=2)
    address = reverse("admin:meetings_person_split", args=[person("bo-friis").pk])
    client = log_in()
    assert "En ny person" in client.get(address).content.decode()
    client.post(address, {"participations": [second.pk], "into": ""})
    assert days(person("bo-friis-greve")) == [2]


def test_a_split_that_is_not_possible_says_why() -> None:
    meet("Bo Friis")
    address = reverse("admin:meetings_person_split", args=[person("bo-friis").pk])
    only = person("bo-friis").participations.get()
    page = log_in().post(address, {"participations": [only.pk]}, follow=True).content.decode()
    assert "Mindst ét møde skal blive tilbage" in page
