"""Identity of persons, as lists of participants are loaded."""

import dataclasses
import datetime

import pytest

from meetings.models import Participant, Person, PersonAlias
from tests.ingest.make import MINUTES, load, make_person, make_record

pytestmark = pytest.mark.django_db


def load_people(*people: tuple[str, str | None], day: int = 1) -> None:
    participants = tuple(make_person(name, municipality) for name, municipality in people)
    load(make_record(MINUTES, participants=participants, date=datetime.date(2024, 5, day)))


def test_one_name_in_one_municipality_is_one_person() -> None:
    load_people(("Per Bach-Laursen", "Greve"))
    load_people(("Per Bach Laursen", "Greve"), day=2)
    assert Person.objects.get().slug == "per-bach-laursen"


def test_one_name_in_two_municipalities_is_two_people() -> None:
    load_people(("Bo Friis", "Greve"), ("Bo Friis", "Køge"))
    assert sorted(Person.objects.values_list("slug", flat=True)) == ["bo-friis", "bo-friis-koege"]


def test_a_person_listed_twice_stands_once() -> None:
    load_people(("Bo Friis", "Greve"), ("Bo Friis", "Greve"))
    assert Person.objects.get().participations.count() == 1


def test_a_merge_survives_a_new_import() -> None:
    load_people(("Bo Friis", "Greve"), ("Ida Holm", "Køge"))
    kept, merged = Person.objects.order_by("pk")
    Person.objects.filter(pk=merged.pk).update(merged_into=kept)
    load_people(("Ida Holm", "Køge"), day=2)
    assert kept.participations.count() == 2


def test_a_split_holds_for_its_meeting_alone() -> None:
    load_people(("Bo Friis", "Greve"))
    other = Person.objects.create(name="Bo Friis", slug="bo-friis-den-yngre")
    meeting = Person.objects.get(slug="bo-friis").participations.get().meeting
    PersonAlias.objects.create(name_key="bo friis", municipality_id="253", meeting=meeting, person=other)
    load(
        make_record(MINUTES, participants=(make_person("Bo Friis", "Greve"),), date=datetime.date(2024, 5, 1)),
        name="igen",
    )
    load_people(("Bo Friis", "Greve"), day=2)
    assert [meeting.participations.count() for meeting in (other, Person.objects.get(slug="bo-friis"))] == [1, 1]


def load_namesakes(*parties: str, day: int) -> None:
    """Load a meeting that lists Bo Friis of Greve once for each party."""
    participants = tuple(make_person("Bo Friis", "Greve", party) for party in parties)
    load(make_record(MINUTES, participants=participants, date=datetime.date(2024, 5, day)))


def days_by_party() -> list[tuple[set[str], list[int]]]:
    """Return of each person the parties and the days of the meetings."""
    people = [list(one.participations.order_by("meeting__date")) for one in Person.objects.all()]
    return [({one.party for one in theirs}, [one.meeting.date.day for one in theirs]) for theirs in people]


PAPERS = {1: "V", 2: "AV", 3: "A"}


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 2, 1), (2, 1, 3), (1, 3, 2), (3, 1, 2)])
def test_two_of_one_name_for_one_municipality_are_two_by_their_party_in_whatever_order(order: tuple[int, ...]) -> None:
    for day in order:
        load_namesakes(*PAPERS[day], day=day)
    assert sorted(days_by_party(), key=str) == [({"A"}, [2, 3]), ({"V"}, [1, 2])]


def test_one_who_changes_party_is_one_person() -> None:
    load_namesakes("V", day=1)
    load_namesakes("A", day=2)
    assert Person.objects.get().participations.count() == 2


def test_in_whose_place_one_came_is_kept() -> None:
    came = dataclasses.replace(make_person("Ida Holm", "Køge"), substitute_for="Bo Friis")
    load(make_record(MINUTES, participants=(came,)))
    assert Participant.objects.get().substitute_for == "Bo Friis"
