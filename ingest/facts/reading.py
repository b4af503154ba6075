"""All facts of an item, kind by kind, over one splitting of its texts into sentences.

A kind is looked for only where one of its cues stands, which a plain search of the text tells: the patterns of the
kinds took a third of the time of reading a document.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from ingest.facts.amounts import read_amounts
from ingest.facts.appointments import read_appointments
from ingest.facts.deadlines import read_deadlines
from ingest.facts.earlier_meetings import read_earlier_meetings
from ingest.facts.next_meeting import read_next_meeting
from ingest.facts.sent_on import read_sent_on
from ingest.facts.sentences import Sentence, read_sentences
from ingest.records import FactRecord, ItemRecord

_DIGIT = re.compile("[1-9]")
# Parts of words in lower case without letters that are misread.
_MONEY = ("kr", "dkk", ",-")
_DUE = ("senest", "inden", "frist", "deadline", "ring", "skal", "bedes", "dag for")
_APPOINTS = ("udpeg", "valg", "lge", "indstil")
_SENDS = ("send", "forel", "give", "behandling", "godkendelse", "vedtagelse")
_MUNICIPALITIES = ("kommun", "byr")
_COMES = ("ste m", "ste kkr", "ste ordin", "mende", "konstituer", "ekstraord", "nyt")


def read_facts(item: ItemRecord, meeting: datetime.date) -> tuple[FactRecord, ...]:
    """Return the facts that an item of a meeting on a given day states, each once, by kind."""
    return tuple(dict.fromkeys(_facts(item, meeting)))


def _facts(item: ItemRecord, meeting: datetime.date) -> Iterator[FactRecord]:
    sentences = read_sentences(item)
    lower = [sentence.text.lower() for sentence in sentences]
    whole = "\n".join(lower)

    def having(*cues: str) -> list[Sentence]:
        present = [cue for cue in cues if cue in whole]
        return [one for one, text in zip(sentences, lower, strict=True) if _has_any(text, present)] if present else []

    dated = [one for one in sentences if _DIGIT.search(one.text)]
    if _has_any(item.title.lower(), _COMES) or having(*_COMES):
        yield from read_next_meeting(sentences, item.title, meeting)
    yield from read_deadlines(having(*_DUE), meeting)
    if having(*_APPOINTS):
        yield from read_appointments(sentences)
    yield from read_amounts(having(*_MONEY))
    yield from read_sent_on([one for one in having(*_SENDS) if _has_any(one.text.lower(), _MUNICIPALITIES)])
    yield from read_earlier_meetings(dated, meeting)


def _has_any(text: str, cues: Sequence[str]) -> bool:
    for cue in cues:  # noqa: SIM110 - a generator costs as much as the searches themselves
        if cue in text:
            return True
    return False
