"""The message catalogues: every word a reader sees can be translated."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import messages

TEMPLATE = """{% load i18n %}
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
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(TEMPLATE, encoding="utf-8")


@pytest.mark.usefixtures("template")
@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Søg i arkivet", None),
        ("Møder", "overskrift"),
        (('%(n)s punkt i "alt"', "%(n)s punkter"), None),
        ("intet sted", None),
    ],
)
def test_a_template_gives_its_words(text: str | tuple[str, ...], context: str | None) -> None:
    assert messages.Message(text, "templates/page.html", context) in messages.gather()


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
    (tmp_path / "templates" / "page.html").write_text("{% translate 'Nyt' %}", encoding="utf-8")
    assert messages.main(["--check"]) == 1


@pytest.mark.usefixtures("template")
def test_a_translation_survives_new_words(tmp_path: Path) -> None:
    messages.main([])
    catalogue = tmp_path / "locale/en/LC_MESSAGES/django.po"
    catalogue.write_text(catalogue.read_text().replace('arkivet"\nmsgstr ""', 'arkivet"\nmsgstr "Search"'))
    (tmp_path / "templates" / "other.html").write_text("{% translate 'Nyt' %}", encoding="utf-8")
    messages.main([])
    assert 'msgid "Søg i arkivet"\nmsgstr "Search"' in catalogue.read_text()
