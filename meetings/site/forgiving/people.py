"""People whom a wrong address may have meant."""

from __future__ import annotations

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q

from danish import alphabet
from meetings.models import Person
from meetings.site.forgiving.guess import NOTHING, Guess, Sureness, Way
from meetings.site.forgiving.spellings import MOST, Known, match

_LIKE = 60  # people whose names are compared
_SHORTEST = 3  # letters of a name


def guess_person(typed: str) -> Guess:
    """Return the person of this name, or those with names like it: who is meant by a slip, only the reader knows."""
    slug = alphabet.slug(typed)
    if len(slug) < _SHORTEST:
        return NOTHING
    people = Person.objects.standing().filter(Q(slug__trigram_similar=slug) | Q(slug__contains=slug))
    rows = people.annotate(likeness=TrigramSimilarity("slug", slug)).order_by("-likeness", "sort_key")[:_LIKE]
    known = [Known(Way(each.name, each.get_absolute_url()), (each.slug,), each.name) for each in rows]
    found = match(slug, known)
    if found.sureness is Sureness.SAME:
        return found.guess
    key = sorted(alphabet.name_key(slug).split())
    same = [one.way for one in known if sorted(alphabet.name_key(one.key).split()) == key]
    if len(same) == 1:
        return Guess((same[0],), Sureness.LIKELY)
    ways = [*found.guess.ways, *(one.way for one in known if one.slugs[0].startswith(slug))]
    return Guess(tuple(dict.fromkeys(ways or (one.way for one in known)))[:MOST])
