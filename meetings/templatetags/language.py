"""The records are Danish whatever language the page around them speaks, and say so where it is another."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

DANISH = SafeString(' lang="da"')


@register.simple_tag
def danish() -> str:
    """Give the attribute that marks an element's text as Danish (WCAG 3.1.2); nothing on a Danish page.

    For the text of documents: titles, decisions, places. Not for names, which are the same in any language.
    """
    return "" if get_language() == "da" else DANISH
