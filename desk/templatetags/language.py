"""Language tags for the archivists' templates: marking Danish text as such, and numbers in the reader's format.

The public pages have the same in `meetings.site.jinja`.
"""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from meetings.number_format import file_size, number

register = template.Library()
register.filter("grouped", number)  # 12345 as "12.345", in English "12,345"
register.filter("file_size", file_size)  # 412345 as "412 kB"


@register.simple_tag
def danish() -> str:
    """Return the attribute that marks an element's text as Danish (WCAG 3.1.2); nothing on a Danish page."""
    return "" if get_language() == "da" else format_html(' lang="{}"', "da")
