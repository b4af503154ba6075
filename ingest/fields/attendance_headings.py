"""Headings in a list of participants: whether those below attended, were absent, or are not council members.

A heading may also name the municipality or the party of everyone below it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from danish.tolerant_patterns import tolerant_pattern
from ingest.fields.municipalities import find_municipality
from meetings.shared.vocabulary import Attendance

_ABSENT = (
    r"(?:der\s+var\s+|følgende\s+)?(?:(?:har|havde|er|var)\s+)?(?:meldt\s+|modtaget\s+|ingen\s+)?afbud"
    r"(?:\s+(?:(?:var|er|blev)\s+)?(?:modtaget|meldt))?(?:\s+fra)?"
    r"|fraværende(?:\s+(?:med|uden)\s+afbud|\s+medlemmer|\s+var)?|ikke\s+(?:til ?stede(?:værende)?|mødt)|forfald"
)
_GROUPS: tuple[tuple[re.Pattern[str], Attendance | None], ...] = (
    (
        tolerant_pattern(
            r"deltager(?:fortegnelse|liste)|mødedeltagere|deltagere?|følgende deltog"
            r"|(?:til ?stede(?:værende)?|fremmødte)(?: var| medlemmer)?|(?:politiske )?deltagere fra KKR.*"
            r"|fra KKR deltog|(?:i mødet )?deltog|borgmestre"
            r"|(?:øvrige |KKR-|KKR )?medlemmer(?: af KKR.*)?"
        ),
        Attendance.PRESENT,
    ),
    (
        tolerant_pattern(r"stedfortrædere?(?: for .+)?|suppleant(?:er)?(?: for .+)?|deltog som stedfortræder"),
        Attendance.PRESENT,
    ),
    (tolerant_pattern(_ABSENT), Attendance.ABSENT),
    (
        tolerant_pattern(
            r"(?:fra )?(?:KKR[- ]?|KL[’']?s )?sekretariat(?:et)?(?: deltog)?"
            r"|administration(?:en)?|embedsmænd|øvrige(?: deltagere)?"
            r"|(?:fra )?KL|oplægsholdere?|referent(?:er)?|observatører?|(?:desuden|endvidere|også) deltog(?: .*)?"
            r"|gæster?(?: .*)?|fra (?!KKR\b(?!-))[\w -]{2,30} deltog|\w*direktører|deltagere fra (?!KKR\b).*"
        ),
        None,
    ),
)
_AFBUD_OF = re.compile(r"^(?:der\s+var\s+)?afbud\s+fra\s+(?-i:(?=[A-ZÆØÅ]))", re.IGNORECASE)
PARTIES = (
    r"Socialdemokrat(?:iet|erne)|(?:Det\s+|Radikale\s+)?Venstre|(?:Det\s+|De\s+)?Konservative(?:\s+Folkeparti)?|SF|Alternativet"
    r"|(?:Det\s+|De\s+)?Radikale|(?:Socialistisk|Dansk)\s+Folkeparti|Enhedslisten|Liberal\s+Alliance|Nye\s+Borgerlige|Moderaterne"
    r"|Danmarksdemokraterne|Kristendemokraterne|(?:Lokal|Borger)liste(?:n|r)?"
)
_PARTY_HEADING = re.compile(rf"(?P<name>{PARTIES})?\s*(?:\((?P<letter>[A-ZÆØÅ])\))?:?")


@dataclass(frozen=True, slots=True)
class Group:
    """What a heading says: a status (None for officials and guests), and the text after it on its line."""

    status: Attendance | None
    rest: str = ""


def read_group(text: str) -> Group | None:
    """Read a heading for members present, members absent or others; None for any other line."""
    head, colon, rest = text.partition(":")
    for pattern, status in _GROUPS:
        if pattern.fullmatch(head.strip()):
            return Group(status, rest.strip() if colon else "")
    absent = _AFBUD_OF.match(text)
    return Group(Attendance.ABSENT, text[absent.end() :]) if absent else None


def find_place(text: str) -> str | None:
    """Return the municipality if a line names one and nothing else."""
    return find_municipality(text.removesuffix(":")) if "\t" not in text else None


def find_party(text: str) -> str | None:
    """Return the party if a line names one and nothing else, by its letter where that is printed."""
    match = _PARTY_HEADING.fullmatch(text) if len(text) > 2 else None
    return match["letter"] or match["name"] if match else None


def split_party(text: str) -> tuple[str, str] | None:
    """Split "Venstre: Bo Lund, Ib Holm" or "A: Bo Lund" into the party and the names; None for any other line."""
    head, colon, names = text.partition(":")
    party = find_party(head) or (head if re.fullmatch(r"[A-ZÆØÅ]", head) else None)
    return (party, names.strip()) if colon and party and names.strip() else None
