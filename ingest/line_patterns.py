"""Patterns for single lines: case numbers, section headings, list entries, item numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from danish.confusions import FIGURES
from danish.tolerant_patterns import tolerant

Outline = tuple[int, ...]  # (3, 10) for item 3.10


class Section(StrEnum):
    """The sections of an item."""

    BACKGROUND = "background"
    RECOMMENDATION = "recommendation"
    PRESENTATION = "presentation"
    DECISION = "decision"
    ATTACHMENTS = "attachments"


# Headings seen since 2007, each the whole of its line, with or without a colon.
HEADINGS = {
    Section.BACKGROUND: r"baggrund|(?:kort |sags)?resum[eé]|indledning|formål|baggrund og formål"
    r"|sagens baggrund|baggrund for sagen",
    Section.RECOMMENDATION: r"(?:(?:sekretariat|formandskab|embedsmandsudvalg)ets )?indstilling(?:er|en)?"
    r"|indstilling til KKR|forslag til beslutning|indstilles|det indstilles",
    Section.PRESENTATION: r"sagsfremstilling(?:en)?|redegørelse|sagens indhold|sagsbeskrivelse|fremstilling",
    Section.DECISION: r"beslutning(?:en|er)?|konklusion(?:en|er)?|referat|beslutningsreferat|KKR[’']?s? beslutning",
    Section.ATTACHMENTS: r"(?:vedlagte? )?bilag|bilag \(?vedlagt\)?|vedlagt"
    r"|bilagsliste|bilagsoversigt|bilag til (?:sagen|punktet)",
}
_HEADING = {
    section: re.compile(rf"(?:{tolerant(words)})\s*[:.]?", re.IGNORECASE) for section, words in HEADINGS.items()
}
# "Beslutning i KKR Fyn den 3. maj 2012"; with a full stop at its end it is a sentence.
DECISION_OF = re.compile(
    rf"(?:{tolerant('(?:beslutning|referat|konklusion) (?:i|på|fra|for)')}) (?:[^.:]|(?<=\d)\.(?=.)){{3,50}}:?",
    re.IGNORECASE,
)
# "Beslutning: KKR godkendte referatet." on one line, or "Beslutning – Godkendt".
_RUN_IN = re.compile(
    r"^(?P<heading>Baggrund|Resum[eé]|Indstilling|Sagsfremstilling|(?P<dashed>Beslutning|Konklusion)|Referat|Bilag|Vedlagt)"
    r"\s*(?::|(?(dashed)\s[–—-]|:))\s+(?P<text>\S.*)$"
)
# "4.1 Baggrund": numbered sections of an item. Headings that are also item titles ("1.2 Referat") are left alone.
_COUNTED_HEADING = re.compile(
    r"^\d{1,2}(?:\.\d{1,2}){1,2}\.?\s+(?=(?:Baggrund|Indstilling|Sagsfremstilling|Beslutning)\s*:?$)"
)
# Digits as a poor OCR reads them; the initials may be in capitals, and one to four caseworkers share an item.
_DIGIT = rf"[\d{''.join(FIGURES)}]"
_CASE = re.compile(
    r"^(?:(?:sag(?:s-?(?:nr|nummer)?)?\.?\s*:?\s*)?[S5]Å?AG|sags-?(?:nr|nummer)\.?\s*:?(?=\s*\d{4}))\s?[-–—.]?\s?"
    rf"(?P<year>{_DIGIT}{{4}})\s?[-–—]\s?(?P<serial>{_DIGIT}{{4,6}})"
    r"(?P<rest>(?:[\s/,;.|]+[^\W\d_]{2,8})*)\s*$",
    re.IGNORECASE,
)
HEADING_LETTERS = 70
_DIGITS = str.maketrans(FIGURES)
_BULLET = re.compile(r"^(?:[–—•▪●◦‣■·*]\s*|[-o]\s+)(?=\S)|^[–—•▪●◦‣■·*-]$")
_PARTS = r"[\dlI|]{1,2}(?:\s?[.,]\s?[\dlI|]{1,2}){1,2}|\d{1,3}"
# "Punkt 2", "Pkt. nr. 4", "Dagsordenspunkt 3", "Ad punkt 3", "Sag nr. 2".
_WORD = r"(?:(?:ad\s+)?(?:dagsordens|sags)?(?:pkt|punkt)\.?|sag(?:\s+nr)?\.?(?=\s*\d{1,2}(?!\d|-)))\s*(?:nr\.?\s*)?"
# "(Åbent)", "(lukket punkt)": whether the public may hear a point.
_HEARD = r"(?:åb[en]{1,2}|lukket|fortrolig)(?:t|e)?"
_STATE = rf"[\[(]\s*{_HEARD}(?:\s+(?:punkt|sag|dagsorden|del))?\s*[\])]"
_ALONE = re.compile(
    rf"^(?P<word>{_WORD})?(?P<number>{_PARTS})\s?(?P<end>[.,:)]?)"
    rf"(?P<more>\s*(?:{_STATE}\s*[:.]?|sag:|(?(word)[–—-]?(?:\s*{_HEARD})?|(?!))))?$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    rf"^(?:{_WORD})?(?P<number>\d{{1,3}}(?:\.\s?\d{{1,2}}){{0,2}})\s?(?P<end>[.,:)]?)[\s\t]*(?:{_STATE}\s*:?\s+|sag:\s+)?(?:[–—-]\s+)?"
    r"(?P<title>(?<=[\s.,:)–—-])\S.*)$",
    re.IGNORECASE,
)
# "1.1 a. Status", "1.1a Status", "1.1.a Status": points that share a number.
_LETTERED = re.compile(
    rf"^(?:{_WORD})?(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,2}})\.?(?P<letter>\s?[a-h][.):]|(?<=\d)[a-h]|(?<=\d\.)[a-h]|(?<=\.\d)\s[a-h])"
    r"\s+(?P<title>(?-i:[A-ZÆØÅ]).*)$",
    re.IGNORECASE,
)
LETTER = re.compile(r"^[a-h]\. (?=\S)")  # as a title of such a point begins
LONGEST_ALONE = 40  # letters
# The dots from a title to its page in a list of contents, with the page or without.
_LEADER = re.compile(r"[^\W\d_].*?(?:(?:[.·_]\s?){4}|…{2})[\s.·…_]*(?:side\s*)?\d{0,3}$", re.IGNORECASE)
_DOTS = re.compile(r"(?<![\s.·…_])[\s.·…_]{4,}(?:side\s*)?\d{0,3}$", re.IGNORECASE)
LEADER_LETTERS = 400  # in longer lines the pattern would try every way to part a row of dots
MONTH_NAMES = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
MONTHS = rf"{MONTH_NAMES}|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec"
_MONTH_BEGINNINGS = [name[:3] for name in MONTH_NAMES.split("|")]
_NO_TITLE = re.compile(
    rf"^(?:(?:{MONTHS})\b|(?:pct|mio|mia|kr|stk|kvartal|halvår|(?-i:[Kk]l|og|til|eller))\b|[\d.,%/+=–—-]+(?:\s|$))",
    re.IGNORECASE,
)


# Titles that every council uses for its standing order of business.
KNOWN_TITLES = re.compile(
    tolerant(
        r"godkendelse af (?:dagsorden|referat|mødereferat|beslutningsreferat).*|siden sidst|eventuelt|udpegninger?|KKR|"
        r"punkter til næste møde.*|næste møde|kommende møder?|meddelelser.*|orientering(?:er)?|regionalpolitiske sager|"
        r"velkomst.*|mødeplan.*|sager til (?:beslutning|drøftelse|orientering|efterretning)|konstituering.*|"
        r"orienteringssager|beslutningssager|drøftelsessager|temadrøftelse.*|lukket punkt.*|opsamling.*"
    ),
    re.IGNORECASE,
)


# The end of a line of a title that goes on below.
BREAKS_OFF = re.compile(tolerant(r"[-–—,&/]$|\b(?:og|i|af|for|til|om|på|med|fra|ved|samt|mellem|det|den|de)$"))


LINES_KEPT = 10_000  # each line of a document is looked at several times


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case number and the initials of the caseworkers, lower case."""

    number: str
    caseworkers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NumberCandidate:
    """One interpretation of a number: its outline, and its distance from the printed characters (0 = as printed).

    `letter` is that of a point which shares its number: "b" of "1.1 b".
    """

    outline: Outline
    strays: float = 0.0
    letter: str = ""


