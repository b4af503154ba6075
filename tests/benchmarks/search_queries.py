"""The queries of the benchmark of search by kind: words of the made-up corpus, and what people type in their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from tests.benchmarks.search_corpus import Text

COUNTED = 4_000  # texts in which words are counted
COMMON, MEDIUM, RARE = (0.08, 0.9), (0.01, 0.03), (0.0005, 0.002)  # shares of the texts that have a word

OURS_ALONE = {
    "by date, common", "filter region and topic", "count and facets", "all of the page", "facets, filtered",
    "suggestion", "a slip", "without æ, ø, å", "compound typed apart", "number, otherwise grouped", "case number",
    "question", "synonyms", "direct answer",
}  # fmt: skip


def kinds(corpus: Sequence[Text]) -> Mapping[str, Sequence[str]]:
    """Return queries of each kind, chosen by the share of texts that contain their words."""
    share = _shares(corpus)
    rare, medium, common = (_between(share, *limits)[:60:5] for limits in (RARE, MEDIUM, COMMON))
    pairs = [f"{a} {b}" for a, b in pairwise(common)]
    return {
        "one word, rare": rare, "one word, medium": medium, "one word, common": common, "two common words": pairs,
        "phrase of common words": [f'"{pair}"' for pair in ("det er", "i den", "til at", "og det", *pairs[:3])],
        "prefix": [word[:4] + "*" for word in medium], "compound": ["sundhedsreform", "økonomiaftale", "ældreplejen"],
        "number": [f'"{number}"' for number in _numbers(corpus)],
        **_as_typed(corpus, share, medium),
        "by date, common": common, "filter region and topic": common, "count and facets": common,
        "all of the page": common, "facets, filtered": medium, "suggestion": [word[:4] for word in medium],
    }  # fmt: skip


def _as_typed(corpus: Sequence[Text], share: Mapping[str, float], medium: Sequence[str]) -> dict[str, Sequence[str]]:
    """Return queries that do not stand in the texts as they are typed, or that name something else than items."""
    letters = [word for word in _between(share, *MEDIUM) if set(word) & set("æøå")][:12]
    return {
        "a slip": [word[:2] + word[3] + word[2] + word[4:] for word in medium if len(word) > 5],
        "without æ, ø, å": [word.replace("æ", "ae").replace("ø", "oe").replace("å", "aa") for word in letters],
        "compound typed apart": ["sundheds reformen", "økonomi aftale", "flygtninge fordeling", "mobilitets strategi"],
        "number, otherwise grouped": [number.replace(".", " ") for number in _numbers(corpus)],
        "case number": [
            form for nth in (7, 123, 640) for form in (f"SAG-2025-{nth:05}", f"Sagsnr. SAG 2025{nth:05} abc")
        ],
        "question": [f"hvor mange {a} skal {b} have i 2026?" for a, b in pairwise(medium)],
        "synonyms": ["lærepladser", "elevpladser", "busdrift", "ældrepleje", "flygtninge", "erhvervsuddannelser"],
        "direct answer": ["24/10", "oktober 2019", "sidste møde i KKR Sjælland", "Aalborg", "afbud", "sundhed"],
    }


def _shares(corpus: Sequence[Text]) -> dict[str, float]:
    """Return the share of the texts that have each word, without stop words and short ones."""
    from meetings.search.language.words import STOP_WORDS

    stands: Counter[str] = Counter()
    for text in corpus[:COUNTED]:
        stands.update(set(f"{text.decision} {text.presentation}".lower().replace(".", "").split()))
    long = (word for word in stands if word not in STOP_WORDS and len(word) > 3 and word.isalpha())
    return {word: stands[word] / COUNTED for word in long}


def _between(share: Mapping[str, float], low: float, high: float) -> list[str]:
    return sorted(word for word, found in share.items() if low < found <= high)


def _numbers(corpus: Iterable[Text]) -> list[str]:
    """Return some of the numbers that texts have, grouped as they stand there."""
    found = {word for text in corpus for word in text.presentation.split()[-2:] if word[0].isdigit()}
    return sorted(found)[:60:5]
