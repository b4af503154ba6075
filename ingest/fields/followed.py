"""Whether a decision followed the recommendation: the steps it took, judged by the steps that were asked for.

The rule, whose points the functions name:

1. Steps are verbs with their objects (`ingest.fields.steps`). What somebody told, thanks, praise and remarks are none.
2. A step is done when the decision does that, or more, to the same matter; a bare "Godkendt." does whatever was asked.
3. OTHERWISE: something asked is refused, postponed, withdrawn or replaced, and no asked step is done.
4. FOLLOWED: an asked step is done, and nothing is refused, replaced or changed. Silence about others does not count.
5. PARTLY: an asked step is done, and one is refused, postponed or replaced, or done with additions or conditions.
6. NOT_SAID: no asked step is said to be done, and none is refused or replaced.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.fields.changes import REPLACEMENT, has_reservation, is_changed
from ingest.fields.clauses import SENTENCE_LETTERS, own_sentences
from ingest.fields.steps import Step, asked_steps, stems, steps_taken
from ingest.fields.verbs import STRENGTH
from meetings.shared.vocabulary import Following, Outcome, Tone

LONGEST = 20_000  # letters of a text that are judged; no real one is longer
_AGAINST = {*Tone.AGAINST.outcomes, *Tone.WAITING.outcomes}
# Whoever is asked to take a position may also say no.
_POSITIONS = {Outcome.APPROVED, Outcome.REJECTED, Outcome.RECOMMENDED, Outcome.APPOINTED, Outcome.OTHER}
# "Et ændringsforslag fra SF blev forkastet" refuses nothing that was recommended.
_COUNTER_PROPOSAL = re.compile(
    r"\b(?:ændrings|mod|under)forslag\w*|\bforslag\w*\s+(?:fra|om\s+(?:udsættelse|at\s+udsætte))", re.IGNORECASE
)
_THIS_MATTER = re.compile(r"\b(?:sagen|punktet|drøftelsen|behandlingen)\b(?!\s*\d)", re.IGNORECASE)
_PART = re.compile(r"\b(?:punkt|pkt\.|ad|del|led)\s*\d|\bdel(?:en)?\s+(?:om|af|vedr)|\bsidste\s+del\b", re.IGNORECASE)
_CHOICE = re.compile(r"\b(model|scenarie|alternativ|løsning|mulighed|variant|placering|option)\s+([A-Z]|\d+)\b")
_NAME = r"(?!KKR|Region|Det |Den )[A-ZÆØÅ][\w’'-]+(?:\s+[A-ZÆØÅ][\w’'-]+)+"
_PERSON = re.compile(rf"\b{_NAME}")
# "Udpeger en stedfortræder for Lotte Sejrup" proposes nobody.
_PROPOSED = re.compile(
    rf"\b(?:udpeger|genudpeger|vælger|genvælger|indstiller|peger\s+på)\s+(?:borgmester\s+)?({_NAME})|"
    rf"\bat\s+(?:borgmester\s+)?({_NAME})[^.;]{{0,60}}?\b(?:udpeges|genudpeges|vælges|genvælges|indstilles)\b"
)


class Judgement(NamedTuple):
    """Whether the recommendation was followed, and the sentences of the decision that say so."""

    followed: Following
    basis: tuple[str, ...] = ()


class Asked:
    """What a recommendation asks for: its text and its steps."""

    def __init__(self, recommendation: str) -> None:
        self.text = recommendation
        self.steps = asked_steps(recommendation)
        self.acts = {step.act for step in self.steps}

    def done_by(self, taken: list[Step]) -> list[Step]:
        """Point 2: return the steps taken that do one asked for; those that do more, where none does the very same."""
        done = [step for step in taken if _approves_the_whole(step)]
        for wanted in self.steps:
            doing = [step for step in taken if _does(step, wanted)]
            done += [step for step in doing if step.act == wanted.act] or doing
        return [step for step in taken if step in done]

    def is_all_done(self, done: list[Step]) -> bool:
        """Return whether each step asked for is among those that are done."""
        if any(map(_approves_the_whole, done)):
            return True
        return bool(self.steps) and all(any(_does(step, wanted) for step in done) for wanted in self.steps)


def judge(recommendation: str | None, decision: str | None) -> Judgement | None:
    """Judge a decision by its recommendation; None where one of them is missing."""
    if not recommendation or not decision:
        return None
    decision = decision[:LONGEST]
    asked, taken = Asked(recommendation[:LONGEST]), steps_taken(decision)
    done = asked.done_by(taken)
    against = [step.sentence for step in taken if step not in done and _is_against(step, asked, done)]
    against += _changes(asked, done, decision)
    basis = tuple(dict.fromkeys([*(step.sentence for step in done), *against]))
    if done:
        return Judgement(Following.PARTLY if against else Following.FOLLOWED, basis)  # points 5 and 4
    return Judgement(Following.OTHERWISE if against else Following.NOT_SAID, basis)  # points 3 and 6


def _approves_the_whole(taken: Step) -> bool:
    return taken.act == Outcome.APPROVED and taken.names_the_whole and not taken.is_negated


def _does(taken: Step, asked: Step) -> bool:
    """Point 2: return whether a step taken does the step asked for, or more, to the same matter."""
    if asked.takes_position:
        return taken.act in _POSITIONS and not (taken.takes_position and taken.is_negated)
    if asked.is_negated:
        return taken.stated == asked.stated == Outcome.REJECTED
    if taken.is_negated or _is_other_choice(taken, asked) or re.search(r"\bi\s+stedet\b", taken.clause):
        return False
    if taken.act != asked.act or asked.act == Outcome.OTHER:
        return _does_more(taken, asked)
    return taken.act != Outcome.RECOMMENDED or taken.is_about(asked.stems)


def _does_more(taken: Step, asked: Step) -> bool:
    """Return whether a step taken is a stronger act on the same matter, or an act without a word of its own on it."""
    if asked.act in _AGAINST or taken.act in _AGAINST:
        return False
    if Outcome.OTHER in (taken.act, asked.act):
        return bool(taken.stems & asked.stems) and STRENGTH[taken.act] >= STRENGTH[asked.act]
    return STRENGTH[taken.act] > STRENGTH[asked.act] and taken.is_about(asked.stems)


def _is_other_choice(taken: Step, asked: Step) -> bool:
    """Return whether a step takes another of the choices than the one asked for: model A for B, Ib Holm for Bo Lund."""
    choices, wanted = dict(_CHOICE.findall(taken.said)), dict(_CHOICE.findall(asked.said))
    if any(choices[kind] != wanted[kind] for kind in choices.keys() & wanted.keys()):
        return True
    if not taken.act == asked.act == Outcome.APPOINTED:
        return False
    names = set(_PERSON.findall(taken.said))
    proposed = {name for pair in _PROPOSED.findall(asked.said) for name in pair if name}
    return bool(names and proposed and not names & proposed)


def _is_against(taken: Step, asked: Asked, done: list[Step]) -> bool:
    """Points 3 and 5: return whether a step refuses, postpones, withdraws or replaces what was asked for."""
    if _COUNTER_PROPOSAL.search(taken.clause):
        return False
    if taken.stated == Outcome.REJECTED:
        return not asked.is_all_done(done) or bool(asked.acts & {Outcome.APPROVED, Outcome.RECOMMENDED})
    if taken.is_negated:
        return _refuses(taken, asked, done)
    if taken.act in _AGAINST:
        return not asked.is_all_done(done) or _concerns_part(taken, asked)
    return _replaces(taken, asked)


def _refuses(taken: Step, asked: Asked, done: list[Step]) -> bool:
    """Return whether a negated step is one that was asked for: "tog ikke til efterretning", "ønsker ikke, at …"."""
    if taken.takes_position:
        return not done
    if taken.act == Outcome.OTHER:
        return not asked.is_all_done(done) and bool(taken.stems & stems(asked.text))
    return taken.act in asked.acts


def _concerns_part(taken: Step, asked: Asked) -> bool:
    """Return whether a part of what was asked for is put off, not the rest of the matter."""
    if _PART.search(taken.clause):
        return True
    return not _THIS_MATTER.search(taken.clause) and bool(taken.stems & stems(asked.text))


def _replaces(taken: Step, asked: Asked) -> bool:
    same = [step for step in asked.steps if step.act == taken.act]
    if any(_is_other_choice(taken, step) for step in same) or REPLACEMENT.search(taken.said):
        return True
    return taken.act == Outcome.APPROVED and Outcome.REJECTED in asked.acts


def _changes(asked: Asked, done: list[Step], decision: str) -> list[str]:
    """Point 5: return the sentences in which what was asked for is done changed, or only to a part."""
    doing = {step.sentence for step in done}
    changed = [sentence for sentence in doing if is_changed(sentence[:SENTENCE_LETTERS], asked.text)]
    rest = [sentence for sentence in own_sentences(decision) if doing and has_reservation(sentence[:SENTENCE_LETTERS])]
    return changed + rest
