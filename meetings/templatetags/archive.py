"""Template filters: documents' texts and search's hits as HTML, with everything in them escaped; slugs as words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, zip_longest

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join, urlize
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from meetings.days import long_date
from meetings.finding.places import Marked
from meetings.finding.repairs import Part, Shown, find_repaired
from meetings.models import Document, Meeting
from meetings.search import MARK_END, MARK_START
from meetings.vocabulary import Outcome, RegionSlug

register = template.Library()

LIST_ENTRY = "– "
LONGEST_HEADING = 80
CELL = re.compile(r"\s*\|\s*")
_MARKED = re.compile(f"{MARK_START}([^{MARK_START}{MARK_END}]*){MARK_END}")
_STRAY_MARK = re.compile(f"[{MARK_START}{MARK_END}]")
_GAP_IN_LIST = re.compile(rf"(?m)^({LIST_ENTRY}.*)\n\s*\n(?={LIST_ENTRY})")


@register.filter
def prose(text: str) -> SafeString:
    """Give a section's text as headings, paragraphs, lists and tables, bare links as links, all else escaped."""
    paragraphs = re.split(r"\n\s*\n", _GAP_IN_LIST.sub(r"\1\n", text.strip()))
    blocks = (block for pair in zip_longest(paragraphs, paragraphs[1:], fillvalue="") for block in _blocks(*pair))
    return format_html_join("\n", "{}", ((block,) for block in blocks))


def is_heading(paragraph: str, following: str) -> bool:
    """Tell whether a paragraph heads the following: a short line that ends no sentence, over a whole paragraph."""
    short = len(paragraph) <= LONGEST_HEADING and "\n" not in paragraph and " | " not in paragraph
    opens = short and paragraph[:1].isupper() and paragraph[-1].isalnum() | (paragraph[-1] in ")”»")
    return opens and len(following) > LONGEST_HEADING and _kind(following.splitlines()[0]) is _paragraph


def _blocks(paragraph: str, following: str) -> Iterator[SafeString]:
    if is_heading(paragraph, following):
        yield format_html("<h3>{}</h3>", paragraph)
        return
    for kind, lines in groupby(paragraph.splitlines(), key=_kind):
        yield kind(list(lines))


def _kind(line: str) -> Callable[[Sequence[str]], SafeString]:
    if line.startswith(LIST_ENTRY):
        return _list
    return _table if " | " in line else _paragraph


def _paragraph(lines: Sequence[str]) -> SafeString:
    return format_html("<p>{}</p>", format_html_join(mark_safe("<br>\n"), "{}", ((_linked(line),) for line in lines)))


def _list(lines: Sequence[str]) -> SafeString:
    entries = format_html_join("", "<li>{}</li>", ((_linked(line.removeprefix(LIST_ENTRY)),) for line in lines))
    return format_html("<ul>{}</ul>", entries)


def _table(lines: Sequence[str]) -> SafeString:
    """Give rows as a table in a frame that scrolls by itself, by keyboard too. One row or column alone is no table."""
    rows = [CELL.split(line.strip()) for line in lines]
    if len(rows) == 1:
        return _paragraph(lines)
    if is_column(rows):
        return _paragraph([" ".join(filter(None, row)) for row in rows])
    head, body = (rows[:1], rows[1:]) if has_header(rows) else ([], rows)
    return format_html(
        '<div class="table" role="group" tabindex="0" aria-label="{}"><table>{}{}</table></div>',
        _("Tabel"),
        format_html("<thead>{}</thead>", _rows(head, '<th scope="col">{}</th>')) if head else "",
        format_html("<tbody>{}</tbody>", _rows(body, "<td>{}</td>")),
    )


def _rows(rows: Sequence[Sequence[str]], cell: str) -> SafeString:
    cells = (format_html_join("", cell, ((_linked(text),) for text in row)) for row in rows)
    return format_html_join("\n", "<tr>{}</tr>", ((row,) for row in cells))


def is_column(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows are but the lines of a column, as a drawing or a narrow cell leaves them: few have more."""
    return 3 * sum(len(list(filter(None, row))) > 1 for row in rows) < len(rows)


def has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row is plainly a header: words in every cell, and figures only in the rows below."""
    first, *below = rows
    return all(cell and not _has_digit(cell) for cell in first) and all(any(map(_has_digit, row)) for row in below)


def _has_digit(cell: str) -> bool:
    return any(letter.isdigit() for letter in cell)


def _linked(line: str) -> SafeString:
    return mark_safe(urlize(line, nofollow=True, autoescape=True))  # noqa: S308 - urlize escapes all that it is given


@register.filter
def repaired(text: str, shown: Shown) -> SafeString:
    """Give a text, or the HTML made of it, with its repaired words marked; as they came if that is wanted."""
    html = conditional_escape(text)
    # What find_repaired takes apart is escaped already, and only between its words.
    parts = (Part(mark_safe(text), before) for text, before in find_repaired(html, shown.words))  # noqa: S308
    return format_html_join("", "{}", ((repaired_part(part, shown.original),) for part in parts))


@register.filter
def repaired_part(part: Part, original: bool) -> SafeString:
    """Give a piece of text, a repaired word as <ins>, or as it came as <del>; each tells how the other reads."""
    if part.before is None:
        return conditional_escape(part.text)
    if original:
        return format_html('<del title="{}">{}</del>', _("Rettet til %s") % part.text, part.before)
    return format_html('<ins title="{}">{}</ins>', _("Læst som %s") % part.before, part.text)


@register.filter
def marked(text: str, places: Marked | None = None) -> SafeString:
    """Give a text with its hits in <mark>. It is escaped before the marks are set; marks without a mate go.

    With `places` each hit has an anchor: the next of those that the page's hits have, in the order they are written.
    """
    html = str(conditional_escape(text))
    if places and MARK_START in html:
        html = _MARKED.sub(lambda found: f'<mark id="{next(places.unwritten)}">{found[1]}</mark>', html)
    with_hits = _MARKED.sub(r"<mark>\1</mark>", html)
    return mark_safe(_STRAY_MARK.sub("", with_hits))  # noqa: S308 - escaped above


@register.filter
def excerpt(text: str) -> str:
    """Give a piece of a text with dots where it begins or ends within a sentence."""
    text = text.strip()
    bare = _STRAY_MARK.sub("", text)
    before = "" if bare[:1].isupper() or bare.startswith(LIST_ENTRY) else "… "
    return before + text + ("" if bare.endswith((".", "!", "?", ":")) else " …")


@register.filter
def document_title(document: Document, meeting: Meeting) -> str:
    """Give what a document of a meeting is called: "Referat, rettet udgave, KKR Nordjylland, 24. oktober 2025"."""
    kind = [document.get_kind_display(), *([_("rettet udgave")] if document.corrected else [])]
    return ", ".join([*kind, str(meeting.region), long_date(meeting.date)])


@register.filter
def outcome_label(slug: str) -> str:
    """Give an outcome in words: "approved" is "Godkendt"."""
    return _(Outcome(slug).label)


@register.filter
def region_name(slug: str) -> str:
    """Give a KKR's name: "nordjylland" is "KKR Nordjylland"."""
    return f"KKR {_(RegionSlug(slug).label)}"
