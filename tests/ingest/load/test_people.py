"""Identity of persons, as lists of participants are loaded."""

import datetime

import pytest

from meetings.models import Person, PersonAlias
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
