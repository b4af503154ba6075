"""The setup of all tests: a data folder of their own, and skips that name the missing program.

The folder must be set before Django's settings load, so DJANGO_SETTINGS_MODULE is set here and not in pyproject.toml.
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from django.apps import AppConfig
from django.conf import settings
from pytest_django import DjangoDbBlocker

from tests import on_debian_postgresql, seeds

if settings.configured:
    raise pytest.UsageError("The settings are loaded already: unset DJANGO_SETTINGS_MODULE, the tests name their own.")

# A process that a shell starts in the background ignores SIGINT, and so do its children; the tests send them SIGINT.
signal.signal(signal.SIGINT, signal.default_int_handler)

DATA = Path(tempfile.mkdtemp(prefix="kkrarchive-tests-"))
atexit.register(shutil.rmtree, DATA, ignore_errors=True)
(DATA / "static").mkdir()
os.environ["KKRARCHIVE_DATA"] = str(DATA)
os.environ["LC_ALL"] = "C.UTF-8"  # the commands' output is Danish, whatever the language of the terminal
for named in ("LANGUAGE", "LC_MESSAGES", "LANG"):
    os.environ.pop(named, None)
os.environ["DJANGO_SETTINGS_MODULE"] = "kkrarchive.settings"
os.environ["KKRARCHIVE_PAGES_MB"] = "0"  # no page cache: every request renders its page

# Static files without hashed names: nothing has been collected.
PLAIN = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
settings.STORAGES = {**settings.STORAGES, "staticfiles": PLAIN}
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

CHROMIUM = Path("/usr/bin/chromium")


def has_danish_tesseract() -> bool:
    """Return whether Tesseract is installed with its Danish model."""
    if not shutil.which("tesseract"):
        return False
    languages = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=True).stdout
    return "dan" in languages.split()


class Need(NamedTuple):
    """A program that some tests run: its name, whether it is installed, and the Debian packages that contain it."""

    name: str
    is_there: Callable[[], bool]
    packages: str


NEEDS = {
    "needs_chromium": Need("Chromium", CHROMIUM.exists, "chromium"),
    "needs_tesseract": Need("Tesseract in Danish", has_danish_tesseract, "tesseract-ocr tesseract-ocr-dan"),
    "needs_debian_postgresql": Need(
        "Debian's PostgreSQL, 15 or newer", lambda: on_debian_postgresql.find_folder() is not None, "postgresql"
    ),
}
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if fixtures & DATABASE_FIXTURES or item.get_closest_marker("django_db"):
            item.add_marker("database")
        if "browser" in fixtures:
            item.add_marker("needs_chromium")


def pytest_collection_finish(session: pytest.Session) -> None:
    asked = any(getattr(item, "originalname", "") == on_debian_postgresql.TEST for item in session.items)
    if asked and NEEDS["needs_debian_postgresql"].is_there() and not session.config.option.collectonly:
        on_debian_postgresql.start()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Prepare the test database after its migrations, and again after each flush, which empties every table."""
    from django.db.models.signals import post_migrate

    from meetings.preparation import prepare

    def after_flush(sender: AppConfig, **told: object) -> None:
        if sender.label == "meetings" and "apps" not in told:  # only `migrate` passes `apps` to the signal
            prepare()

    with django_db_blocker.unblock():
        prepare()
    post_migrate.connect(after_flush, weak=False, dispatch_uid="tests.prepare")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("needs_seeds"):
        seeds.require()
    for marker, need in NEEDS.items():
        if item.get_closest_marker(marker) and not need.is_there():
            sentence = f"needs {need.name}: apt-get install {need.packages}"
            if os.environ.get("CI") == "true":
                pytest.fail(f"{sentence} (under CI=true nothing is skipped)", pytrace=False)
            pytest.skip(sentence)
