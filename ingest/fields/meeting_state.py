"""Whether a paper says that its meeting was cancelled, put off or held in writing, or that it is extraordinary.

A heading says so ("AFLYST", "Dagsorden til ekstraordinært møde i KKR Fyn"), or a sentence about the meeting itself
("Mødet er aflyst"). What is said of other meetings ("Aflyst møde i styregruppen", "Gruppemøderne er aflyst") is not.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from danish.tolerant_patterns import tolerant, tolerant_pattern
from ingest.fields.dates import find_dates, find_times
from ingest.fields.front_lines import OTHER_BODY, FrontLine, is_heading_with

_THE_MEETING = r"(?:\b(?:dette |KKR[- ]?)møde\b|\bmødet\b|^\W*møde\b)(?P<which>(?:[^.;:!?]|(?<=\d)\.){0,90}?)"
_IS = r"\b(?:er|blev|bliver|var|måtte|må|har været)\b(?P<how>[^.;:!?]{0,40}?)"
_CANCELLED = tolerant_pattern(r"\b(?:aflyst|aflyses|aflysning)\b")
_IS_CANCELLED = tolerant_pattern(rf"{_THE_MEETING}(?:{_IS}\baflys(?:t|es)\b|\baflyses\b)")
_PUT_OFF_WORDS = r"(?:udsat|udsættes|udskudt|udskydes)(?: (?:på ubestemt tid|indtil videre))?"
_PUT_OFF = tolerant_pattern(rf"\b{_PUT_OFF_WORDS}\b")
_IS_PUT_OFF = tolerant_pattern(
    rf"{_THE_MEETING}(?:{_IS})?\b(?:udsat|udsættes|udskudt|udskydes) (?:på ubestemt tid|indtil videre)\b"
)
_IS_MOVED = tolerant_pattern(
    rf"{_THE_MEETING}{_IS}\b(?:flyttet|rykket|udsat|udskudt)\s+(?:\w+\s+)?(?:en|to|tre|nogle|\d+)\s+(?:uge|dag|måned)\w*"
)
_MOVED = tolerant_pattern(
    r"\b(?:er |blev |bliver )?(?:flyttet|rykket|flyttes|fremrykket)\b|\bny (?:møde)?dato\b|\bændret (?:møde)?dato\b"
)
_WRITING = r"skriftlig (?:høring|behandling|procedure|sagsbehandling|votering|afstemning)"
_WRITTEN = tolerant_pattern(
    rf"\b(?:{_WRITING}|skriftligt (?:møde|KKR-møde)|skriftligt)\b|\b(?:svar)?frist\w*|\bsvar\b|\bsenest\b"
    r"|\bafholdt\b|\bbehandles\b|\b(?:af)?holdes\b"
)
_HAS_WRITING = tolerant_pattern(rf"\b{_WRITING}\b|\bskriftligt (?:KKR-?)?møde\b|\bmøde\w*[^.]{{0,40}}\bskriftligt\b")
_IS_DONE = r"(?:(?:af)?holdes|afholdt|gennemfør(?:es|t)|behandle[st]|erstatte[st]|(?:ud)?sendes|afvikle[st]|foregår)"
_IS_WRITTEN = tolerant_pattern(
    r"(?:\b(?:KKR[- ]?)?møde(?:t)?\b|\bdagsordenen\b|\bpunkterne\b|\bsag(?:en|erne)\b)(?:[^.;!?]|(?<=\d)\.){0,80}"
    rf"\b{_IS_DONE}\b[^.;!?]{{0,30}}\b(?:{_WRITING}|skriftligt)\b"
)
_REPLACED = tolerant_pattern(rf"\b(?:erstatte[st]|i stedet)\b[^.;!?]{{0,30}}\b(?:{_WRITING}|skriftligt)\b")
_EXTRAORDINARY = tolerant_pattern(
    r"\b(?:ekstraordinært?(?: (?:KKR[- ]?)?(?:møde|dagsorden|(?:beslutnings|møde)?referat))?|ekstra (?:KKR[- ]?)?møde"
    r"|ekstramøde)\b"
)
_EXTRAORDINARY_MEETING = tolerant_pattern(
    r"^(?:(?:indkaldelse|dagsorden|(?:beslutnings|møde)?referat|udkast)\s+)*(?:(?:til|for|fra|af)\s+)?"
    r"(?:ekstraordinært (?:KKR[- ]?)?møde|ekstra (?:KKR-)?møde|ekstramøde)\b(?!\s+(?:for|med)\b)(?P<rest>.*)$"
)
_CALLED = tolerant_pattern(
    r"\bindkald\w*\b[^.;!?]{0,40}\btil\b[^.;!?]{0,12}\b(?:ekstraordinært|ekstra) (?:KKR[- ]?)?møde\b(?P<rest>[^.;!?]*)"
)
_NOT_SO = tolerant_pattern(
    r"\b(?:ikke|hvis|såfremt|kan|eventuelt|evt|muligvis|skulle|næste|sidste|forrige|tidligere)\b"
)
_IF = tolerant_pattern(r"[^.;!?]{0,60}\b(?:hvis|såfremt|med mindre|medmindre)\b")
# "Dato: 17-04-2015 – AFLYST", "Sted: Rådhuset (ekstraordinært møde)": said at the end of a line of its own kind.
_END = r"\s*[(–—:,*-]{{1,3}}\s*(?:{words})\s*[)!.*]*$"
STATE_AT_END = tolerant_pattern(
    _END.format(words=rf"(?:mødet er )?aflyst|ekstraordinært møde|{_WRITING}|(?:mødet er )?(?:flyttet|udsat)")
)


@dataclass(frozen=True, slots=True)
class SaidState:
    """What the front page says of the meeting, without its days."""

    cancelled: bool = False
    put_off: bool = False
    moved: bool = False
    written: bool = False
    extraordinary: bool = False


def read_state(front: Sequence[FrontLine], marks: Sequence[str], date: datetime.date | None) -> SaidState:
    """Read the lines of the front page and its watermarks; `date` is the day of this meeting, not of another."""
    texts = [line.text for line in front]

    def stated(heading: Callable[[str], bool], sentence: re.Pattern[str]) -> bool:
        return any((heading(text) and _is_of(text, date)) or _holds(sentence, text, date) for text in texts)

    return SaidState(
        cancelled=stated(_is_cancelled, _IS_CANCELLED) or any(_CANCELLED.search(mark) for mark in marks),
        put_off=stated(_is_put_off, _IS_PUT_OFF),
        moved=stated(_is_moved, _IS_MOVED),
        written=is_written(texts),
        extraordinary=any(_is_extraordinary(text) and _is_of(text, date) for text in texts),
    )


def is_written(texts: Sequence[str]) -> bool:
    """Return whether lines of the front page say that the council decides in writing."""
    return any(map(_is_written, texts))


def is_replaced(texts: Sequence[str]) -> bool:
    """Return whether a meeting that was called to order is replaced by a decision in writing."""
    return any(map(_REPLACED.search, texts))


def is_state_line(text: str) -> bool:
    """Return whether a line is no more than a statement of the meeting's state, as below a place."""
    return any(is_heading_with(one, text) for one in (_CANCELLED, _PUT_OFF, _MOVED, _EXTRAORDINARY))


