"""Whether a sentence continues over a page break, told by how one page ends and the next begins."""

from __future__ import annotations

import re

from ingest.line_patterns import MONTHS

_HYPHENED = re.compile(r"\w-$")
_SENTENCE_END = re.compile(r"[.!?:][\"”»)]*$")
# Abbreviations that a sentence never ends in, and those that it may end in.
_MID_SENTENCE = re.compile(
    r"(?:^|[\s(])(?:bl\.\s?a|f\.\s?eks|ca|cirka|d|dvs|ekskl|eks|evt|fr|hhv|hr|ift|inkl|jf|jfr|kap|kl|mht|nr|pga|pkt|s|stk|vedr|vs)\.$",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:pct|mio|mia|kr|m\.\s?v|mv|m\.\s?m|m\.\s?fl|o\.\s?l|osv|etc|min|maks)\.$")
_DAY = re.compile(r"\b\d{1,2}\.$")
_MONTH = re.compile(rf"(?:{MONTHS})\b", re.IGNORECASE)
# Words that nothing ends in: prepositions, conjunctions, articles, auxiliary verbs, and what a name follows.
_DANGLING = re.compile(
    r"(?:^|[\s(])(?:af|at|efter|eller|en|et|den|det|de|der|for|fra|før|gennem|hos|i|inden|med|mellem|men|mod|når|og|om"
    r"|over|på|samt|siden|som|til|under|uden|ved|via|er|var|har|havde|blev|bliver|skal|skulle|kan|vil|ville|bør|denne|dette"
    r"|disse|deres|dets|sin|sit|sine|hver|både|hvor|hvis|fordi|således|§|KKR|Region)$"
)
_BEFORE_NUMBER = re.compile(r"(?:^|[\s(])(?:den|d\.|nr\.|kl\.|ca\.|jf\.|pkt\.|punkt|side|mellem|til|fra|§)$")


def runs_over_page(before: str, text: str, *, full: bool, listed: bool) -> bool:
    """Return whether the first line of a page, `text`, continues the sentence of the line above it.

    `full` says that the line above has no room for the next word, `listed` that it belongs to a list entry.
    """
    if _HYPHENED.search(before) or before.endswith(","):
        return text[0].isalnum()
    if text[0].islower():
        return not _SENTENCE_END.search(before) or _is_abbreviated(before, text)
    if _SENTENCE_END.search(before):
        return bool(_MID_SENTENCE.search(before))
    if not text[0].isalnum():
        return full and not listed and text[0] in '(»”"§–'
    return bool(_DANGLING.search(before)) or (full and not listed and before[-1].isalnum())


def is_number_in_sentence(before: str) -> bool:
    """Return whether a number that comes next belongs to the sentence: "den 3. og 4. maj" is no list entry."""
    return bool(_BEFORE_NUMBER.search(before))


def _is_abbreviated(before: str, text: str) -> bool:
    """Return whether a line ends in the full stop of an abbreviation, or of a day before its month."""
    if _DAY.search(before):
        return bool(_MONTH.match(text))
    return bool(_MID_SENTENCE.search(before) or _ABBREVIATION.search(before))
