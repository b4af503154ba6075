"""A made-up corpus for benchmarks of search: Danish words at their frequency in Danish, in items of 250 words.

There are `TEXTS` different texts; larger archives have each of them several times, at different meetings.
"""

from __future__ import annotations

import datetime
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from danish.shipped import shipped_lexicon

TEXTS = 12_000
WORDS = 250
VOCABULARY = 20_000
PLACES = ("Aalborg", "Viborg", "Odense", "Roskilde", "Køge", "Randers", "Esbjerg", "Hjørring", "Vejle", "Gladsaxe")
OUTCOMES = ("approved", "noted", "discussed", "recommended")
REGIONS = ("nordjylland", "midtjylland", "syddanmark", "sjaelland", "hovedstaden")
COMPOUNDS = (
    "sundhedsreform",
    "sundhedsreformen",
    "økonomiaftale",
    "flygtningefordeling",
    "ældreplejen",
    "mobilitetsstrategi",
)


@dataclass(frozen=True)
class Text:
    """The texts of one item."""

    title: str
    decision: str
    presentation: str


def texts(count: int = TEXTS, seed: int = 7) -> Iterator[Text]:
    """Yield `count` texts, the same every time for a seed."""
    chance = random.Random(seed)
    costs = {word: cost for word, cost in shipped_lexicon().costs.items() if len(word) > 1 and word.isalpha()}
    words = sorted(costs, key=costs.__getitem__)[:VOCABULARY]
    weights = list(accumulate(math.exp(-costs[word]) for word in words))
    for nth in range(count):
        drawn = chance.choices(words, cum_weights=weights, k=WORDS)
        drawn[::40] = [chance.choice((*COMPOUNDS, *PLACES)) for _ in drawn[::40]]
        yield Text(
            title=" ".join(drawn[:6]).capitalize(),
            decision=_sentences(drawn[6:26]),
            presentation=f"{_sentences(drawn[26:])} Det koster {_amount(nth)} kroner.",
        )


def _amount(nth: int) -> str:
    """Return a number with its thousands grouped, one of a thousand, which some texts share."""
    return f"{1_000 + nth * 7_919 % 1_000 * 37:,}".replace(",", ".")


def day(nth: int) -> datetime.date:
    """Return the day of a meeting: one of each KKR every six weeks or so, from 2007 to 2025."""
    return datetime.date(2007, 1, 1) + datetime.timedelta(days=nth * 43 % 6935)


def _sentences(words: list[str]) -> str:
    parts = [" ".join(words[at : at + 14]).capitalize() for at in range(0, len(words), 14)]
    return ". ".join(parts) + "."