def month_number(name: str) -> int:
    """Return the number of a month by its digits, or by its name, whole or abbreviated, in any case."""
    return int(name) if name.isdigit() else _MONTH_BEGINNINGS.index(name[:3].lower()) + 1


def read_case_line(text: str) -> CaseLine | None:
    """Read a line with nothing but a case number and initials: "SAG-2025-03687 snm/hast"; None for any other."""
    if "-" not in text and "–" not in text and "—" not in text:
        return None
    match = _CASE.match(text)
    if not match:
        return None
    year, serial = (match[part].translate(_DIGITS) for part in ("year", "serial"))
    return CaseLine(f"SAG-{year}-{serial}", tuple(re.findall(r"[^\W\d_]+", match["rest"].lower())))


def is_case_line(text: str) -> bool:
    """Return whether a line is a case number with or without initials."""
    return read_case_line(text) is not None


@lru_cache(maxsize=LINES_KEPT)
def find_section(text: str) -> Section | None:
    """Return the section of which a line is the heading; None for any other line."""
    text = _COUNTED_HEADING.sub("", text) if len(text) <= HEADING_LETTERS else ""
    if not text[:1].isupper():
        return None
    if DECISION_OF.fullmatch(text):
        return Section.DECISION
    return next((section for section, pattern in _HEADING.items() if pattern.fullmatch(text)), None)


