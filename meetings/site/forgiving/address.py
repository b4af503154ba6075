"""The pages that an address may have meant, found part by part."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from django.utils.http import urlencode
from django.utils.translation import gettext as _

from meetings.addresses import address_of
from meetings.filters import MAX_QUERY_LENGTH
from meetings.models import Document
from meetings.reference import by_region
from meetings.shared.vocabulary import RegionSlug
from meetings.site.forgiving import lists
from meetings.site.forgiving.cases import find_number, guess_case
from meetings.site.forgiving.days import read_period
from meetings.site.forgiving.guess import NOTHING, Guess, Sureness, Way, one
from meetings.site.forgiving.held import guess_period
from meetings.site.forgiving.people import guess_person
from meetings.site.forgiving.segments import LONGEST, read_segments
from meetings.site.forgiving.spellings import Known, Match, match, words_of

_LANGUAGES = ("da", "dk", "en")
_NOT_OURS = ("admin", "static")
_BY_COUNCIL = ("meetings", "people", "search")
_NAME = re.compile(r"[^\W\d_]{2,}(?:[-_ +.][^\W\d_]+)+")
_Rest = Sequence[str]  # the parts of an address after the first


class ReadAddress(NamedTuple):
    """What a wrong address may have meant, and its words, to search for."""

    guess: Guess = NOTHING
    words: str = ""


def read_address(path: str) -> ReadAddress:
    """Return what a path that leads nowhere may have meant, in at most four queries. Never raises."""
    segments = read_segments(path)
    if len(path) > LONGEST or (segments and segments[0] in _NOT_OURS):
        return ReadAddress()
    told = segments[1:] if segments[:1] and segments[0] in _LANGUAGES else segments
    if not told:
        return ReadAddress(one(_("Forsiden"), address_of("front"), Sureness.LIKELY if segments else Sureness.SAME))
    return ReadAddress(_guess(told), _words(told))


def _guess(segments: _Rest) -> Guess:
    """Return the guess by the first part: what it names surely goes before what it may name."""
    head, *rest = segments
    page, bare = match(head, [*lists.heads(), *lists.councils()]), match(head, [*lists.places(), *lists.topics()])
    if page.sureness is Sureness.SAME:
        return _follow(page.found[0], rest)
    if bare.sureness is Sureness.SAME:
        return bare.guess.at_most(Sureness.MAYBE if rest else Sureness.LIKELY)
    return (_numbered(segments) or _nearly(page, bare, segments)).at_most(Sureness.LIKELY)


def _numbered(segments: _Rest) -> Guess | None:
    """Return the guess by a date or case number that stands first; None if neither does."""
    if period := read_period(segments):
        return guess_period(period[0], None, period[1])
    return guess_case(segments[0]) if find_number(segments[0]) else None


def _nearly(page: Match, bare: Match, segments: _Rest) -> Guess:
    """Return the guess by a first part that is only like a name."""
    if page.sureness is Sureness.LIKELY:
        return _follow(page.found[0], segments[1:])
    if bare.found or page.found:
        return Guess((*bare.guess.ways, *page.guess.ways), max(bare.sureness, page.sureness))
    return guess_person(segments[0]) if _NAME.fullmatch(segments[0]) else NOTHING


def _follow(page: Known, rest: _Rest) -> Guess:
    """Return the page that the other parts of an address name below one whose first part is known."""
    if not rest:
        return Guess((page.way,), Sureness.MAYBE if page.key == "document" else Sureness.SAME)
    if page.key in set(RegionSlug):
        return _in_council(RegionSlug(page.key), rest)
    below = _BELOW.get(page.key)
    found = below(rest) if below else NOTHING
    return found if found.ways else Guess((page.way,))


def _in_council(region: RegionSlug, rest: _Rest) -> Guess:
    """Return the meetings of a council in a period, or what else of it the address names."""
    head = match(rest[0], lists.heads())
    period = read_period(rest) or (read_period(rest[1:]) if head.found else None)
    return guess_period(period[0], region, period[1]) if period else _about_council(region, head, rest)


def _about_council(region: RegionSlug, head: Match, rest: _Rest) -> Guess:
    """Return a list of a council, its items about a topic, one of its municipalities, or its own page."""
    council, named, topic = by_region()[region][0], match(rest[0], lists.places()), match(rest[0], lists.topics())
    if (way := _of_council(region, head)) and len(rest) == 1:
        return Guess((way,), Sureness.LIKELY)
    if named.sureness is Sureness.SAME:
        return named.guess.at_most(Sureness.LIKELY)
    if topic.sureness is Sureness.SAME:
        way = topic.found[0].way
        return one(f"{way.label}, {council}", f"{way.address}?region={region}", Sureness.LIKELY)
    return Guess((*one(str(council), council.get_absolute_url()).ways, *named.guess.ways))


def _of_council(region: RegionSlug, head: Match) -> Way | None:
    """Return the list that is named, of one council, if it can be narrowed so."""
    if head.sureness is not Sureness.SAME or head.found[0].key not in _BY_COUNCIL:
        return None
    way = head.found[0].way
    return Way(f"{way.label}, {by_region()[region][0]}", f"{way.address}?region={region}")


def _in_meetings(rest: _Rest) -> Guess:
    region = match(rest[0], lists.councils())
    if region.sureness is Sureness.SAME:
        slug = RegionSlug(region.found[0].key)
        named, address = (
            _("Møder i KKR %(region)s") % {"region": _(slug.label)},
            f"{address_of('meetings')}?region={slug}",
        )
        return (_in_council(slug, rest[1:]) if rest[1:] else one(named, address)).at_most(Sureness.LIKELY)
    period = read_period(rest)
    return (
        guess_period(period[0], None, period[1])
        if period
        else one(_("Møder"), address_of("meetings")).at_most(Sureness.MAYBE)
    )


def _in_document(rest: _Rest) -> Guess:
    """Return a page of a document that the archive has, or the document."""
    numbers = [int(number) for number in re.findall(r"\d{1,9}", " ".join(rest))]
    document = Document.objects.read().only("name", "pages").filter(pk=numbers[0]).first() if numbers else None
    if document is None:
        return NOTHING
    if len(numbers) > 1 and 0 < numbers[1] <= (document.pages or 0):
        told = _("Side %(number)s af %(document)s") % {"number": numbers[1], "document": document}
        return one(told, address_of("document-page", document.pk, numbers[1]), Sureness.LIKELY)
    return one(str(document), document.get_absolute_url(), Sureness.LIKELY)


def _search(rest: _Rest) -> Guess:
    words = " ".join(map(words_of, rest))[:MAX_QUERY_LENGTH]
    return one(
        _("Søg efter »%(words)s«") % {"words": words},
        f"{address_of('search')}?{urlencode({'q': words})}",
        Sureness.LIKELY,
    )


def _named(known: Callable[[], list[Known]]) -> Callable[[_Rest], Guess]:
    """Return the function that finds a page of a list by its name, which may be parted as well."""

    def find(rest: _Rest) -> Guess:
        found = match(rest[0], known())
        whole = found if found.found else match(" ".join(rest), known())
        return whole.guess.at_most(Sureness.MAYBE if len(rest) > 1 and found.found else Sureness.SAME)

    return find


_BELOW: dict[str, Callable[[_Rest], Guess]] = {
    "search": _search,
    "meetings": _in_meetings,
    "cases": lambda rest: guess_case("-".join(rest)),
    "topics": _named(lists.topics),
    "people": lambda rest: guess_person(" ".join(rest)),
    "municipalities": _named(lists.places),
    "overview": _named(lists.overviews),
    "document": _in_document,
}


def _words(segments: _Rest) -> str:
    """Return the words of an address that say what it is about: without the names of lists."""
    is_list = match(segments[0], lists.heads()).sureness is Sureness.SAME
    said = segments[1:] if is_list and len(segments) > 1 else segments
    return " ".join(map(words_of, said))[:MAX_QUERY_LENGTH]
