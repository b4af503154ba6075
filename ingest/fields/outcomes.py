"""Outcomes of a decision, and those that a recommendation asks for, by their verbs.

A verb counts in a sentence's main clause: not in a relative clause ("kriterier, der blev godkendt"), nor in what
somebody remarked ("bemærkede, at det bør drøftes"). A negation turns an approval into a rejection and voids any other
verb. Where no verb is known, the outcome is OTHER.
"""

from __future__ import annotations

import re
from functools import cache

from danish.tolerant_patterns import tolerant
from ingest.records import DecisionRecord
from meetings.shared.vocabulary import Outcome

# "Støttede indstillingen" approves the proposal, "støttede arbejdet" approves nothing.
_PROPOSED = r"(?:indstilling|forslag)\w*"
_AGAIN = r"(?:igen|på\s+ny|på\s+(?:et\s+|det\s+)?(?:næste|kommende|førstkommende)\s+(?:KKR-)?møde)"
_SEAT = r"(?:medlem|repræsentant|(?:næst)?formand|kandidat|suppleant)\w*"
_BODY = r"(?!kommunal)\w*(?:bestyrelse|udvalg|råd|forum|styregruppe|nævn)\w*"
_COUNCILS = r"(?:de\s+|alle\s+|\d+\s+|\w+\s+)?(?:kommun|byråd)\w*"
# Past, present, passive, participle and infinitive of the verbs that decisions and recommendations use, in the order of
# the vocabulary. Source: the contract of `manage.py parse`, and minutes of 2007 to 2025.
_VERBS = {
    Outcome.APPROVED: (
        r"godkend(?:tes|te|t|es|er|e)|^til\s+godkendelse",
        r"til[tli]ræd(?:es|er|e)|tiltråd(?:tes|te|t)?",
        r"vedt(?:oges|og|aget|ages|ager|age)",
        r"tilslutte(?:de|r|s)?\s+sig|tilsluttes|(?:gav|giver|give)\s+(?:sin\s+)?tilslutning",
        r"(?:følge[rs]?|fulgtes?)\s+(?:\w+\s)?indstilling\w*",
        r"indstilling\w*\s+(?:(?:blev|er)\s+)?(?:ikke\s+)?(?:fulgt|følges)",
        rf"(?:opbakning|tilslutning)\s+til\s+(?:at\s+følge\s+)?{_PROPOSED}|enig(?:e|hed)?\s+(?:om|i)\s+{_PROPOSED}",
        rf"(?:støtte(?:de|r|s)?|bakke(?:de|r)?\s+(?:\w+\s)?op\s+om)\s+{_PROPOSED}",
        r"^som\s+indstillet|accepter(?:ede|er|et|es|e)|imødekom(?:met|mes|mer|me)?",
        r"flertal\w*\s+(?:i\s+KKR\s+)?stemte\s+for",
    ),
    Outcome.REJECTED: (
        r"afvis(?:tes|te|t|es|er|e)|forkast(?:edes|ede|et|es|e)|nedstem(?:t|mes)|afsl(?:og|ået|ås)|(?:gav|giver|give)\s+afslag",
        r"(?:flertal\w*(?:\s+i\s+KKR)?|KKR(?:\s+\w+)?)\s+stemte\s+imod",
    ),
    Outcome.RECOMMENDED: (
        r"anbefal(?:edes|ede|et|er|es|e)",
        rf"opfordre(?:de|r|s|t)?\s+{_COUNCILS}|(?:henstill?(?:ede|er|es|e)?|indstill(?:ede|er|es))\s+til\s+{_COUNCILS}",
    ),
    Outcome.APPOINTED: (
        r"(?:gen)?udpeg(?:edes|ede|et|es|er|e)",
        r"genval?g(?:te|t)",
        r"(?:valgte?s?|vælge[rs]?)\b(?=[^.]*\b(?:som|til|formand|næstformand|medlem))",
        rf"valgt\s+blev|som\s+{_SEAT}\s+(?:blev\s+)?valgte?s?",
        rf"indstill(?:ede|er|et)\b(?!,?\s+at\b)(?=[^.]*\b(?:som\s+{_SEAT}|til\s+(?:\w+\s+)?{_BODY}\b))",
        rf"pege(?:de|r|t)\s+på\b(?=[^.]*\bsom\s+{_SEAT}|(?:\s+\w+){{0,2}}\s+{_SEAT})|konstituerede\s+sig\s+med",
    ),
    Outcome.FORWARDED: (
        r"(?:over|frem)?send(?:er|es|te|t|e)\b(?=[^.]*\b(?:til|videre|i\s+(?:\w+\s)?høring)\b)",
        r"(?:videre|over)send(?:er|es|te|t|e)",
        # A speaker refers to a report, a council refers a matter to a committee.
        r"(?:henvises|henvistes|(?:blev|er)\s+henvist)\s+til|henvis(?:te|er|e)\s+(?:sag|punkt|spørgsmål|forslag)\w*\s+til",
    ),
    Outcome.POSTPONED: (
        r"uds(?:attes?|at|ættes?|ætter)",
        r"udsky(?:des|der|dt|de)|udskød|udskudt",
        rf"genoptages?|genbehandles|tages\s+op\s+{_AGAIN}|(?:behandles|drøftes|forelægges)\s+(?:\w+\s+)?{_AGAIN}",
        r"KKR(?:\s+\w+)?\s+vender\s+tilbage\s+til\s+(?:sagen|punktet|spørgsmålet)",
    ),
    Outcome.WITHDRAWN: (
        r"udg(?:år|ik|ået|å)\b(?!\s+(?:fra|af\s+(?!dagsorden)))",
        r"(?:trukket|trækkes)\s+(?:tilbage|af)|trukket(?=\s*[.,;]|$)|trak\b[^.]*\btilbage",
        r"tage[ts]\s+af\s+dagsordenen|punkt\w*\s+bortfald\w+",
    ),
    Outcome.NOTED: (r"til\s+efterretning", r"til\s+orientering\b(?=\s*[.,;]|\s+og|$)", r"notere(?:de|r)\s+sig"),
    Outcome.DISCUSSED: (
        rf"drøft(?:edes|ede|et|er|es|e)\b(?!\s+(?:\w+\s+)?{_AGAIN})",
        r"havde\s+(?:\w+\s){0,2}drøftelse|^til\s+drøftelse",
    ),
}
_NEGATION = re.compile(r"\b(?:ikke|hverken|ingen|undlod)\b", re.IGNORECASE)
_SOFTENED = re.compile(r"\bikke\s+(?:mindst|alene|kun|blot)\b", re.IGNORECASE)
_SENTENCES = re.compile(
    r"(?<=[^\W\d_][^\W\d_][^\W\d_][.!?])\s+(?=[A-ZÆØÅ@•–-])|(?<=\d[.!?])\s+(?=(?:KKR|Det|Der|Herudover)\b)|\n+|(?<=\)\.)\s+"
)
# What one member or a party did is not the council's act, except in the passive: "Bo Lund blev valgt".
_NAME = r"(?!KKR\b|Region\b)[A-ZÆØÅ@][\w’'-]+(?:\s+[A-ZÆØÅ@][\w.’'-]*)+(?:\s*\([^()]+\))?"
_MEMBERS = re.compile(
    rf"(?>{_NAME}(?:,\s[^,.]+,)?(?:(?:,\s|\s+og\s+){_NAME})*|(?:[Ee]t par|[A-ZÆØÅ]\w+)\s+(?:af\s+)?medlemmer\w*|"
    r"(?:Et )?[Mm]indretal\w*|Venstre|Socialdemokratiet|Enhedslisten|SF|Alternativet|[Ff]ormanden|[Nn]æstformanden)"
    r"\s+(?!blev|bliver|er\b|var\b|(?:gen)?vælges|(?:gen)?valgtes|udpeges|udpegedes)"
)
# "bemærkede, at det bør drøftes" reports, up to an act of the council: ", og godkendte"; "besluttede at drøfte"
# decides, and so does "ønskede ikke at godkende".
_COMPLEMENT = re.compile(
    r"(?:,?\s+(?:om\s+)?at|,\s+(?:om|hvorvidt|hvordan))\s.*?(?=,\s+(?:og|men)\s+(?:\w+(?:te|de)|tog|vedtog)\b|$)",
    re.DOTALL,
)
SENTENCE_LETTERS = 2_000
_DECIDES = re.compile(
    r"\b(?:beslut\w*|vedtog\w*|vedtaget|aftal\w+|bestem\w+|enedes|enige?|valgte|ønske\w*\s+ikke|undlod)\b",
    re.IGNORECASE,
)
# A relative clause decides nothing, except where it forwards something now: "svaret, som sendes til regionen".
_RELATIVE = re.compile(
    r"(?!,?\s*(?:som|der)\s+(?:\w+\s+)?(?:vider|over|frem)?sendes\b)(?:,\s*(?:som|hvor\w*|hvilke[nt]?|hvis|idet|da|efter\s+at)|(?<!\bog)(?<=\w),?\s+der|"
    r"(?<=\w)\s+som(?=\s+(?:blev|er|var|har|havde|skal|kan|vil|KKR|kommunerne|de|vi)\b))\s(?:[^,.;]|(?<=\d)[.,](?=\d))*",
    re.IGNORECASE,
)
# "anbefaler kommunerne at tiltræde planen": to accede is for the municipalities to decide.
_ADVISED = re.compile(
    rf"(\b(?:anbefal\w*|opfordr\w*|henstil\w*|indstill\w+\s+til\s+{_COUNCILS})\b[^.;\n]*?)"
    r"(?:\bat\s(?:(?!\sog\s)[^.;\n])*|(?<=\s)(?:godkendt|tiltrådt|vedtaget)\b)",
    re.IGNORECASE,
)
# Officials may advise the council in the same words as the council advises the municipalities.
_ADVISES_COUNCIL = re.compile(r"\bdet\s+(?:anbefales|foreslås)(?=,?\s+at\s+KKR)", re.IGNORECASE)
_PURPOSE = re.compile(r"\bmed henblik på\b.*|\bfor at\b.*|\bsamt at\s+få\b.*", re.IGNORECASE | re.DOTALL)


