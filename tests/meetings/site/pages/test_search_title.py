"""What a search is of, in words."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from meetings.site.pages.search_title import title_in_words

NAMED = {"region": "sjaelland", "sag": "SAG-2025-03687", "kommune": "Greve"}
FILED = {"art": "minutes", "emne": "it-og-digitalisering", "q": "drift"}
NEW_YEAR, DAY = datetime.date(2019, 1, 1), datetime.date(2025, 10, 24)
TITLES: list[tuple[dict[str, Any], str]] = [
    ({}, "Punkter"),
    ({"udfald": "noted", "art": "minutes"}, "Beslutninger (taget til efterretning) fra referat"),
    (FILED, "Punkter fra referat om it og digitalisering og »drift«"),
    (NAMED, "Punkter i KKR Sjælland i sag SAG-2025-03687, der nævner Greve"),
    ({"fulgt": "partly", "beloeb": "1-10-mio"}, "Punkter, indstillingen: delvist fulgt, beløb: 1-10 mio. kr."),
    ({"aar": 2025}, "Punkter, 2025"),
    ({"aar": 2025, "fra": DAY}, "Punkter, 2025, fra 24. oktober 2025"),
    ({"fra": NEW_YEAR, "til": datetime.date(2021, 12, 31)}, "Punkter, 2019-2021"),
    ({"fra": NEW_YEAR, "til": datetime.date(2019, 12, 31)}, "Punkter, 2019"),
    ({"fra": NEW_YEAR, "til": DAY}, "Punkter, fra 1. januar 2019 til 24. oktober 2025"),
    ({"fra": DAY, "til": DAY}, "Punkter, 24. oktober 2025"),
    ({"fra": DAY}, "Punkter, fra 24. oktober 2025"),
    ({"til": NEW_YEAR}, "Punkter, til 1. januar 2019"),
]


@pytest.mark.parametrize(("cleaned", "title"), TITLES)
def test_a_search_is_told_in_words(cleaned: dict[str, Any], title: str) -> None:
    assert title_in_words(cleaned) == title
