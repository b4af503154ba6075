"""Outcomes of a decision, and those that a recommendation asks for, by their verbs.

A negation turns an approval into a rejection and voids any other verb. Where no verb is known, the outcome is OTHER.
"""

from __future__ import annotations

import re

from ingest.fields.clauses import asked_clauses, own_clause, own_sentences, split_sentences
from ingest.fields.verbs import find_outcomes
from ingest.records import DecisionRecord
from meetings.shared.vocabulary import Outcome

_VOTES_FOR = re.compile(
    r"\bfor\s+stemte\s+(\d+)|(\d+)\s+(?:medlemmer\s+)?(?:stemte\s+for|stemmer\s+for|for\b)", re.IGNORECASE
)
_VOTES_AGAINST = re.compile(
    r"\bimod\s+(?:stemte\s+)?(\d+)|(\d+)\s+(?:medlemmer\s+)?(?:stemte\s+)?(?:stemmer\s+)?imod\b", re.IGNORECASE
)


def read_decision(text: str) -> DecisionRecord:
    """Read a decision: its outcomes in the order of the text, each with the sentence that states it."""
    found: dict[Outcome, str] = {}
    for sentence in own_sentences(text):
        for outcome in find_outcomes(own_clause(sentence)):
            found.setdefault(outcome, sentence)
    found = found or _read_vote(text)
    if not found:
        first = next(iter(split_sentences(text)), text)
        return DecisionRecord(text, (Outcome.OTHER,), (first,))
    return DecisionRecord(text, tuple(found), tuple(found.values()))


def _read_vote(text: str) -> dict[Outcome, str]:
    """Return what a count of votes decides where no verb says it: "For stemte 12, imod stemte 3"."""
    for sentence in split_sentences(text):
        ayes, noes = _VOTES_FOR.search(sentence), _VOTES_AGAINST.search(sentence)
        if ayes and noes:
            majority = int(ayes[1] or ayes[2]) - int(noes[1] or noes[2])
            return {Outcome.APPROVED if majority > 0 else Outcome.REJECTED: sentence} if majority else {}
    return {}


def read_asks_for(text: str | None) -> tuple[Outcome, ...]:
    """Return the outcomes that a recommendation asks of the council, in the order of the text."""
    return tuple(dict.fromkeys(outcome for clause, _ in asked_clauses(text or "") for outcome in find_outcomes(clause)))
