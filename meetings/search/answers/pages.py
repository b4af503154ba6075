"""The pages of councils, municipalities, topics and cases, as answers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.addresses import address_of
from meetings.date_format import long_date
from meetings.models import AgendaItem, Meeting
from meetings.reference import by_region, municipality_slugs, regions
from meetings.search.answers.answer import Answer
from meetings.search.answers.named import Kind, Named
from meetings.search.answers.reading import Reading
from meetings.search.execution.cases import cases_called
from meetings.shared.vocabulary import TopicSlug, gettext_noop

_SERIAL = re.compile(r"\s*(?:sag(?:s?nr|snummer)?\W*(\d{2,6})|(?!(?:19|20)\d\d\s*$)(\d{4,6}))\s*", re.IGNORECASE)
YEARS = 20  # back from now, for which a serial number without its year is looked up
_LISTS = {
    "møder moeder meetings": (Kind.MEETING, "meetings", gettext_noop("Møder")),
    "deltagere personer participants people": (Kind.PERSON, "people", gettext_noop("Deltagere")),
    "kommuner municipalities": (Kind.MUNICIPALITY, "municipalities", gettext_noop("Kommuner")),
    "emner topics": (Kind.TOPIC, "topics", gettext_noop("Emner")),
    "sager cases": (Kind.CASE, "cases", gettext_noop("Sager")),
}


def named_answers(named: Iterable[Named], *, is_brief: bool = False) -> list[Answer]:
    """Return the answers for what is named. One query for each council, for its latest meeting, unless `is_brief`."""
    return [_answer(one, is_brief=is_brief) for one in named]


def list_answers(reading: Reading) -> list[Answer]:
    """Return the five councils where nothing but "KKR" is typed, and the list of all where "møder" or "emner" is."""
    typed = reading.query.text.lower()
    if typed == "kkr":
        return named_answers((Named(Kind.REGION, region.pk) for region in regions()), is_brief=True)
    found = [(kind, page, title) for words, (kind, page, title) in _LISTS.items() if typed in words.split()]
    return [Answer(kind, address_of(page), _(title)) for kind, page, title in found]


def _answer(named: Named, *, is_brief: bool) -> Answer:
    if named.kind is Kind.REGION:
        region = by_region()[named.slug][0]
        line = "" if is_brief else _latest(named.slug)
        return Answer(named.kind, region.get_absolute_url(), str(region), line, named.is_exact, named.slug)
    if named.kind is Kind.MUNICIPALITY:
        one = municipality_slugs()[named.slug]
        line = _("i %s") % one.region
        return Answer(named.kind, one.get_absolute_url(), one.official_name, line, named.is_exact, one.region_id)
    label = _(TopicSlug(named.slug).label)
    return Answer(named.kind, address_of("topic", named.slug), label, _("alle punkter om emnet"), named.is_exact)


def _latest(region: str) -> str:
    day = Meeting.objects.filter(region=region).order_by("-date").values_list("date", flat=True).first()
    return _("seneste møde %s") % long_date(day) if day else _("ingen møder i arkivet endnu")


def case_answers(reading: Reading) -> list[Answer]:
    """Return the answers for the cases that are named by number, in the order typed."""
    typed = list(chain(*map(cases_called, reading.query.case_numbers)))
    serial = _SERIAL.fullmatch(reading.query.text)
    if serial and not typed:
        years = range(reading.today.year + 1, reading.today.year - YEARS, -1)
        typed = [f"SAG-{year}-{int(serial[1] or serial[2]):05d}" for year in years]
    if not typed:
        return []
    return sorted(_cases(typed), key=lambda one: typed.index(one.title))


def _cases(numbers: list[str]) -> list[Answer]:
    found = AgendaItem.objects.searchable().filter(case_number__in=numbers).values("case_number").order_by()
    counted = found.annotate(items=Count("pk"), meetings=Count("meeting", distinct=True))
    return [_case(one["case_number"], one["items"], one["meetings"]) for one in counted]


def _case(number: str, items: int, meetings: int) -> Answer:
    line = ngettext("%d punkt", "%d punkter", items) % items
    held = ngettext("på %d møde", "på %d møder", meetings) % meetings
    return Answer(Kind.CASE, address_of("case", number), number, f"{line} {held}")
