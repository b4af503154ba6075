"""Who is who, as the archivist says it: two persons that are one, one that is two.

What she says is kept apart from what documents say: `Person.merged_into`, and a `PersonAlias` for one meeting. Import
obeys both, so it survives every import. The meetings that these functions give are then to be rebuilt
(`ingest.load.rebuild`).
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
    """What was asked makes no sense. `str(error)` is a Danish sentence that says why."""


def merge(keep: Person, others: Iterable[Person]) -> QuerySet[Meeting]:
    """Let `others` be `keep` from now on; give the meetings that this changes. Raises NotPossible."""
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
    """Let a merged person stand by itself again; give the meetings that this changes. Raises NotPossible."""
    if not person.merged_into:
        raise NotPossible(_("%(person)s er ikke samlet i nogen.") % {"person": person})
    meetings = meetings_of([standing_for(person)])
    person.merged_into = None
    person.save()
    return meetings


def standing_for(person: Person) -> Person:
    """Return the person that one was merged into, at the end of the chain; itself where it was not."""
    while person.merged_into:
        person = person.merged_into
    return person


def split(participations: Collection[Participant], into: Person | None = None) -> tuple[Person, QuerySet[Meeting]]:
    """Let participations be another's: a new person's, or `into`'s. Returns that person and the meetings this changes.

    Raises NotPossible where the one they are taken from would be left with none, since then it is no split.
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
    """Return the meetings that the persons were at, as they stand now."""
    keys = Participant.objects.filter(person__in=list(people)).values_list("meeting", flat=True)
    return Meeting.objects.filter(pk__in=list(keys))


def namesakes(person: Person) -> QuerySet[Person]:
    """Return the other persons of the same name: those that a wrong participation most likely belongs to."""
    keys = PersonAlias.objects.filter(person=person).values("name_key")
    same = PersonAlias.objects.filter(name_key__in=keys).values("person")
    return Person.objects.filter(pk__in=same, merged_into=None).exclude(pk=person.pk)


def _mean(participation: Participant, person: Person) -> None:
    PersonAlias.objects.update_or_create(
        name_key=alphabet.name_key(participation.name),
        municipality=participation.municipality,
        meeting=participation.meeting,
        defaults={"person": person},
    )


def _make_namesake(participation: Participant) -> Person:
    return Person.objects.create(
        name=participation.name, slug=free_slug(participation.name, participation.municipality)
    )


def free_slug(name: str, municipality: Municipality | None) -> str:
    """Return an address that no person has: the name, then with the municipality, then with a number."""
    plain = alphabet.slug(name) or "person"
    with_place = f"{plain}-{municipality.slug}" if municipality else plain
    taken = set(Person.objects.filter(slug__startswith=plain).values_list("slug", flat=True))
    numbered = (f"{with_place}-{nth}" for nth in count(2))
    return next(one for one in chain([plain, with_place], numbered) if one not in taken)
