"""The one table of weights: how much a hit counts by its section, and how far apart words may be.

PostgreSQL stores one of four weight labels (A to D) with each position of a word; `SHARES` is what a hit with that
label counts. A hit in an item's title or decision says more about it than one in a long presentation. A word that is
only part of a compound ("reform" in "sundhedsreformen") counts one label lower.
"""

from __future__ import annotations

from typing import NamedTuple


class WeightLabels(NamedTuple):
    """The labels of a section: that of a whole word, and that of a word that is only part of a compound."""

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
)  # the verb of "tog til efterretning", in whichever section: it says nothing about the matter
SHARES = {"A": 1.0, "B": 0.6, "C": 0.3, "D": 0.1}

# Rank = TERMS * how often and in which sections any form occurs + CLOSENESS * how close the query's words are
#        + WHOLE * the same as TERMS for the words as typed (no parts) + APART * the same for compounds that are
#        written apart ("reform af sundhedsvæsenet"), which rank lower - YEAR for each year of age,
# and an item's rank is multiplied by REPEATED for each better item of the same meeting.
TERMS, CLOSENESS, WHOLE, APART, YEAR = 1.0, 0.5, 1.0, 0.01, 0.002
REPEATED = 0.9

CLOSE = 5  # the greatest distance of the words of a compound written apart: "aftale om kommunernes økonomi"
NEXT = 2  # the same if one of them is itself part of a compound: "kommunefordeling af flygtninge"
MIDDLE_NAMES = 2  # the most names allowed between the first and the last
SENTENCE_GAP = CLOSE + 1  # positions between sentences: no phrase or close match reaches across

# An item need not have all words of a question: those that it has must carry this share of their total information,
# where a rarer word carries more and the thing that "how many" asks for more still.
ENOUGH_OF_A_QUESTION = 0.5
SHARES_OF_A_QUESTION = 1.0, 0.85  # where an item matches so much of a question's words,
NEARLY_THE_BEST = 0.65  # what answers it must match this share of that
OF_A_VERB, OF_A_MISSING_VERB, OF_THE_ASKED_THING = 0.8, 0.5, 1.5
OF_A_TITLE = 1.5  # a word in the title tells more of an item than one in its text
OF_A_PART = 0.6  # of a compound that stands nowhere: its parts may
LEAST_OF_A_MATTER = 2.0  # no verb tells more than the matter, but for one that is as common as "møde"
MISSING = 2.7  # what a word that stands nowhere tells at least: as much as one in every fifteenth item
TOGETHER = 15  # words this near each other stand together

SPREAD = 100  # of the best by TERMS this many are ranked by the rest too, and spread over their meetings
CANDIDATES = 200  # if more items than this match, this many are ranked:
TITLED = 120  # at most this many of the newest whose titles match, and the newest of the others
MOST_COUNTED = 3_000  # if more match in a large archive, counting stops soon after and the page says "at least",
MOST_LOOKED_AT = 1_000  # and already here if each item must be checked for the positions of its words
