"""What a search is of, in words."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from meetings.site.pages.search_title import title_in_words

NAMED = {"region": "sjaelland", "sag": "SAG-2025-03687", "kommune": "Greve"}
FILED = {"art": "minutes", "emne": "it-og-digitalisering", "q": "drift"}
TITLES: list[tuple[dict[str, Any], str]] = [
    ({}, "Punkter"),
    ({"udfald": "noted", "art": "minutes"}, "Beslutninger (taget til efterretning)"),
    (FILED, "Punkter fra referat om it og digitalisering og »drift«"),
    (NAMED, "Punkter i KKR Sjælland i sag SAG-2025-03687, der nævner Greve"),
    ({"aar": 2025, "fra": datetime.date(2019, 1, 1)}, "Punkter, 2025"),
    ({"fra": datetime.date(2019, 1, 1), "til": datetime.date(2021, 1, 1)}, "Punkter, 2019-2021"),
    ({"til": datetime.date(2021, 1, 1)}, "Punkter, til 2021"),
]


@pytest.mark.parametrize(("cleaned", "title"), TITLES)
def test_a_search_is_told_in_words(cleaned: dict[str, Any], title: str) -> None:
    assert title_in_words(cleaned) == title
