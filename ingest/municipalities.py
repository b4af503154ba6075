"""The 98 municipalities, found however they are spelled or misread. Source: `meetings/data/municipalities.csv`."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from ingest.misreading import tolerant

_SUFFIX = re.compile(
    r"\s*\b(?:region)?s?kommunes?(?:\s+(?:byråd|kommunalbestyrelse))?$|\s*\bkomm?\.?$|\s*\bbyråd$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Municipality:
    """One of the 98: its name as the archive writes it, and the forms met in documents."""

    name: str
    forms: tuple[str, ...]


@cache
def municipalities() -> tuple[Municipality, ...]:
    """Read the table."""
    table = resources.files("meetings").joinpath("data/municipalities.csv").read_text(encoding="utf-8")
    return tuple(
        Municipality(row["name"], tuple(filter(None, (row["name"], *row["other_forms"].split("|")))))
        for row in csv.DictReader(table.splitlines())
    )


@cache
def _forms() -> dict[str, str]:
    return {_key(form): one.name for one in municipalities() for form in (*one.forms, f"{one.name}s")}


@cache
def _misread() -> tuple[tuple[re.Pattern[str], str], ...]:
    forms = ((form, one.name) for one in municipalities() for form in one.forms)
    return tuple((re.compile(tolerant(form) + "s?", re.IGNORECASE), name) for form, name in forms)


def _key(text: str) -> str:
    return re.sub(r"[\s-]+", "-", text.strip(" .,;").casefold())


@lru_cache(maxsize=4096)
def find_municipality(text: str) -> str | None:
    """Give the municipality's name for "Morsø Kommune", "Morsø", "Mors" or "Mors@ Kommune"; None for other words."""
    bare = _SUFFIX.sub("", text.strip(" .,;"))
    exact = _forms().get(_key(bare))
    if exact:
        return exact
    return next((name for pattern, name in _misread() if pattern.fullmatch(bare)), None)
