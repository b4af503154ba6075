"""The message catalogues: every string a reader sees is extracted and translated."""

from __future__ import annotations

import ast
import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from django.conf import settings
from jinja2 import TemplateSyntaxError

from scripts import messages

PAGE = """
  <h1 title="{{ _('Søg i arkivet') }}">{% trans "overskrift" %}Møder{% endtrans %} can't</h1>
    {% trans n=items|length %}
      {{ n }} punkt i "alt"
    {% pluralize %}
      {{ n }} punkter
    {% endtrans %}
{{ place or _("intet sted") }}
"""
ADMIN_PAGE = """{% load i18n %}
  <h1 title="{% translate 'Søg i arkivet' %}">{% translate "Møder" context "overskrift" %} can't</h1>
    {% blocktranslate count n=items|length trimmed %}
      {{ n }} punkt i "alt"
    {% plural %}
      {{ n }} punkter
    {% endblocktranslate %}
{{ place|default:_("intet sted") }}
"""


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    for folder, text in (("site", PAGE), ("admin", ADMIN_PAGE)):
        (tmp_path / "templates" / folder).mkdir(parents=True)
        (tmp_path / "templates" / folder / "page.html").write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("template")
@pytest.mark.parametrize("folder", ["site", "admin"])
@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Søg i arkivet", None),
        ("Møder", "overskrift"),
        (('%(n)s punkt i "alt"', "%(n)s punkter"), None),
        ("intet sted", None),
    ],
)
def test_a_template_gives_its_words(text: str | tuple[str, ...], context: str | None, folder: str) -> None:
    assert messages.Message(text, f"templates/{folder}/page.html", context) in messages.gather()


@pytest.mark.usefixtures("template")
def test_a_template_that_cannot_be_read_is_an_error_not_one_without_words(tmp_path: Path) -> None:
    (tmp_path / "templates/site/page.html").write_text("{% trans %}Møder", encoding="utf-8")
    with pytest.raises(TemplateSyntaxError):
        list(messages.gather())


@pytest.mark.parametrize(
    "text",
    [
        "Taget til efterretning",  # a vocabulary's label
        "Filen er tom. Hent den igen fra kilden.",  # a reason why a document could not be read
        "dagsordenspunkt",  # a model's name
    ],
)
def test_the_code_gives_its_words(text: str) -> None:
    assert text in {message.text for message in messages.gather()}


@pytest.mark.usefixtures("template")
def test_a_new_word_makes_a_catalogue_stale(tmp_path: Path) -> None:
    messages.main([])
    assert messages.main(["--check"]) == 0
    (tmp_path / "templates" / "site" / "page.html").write_text("{{ _('Nyt') }}", encoding="utf-8")
    assert messages.main(["--check"]) == 1


@pytest.mark.usefixtures("template")
def test_a_translation_survives_new_words(tmp_path: Path) -> None:
    messages.main([])
    catalogue = tmp_path / "locale/en/LC_MESSAGES/django.po"
    catalogue.write_text(catalogue.read_text().replace('arkivet"\nmsgstr ""', 'arkivet"\nmsgstr "Search"'))
    (tmp_path / "templates" / "site" / "other.html").write_text("{{ _('Nyt') }}", encoding="utf-8")
    messages.main([])
    assert 'msgid "Søg i arkivet"\nmsgstr "Search"' in catalogue.read_text()


CATALOGUES = [(path.parts[-3], path) for path in sorted(Path(settings.BASE_DIR, "locale").glob("*/LC_MESSAGES/*.po"))]
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]|%%|\{\w*\}|<[^>]+>|&\w+;")


def translated(language: str, path: Path) -> Iterator[tuple[Message, list[str], list[str]]]:
    """Yield each message of a catalogue with its source strings and its translations."""
    for message in read_po(io.BytesIO(path.read_bytes()), locale=language):
        if message.id:
            source = [message.id] if isinstance(message.id, str) else list(message.id)
            yield message, source, [message.string] if isinstance(message.string, str) else list(message.string or ())


@pytest.mark.parametrize(("language", "path"), CATALOGUES)
def test_every_word_is_translated(language: str, path: Path) -> None:
    lacking = [m.id for m, _source, words in translated(language, path) if m.fuzzy or not all(words)]
    assert lacking == []


@pytest.mark.parametrize(("language", "path"), CATALOGUES)
def test_a_translation_leaves_out_nothing_that_is_put_in(language: str, path: Path) -> None:
    wrong = [
        source
        for _message, source, words in translated(language, path)
        if any(put_in(one) != put_in(form) for one, form in zip(words, source, strict=True))
    ]
    assert wrong == []


def put_in(text: str) -> Counter[str]:
    """Return the placeholders and tags of a string with their counts."""
    return Counter(PLACEHOLDER.findall(text))


@pytest.mark.parametrize(("language", "path"), CATALOGUES)
def test_a_translation_begins_and_ends_like_its_source(language: str, path: Path) -> None:
    wrong = [
        source
        for message, source, words in translated(language, path)
        # A string with a context need not be a sentence: it may be a date format.
        if not message.context and any(edges(one) != edges(source[-1]) for one in words)
    ]
    assert wrong == []


def edges(text: str) -> tuple[bool, bool, bool, str]:
    """Return how a string joins its surroundings: spaces at both ends, an initial capital, final punctuation."""
    last = text.rstrip()[-1:]
    return text[:1].isspace(), text[-1:].isspace(), text[:1].isupper(), last if last in ".:…?!" else ""


def test_no_text_to_translate_stands_within_an_f_string_where_babel_does_not_see_it() -> None:
    root = Path(__file__).parents[1]
    sources = [path for folder in messages.PYTHON for path in (root / folder).rglob("*.py")]
    assert [text for path in sources for text in unseen_by_babel(path.read_text(encoding="utf-8"))] == []
    assert unseen_by_babel("f'{_(\"Møder\")} {_(slug.label)}'") == ["Møder"]


def unseen_by_babel(code: str) -> list[str]:
    """Return the strings passed to gettext functions within f-strings, which Babel does not extract."""
    strings = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.JoinedStr))
    calls = (node for string in strings for node in ast.walk(string) if isinstance(node, ast.Call))
    named = (
        one
        for one in calls
        if isinstance(one.func, ast.Name) and one.func.id in {"_", "gettext", "ngettext", "pgettext"}
    )
    return [
        arg.value for one in named for arg in one.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
    ]
