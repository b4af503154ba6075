"""A page of a document: its picture and its text, with what a search or an item says marked in both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from meetings.models import AgendaItem, Document, DocumentPage, Fact
from meetings.pictures.store import Picture
from meetings.provenance.page_marks import MarkedLine, MarkedPicture, marked_lines, marked_picture
from meetings.provenance.page_text import PageText, Span
from meetings.provenance.places import PagesOfDocument, Spans, best_page, find_sections, find_sentence, pages_of_item
from meetings.search.execution.tiers import clauses_to_mark
from meetings.search.language.marking import HighlightTerms, find_hits
from meetings.shared.page_layout import PageLayout
from meetings.shared.vocabulary import PageOrigin

# The sections of an item by the names that addresses call them.
SECTIONS = {
    "titel": "title",
    "baggrund": "background",
    "indstilling": "recommendation",
    "sagsfremstilling": "presentation",
    "beslutning": "decision",
}
UNLESS_TOLD = ("titel", "beslutning")


@dataclass(frozen=True)
class Sought:
    """What a reader wants to see on a page: the hits of a query, or sections of an item by their names in addresses.

    With a fact it is the sentence that states it.
    """

    query: str = ""
    item: AgendaItem | None = None
    sections: Sequence[str] = UNLESS_TOLD
    fact: Fact | None = None

    @property
    def is_something(self) -> bool:
        return bool(self.query or self.item)


@dataclass(frozen=True)
class Shown:
    """A page of a document with what was sought on it. `elsewhere` is another page that has it if this one does not."""

    document: Document
    number: int
    count: int
    layout: PageLayout | None
    text: PageText
    sought: Sought
    found: Sequence[Sequence[Span]]
    elsewhere: int | None

    @cached_property
    def picture(self) -> Picture:
        """The page as a picture, made or not."""
        return Picture(self.document.sha256, self.number, self.layout.turn if self.layout else 0)

    @cached_property
    def marked(self) -> MarkedPicture:
        """The marks on the picture."""
        return marked_picture(self.layout, self.text, self.found)

    @cached_property
    def lines(self) -> list[MarkedLine]:
        """The marked text beside it."""
        return marked_lines(self.text, self.found)

    @property
    def anchors(self) -> list[str]:
        """The ids of what was found in the text, from the top."""
        return ["fund", *(f"fund-{n}" for n in range(2, len(self.found) + 1))] if self.found else []

    @property
    def is_unread(self) -> bool:
        """Whether the page is an image that nobody has read."""
        return self.layout is not None and self.layout.origin == PageOrigin.NONE

    @property
    def why_unread(self) -> str:
        """Why the page could not be read, in Danish; "" if it could, or was not tried."""
        return self.layout.failure if self.layout else ""

    @property
    def items(self) -> Iterator[AgendaItem]:
        """The items that stand on the page."""
        on_page = Q(first_page__lte=self.number) & (Q(last_page__gte=self.number) | Q(first_page=self.number))
        found = self.document.items.filter(on_page).select_related("meeting__region", "decision")
        return found.order_by("sort_key", "pk").iterator()


def show(document: Document, number: int, sought: Sought) -> Shown | None:
    """Return a page of a document (from 1); None if it has no such page."""
    pages = PagesOfDocument(document)
    if not 1 <= number <= len(pages):
        return None
    stored = DocumentPage.objects.filter(document=document, number=number).first()
    layout = stored.layout if stored else None
    found, elsewhere = _found(pages, number, sought)
    return Shown(document, number, len(pages), layout, pages[number], sought, found, elsewhere)


def _found(pages: PagesOfDocument, number: int, sought: Sought) -> tuple[list[list[Span]], int | None]:
    if sought.item:
        by_section = _places(sought.item, sought, pages)
        found = [spans[number] for spans in by_section if number in spans]
        return found, None if found else min((min(spans) for spans in by_section if spans), default=None)
    if not sought.query:
        return [], None
    text = pages[number].text
    hits = find_hits(text, clauses_to_mark(sought.query, [text]))
    return [[Span(hit.start, hit.end)] for hit in hits.words], None


def _places(item: AgendaItem, sought: Sought, pages: PagesOfDocument) -> list[Spans]:
    """Return where what is sought of an item stands: the sentence of a fact, or sections."""
    if sought.fact:
        return [find_sentence(item, sought.fact.section, sought.fact.sentence, pages)]
    return find_sections(item, [SECTIONS[name] for name in sought.sections], pages)


def find_page(document: Document, sought: Sought) -> int:
    """Return the page to open: the one of the item that matches the query best, or on which its section begins."""
    item, pages = sought.item, PagesOfDocument(document)
    if item is None:
        return 1
    first = min(item.first_page or 1, len(pages))
    if sought.query:
        terms = HighlightTerms(clauses_to_mark(sought.query, [item.title, *item.texts.values()]))
        return best_page(pages.numbered(pages_of_item(item)), lambda text: len(terms.hits(text).met)) or first
    by_section = _places(item, sought, pages)
    return min((min(spans) for spans in by_section if spans), default=first)
