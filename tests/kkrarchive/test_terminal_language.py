"""The language of the terminal, tested with real processes; pages do not depend on it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

LANGUAGES = [
    ("", "da"),
    ("LANG=", "da"),
    ("LANG=C", "da"),
    ("LANG=C.UTF-8", "da"),
    ("LANG=da_DK.UTF-8", "da"),
    ("LANG=de_DE.UTF-8", "da"),
    ("LANG=en_US.UTF-8", "en"),
    ("LANG=en_DK.UTF-8", "en"),
    ("LANGUAGE=en", "en"),
    ("LANGUAGE=en_GB:en LANG=da_DK.UTF-8", "en"),
    ("LANGUAGE=da LANG=en_US.UTF-8", "da"),
    ("LANGUAGE= LANG=en_US.UTF-8", "en"),
    ("LC_ALL=C LANG=en_US.UTF-8 LANGUAGE=en", "da"),
    ("LC_ALL=C.UTF-8 LANG=en_US.UTF-8", "en"),
    ("LC_MESSAGES=da_DK.UTF-8 LANG=en_US.UTF-8", "da"),
]


def run(*command: str, **variables: str) -> str:
    """Return a command's stdout and stderr, in an environment with only these variables and the necessary ones."""
    environment = {"PATH": os.environ["PATH"], "PYTHON": sys.executable, "PYTHONUTF8": "1", **variables}
    environment["KKRARCHIVE_DATA"] = os.environ["KKRARCHIVE_DATA"]
    said = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False)
    return said.stdout + said.stderr


@pytest.mark.parametrize(("variables", "language"), LANGUAGES)
def test_the_environment_decides(variables: str, language: str) -> None:
    given = dict(one.split("=", 1) for one in variables.split())
    assert run("scripts/say", "da", "en", **given) == f"{language}\n"


def test_without_python_a_script_says_both() -> None:
    assert run("scripts/say", "Hej", "Hello", PYTHON="no-such-python") == "Hej\nHello\n"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("C", "Filen kan ikke åbnes (den findes ikke)."),
        ("en_GB.UTF-8", "The file cannot be opened (it does not exist)"),
    ],
)
def test_an_error_is_told_in_it(language: str, sentence: str) -> None:
    assert sentence in run(sys.executable, "manage.py", "parse", "no-such-file", LANG=language)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("C", ["brug: ", "vis denne hjælp", "filer og mapper", "med alt, hvad der er i dem"]),
        ("en_GB.UTF-8", ["usage: ", "show this help", "files and folders", "with everything in them"]),
    ],
)
def test_the_help_of_a_command_is_in_it(language: str, words: list[str]) -> None:
    said = run(sys.executable, "manage.py", "ingest", "--help", LANG=language)
    assert [word for word in words if word not in said] == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("C", "ingest: fejl: --workers: skal være et helt tal"), ("en_GB", "error: argument --workers: must be a whole")],
)
def test_a_wrong_argument_is_named_in_it(language: str, sentence: str) -> None:
    assert sentence in run(sys.executable, "manage.py", "ingest", "--workers", "0", "x", LANG=language)


@pytest.mark.parametrize(("language", "word"), [("C", "findes ikke."), ("en_GB.UTF-8", "does not exist.")])
def test_serving_speaks_it(language: str, word: str) -> None:
    assert word in run(sys.executable, "manage.py", "serve", "--docs", "no-such-folder", LANG=language)


def test_all_that_speaks_on_the_terminal_takes_its_words_from_the_one_place() -> None:
    rooms = ("management", "serving", "embedded")
    paths = [path for path in Path(settings.BASE_DIR).glob("[a-z]*/**/*.py") if set(path.parts) & set(rooms)]
    sources = {path.name: path.read_text(encoding="utf-8") for path in paths if "tests" not in path.parts}
    others = re.compile(r"^from (?:django\.utils\.translation|gettext) import .*gettext", re.MULTILINE)
    assert [name for name, source in sources.items() if others.search(source)] == []


@pytest.mark.django_db
def test_pages_do_not_follow_it(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    assert '<html lang="da"' in client.get("/").content.decode()
