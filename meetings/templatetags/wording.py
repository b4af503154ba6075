"""Changed words as HTML, by filters as in `rows`: there are hundreds of them on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from meetings.finding.stages import Change
from meetings.finding.wording import Piece
from meetings.templatetags.agenda import change_mark
from meetings.templatetags.language import danish

register = template.Library()

SECTIONS = {
    "title": gettext_noop("Titel"),
    "background": gettext_noop("Baggrund"),
    "recommendation": gettext_noop("Indstilling"),
    "presentation": gettext_noop("Sagsfremstilling"),
    "decision": gettext_noop("Beslutning"),
    "attachments": gettext_noop("Bilag"),
}


@register.filter
def worded(changes: Iterable[Change], stage: str) -> SafeString:
    """Give items with the words that changed in them, each with an anchor that begins with the stage's name."""
    return mark_safe("\n".join("".join(_item(one, stage)) for one in changes))  # noqa: S308 - escaped below


def _item(change: Change, stage: str) -> Iterator[str]:
    difference, item = change
    number, title = escape(difference.number), escape(difference.title)
    yield f'<article class="wording" id="{stage}-{number}"><h4><span class="number">{number}</span> '
    link = f'<a href="{escape(item.get_absolute_url())}"{danish()}>{title}</a>' if item else ""
    yield link or f"<bdi{danish()}>{title}</bdi>"
    yield f" {change_mark(difference)}</h4>" if difference.former_number else "</h4>"
    for one in difference.sections:
        yield f'<p class="part">{escape(_(SECTIONS[one.section]))}</p>'
        yield from (f"<p{danish()}>{with_changes(paragraph)}</p>" for paragraph in one.paragraphs)
    yield "</article>"


def with_changes(paragraph: Iterable[Piece]) -> str:
    """Give a paragraph with what came in as <ins> and what went out as <del>."""
    return "".join(map(_piece, paragraph))


def _piece(piece: Piece) -> str:
    text = escape(piece.text)
    return (f"<{piece.change}>{text}</{piece.change}>" if piece.change else text) + piece.space
