"""What is typed, as it is meant: letters, signs, hyphens at line ends, operators."""

from __future__ import annotations

import timeit
import unicodedata

import pytest

from meetings.search.language import read_query
from meetings.search.language.typed import normalised

TYPED = [
    (unicodedata.normalize("NFD", "Båd på Læsø"), "Båd på Læsø"),
    ("CO₂-lager ﬁnt １２", "CO2-lager fint 12"),
    ("havne\u00adkontor", "havnekontor"),
    ("havne\u00ad kontor", "havnekontor"),
    ("bro\u200b\ufeff og \udcff vej", "bro og vej"),
    ("2026–2030 og 2031−2035", "2026-2030 og 2031-2035"),
    ("»stille havne« og „fyr“", '"stille havne" og "fyr"'),
    ("'stille havne' på KKR's møde", '"stille havne" på KKR\'s møde'),
    ("biblio- teket", "biblioteket"),
    ("forure- ningen i havne- bassinet", "forureningen i havnebassinet"),
    ('"forure-\tningen steg"', '"forureningen steg"'),
    ("biblio-teket", "biblioteket"),
    ("Svend- borg", "Svendborg"),
    ("havne- og fiskeriudvalg", "havne- og fiskeriudvalg"),
    ("it- drift og S- tog", "it-drift og S-tog"),
    ("havne-reform", "havne-reform"),
    ("12 500 fisk og 1 000 000 kr i 2025 300", "12500 fisk og 1000000 kr i 2025 300"),
    ("§34 og paragraf 35, §§ 36", "§ 34 og § 35, § 36"),
    ("havn AND fyr OG mole", "havn fyr mole"),
    ("havn NOT fyr", "havn -fyr"),
    ('havn NOT "gamle fyr"', 'havn -"gamle fyr"'),
    ("havn NOT", "havn NOT"),
    ("havn IKKE fyr", "havn -fyr"),
    ("IKKE VEDTAGET", "IKKE VEDTAGET"),
    ("ikke vedtaget", "ikke vedtaget"),
    ("havn NOT (fyr OR mole)", "havn -fyr -mole"),
    ("AND", "AND"),
    ("havn||fyr", "havn | fyr"),
    ("møde 10:30", "møde 10.30"),
    ('"havn OG fyr"', '"havn OG fyr"'),
    ("+havn +fyr", "havn fyr"),
]


@pytest.mark.parametrize(("typed", "meant"), TYPED)
def test_what_is_typed_is_read_as_it_is_meant(typed: str, meant: str) -> None:
    assert normalised(typed) == meant


@pytest.mark.parametrize(
    "typed", ["a" * 300, "havne- " * 43, "1 000 " * 50, "sag-" * 75, "'" * 300, "2025-" * 60, "-(" * 150]
)
def test_a_long_query_is_read_in_a_moment(typed: str) -> None:
    assert min(timeit.repeat(lambda: read_query(typed), number=1, repeat=5)) < 0.01
