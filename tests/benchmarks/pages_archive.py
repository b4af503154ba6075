"""Fills an archive for measuring pages: twenty years of meetings in the five KKR, with all that hangs on them.

A meeting has 24 items (three headings among them), a few of which its minutes left out; 22 participants, where its
minutes list any; an agenda and, mostly, minutes. Numbers differ by KKR and year, so that plots have something to show.
"""

from __future__ import annotations

import datetime
import hashlib
import itertools
import random
from collections.abc import Iterator, Sequence

from django.utils import timezone

from danish import alphabet
from meetings.models import (
    AgendaItem,
    Attachment,
    Decision,
    Document,
    ItemAddress,
    ItemTopic,
    Meeting,
    Municipality,
    Participant,
    Person,
    SearchEntry,
)
from meetings.vocabulary import Attendance, DocumentKind, DocumentState, Outcome, RegionSlug, TopicSlug
from tests.benchmarks.search_corpus import Text, texts

YEARS = range(2007, 2027)
MEETINGS_A_YEAR, ITEMS_A_MEETING, PARTICIPANTS, PEOPLE = 5, 24, 22, 60
NUMBERS = ["1", "2", *(f"2.{n}" for n in range(1, 9)), "3", *(f"3.{n}" for n in range(1, 14))]
GIVEN = "Asta Bo Cecilie Dan Ellen Finn Grethe Hans Ida Jens Karen Lars".split()
FAMILY = "Holm Krogh Lund Møller Nørgaard Østergaard Poulsen Riis Skov Toft Vang Ågård".split()
CHANCE = random.Random(11)


def fill(size: int = 12_000) -> None:
    """Write an archive of about `size` items, the same each time."""
    meetings = list(_meetings(size // ITEMS_A_MEETING))
    corpus = itertools.cycle(texts(min(size, 12_000)))
    people = {region: list(_people(region)) for region in RegionSlug}
    for nth, meeting in enumerate(meetings):
        documents = _documents(meeting, nth)
        _items(meeting, list(itertools.islice(corpus, ITEMS_A_MEETING)), documents[-1], nth)
        if nth % 9:
            _participants(meeting, people[RegionSlug(meeting.region_id)])
    keys = list(AgendaItem.objects.current().readable().values_list("pk", flat=True))
    for start in range(0, len(keys), 1000):
        SearchEntry.objects.renew(AgendaItem.objects.filter(pk__in=keys[start : start + 1000]).with_texts())


def _meetings(count: int) -> Iterator[Meeting]:
    """Give meetings on Fridays, evenly over the years and the KKR; one KKR began late, and one has a gap."""
    for nth in range(count):
        region = list(RegionSlug)[nth % 5]
        day = datetime.date(YEARS[0], 1, 12) + datetime.timedelta(days=7 * (nth // 5 * 52 * len(YEARS) // (count // 5)))
        if (region == "sjaelland" and day.year < 2010) or (region == "syddanmark" and day.year == 2016):
            day += datetime.timedelta(days=2 + 7 * 52 * 4)
        yield Meeting.objects.get_or_create(region_id=region, date=day, defaults={"place": "Rådhuset"})[0]


def _people(region: str) -> Iterator[tuple[Person, Municipality]]:
    places = list(Municipality.objects.filter(region=region))
    for nth in range(PEOPLE):
        name = f"{GIVEN[nth % 12]} {FAMILY[nth // 5 % 12]} {region.title()[:5]}{nth}"
        yield Person.objects.create(name=name, slug=alphabet.slug(name)), places[nth % len(places)]


def _documents(meeting: Meeting, nth: int) -> list[Document]:
    """Write an agenda, and mostly minutes too; some were read with warnings."""
    kinds = [DocumentKind.AGENDA, DocumentKind.MINUTES][: 1 if nth % 7 == 3 else 2]
    kinds = kinds[1:] if nth % 11 == 5 and len(kinds) > 1 else kinds
    return Document.objects.bulk_create(
        Document(
            meeting=meeting, kind=kind, name=f"{kind}.pdf", original=f"{kind}-{meeting.pk}.pdf", size=90_000, pages=14,
            sha256=hashlib.sha256(f"{kind} {meeting.pk}".encode()).hexdigest(), state=DocumentState.READ,
            text="\f".join(["En side med tekst. " * 120] * 14), record={"items": []}, read_at=timezone.now(),
            warnings=["Side 3 er ikke læst."] if nth % 13 == 0 else [],
        )
        for kind in kinds
    )  # fmt: skip


def _items(meeting: Meeting, corpus: Sequence[Text], document: Document, nth: int) -> None:
    made: dict[str, AgendaItem] = {}
    for at, (number, text) in enumerate(zip(NUMBERS, corpus, strict=True)):
        bare = {"title": text.title} if number in {"1", "2", "3"} else _texts(text)
        made[number] = AgendaItem(
            meeting=meeting, number=number, address=number, document=document, is_current=(nth + at) % 97 != 0,
            parent=made.get(number.rpartition(".")[0]), first_page=2, last_page=3,
            case_number=f"SAG-{meeting.date.year}-{nth * 8 + at // 3:05d}" if "." in number else "", **bare,
        )  # fmt: skip
        if "." not in number:
            made[number].save()
    AgendaItem.objects.bulk_create(item for number, item in made.items() if "." in number)
    ItemAddress.objects.bulk_create(
        ItemAddress(meeting=meeting, address=item.address, item=item, title_key=alphabet.slug(item.title))
        for item in made.values()
    )
    below = [(item, text) for item, text in zip(made.values(), corpus, strict=True) if "." in item.number]
    _hang_on(below, decided=document.kind == DocumentKind.MINUTES)


def _texts(text: Text) -> dict[str, str]:
    return {"title": text.title, "presentation": text.presentation, "recommendation": f"At {text.decision}"}


def _hang_on(items: Sequence[tuple[AgendaItem, Text]], *, decided: bool) -> None:
    """Write decisions, if it was decided, topics and attachments of items."""
    outcomes, topics = CHANCE.choices(list(Outcome), range(10, 0, -1), k=len(items)), list(TopicSlug)
    if decided:
        Decision.objects.bulk_create(
            Decision(item=item, text=text.decision, outcome=outcome, outcomes=[outcome])
            for (item, text), outcome in zip(items, outcomes, strict=True)
        )
    chosen = [(item, sorted({CHANCE.choice(topics), topics[CHANCE.randrange(5)]})) for item, _text in items]
    ItemTopic.objects.bulk_create(
        ItemTopic(item=item, topic_id=slug, position=at) for item, slugs in chosen for at, slug in enumerate(slugs)
    )
    Attachment.objects.bulk_create(Attachment(item=item, position=0, name="Notat om sagen") for item, _text in items)


def _participants(meeting: Meeting, people: Sequence[tuple[Person, Municipality]]) -> None:
    """Write who was there: those of a term of four years, one in eight absent."""
    first = (meeting.date.year - 2006) // 4 * 8 % PEOPLE
    sitting = [people[(first + at) % PEOPLE] for at in range(PARTICIPANTS)]
    Participant.objects.bulk_create(
        Participant(
            meeting=meeting, person=person, municipality=place, name=person.name, position=at,
            party="AVCFOÆ"[at % 6], status=CHANCE.choices(list(Attendance), [7, 1])[0],
        )
        for at, (person, place) in enumerate(sitting)
    )  # fmt: skip
