"""Macros of the public templates, for calling in tests."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import cast

from django.template import engines
from django.template.backends.jinja2 import Jinja2
from markupsafe import Markup

from meetings.site.prose import blocks


def macro(name: str) -> Callable[..., Markup]:
    """Return the macro with this file and name: "plots.cells"."""
    file, _, function = name.partition(".")
    template = cast(Jinja2, engines["jinja2"]).env.get_template(f"macros/{file}.html")
    return cast(Callable[..., Markup], getattr(template.module, function))


def prose(text: str, section: str = "tekst", headings: Collection[str] = ()) -> str:
    """Return a section's text as the HTML of its page."""
    return macro("prose.prose")(blocks(text, section, headings)).strip()
