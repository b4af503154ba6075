"""Whether a decision followed the recommendation: the requested outcomes compared with those decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from meetings.shared.vocabulary import Following, Outcome, Tone

# "godkendte proceduren, med tilføjelse af de ekstra kriterier": approved as requested, but with changes.
_CHANGED = re.compile(
    r"\bmed\s+(?:\w+\s+){0,3}(?:ændring(?:er|en|erne)?|tilføjelse[rn]?|tilføjelserne|forbehold|undtagelse[rn]?)\b",
    re.IGNORECASE,
)
_AGAINST = {*Tone.AGAINST.outcomes, *Tone.WAITING.outcomes}


def read_following(asks_for: Sequence[Outcome], outcomes: Sequence[Outcome], text: str) -> Following:
    """Compare the outcomes that the recommendation requests with those of the decision and its text.

    Nothing is guessed: without known verbs on both sides it is NOT_SAID.
    """
    asked, done = set(asks_for), set(outcomes) - {Outcome.OTHER}
    if not asked or not done:
        return Following.NOT_SAID
    if not asked & done:
        return Following.OTHERWISE
    whole = asked <= done and not done & (_AGAINST - asked) and not _CHANGED.search(text)
    return Following.FOLLOWED if whole else Following.PARTLY
