"""What `{% trans %}` and `_()` of the public pages' templates call: Django's translations, each looked up once.

A page has a hundred or two. Jinja's own functions take thirteen microseconds for each, these three.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.utils import translation
from markupsafe import Markup, escape

REMEMBERED = 4_000  # texts in a language; those with numbers are kept by the number, too


def gettext(message: str, /, **variables: Any) -> Markup:
    """Return a text in the reader's language as HTML, with variables put in and escaped; "%%" is a percent sign."""
    return _filled(_singular(message, translation.get_language()), variables)


def pgettext(context: str, message: str, /, **variables: Any) -> Markup:
    """Return a text as `gettext` does, told from others of the same words by its context."""
    return _filled(_in_context(context, message, translation.get_language()), variables)


def ngettext(singular: str, plural: str, number: int, /, **variables: Any) -> Markup:
    """Return the text for a number as `gettext` does; the number can be put in as `num`."""
    return _filled(_of_number(singular, plural, number, translation.get_language()), {"num": number, **variables})


def translated(text: str) -> str:
    """Return a text that is not written in a template, as a vocabulary's label, in the reader's language."""
    return _singular(text, translation.get_language())


def _filled(text: str, variables: dict[str, Any]) -> Markup:
    # A translation is ours, and may have tags.
    return Markup(text % {name: escape(value) for name, value in variables.items()} if "%" in text else text)


@lru_cache(maxsize=REMEMBERED)
def _singular(message: str, _language: str | None) -> str:
    return translation.gettext(message)


@lru_cache(maxsize=REMEMBERED)
def _in_context(context: str, message: str, _language: str | None) -> str:
    return translation.pgettext(context, message)


@lru_cache(maxsize=REMEMBERED)
def _of_number(singular: str, plural: str, number: int, _language: str | None) -> str:
    return translation.ngettext(singular, plural, number)


def forget() -> None:
    """Forget the texts that were looked up: for tests, which translate otherwise."""
    for remembered in (_singular, _in_context, _of_number):
        remembered.cache_clear()
