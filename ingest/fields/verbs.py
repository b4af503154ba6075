"""The verbs of recommendations and decisions: which outcome each states, how strong it is, whether it is negated."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from danish.tolerant_patterns import tolerant
from meetings.shared.vocabulary import Outcome

# "Støttede indstillingen" approves the proposal, "støttede arbejdet" approves nothing.
_PROPOSED = r"(?:indstilling|forslag)\w*"
_MEETING = r"(?:(?:et|det|den)\s+)?(?:næste|kommende|førstkommende|senere|nyt)\s+(?:KKR-)?møde|mødet\s+(?:i|den|til)\b"
_AGAIN = rf"(?:igen|på\s+ny|på\s+(?:{_MEETING}))"
_MATTER = r"(?:sag|punkt|spørgsmål|behandling|beslutning|drøftelse|godkendelse|udpegning|stillingtagen|indstilling)\w*"
_SEAT = r"(?:medlem|repræsentant|(?:næst)?formand|kandidat|suppleant)\w*"
_BODY = r"(?!kommunal)\w*(?:bestyrelse|udvalg|råd|forum|styregruppe|nævn)\w*"
COUNCILS = r"(?:de\s+|alle\s+|\d+\s+|\w+\s+)?(?:kommun|byråd)\w*"
_CAPITAL = r"(?-i:[A-Z]|Æ|Ø|Å)"
_PERSON = rf"{_CAPITAL}[\w.’'-]+\s+(?:{_CAPITAL}[\w.’'-]+|\([^()]{{1,20}}\))"
_HAPPENED = r"(?:(?<!er\s)(?<!har\s)(?<!var\s)(?<!havde\s)(?<!blevet\s))"
_ONWARDS = r"(?=[^.]*\b(?:til(?!\s*bage)|videre|i\s+(?:\w+\s)?høring)\b)(?!\s+(?:\w+\s+){0,2}(?:tilbage|retur))"
_CHOICE = r"(?:model|scenarie|alternativ|løsning|mulighed|variant)\b"
_FOLLOWED = (
    r"(?:\w+\s)?(?:indstilling\w*|forslag\w*|anbefaling\w*|(?:foreslåede|indstillede|anbefalede|skitserede)\s+\w+)"
)
# Past, present, passive, participle and infinitive, in the order of the vocabulary. Source: the contract of
# `manage.py parse`, and minutes of 2007 to 2025.
_VERBS = {
    Outcome.APPROVED: (
        r"godkend(?:tes|te|t|es|er|e)|^til\s+godkendelse|^godk\.",
        r"til[tli]ræd(?:es|er|e)|tiltråd(?:tes|te|t)?",
        r"vedt(?:oges|og|aget|ages|ager|age)|bifald(?:t|er|es|e)?",
        r"tilslutte(?:de|r|s)?\s+sig|tilsluttes|(?:gav|giver|give)\s+(?:sin\s+)?tilslutning|(?:sagde|siger|sige)\s+ja\s+til",
        rf"(?:følge[rs]?|fulgtes?)\s+(?:ikke\s+)?{_FOLLOWED}",
        r"(?:indstilling|anbefaling)\w*\s+(?:(?:blev|er|bliver)\s+)?(?:ikke\s+)?(?:fulgt|følges)",
        r"i\s+overensstemmelse\s+med\s+(?:\w+\s)?indstilling\w*",
        rf"(?:opbakning|tilslutning)\s+til\s+(?:at\s+følge\s+)?{_PROPOSED}|enig(?:e|hed)?\s+(?:om|i)\s+{_PROPOSED}",
        rf"(?:støtte(?:de|r|s)?|bakke(?:de|r)?\s+(?:\w+\s)?op\s+om)\s+{_PROPOSED}",
        rf"(?:indstilling\w*|forslag\w*|{_MATTER})\s+(?:vandt|vinder|fik|får|opnåede|opnår|kunne)\s+(?:ikke\s+)?(?:opnå\s+|få\s+|vinde\s+)?(?:tilslutning|flertal|opbakning)",
        rf"(?:beslut\w+|ønske\w*|enige?d?\w*\s+om|KKR(?:\s+\w+)?)\s+(?:ikke\s+)?(?:at\s+)?går?\s+(?:ikke\s+)?videre\s+med\s+(?:\w+\s+)?(?:{_PROPOSED}|sagen|projektet|planen|modellen)|(?:følge[rs]?|fulgte|valgte|vælge[rs]?)\s+{_CHOICE}",
        r"^som\s+indstillet|accepter(?:ede|er|et|es|e)|imødekom(?:met|mes|mer|me)?",
        r"flertal\w*\s+(?:i\s+KKR\s+)?stemte\s+for",
    ),
    Outcome.REJECTED: (
        r"afvis(?:tes|te|t|es|er|e)|forkast(?:edes|ede|et|es|e)|nedstem(?:t|mes)|afsl(?:og|ået|ås)|(?:gav|giver|give)\s+afslag",
        r"(?:flertal\w*(?:\s+i\s+KKR)?|KKR(?:\s+\w+)?)\s+stemte\s+imod|(?:sagde|siger|sige)\s+nej\s+til",
        rf"{_PROPOSED}\s+faldt(?=\s*[.,;]|$)",
    ),
    Outcome.RECOMMENDED: (
        r"anbefal(?:edes|ede|et|er|es|e)",
        rf"opfordre(?:de|r|s|t)?\s+{COUNCILS}|(?:henstill?(?:ede|er|es|e)?|indstill(?:ede|er|es))\s+til\s+{COUNCILS}",
    ),
    Outcome.APPOINTED: (
        r"(?:gen)?udpeg(?:edes|ede|et|es|er|e)",
        r"genval?g(?:te|t)",
        r"(?:valgte?s?|vælge[rs]?)\b(?=[^.]*\b(?:som|til|formand|næstformand|medlem))",
        rf"valgt\s+blev|som\s+{_SEAT}\s+(?:blev\s+)?valgte?s?",
        rf"(?:{_PERSON}|{_SEAT}\b)[^.;]{{0,300}}?\b(?:blev|bliver|er)\s+(?:\w+\s+)?valgt",
        rf"indstill(?:ede|er|et)\b(?!,?\s+at\b)(?=[^.]*\b(?:som\s+{_SEAT}|til\s+(?:\w+\s+)?{_BODY}\b))",
        rf"pege(?:de|r|t)\s+på\b(?=[^.]*\bsom\s+{_SEAT}|(?:\s+\w+){{0,2}}\s+{_SEAT})|konstituerede\s+sig\s+med",
    ),
    Outcome.FORWARDED: (
        rf"(?:(?:over|frem)?send(?:er|es|te|e)|{_HAPPENED}(?:over|frem)?sendt)\b{_ONWARDS}",
        rf"(?:videre|over)send(?:er|es|te|e)|{_HAPPENED}(?:videre|over)sendt|videregive[rs]?|videregav",
        # A speaker refers to a report, a council refers a matter to a committee.
        r"(?:henvises|henvistes|(?:blev|er)\s+henvist)\s+til|henvis(?:te|er|e)\s+(?:sag|punkt|spørgsmål|forslag)\w*\s+til",
    ),
    Outcome.POSTPONED: (
        # "Udsatte børn" are no postponement, and a misread "udsætte" looks like them.
        r"udsat|(?<=at\s)udsætte|udsætte[rs]",
        rf"(?<!de\s)(?<!socialt\s)(?<!ligt\s)(?<!for\s)(?<!mest\s)udsatte(?=\s+(?:\w+\s+)?{_MATTER}|\s+\w+(?:en|et)\b)",
        r"udsky(?:des|der|dt|de)|udskød|udskudt",
        rf"genoptages?|genbehandles|{_MATTER}\s+(?:vil\s+blive\s+|bliver\s+)?tage[ts]\s+op\s+{_AGAIN}|(?:^|(?<=og\s))tages\s+op\s+{_AGAIN}",
        rf"(?:behandles|drøftes|forelægges|fremlægges|besluttes|godkendes|udpeges|vælges)\s+(?:\w+\s+)?{_AGAIN}",
        rf"(?:behandle|drøfte|forelægge)\s+(?:\w+\s+)?{_MATTER}\s+{_AGAIN}",
        rf"(?:{_MATTER}|valget)\s+(?:sker|vil\s+ske|finder\s+sted|foretages|træffes|afgøres)\s+(?:\w+\s+)?{_AGAIN}",
        r"hjemvis(?:es|te|t)",
        r"KKR(?:\s+\w+)?\s+vender\s+tilbage\s+til\s+(?:sagen|punktet|spørgsmålet)",
        rf"{_MATTER}\s+(?:må\s+)?afvente[rs]?|^afvente[rs]|^KKR(?:\s+\w+)?\s+afvente[rs]?|^afventer",
        # Sent back to be prepared anew.
        rf"(?:{_MATTER}|KKR(?:\s+\w+)?)\s+(?:blev\s+)?sendt?(?:es|e)?\s+(?:\w+\s+)?(?:tilbage|retur)|^sendt\s+(?:tilbage|retur)",
    ),
    Outcome.WITHDRAWN: (
        r"udg(?:år|ik|ået|å)\b(?!\s+(?:fra|af\s+(?!dagsorden)))",
        r"(?:trukket|trækkes)\s+(?:tilbage|af)|(?:trukket|trækkes)(?=\s*[.,;]|$)|trak\b[^.]*\btilbage",
        rf"tage[ts]\s+af\s+dagsordenen|(?:(?:{_MATTER}|forslag\w*)\s+(?:er\s+|blev\s+)?|^)bort(?:fald\w+|faldt)",
    ),
    Outcome.NOTED: (
        r"til\s+(?:efterretning|notits|underretning)|ad\s+notam|^efterretning",
        r"til\s+orientering\b(?=\s*[.,;]|\s+og|$)|notere(?:de|r)\s+sig|noterede(?=\s*(?:[,.]|$))",
    ),
    Outcome.DISCUSSED: (
        rf"drøft(?:edes|ede|et|er|es|e)\b(?!\s+(?:\w+\s+){{0,2}}{_AGAIN})",
        r"havde\s+(?:\w+\s){0,2}drøftelse|^til\s+drøftelse",
    ),
}
# Where an act of a lower strength is asked for, one of a higher does it too.
STRENGTH = {
    Outcome.DISCUSSED: 1,
    Outcome.NOTED: 1,
    Outcome.RECOMMENDED: 2,
    Outcome.FORWARDED: 2,
    Outcome.APPOINTED: 2,
    Outcome.APPROVED: 3,
    Outcome.OTHER: 3,
}
_NEGATION = re.compile(r"\b(?:ikke|hverken|ingen|undlod)\b", re.IGNORECASE)
_SOFTENED = re.compile(r"\bikke\s+(?:mindst|alene|kun|blot|bare)\b", re.IGNORECASE)


class Act(NamedTuple):
    """A verb of the table in a clause: its outcome, whether it is negated, and where it stands."""

    outcome: Outcome
    is_negated: bool
    start: int
    end: int

    @property
    def stated(self) -> Outcome | None:
        """The outcome with its negation applied."""
        return turned(self.outcome, is_negated=self.is_negated)


def turned(outcome: Outcome, *, is_negated: bool) -> Outcome | None:
    """Apply a negation to an outcome: an approval or recommendation becomes REJECTED, any other None."""
    if not is_negated:
        return outcome
    return Outcome.REJECTED if outcome in (Outcome.APPROVED, Outcome.RECOMMENDED) else None


def find_acts(clause: str) -> list[Act]:
    """Return the verbs of a clause in their order: of each outcome the first, and the first that is negated."""
    found: dict[tuple[Outcome, bool], Act] = {}
    for outcome, pattern in _patterns().items():
        for match in pattern.finditer(clause):
            act = Act(outcome, _is_negated(clause, match), *match.span())
            found.setdefault((outcome, act.is_negated), act)
    return sorted(found.values(), key=lambda act: act.start)


def find_outcomes(clause: str) -> list[Outcome]:
    """Return the outcomes of one clause in the order of its verbs."""
    return list(dict.fromkeys(act.stated for act in find_acts(clause) if act.stated))


def _is_negated(clause: str, match: re.Match[str]) -> bool:
    """Return whether a negation stands in the verb's clause before it, within it, or shortly after it."""
    bare = _SOFTENED.sub(lambda soft: "_" * len(soft[0]), clause)
    before = re.split(r"[,;:]|\b(?:og|men|mens)\b", bare[: match.start()])[-1]
    after = re.split(r"[,;.]|\b(?:og|men|mens)\b", bare[match.end() :])[0]
    close_after = " ".join(after.split()[:3])
    return bool(
        _NEGATION.search(before)
        or _NEGATION.search(bare[match.start() : match.end()])
        or re.search(r"^\s*(?:\w+\s+){0,2}(?:ikke|hverken)\b", close_after, re.IGNORECASE)
    )


@cache
def _patterns() -> dict[Outcome, re.Pattern[str]]:
    forms = {outcome: tolerant("|".join(verbs)) for outcome, verbs in _VERBS.items()}
    return {outcome: re.compile(rf"\b(?:{form})\b", re.IGNORECASE) for outcome, form in forms.items()}