def read_decision(text: str) -> DecisionRecord:
    """Read a decision: its outcomes in the order of the text, each with the sentence that states it."""
    found: dict[Outcome, str] = {}
    for sentence in _sentences(text):
        for outcome in find_outcomes(_own_clause(sentence)):
            found.setdefault(outcome, sentence)
    if not found:
        first = next(iter(_sentences(text)), text)
        return DecisionRecord(text, (Outcome.OTHER,), (first,))
    return DecisionRecord(text, tuple(found), tuple(found.values()))


def read_asks_for(text: str | None) -> tuple[Outcome, ...]:
    """Return the outcomes that a recommendation asks of the council, in the order of the text."""
    found: dict[Outcome, None] = {}
    for sentence in _sentences(text or ""):
        bare = _ADVISES_COUNCIL.sub("det indstilles", _stated(sentence))
        bare = _PURPOSE.sub("", _ADVISED.sub(r"\1", _RELATIVE.sub(" ", bare)))
        found.update(dict.fromkeys(find_outcomes(bare)))
    return tuple(found)


def _stated(sentence: str) -> str:
    """Return as much of a sentence as is searched for verbs; no real one is longer."""
    return sentence[:SENTENCE_LETTERS].lstrip("–-• ")


def _sentences(text: str) -> list[str]:
    return [sentence.strip() for sentence in _SENTENCES.split(text) if sentence and sentence.strip()]


