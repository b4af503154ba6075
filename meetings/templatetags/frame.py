"""What stands around every page."""

from __future__ import annotations

from html import escape

from django import template
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from meetings.addresses import address_of

register = template.Library()

MENU = {
    "meetings": gettext_noop("Møder"),
    "topics": gettext_noop("Emner"),
    "cases": gettext_noop("Sager"),
    "municipalities": gettext_noop("Kommuner"),
    "people": gettext_noop("Deltagere"),
    "overview": gettext_noop("Overblik"),
    "about": gettext_noop("Om arkivet"),
}


@register.filter
def menu(path: str) -> SafeString:
    """Give the entries of the main menu; the one that leads to `path` is marked as the page that is shown."""
    addresses = ((address_of(page), label) for page, label in MENU.items())
    entries = (_entry(address, _(label), is_here=address == path) for address, label in addresses)
    return mark_safe("\n".join(entries))  # noqa: S308 - escaped below


def _entry(address: str, label: str, *, is_here: bool) -> str:
    current = ' aria-current="page"' if is_here else ""
    return f'<li><a href="{escape(address)}"{current}>{escape(label)}</a></li>'


@register.filter
def full_address(request: HttpRequest) -> str:
    """Return the whole address of the page; its path where the request names a host that is not ours (the 400 page)."""
    try:
        return request.build_absolute_uri()
    except DisallowedHost:
        return request.path
