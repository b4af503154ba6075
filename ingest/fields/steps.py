"""The steps that a recommendation asks for and those that a decision took: an act with the words of its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ingest.fields.clauses import SENTENCE_LETTERS, asked_clauses, own_clause, own_sentences
from ingest.fields.verbs import find_acts, turned
from meetings.shared.vocabulary import Outcome

# Whatever was on the table, without its name.
_ANY_MATTER = re.compile(
    r"\b(?:sag|punkt|indstilling|orientering|forslag|oplæg|beslutning|drøftelse|behandling|indstillet|meddelelse)(?:en|et|er|erne|s)?\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\bindstilling(?:en|erne|s)?\b|\bsom\s+(?:indstillet|foreslået)\b", re.IGNORECASE)
_BARE = re.compile(
    r"^\W*(?:(?:enstemmigt|herefter)\s+)?\w+(?:\s+(?:enstemmigt|uden\s+bemærkninger|med\s+\d+\s+stemmer.*))?\W*$",
    re.IGNORECASE,
)
# Acts that the vocabulary of outcomes has no word for.
_OTHER_ACT = re.compile(
    r"\b(?:beslut\w+|ønske\w*\s+ikke|fastlæg\w*|fastl[aå]gde|nedsæt\w*|nedsatte|beder?|bad|bemyndig\w*|meddel\w+|afsæt\w*|afsatte|"
    r"prioriter\w+|indgå\w*|indgik|igangsæt\w*|igangsatte|aftal\w+|enedes)\b",
    re.IGNORECASE,
)
_TAKES_A_POSITION = re.compile(
    r"\b(?:tager?|tage|tog)\s+(?:\w+\s+)?stilling\b|\b(?:traf|træffer|træffes|truffet)\s+(?:\w+\s+)?beslutning\b|\btil\s+(?:beslutning|stillingtagen)\b",
    re.IGNORECASE,
)
_COMMON = frozenset(
    "nordjylland midtjylland syddanmark sjælland hovedstaden kommune kommuner kommunerne kommunernes indstilles "
    "indstillingen orienteringen orientering godkender godkendte godkendes drøfter drøftede efterretning tager "
    "anbefaler anbefalede sender sendes videre forslaget forslag sagen punktet besluttede beslutter blev følgende "
    "mødet møde heraf efter under samt".split()
)
_STEM = 6  # letters: "budgettet" and "budget", "arbejdsgruppen" and "arbejdsgruppe"


@dataclass(frozen=True)
class Step:
    """One act: what is done (OTHER for an act without a word of its own), in which clause, and the whole sentence."""

    act: Outcome
    clause: str
    sentence: str
    is_negated: bool = False
    takes_position: bool = False

    @property
    def said(self) -> str:
        """As much of the sentence as is searched."""
        return self.sentence[:SENTENCE_LETTERS]

    @property
    def stated(self) -> Outcome | None:
        """The outcome with its negation applied."""
        return turned(self.act, is_negated=self.is_negated)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The beginnings of the words that name what the step is about."""
        # Of advice the clause keeps the verb alone: what follows is for others to do.
        return stems(self.said if self.act == Outcome.RECOMMENDED else self.clause)

    @property
    def names_the_whole(self) -> bool:
        """Whether it is about the recommendation as such: "Godkendt.", "tiltrådte indstillingen"."""
        return bool(_WHOLE.search(self.clause) or _BARE.match(self.clause))

    def is_about(self, words: frozenset[str]) -> bool:
        """Return whether it may be about the matter of these stems: it shares one, or names no matter of its own."""
        return bool(self.stems & words) or not self.stems or bool(_ANY_MATTER.search(self.clause))


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the telling words of a text."""
    words = re.findall(r"[^\W\d_]{5,}|\bit\b", text.lower())
    return frozenset(word[:_STEM] for word in words if word not in _COMMON)


def asked_steps(recommendation: str) -> list[Step]:
    """Return the steps that a recommendation asks for."""
    return [
        step for clause, sentence in asked_clauses(recommendation, purposes=True) for step in _steps(clause, sentence)
    ]


def steps_taken(decision: str) -> list[Step]:
    """Return the steps that a decision says were taken, and those it says were not (`is_negated`)."""
    return [step for sentence in own_sentences(decision) for step in _steps(own_clause(sentence), sentence)]


def _steps(clause: str, sentence: str) -> list[Step]:
    acts = find_acts(clause)
    steps = [
        Step(act.outcome, _object_of(clause, n, [one.start for one in acts]), sentence, act.is_negated)
        for n, act in enumerate(acts)
    ]
    if position := _TAKES_A_POSITION.search(clause):
        refused = re.search(r"\b(?:ikke|ingen)\b[^,;]*\b(?:stilling|beslutning)\b", clause)
        steps.append(Step(Outcome.OTHER, clause[position.start() :], sentence, bool(refused), takes_position=True))
    elif not acts and (other := _OTHER_ACT.search(clause)):
        refused = re.search(r"\b(?:ikke|ingen)\b", clause)
        steps.append(Step(Outcome.OTHER, clause[other.start() :], sentence, bool(refused)))
    return steps


def _object_of(clause: str, nth: int, starts: list[int]) -> str:
    """Return the part of a clause that belongs to its nth verb: from the break before it to the next verb's."""
    begin = _break(clause, starts[nth - 1], starts[nth]) if nth else 0
    end = _break(clause, starts[nth], starts[nth + 1]) if nth + 1 < len(starts) else len(clause)
    return clause[begin:end] if end - begin > 0 else clause


def _break(clause: str, left: int, right: int) -> int:
    """Return where the sentence part of the verb at `right` begins: after a comma, "og", "men" or "mens" before it."""
    breaks = [match.start() for match in re.finditer(r"[,;:]|\b(?:og|men|mens|samt)\b", clause[left:right])]
    return left + breaks[-1] if breaks else left
