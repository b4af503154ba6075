"""The one table of weights: what a hit is worth by where it stands, and how far apart words may be.

PostgreSQL keeps one of four letters with each place of a word; `SHARES` is what a hit with that letter counts. A hit in
what an item is called or what was decided says more about it than one in a long presentation. A word that is only part
of a compound ("reform" in "sundhedsreformen") counts as one step further down.
"""

from __future__ import annotations

from typing import NamedTuple


class WeightLabels(NamedTuple):
    """The letter of a word in a section, and of a word that is only a part of a compound there."""

    whole: str
    part: str


SECTIONS = {
    "title": WeightLabels("A", "B"),
    "decision": WeightLabels("B", "C"),
    "recommendation": WeightLabels("C", "D"),
    "body": WeightLabels("D", "D"),
}
FORMULA = WeightLabels(
    "D", "D"
)  # the verb of "tog til efterretning", wherever it stands: it says nothing of the matter
SHARES = {"A": 1.0, "B": 0.6, "C": 0.3, "D": 0.1}

# Rank = TERMS * how often and where any form stands + CLOSENESS * how close the words of the query stand together
#        + WHOLE * the same as by TERMS for the words as typed (no parts) + APART * the same for compounds that are
#        written apart ("reform af sundhedsvæsenet"): further down - YEAR for each year of age,
# and an item's rank falls to REPEATED of itself for each better item of the same meeting.
TERMS, CLOSENESS, WHOLE, APART, YEAR = 1.0, 0.5, 1.0, 0.01, 0.002
REPEATED = 0.9

CLOSE = 5  # words of a compound written apart stand at most this far from each other: "aftale om kommunernes økonomi"
NEXT = 2  # and so far where one of them is itself part of a compound: "kommunefordeling af flygtninge"
MIDDLE_NAMES = 2  # so many names may stand between the first and the last
SENTENCE_GAP = CLOSE + 1  # between sentences, in places: nothing close or in a phrase reaches over it

# A question need not have all its words: those that stand must carry this share of what all would tell, where a word
# tells the more the rarer it is.
ENOUGH_OF_A_QUESTION = 0.5

SPREAD = 100  # so many, the best by TERMS, are put in order by the rest too, and spread over their meetings
CANDIDATES = 200  # where more items than this answer, so many are put in order:
TITLED = 120  # the newest whose titles answer, so many at most, and the newest of the others
MOST_COUNTED = 3_000  # where more answer in a large archive, counting stops soon after and the page says "at least",
MOST_LOOKED_AT = 1_000  # and already here where each must be looked at, for how its words stand
