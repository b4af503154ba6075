"""Loading of participants, and the identity of the person each of them is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db.models import Exists, OuterRef, Q

from danish import alphabet
from ingest.records import ParticipantRecord
from meetings.models import Meeting, Municipality, Participant, Person, PersonAlias
from meetings.person_identity import free_slug
from meetings.shared.batches import BATCH, batches

# The key under which a listed name is looked up: its name key, and the municipality's primary key.
Name = tuple[str, str | None]


def load_participants(meeting: Meeting, records: Sequence[ParticipantRecord]) -> None:
    """Make the meeting's participants equal to the records; a person listed twice counts once, as first listed."""
    before = list(meeting.participants.order_by("position"))
    municipalities = {one.name: one for one in Municipality.objects.all()} if records else {}
    places = [municipalities.get(record.municipality or "") for record in records]
    known = _Known(meeting, records, places)
    people: dict[int, Participant] = {}
    for position, (record, municipality) in enumerate(zip(records, places, strict=True)):
        person = known.person_of(record, municipality)
        participant = Participant(
            meeting=meeting, person=person, position=position, name=record.name, party=record.party or "",
            municipality=municipality, status=record.status, substitute_for=record.substitute_for or "",
        )  # fmt: skip
        people.setdefault(person.pk, participant)
    if list(map(_values, before)) == list(map(_values, people.values())):
        return
    if before:
        meeting.participants.all().delete()
    Participant.objects.bulk_create(people.values(), batch_size=BATCH)
    if left := {one.person_id for one in before} - people.keys():
        remove_unnamed_people(left)


def _values(one: Participant) -> tuple[object, ...]:
    return one.person_id, one.position, one.name, one.party, one.municipality_id, one.status, one.substitute_for


class _Known:
    """Who the names of one list mean: as the archivist said for this meeting, else in general; merged ones are one."""

    def __init__(
        self, meeting: Meeting, records: Sequence[ParticipantRecord], places: Sequence[Municipality | None]
    ) -> None:
        names = [_name(*pair) for pair in zip(records, places, strict=True)]
        parties: dict[Name, set[str]] = {}
        for name, record in zip(names, records, strict=True):
            parties.setdefault(name, set()).add(record.party or "")
        self.namesakes = {name for name, theirs in parties.items() if len(theirs) > 1}
        here = PersonAlias.objects.filter(Q(meeting=meeting) | Q(meeting=None)).select_related("person")
        keys = [name_key for name_key, _ in names]
        self.people = {
            (alias.name_key, alias.municipality_id, alias.party, alias.meeting_id is not None): _standing(alias.person)
            for batch in batches(keys)
            for alias in here.filter(name_key__in=batch)
        }

    def person_of(self, record: ParticipantRecord, municipality: Municipality | None) -> Person:
        """Return the person whom a record means; one whom no name means yet is made."""
        name, party = _name(record, municipality), record.party or ""
        ways = [(*name, party, True), (*name, "", True), (*name, party, False)]
        if name not in self.namesakes:
            ways.append((*name, "", False))
        found = next((self.people[way] for way in ways if way in self.people), None)
        return found or self._make(record, municipality)

    def _make(self, record: ParticipantRecord, municipality: Municipality | None) -> Person:
        """Make a person, or of two namesakes let the one whose party fits be the person known so far."""
        name = _name(record, municipality)
        party = record.party or "" if name in self.namesakes else ""
        general = self.people.get((*name, "", False)) if party else None
        person = general if general and _is_of(general, party) else None
        if person is None:
            person = Person.objects.create(name=record.name, slug=free_slug(record.name, municipality))
            _take_over(general, person, record, municipality)
        PersonAlias.objects.create(name_key=name[0], municipality=municipality, party=party, person=person)
        self.people[(*name, party, False)] = person
        return person


def _name(record: ParticipantRecord, municipality: Municipality | None) -> Name:
    return alphabet.name_key(record.name), municipality.pk if municipality else None


def _is_of(person: Person, party: str) -> bool:
    """Return whether a person was first listed for a party, and no name with a party means them yet."""
    if person.aliases.exclude(party="").exists():
        return False
    first = person.participations.order_by("meeting__date", "meeting").first()
    return first is None or first.party == party


def _take_over(known: Person | None, new: Person, record: ParticipantRecord, municipality: Municipality | None) -> None:
    """Let a namesake have the participations for their party that were taken for the person known so far."""
    if known:
        split = PersonAlias.objects.filter(person=known, meeting__isnull=False).values("meeting")
        theirs = known.participations.filter(party=record.party or "", municipality=municipality)
        theirs.exclude(meeting__in=split).update(person=new)


def _standing(person: Person) -> Person:
    while person.merged_into:
        person = person.merged_into
    return person


def remove_unnamed_people(among: Collection[int] | None = None) -> None:
    """Delete persons (`among` these) whom no document names any more, unless the archivist merged or split them."""
    named = Participant.objects.filter(person=OuterRef("pk"))
    put_right = PersonAlias.objects.filter(person=OuterRef("pk"), meeting__isnull=False)
    merged = Person.objects.filter(merged_into=OuterRef("pk"))
    people = Person.objects.all() if among is None else Person.objects.filter(pk__in=among)
    people.filter(~Exists(named), ~Exists(put_right), ~Exists(merged), merged_into=None).delete()