def _own_clause(sentence: str) -> str:
    """Return what the council itself does in a sentence; empty where members or a party are its subject."""
    if _MEMBERS.match(sentence):
        return ""
    bare = _ADVISED.sub(r"\1", _RELATIVE.sub(" ", _stated(sentence)))
    complement = _COMPLEMENT.search(bare)
    if not complement or _DECIDES.search(bare[: complement.start()]):
        return bare
    noted = " til efterretning" if re.search(r"\btog\b.*\btil efterretning", bare, re.DOTALL) else ""
    return bare[: complement.start()] + noted + bare[complement.end() :]


def find_outcomes(clause: str) -> list[Outcome]:
    """Return the outcomes of one clause in the order of its verbs."""
    found = []
    for outcome, pattern in _patterns().items():
        match = pattern.search(clause)
        if match:
            found.append((match.start(), _turned(outcome, clause, match)))
    return list(dict.fromkeys(outcome for _, outcome in sorted(found) if outcome))


def _turned(outcome: Outcome, clause: str, match: re.Match[str]) -> Outcome | None:
    """Apply a negation of the verb: an approval or recommendation becomes REJECTED, any other outcome None."""
    if not _is_negated(clause, match):
        return outcome
    return Outcome.REJECTED if outcome in (Outcome.APPROVED, Outcome.RECOMMENDED) else None


def _is_negated(clause: str, match: re.Match[str]) -> bool:
    """Return whether a negation stands in the verb's clause before it, within it, or shortly after it."""
    bare = _SOFTENED.sub(lambda soft: "_" * len(soft[0]), clause)
    before = re.split(r"[,;]|\b(?:og|men)\b", bare[: match.start()])[-1]
    after = re.split(r"[,;.]|\b(?:og|men)\b", bare[match.end() :])[0]
    close_after = " ".join(after.split()[:3])
    return bool(
        _NEGATION.search(before)
        or _NEGATION.search(match[0])
        or re.search(r"^\s*(?:\w+\s+){0,2}(?:ikke|hverken)\b", close_after, re.IGNORECASE)
    )


@cache
def _patterns() -> dict[Outcome, re.Pattern[str]]:
    forms = {outcome: tolerant("|".join(verbs)) for outcome, verbs in _VERBS.items()}
    return {outcome: re.compile(rf"\b(?:{form})\b", re.IGNORECASE) for outcome, form in forms.items()}
