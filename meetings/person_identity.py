"""Who is who, as decided by an archivist: two persons who are one, one who is two.

These decisions are stored apart from what documents say: as `Person.merged_into`, and as a `PersonAlias` for one
meeting. Import applies both, so they survive every import. The meetings that these functions return must then be
rebuilt (`ingest.load.rebuild`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import chain, count

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from danish import alphabet
from meetings.models import Meeting, Municipality, Participant, Person, PersonAlias


class NotPossible(ValueError):
    """A merge or split that makes no sense. `str(error)` is a Danish sentence that says why."""


def merge(keep: Person, others: Iterable[Person]) -> QuerySet[Meeting]:
    """Merge `others` into `keep` and return the meetings that this changes. Raises NotPossible."""
    with transaction.atomic():
        others = [one for one in others if one != keep]
        if not others:
            raise NotPossible(_("Der skal være mindst to personer at samle."))
        for person in [keep, *others]:
            if person.merged_into:
                raise NotPossible(
                    _("%(person)s er allerede samlet i %(other)s.") % {"person": person, "other": person.merged_into}
                )
        meetings = meetings_of(others)
        for person in others:
            person.merged_into = keep
            person.save()
    return meetings


def undo_merge(person: Person) -> QuerySet[Meeting]:
    """Undo the merge of a person and return the meetings that this changes. Raises NotPossible."""
    if not person.merged_into:
        raise NotPossible(_("%(person)s er ikke samlet i nogen.") % {"person": person})
    meetings = meetings_of([merge_target(person)])
    person.merged_into = None
    person.save()
    return meetings


def merge_target(person: Person) -> Person:
    """Return the person at the end of a chain of merges; the person itself if not merged."""
    while person.merged_into:
        person = person.merged_into
    return person


def split(participations: Collection[Participant], into: Person | None = None) -> tuple[Person, QuerySet[Meeting]]:
    """Move participations to a new person, or to `into`; return that person and the meetings that this changes.

    Raises NotPossible if there are none, or if a new person would take over all that the old one has: that is no split.
    """
    keys = [one.pk for one in participations]
    if not keys:
        raise NotPossible(_("Sæt kryds ved de møder, hvor det er en anden."))
    people = {one.person_id for one in participations}
    if into is None and not Participant.objects.filter(person__in=people).exclude(pk__in=keys).exists():
        raise NotPossible(_("Mindst ét møde skal blive tilbage; ellers er der ikke tale om to personer."))
    with transaction.atomic():
        person = into or _make_namesake(next(iter(participations)))
        for one in participations:
            _mean(one, person)
    return person, Meeting.objects.filter(pk__in=[one.meeting_id for one in participations])


def meetings_of(people: Iterable[Person]) -> QuerySet[Meeting]:
    """Return the meetings that these persons are participants of at present."""
    keys = Participant.objects.filter(person__in=list(people)).values_list("meeting", flat=True)
    return Meeting.objects.filter(pk__in=list(keys))


def namesakes(person: Person) -> QuerySet[Person]:
    """Return other persons of the same name: those to whom a wrong participation most likely belongs."""
    keys = PersonAlias.objects.filter(person=person).values("name_key")
    same = PersonAlias.objects.filter(name_key__in=keys).values("person")
    return Person.objects.filter(pk__in=same, merged_into=None).exclude(pk=person.pk)


def _mean(participation: Participant, person: Person) -> None:
    PersonAlias.objects.update_or_create(
        name_key=alphabet.name_key(participation.name),
        municipality=participation.municipality,
        meeting=participation.meeting,
        party=participation.party if _has_namesake(participation) else "",
        defaults={"person": person},
    )


def _has_namesake(participation: Participant) -> bool:
    """Return whether another of the same name and municipality is on the list."""
    others = Participant.objects.filter(meeting=participation.meeting, municipality=participation.municipality)
    keys = [alphabet.name_key(name) for name in others.values_list("name", flat=True)]
    return keys.count(alphabet.name_key(participation.name)) > 1


def _make_namesake(participation: Participant) -> Person:
    return Person.objects.create(
        name=participation.name, slug=free_slug(participation.name, participation.municipality)
    )


def free_slug(name: str, municipality: Municipality | None) -> str:
    """Return a slug that no person has: the name, else with the municipality, else with a number too."""
    plain = alphabet.slug(name) or "person"
    with_place = f"{plain}-{municipality.slug}" if municipality else plain
    taken = set(Person.objects.filter(slug__startswith=plain).values_list("slug", flat=True))
    numbered = (f"{with_place}-{nth}" for nth in count(2))
    return next(one for one in chain([plain, with_place], numbered) if one not in taken)
