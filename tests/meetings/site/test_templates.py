"""The public templates: all compile, their output is escaped, and undefined names are errors."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from django.conf import settings
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.template.loader import get_template
from django.test import RequestFactory
from django.utils import translation
from jinja2 import UndefinedError

from meetings.site.words import querystring, regroup
from tests.meetings.site.macros import macro

PAGES = Path(settings.BASE_DIR, "templates", "site")
TEMPLATES = sorted(path.relative_to(PAGES).as_posix() for path in PAGES.rglob("*.html"))


def render(source: str, **context: object) -> str:
    """Render a template source in the environment of the public pages."""
    return cast(Jinja2, engines["jinja2"]).from_string(source).render(context)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_compiles(name: str) -> None:
    assert cast(Jinja2, engines["jinja2"]).env.get_template(name).name == name


def test_every_template_is_of_jinja_where_both_engines_look() -> None:
    assert all(isinstance(cast(Any, get_template(name)).backend, Jinja2) for name in TEMPLATES)


def test_what_is_printed_is_escaped() -> None:
    assert render("{{ text }}", text='<b title="&">') == "&lt;b title=&#34;&amp;&#34;&gt;"


def test_what_is_put_into_a_translation_is_escaped_and_its_own_tags_are_not() -> None:
    source = '{% trans also="<b>", lang="&" %}også: <span{{ lang }}>{{ also }}</span>{% endtrans %}'
    with translation.override("en"):
        assert render(source) == "also: <span&amp;>&lt;b&gt;</span>"


@pytest.mark.parametrize("source", ["{{ misspelt }}", "{{ item.misspelt }}", "{% if misspelt %}{% endif %}"])
def test_a_name_that_nothing_was_given_for_is_an_error(source: str) -> None:
    with pytest.raises(UndefinedError):
        render(source, item=object())


@pytest.mark.parametrize(
    ("address", "expected"),
    [("/?q=a&side=2", "?q=a&region=fyn"), ("/?region=als&q=%C3%A6", "?region=fyn&q=%C3%A6"), ("/", "?region=fyn")],
)
def test_an_address_is_changed_in_a_parameter_and_keeps_the_others(address: str, expected: str) -> None:
    assert querystring(RequestFactory().get(address).GET, region="fyn", side=None) == expected


def test_rows_are_grouped_in_the_order_they_come() -> None:
    rows = [complex(2, 1), complex(1, 1), complex(1, 2)]
    assert regroup(rows, "real") == [(2, [complex(2, 1)]), (1, [complex(1, 1), complex(1, 2)])]


def test_an_outcome_is_a_mark_with_its_colour_and_none_is_nothing() -> None:
    outcome = macro("marks.outcome")
    mark = '<span class="outcome" data-outcome="approved" data-tone="for">Godkendt</span>'
    assert outcome("approved").strip() == mark
    assert outcome("").strip() == ""
