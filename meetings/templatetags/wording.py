"""Changed words as HTML: a filter, since there are hundreds of them on a page."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from meetings.finding.wording import Piece

register = template.Library()


@register.filter
def with_changes(paragraph: Iterable[Piece]) -> SafeString:
    """Give a paragraph with what came in as <ins> and what went out as <del>."""
    return mark_safe("".join(map(_piece, paragraph)))  # noqa: S308 - escaped below


def _piece(piece: Piece) -> str:
    text = escape(piece.text)
    return (f"<{piece.change}>{text}</{piece.change}>" if piece.change else text) + piece.space