def is_section_heading(text: str) -> bool:
    """Return whether a line is a section heading and nothing else."""
    return find_section(text) is not None


def split_run_in(text: str) -> tuple[Section, str] | None:
    """Split "Beslutning: KKR godkendte referatet." into its section and its text; None for any other line."""
    match = _RUN_IN.match(text)
    section = find_section(match["heading"]) if match else None
    return (section, match["text"]) if match and section else None


def opens_section(text: str) -> bool:
    """Return whether a line is a section heading, alone or with text after a colon."""
    return is_section_heading(text) or split_run_in(text) is not None


def split_bullet(text: str) -> str | None:
    """Return the text of a list entry without its bullet; None for a line that is not a list entry."""
    match = _BULLET.match(text)
    return text[match.end() :] if match else None


def read_lone_number(text: str) -> tuple[NumberCandidate, ...]:
    """Read a line with nothing but a number ("3.", "3.3.", "3.2,", "21.", "Punkt 2 (Åbent)"); empty for any other."""
    match = _ALONE.match(text) if len(text) <= LONGEST_ALONE else None
    if not match or not (match["end"] or match["word"] or match["more"] or re.search("[.,]", match["number"])):
        return ()
    return read_number(match["number"])


@lru_cache(maxsize=LINES_KEPT)
def split_number(text: str) -> tuple[tuple[NumberCandidate, ...], str] | None:
    """Split "3.1. Skills 2026" into the candidates for its number and its title; None for any other line.

    The letter of "1.1 b. Status" is kept with its title, "b. Status".
    """
    if lettered := _LETTERED.match(text):
        letter = lettered["letter"].strip(" .):").lower()
        outline = tuple(map(int, lettered["number"].split(".")))
        return (NumberCandidate(outline, letter=letter),), f"{letter}. {lettered['title']}"
    if read_lone_number(text):
        return None
    match = _NUMBERED.match(text)
    if not match or _NO_TITLE.match(match["title"]) or not re.search(r"[^\W\d_]", match["title"]):
        return None
    readings = read_number(match["number"])
    return (readings, match["title"].strip()) if readings else None


def read_number(text: str) -> tuple[NumberCandidate, ...]:
    """Return the outlines that digits and dots may mean: a poor OCR drops the dot of 2.1 and reads "21"."""
    parts = [part.translate(_DIGITS) for part in re.findall(r"[\dlI|]+", text)]
    outline = tuple(map(int, parts))
    readings = [NumberCandidate(outline)] if all(0 < part < 100 for part in outline) else []
    if len(parts) == 1 and len(parts[0]) > 1 and parts[0][0] != "0" and parts[0][1] != "0":
        readings.append(NumberCandidate((int(parts[0][0]), int(parts[0][1:])), 1.5))
    return tuple(readings)


def has_leader(text: str) -> bool:
    """Return whether a line is a title with dots that lead to its page, or would if the page stood there."""
    dotted = any(dots in text for dots in ("...", "…", ". .", "__", "··", "· ·"))
    return dotted and len(text) <= LEADER_LETTERS and _LEADER.search(text) is not None


def without_leader(text: str) -> str:
    """Return a title without the dots that lead to its page, and without the page."""
    return _DOTS.sub("", text) if has_leader(text) else text


def counts_on(above: str, text: str) -> bool:
    """Return whether two lines are consecutive entries of one list: 1 and 2, 2 and 3."""
    first, second = split_number(above), split_number(text)
    if not first or not second:
        return False
    one, two = first[0][0].outline, second[0][0].outline
    return len(one) == len(two) == 1 and two[0] == one[0] + 1