def _is_of(text: str, date: datetime.date | None) -> bool:
    dates = [one.date for one in find_dates(text)]
    return not dates or date is None or date in dates


def _is_cancelled(text: str) -> bool:
    return is_heading_with(_CANCELLED, text) or _ends_with(text, "aflyst")


def _is_moved(text: str) -> bool:
    return is_heading_with(_MOVED, text) and find_times(text)[0] is None


def _is_put_off(text: str) -> bool:
    return is_heading_with(_PUT_OFF, text) or _ends_with(text, "udsat")


def _is_extraordinary(text: str) -> bool:
    if is_heading_with(_EXTRAORDINARY, text) or _ends_with(text, tolerant("ekstraordinært møde")):
        return True
    match = _EXTRAORDINARY_MEETING.match(text) or _CALLED.search(text)
    return match is not None and not OTHER_BODY.search(match["rest"]) and not _NOT_SO.search(text)


def _is_written(text: str) -> bool:
    if _HAS_WRITING.search(text) and is_heading_with(_WRITTEN, text):
        return True
    return bool(_IS_WRITTEN.search(text)) and not _NOT_SO.search(text)


def _ends_with(text: str, words: str) -> bool:
    """Return whether a labelled line, "Dato: …" or "Sted: …", ends with a word of the state, set off from the rest."""
    match = STATE_AT_END.search(text)
    if match is None or not _LABELLED.match(text):
        return False
    return re.search(words, match[0], re.IGNORECASE) is not None


_LABELLED = tolerant_pattern(r"^(?:møde)?(?:dato|sted|tidspunkt|tid)\s*[:;]")


def _holds(pattern: re.Pattern[str], text: str, date: datetime.date | None) -> bool:
    """Return whether a sentence says it of this meeting, the one of `date`, without condition."""
    return any(
        not _NOT_SO.search(f"{match['which']} {match['how'] or ''}")
        and not OTHER_BODY.search(match["which"])
        and _is_of(match["which"], date)
        and not _NOT_SO.search(text[max(0, match.start() - 12) : match.start()])
        and not _IF.match(text, match.end())
        for match in pattern.finditer(text)
    )
