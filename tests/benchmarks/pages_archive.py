"""An archive for benchmarks of pages: twenty years of meetings in the five KKR, with all their related rows.

A meeting has 24 items (three of them headings), a few left out by its minutes; 22 participants, if its minutes list
any; an agenda and, mostly, minutes, whose records differ in a few words. A third of the items link to the same matter
at another meeting, and the first one names a participant. Numbers differ by KKR and year, so that charts have something
to show.
"""

from __future__ import annotations

import datetime
import hashlib
import itertools
import random
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.utils import timezone

from danish import alphabet
from ingest.records import DecisionRecord, ItemRecord, MeetingRecord
from meetings.models import (
    AgendaItem,
    Attachment,
    Decision,
    Document,
    DocumentPage,
    ItemAddress,
    ItemTopic,
    Meeting,
    Municipality,
    Participant,
    Person,
    SameMatter,
    SearchEntry,
)
from meetings.shared.batches import BATCH, batches
from meetings.shared.page_layout import PageLayout
from meetings.shared.vocabulary import (
    Attendance,
    DocumentKind,
    DocumentState,
    Outcome,
    RegionSlug,
    Sameness,
    TopicSlug,
)
from tests.benchmarks.search_corpus import Text, texts
from tests.make import make_piece

YEARS = range(2007, 2027)
MEETINGS_A_YEAR, ITEMS_A_MEETING, PARTICIPANTS, PEOPLE = 5, 24, 22, 60
NUMBERS = ["1", "2", *(f"2.{n}" for n in range(1, 9)), "3", *(f"3.{n}" for n in range(1, 14))]
GIVEN = "Asta Bo Cecilie Dan Ellen Finn Grethe Hans Ida Jens Karen Lars".split()
FAMILY = "Holm Krogh Lund Møller Nørgaard Østergaard Poulsen Riis Skov Toft Vang Ågård".split()
CHANCE = random.Random(11)


def fill(size: int = 12_000) -> None:
    """Write an archive of about `size` items, the same every time."""
    meetings = list(_meetings(size // ITEMS_A_MEETING))
    corpus = itertools.cycle(texts(min(size, 12_000)))
    people = {region: list(_people(region)) for region in RegionSlug}
    for nth, meeting in enumerate(meetings):
        sitting = _sitting(meeting, people[RegionSlug(meeting.region_id)])
        texts_of = [_named(text, sitting[0][0].name) if not at % 12 else text
                    for at, text in enumerate(itertools.islice(corpus, ITEMS_A_MEETING))]  # fmt: skip
        documents = _documents(meeting, texts_of, nth)
        _items(meeting, texts_of, documents[-1], nth)
        if nth % 9:
            _participants(meeting, sitting)
    keys = list(AgendaItem.objects.current().readable().order_by("pk").values_list("pk", flat=True))
    for batch in batches(keys):
        SearchEntry.objects.renew(AgendaItem.objects.filter(pk__in=batch).with_texts())
    _same_matters(keys)


def _named(text: Text, name: str) -> Text:
    return replace(text, presentation=f"{name} orienterede om sagen. {text.presentation}")


def _meetings(count: int) -> Iterator[Meeting]:
    """Yield meetings on Fridays, spread evenly over years and KKR; one KKR begins late, and one has a gap."""
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


def _documents(meeting: Meeting, corpus: Sequence[Text], nth: int) -> list[Document]:
    """Write an agenda and, for most meetings, minutes; some have warnings."""
    kinds = [DocumentKind.AGENDA, DocumentKind.MINUTES][: 1 if nth % 7 == 3 else 2]
    kinds = kinds[1:] if nth % 11 == 5 and len(kinds) > 1 else kinds
    documents = Document.objects.bulk_create(
        Document(
            meeting=meeting, kind=kind, name=f"{kind}.pdf", original=f"{kind}-{meeting.pk}.pdf", size=90_000, pages=14,
            sha256=hashlib.sha256(f"{kind} {meeting.pk}".encode()).hexdigest(), state=DocumentState.READ,
            text="\f".join(textwrap.fill(text.presentation, 90) for text in corpus[:14]),
            record=_record(meeting, kind, corpus),
            warnings=["Side 3 er ikke læst."] if nth % 13 == 0 else [], read_at=timezone.now(),
        )
        for kind in kinds
    )  # fmt: skip
    DocumentPage.objects.bulk_create(page for document in documents for page in _pages(document))
    return documents


def _pages(document: Document) -> Iterator[DocumentPage]:
    """Yield a document's pages, each as lines of words."""
    for number, text in enumerate(document.text.split("\f"), 1):
        rows = tuple((make_piece(line, at),) for at, line in enumerate(text.split("\n")))
        yield DocumentPage(document=document, number=number, packed=PageLayout(number, 595, 842, rows).pack())


def _record(meeting: Meeting, kind: DocumentKind, corpus: Sequence[Text]) -> dict[str, object]:
    """Return a document's record as JSON; the agenda's differs in some words and has no decisions."""
    items = []
    for number, text in zip(NUMBERS, corpus, strict=True):
        if "." not in number:
            items.append(ItemRecord(number, text.title))
        elif kind == DocumentKind.AGENDA:
            items.append(ItemRecord(number, text.title, presentation=text.presentation.replace(" og ", " samt ")))
        else:
            decision = DecisionRecord(text.decision, (Outcome.APPROVED,))
            items.append(ItemRecord(number, text.title, presentation=text.presentation, decision=decision))
    return MeetingRecord(kind, RegionSlug(meeting.region_id), meeting.date, items=tuple(items)).to_json()


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
    """Write the topics and attachments of items, and their decisions if `decided`."""
    outcomes, topics = CHANCE.choices(list(Outcome), range(len(Outcome), 0, -1), k=len(items)), list(TopicSlug)
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


def _sitting(meeting: Meeting, people: Sequence[tuple[Person, Municipality]]) -> Sequence[tuple[Person, Municipality]]:
    """Return the members in the meeting's four-year term, each with the municipality."""
    first = (meeting.date.year - 2006) // 4 * 8 % PEOPLE
    return [people[(first + at) % PEOPLE] for at in range(PARTICIPANTS)]


def _participants(meeting: Meeting, sitting: Sequence[tuple[Person, Municipality]]) -> None:
    """Write the participants, one in eight absent."""
    Participant.objects.bulk_create(
        Participant(
            meeting=meeting, person=person, municipality=place, name=person.name, position=at,
            party="AVCFOÆ"[at % 6], status=CHANCE.choices(list(Attendance), [7, 1])[0],
        )
        for at, (person, place) in enumerate(sitting)
    )  # fmt: skip


def _same_matters(keys: Sequence[int]) -> None:
    """Link every third item to those 120 and 240 items after it, at later meetings, and back."""
    pairs = [(one, other) for apart in (120, 240) for one, other in zip(keys[::3], keys[apart::3], strict=False)]
    links = (
        SameMatter(item_id=item, other_id=other, reason=Sameness.TITLE, likeness=0.7, words=["it-drift"])
        for pair in pairs
        for item, other in (pair, pair[::-1])
    )
    SameMatter.objects.bulk_create(links, batch_size=BATCH)
