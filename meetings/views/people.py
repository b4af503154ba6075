"""People: all of them from A to Å, and one."""

from __future__ import annotations

from itertools import groupby

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Max, Min, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings.finding.attending import seats
from meetings.models import Person
from meetings.views.errors import Missing
from meetings.vocabulary import Attendance

# `Person.sort_key` has these in place of the last three letters.
_LAST_LETTERS = {"{": "Æ", "|": "Ø", "}": "Å"}


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """List everybody by first letter, with municipalities and the years between which they sat."""
    found = Person.objects.standing().annotate(
        municipalities=ArrayAgg(
            "participations__municipality__name",
            filter=Q(participations__municipality__isnull=False),
            distinct=True,
            default=[],
        ),
        first=Min("participations__meeting__date"),
        last=Max("participations__meeting__date"),
    )
    found = found.order_by("sort_key", "pk")
    letters = [(letter, list(group)) for letter, group in groupby(found, key=letter_of)]
    return render(request, "people.html", {"letters": letters})


def letter_of(person: Person) -> str:
    """Give the letter a person stands under: "Å" for both Åse and Aase."""
    first = person.sort_key[:1]
    return _LAST_LETTERS.get(first, first.upper())


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a person's seats and meetings; one who was merged into another is found there."""
    found = Person.objects.select_related("merged_into").filter(slug=slug).first()
    if not found:
        raise Missing(_("Der er ingen deltager med adressen “%(slug)s”.") % {"slug": slug})
    if found.merged_into:
        return redirect(found.merged_into, permanent=True)
    participations = list(
        found.participations.select_related("meeting__region", "municipality").order_by(
            "-meeting__date", "-meeting__sequence", "meeting__region__order"
        )
    )
    context = {
        "person": found,
        "participations": participations,
        "seats": seats(participations),
        "counts": {status: sum(one.status == status for one in participations) for status in Attendance},
    }
    return render(request, "person.html", context)
