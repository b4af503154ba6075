"""Where the texts of an item stand in its document: the pages, and the parts of their running text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from meetings.provenance.alignment import PageWord, find_text, spans_by_page, words_of_pages
from meetings.provenance.page_text import PageText, Span, read_page_text
from meetings.provenance.repairs import lines_of_page

if TYPE_CHECKING:
    from meetings.models import AgendaItem, Document

TITLE = 0.9  # of a title's words must be there
MOST_PAGES = 40  # of one item that are looked through
Spans = dict[int, list[Span]]


class PagesOfDocument:
    """The pages of a document as running text, each read when it is needed."""

    def __init__(self, document: Document) -> None:
        self.changes = document.changes
        self.texts = document.text.split("\f")
        self._read: dict[int, PageText] = {}

    def __len__(self) -> int:
        return len(self.texts)

    def __getitem__(self, number: int) -> PageText:
        """Return a page, from 1. Raises IndexError if there is none."""
        if number not in self._read:
            self._read[number] = read_page_text(lines_of_page(self.texts[number - 1], self.changes, number))
        return self._read[number]

    def numbered(self, numbers: Iterable[int]) -> list[tuple[int, PageText]]:
        """Return the pages with these numbers, those that there are."""
        return [(number, self[number]) for number in numbers if 1 <= number <= len(self)]


def pages_of_item(item: AgendaItem) -> range:
    """Return the numbers of the pages that an item stands on; none if they are not known."""
    if not item.first_page:
        return range(0)
    last = max(item.first_page, item.last_page or 0)
    return range(item.first_page, min(last, item.first_page + MOST_PAGES - 1) + 1)


def find_sections(item: AgendaItem, sections: Iterable[str], pages: PagesOfDocument) -> list[Spans]:
    """Return where sections of an item ("title", "decision" …), or its "case_number", stand in its document.

    The title is the first such text that follows the item's number. A decision is the last such text before the next
    item: the recommendation may say the same.
    """
    words = words_of_pages(pages.numbered(pages_of_item(item)))
    title = find_title(item.title, item.number, words)
    inside = words[title[-1] + 1 if title else 0 : _end(item, words, title)]
    return [
        spans_by_page(words, title)
        if section == "title"
        else spans_by_page(inside, find_text(text_of_section(item, section), inside, last=section == "decision"))
        for section in sections
    ]


def find_sentence(item: AgendaItem, section: str, sentence: str, pages: PagesOfDocument) -> Spans:
    """Return where a sentence of a section of an item stands in its document, rather in that section than elsewhere."""
    words = words_of_pages(pages.numbered(pages_of_item(item)))
    title = find_title(item.title, item.number, words)
    inside = words[title[-1] + 1 if title else 0 : _end(item, words, title)]
    found = find_text(text_of_section(item, section), inside, last=section == "decision")
    within = [inside[at] for at in found] or inside
    return spans_by_page(within, find_text(sentence, within)) or spans_by_page(inside, find_text(sentence, inside))


def text_of_section(item: AgendaItem, section: str) -> str:
    """Return the text of a section of an item; "" if it has none."""
    text: str = getattr(item, section) if section in {"title", "case_number"} else item.texts.get(section, "")
    return text


def find_any(texts: Iterable[str], pages: PagesOfDocument) -> Spans:
    """Return where each of some texts stands on a document's first pages, word for word."""
    words = words_of_pages(pages.numbered(range(1, MOST_PAGES + 1)))
    return spans_by_page(words, sorted({at for text in texts for at in find_text(text, words, enough=1.0)}))


def find_title(title: str, number: str, words: Sequence[PageWord]) -> list[int]:
    """Return the indexes of the words of a title, rather where the item's number precedes it."""
    numbered = find_text(f"{number} {title}", words, enough=TITLE)
    titled = find_text(title, [words[at] for at in numbered], enough=TITLE)
    return [numbered[at] for at in titled] or find_text(title, words, enough=TITLE)


def _end(item: AgendaItem, words: Sequence[PageWord], title: Sequence[int]) -> int:
    """Return the index of the word at which the next item of the document begins, or that after the last."""
    after = title[-1] + 1 if title else 0
    following = (
        item.document.items.filter(sort_key__gt=item.sort_key).order_by("sort_key").first() if item.document else None
    )
    if not following or (following.first_page or 0) > (item.last_page or 0):
        return len(words)
    found = find_title(following.title, following.number, words[after:])
    return after + found[0] if found else len(words)


def best_page(pages: Iterable[tuple[int, PageText]], score: Callable[[str], int]) -> int | None:
    """Return the page whose text scores highest, the first among equals; None if all score 0."""
    scores = [(score(page.text), -number) for number, page in pages]
    best, number = max(scores, default=(0, 0))
    return -number if best else None
