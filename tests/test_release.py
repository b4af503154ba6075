"""A release has the same version and date everywhere, and names the licence of every word list."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
NEWEST = re.compile(r"^## \[(?P<version>[\d.]+)\] - (?P<date>\d{4}-\d\d-\d\d)$", re.MULTILINE)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_changelog_begins_with_the_version_of_the_project() -> None:
    newest = NEWEST.search(read("CHANGELOG.md"))
    assert newest
    assert newest["version"] == tomllib.loads(read("pyproject.toml"))["project"]["version"]


def test_publiccode_names_the_newest_release() -> None:
    newest = NEWEST.search(read("CHANGELOG.md"))
    assert newest
    assert 'softwareVersion: "{version}"\nreleaseDate: "{date}"'.format(**newest.groupdict()) in read("publiccode.yml")


def test_every_file_of_words_has_a_licence_in_the_notice() -> None:
    notice = read("NOTICE")
    words = [path.name for path in (ROOT / "danish" / "data").iterdir() if path.suffix != ".md"]
    assert [name for name in words if name not in notice] == []


def test_the_image_takes_every_app_of_ours() -> None:
    taken = set(read(".dockerignore").split())
    apps = {name.partition(".")[0] for name in settings.INSTALLED_APPS if (ROOT / name.partition(".")[0]).is_dir()}
    assert {f"!{name}" for name in apps} <= taken
