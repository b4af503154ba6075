"""Loading of participants, and the identity of the person each of them is."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Exists, F, OuterRef, Q

from danish import alphabet
from ingest.records import ParticipantRecord
from meetings.models import Meeting, Municipality, Participant, Person, PersonAlias
from meetings.person_identity import free_slug
from meetings.shared.batches import BATCH, batches

# The key under which a listed name is looked up: its name key, and the municipality's primary key.
Name = tuple[str, str | None]


def load_participants(meeting: Meeting, records: Sequence[ParticipantRecord]) -> None:
    """Make the meeting's participants equal to the records; a person listed twice counts once, as first listed."""
    meeting.participants.all().delete()
    municipalities = {one.name: one for one in Municipality.objects.all()} if records else {}
    known = _find_people(meeting, [alphabet.name_key(record.name) for record in records])
    people: dict[int, Participant] = {}
    for position, record in enumerate(records):
        municipality = municipalities.get(record.municipality or "")
        name = alphabet.name_key(record.name), municipality.pk if municipality else None
        person = known[name] = known.get(name) or _make_person(record, municipality)
        participant = Participant(
            meeting=meeting, person=person, position=position, name=record.name, party=record.party or "",
            municipality=municipality, status=record.status,
        )  # fmt: skip
        people.setdefault(person.pk, participant)
    Participant.objects.bulk_create(people.values(), batch_size=BATCH)


def _find_people(meeting: Meeting, name_keys: Sequence[str]) -> dict[Name, Person]:
    """Return the person for each name: as the archivist said for this meeting, else in general; merged ones are one."""
    here = PersonAlias.objects.filter(Q(meeting=meeting) | Q(meeting=None)).select_related("person")
    in_general_first = here.order_by(F("meeting").asc(nulls_first=True))
    return {
        (alias.name_key, alias.municipality_id): _standing(alias.person)
        for batch in batches(name_keys)
        for alias in in_general_first.filter(name_key__in=batch)
    }


def _standing(person: Person) -> Person:
    while person.merged_into:
        person = person.merged_into
    return person


def _make_person(record: ParticipantRecord, municipality: Municipality | None) -> Person:
    person = Person.objects.create(name=record.name, slug=free_slug(record.name, municipality))
    PersonAlias.objects.create(
        name_key=alphabet.name_key(record.name), municipality=municipality, person=person
    )  # fmt: skip
    return person


def remove_unnamed_people() -> None:
    """Delete persons whom no document names any more, unless the archivist merged or split them."""
    named = Participant.objects.filter(person=OuterRef("pk"))
    put_right = PersonAlias.objects.filter(person=OuterRef("pk"), meeting__isnull=False)
    merged = Person.objects.filter(merged_into=OuterRef("pk"))
    Person.objects.filter(
        ~Exists(named), ~Exists(put_right), ~Exists(merged), merged_into=None
    ).delete()  # fmt: skip
