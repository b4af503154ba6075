"""What depends on the reader's language: the records are Danish and say so elsewhere; numbers are written its way."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from meetings.days import long_date
from meetings.finding.numbers import file_size, number, percent

register = template.Library()
register.filter("grouped", number)  # 12345 as "12.345", in English "12,345"
register.filter("file_size", file_size)  # 412345 as "412 kB"
register.filter("percent", percent)  # 0.83 as "83 %", in English "83%"
register.filter("long_date", long_date)  # "24. oktober 2025"; `date` is for what may be missing, and for times

DANISH = SafeString(' lang="da"')


@register.simple_tag
def danish() -> str:
    """Give the attribute that marks an element's text as Danish (WCAG 3.1.2); nothing on a Danish page.

    For the text of documents: titles, decisions, places. Not for names, which are the same in any language.
    """
    return "" if get_language() == "da" else DANISH


@register.simple_tag
def own_language() -> str:
    """Give the attribute for what the page itself says within an element that `danish` marks."""
    language = get_language() or "da"
    return "" if language == "da" else format_html(' lang="{}"', language)
