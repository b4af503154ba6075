"""Whose meeting a document is of, by its head: of a KKR, or of another body whose items only mention one.

A head names its body on a line of its own ("KKR SJÆLLAND", "Embedsmandsudvalget for Sundhed under KKR Hovedstaden"),
after the kind of document ("Referat af møde i K17") or after a label ("Udvalg: Økonomiudvalget"). A sentence about a
body, its place and the people of a meeting are no head.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from danish.tolerant_patterns import tolerant_pattern
from ingest.extract.running_headers import DATE
from ingest.records import ItemRecord
from meetings.shared.vocabulary import RegionSlug

HEAD_LINES = 40
HEAD_LETTERS = 140
ASKED = 2  # recommendations to a body that show that a paper without a head is its own
NEAR = 3  # lines around the name of a KKR in which another body's name still is the head's
_COUNCIL = tolerant_pattern(r"\b(?:KKR(?!\w)|K K R\b|kommunekontaktråd(?:et|ene)?\b)")
_ASKS_COUNCIL = tolerant_pattern(r"\bat\s+(?:KKR|kommunekontaktråd)")
COUNCIL_NAMES = {
    region: tolerant_pattern(
        rf"\b(?:KKR|kommunekontaktråd(?:et)?)[\s,:()–-]*(?:KKR[\s)]*)?(?:(?:for|i)\s+)?(?:region\s+)?{region.label}"
    )
    for region in RegionSlug
}
_BODY_WORD = (
    r"(?:\w[\w-]*)?(?:udvalg(?:et)?|styregruppe[nr]?|(?<!kommune)(?<!kommunekontakt)råd(?:et)?|bestyrelse[nr]?|klynge[nr]?"
    r"|kommission(?:en)?|formandskab(?:et)?|direktørkreds(?:en)?|arbejdsgruppe[nr]?|følgegruppe[nr]?|projektgruppe[nr]?"
    r"|forum(?:met)?|netværk(?:et)?|magistrat(?:en)?|repræsentation(?:en)?|repræsentantskab(?:et)?|generalforsamling(?:en)?"
    r"|direktion(?:en)?|nævn(?:et)?|taskforce(?:n)?|lederkreds(?:en)?|chefgruppe[nr]?|direktørgruppe[nr]?"
    r"|kommunaldirektørgruppe[nr]?|koordinationsgruppe[nr]?|delegation(?:en)?)(?:s?møde[tr]?)?|K-?\d{1,2}(?:-?kreds(?:en)?)?"
)
_BODY = tolerant_pattern(rf"(?<![\w-])(?:{_BODY_WORD})(?![\w/])")
# The words between the line's beginning and the body: names and adjectives, "og" and "for"; never a verb.
_BEFORE = re.compile(
    r"(?:(?:[A-ZÆØÅ0-9][\w.'’/-]*|&|og|for|i|den|det|de|fælles\w*|-|–|[\w-]*-|[\w-]*(?:lige|lig|ende|ale|al|isk|iske|unale?)"
    r"),?\s+)*",
)
_AFTER = re.compile(
    r"\s*(?:$|[,.|(–-]|\d|(?:for|under|i|på|om|vedr|vedrørende|til|mellem|den|d|af|og|mandag|tirsdag|onsdag|torsdag"
    r"|fredag|kl|møde|mødet|sundhed|nord|syd|øst|vest|midt|hovedstaden|sjælland|referat|dagsorden|[A-ZÆØÅ][\w-]*)\b)"
)
_KIND = re.compile(
    r"^(?:\W*(?:(?:udkast|tillæg|bilag)\s+til\s+)?(?:åben|lukket|ordinær|ekstraordinær|konstituerende|endelig)?t?\s*"
    r"(?:tillægs|beslutnings|møde)?(?:referat|dagsorden|indkaldelse|beslutningsprotokol|protokol|udskrift)\b"
    r"(?:\s+(?:nr\.?\s*)?\d{4})?[\s:,–|-]*)?"
    r"(?:(?:til|fra|for|af|over|i)\s+)?(?:(?:det|et)\s+)?(?:ordinært?|ekstraordinært?|konstituerende)?\s*"
    r"(?:(?:møde(?:t|rne)?|fællesmøde(?:t)?)(?:\s+nr\.?\s*\d+)?[\s:,]+)?(?:(?:i|for|med|af|mellem|hos)\s+)?",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\b(?:fælles\s?møde|dialogmøde|møde)\w*\s+(?:mellem|med|for)\b", re.IGNORECASE)
_BODY_LABEL = re.compile(r"^(?:udvalg|organ|forum|mødeforum|forsamling|møde|mødetype|gremium)\s*:\s*", re.IGNORECASE)
_ENDS_HEAD = re.compile(
    r"^(?:deltager|afbud|fraværende|til\s?stede|mødedeltagere|indhold|medlemmer|fremmødte|indbudte|gæster)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:dato|møde\w*|tid\w*|sted|lokale|fra|til|kopi|cc|emne|vedr\.?\w*|formand|næstformand|sekretariat\w*|udsendt\w*|"
    r"afsender|sagsbehandler|kontakt\w*|referent|journalnr|j\.?\s?nr)\b[^:]{0,20}:",
    re.IGNORECASE,
)
_SENT_BY = re.compile(r"\b(?:udsend\w*|udarbejdet|sendt|fremsend\w*|indkald\w*\s+af|sekretær\w*)\b", re.IGNORECASE)
_BREAKS_OFF = re.compile(r"\s(?:og|i|af|for|til|om|på|med|fra|ved|samt|at|der|som)$", re.IGNORECASE)
_WHEN = re.compile(
    rf"[\s,–-]*(?:\b(?:den|d\.)\s*)?(?:\b(?:man|tirs|ons|tors|fre|lør|søn)dag\b.*|\d{{1,2}}\.\s*\w+\s+\d{{4}}.*|{DATE}.*"
    r"|\bkl\.?\s.*|\bnr\.?\s*\d.*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """Whose a document is by its head: the KKR that it names, and the name of another body that it is of, if of one."""

    regions: tuple[RegionSlug, ...] = ()
    is_council: bool = False
    other_body: str | None = None


def read_council(texts: Sequence[str], running: Sequence[str] = ()) -> Heading:
    """Return whose the document is by the lines before its first item, else by its running headers."""
    head = _read_head(texts[:HEAD_LINES])
    if head.is_council or head.other_body:
        return head
    return _read_head(list(dict.fromkeys(running)))


def _read_head(texts: Sequence[str]) -> Heading:
    """Return what the lines name; another body's name must stand by that of a KKR to be its head too."""
    council: int | None = None
    regions: list[RegionSlug] = []
    for n, text in enumerate(texts):
        if _ENDS_HEAD.match(text):
            break
        if council is not None and (n - council > NEAR or _LABEL.match(text)):
            break
        name = _bare_name(text)
        body = find_other_body(name) if council is None or not _JOINT.search(text) else None
        if body:
            return Heading(other_body=body)
        if _names_council(name):
            council = n if council is None else council
            regions += [one for one in _find_regions(name) if one not in regions]
    return Heading(tuple(regions), council is not None)


def find_body_of_items(items: Sequence[ItemRecord]) -> str | None:
    """Return the body to which the recommendations of a paper without a head are made, if never to a KKR."""
    said = " ".join(item.recommendation for item in items if item.recommendation)
    asked = [_close_up(found[0]) for found in re.finditer(rf"(?<=\bat ){_BODY.pattern}", said, re.IGNORECASE)]
    asked = [name for name in asked if name.lower() != "rådet"]  # as a KKR calls itself too
    return asked[0] if len(asked) >= ASKED and not _ASKS_COUNCIL.search(said) else None


def _bare_name(text: str) -> str:
    """Return a line of the head without its kind, label and day; empty if it is none that names a body."""
    text = _close_up(text)
    bare = _BODY_LABEL.sub("", text)
    if len(text) > HEAD_LETTERS or (bare == text and (_LABEL.match(text) or _SENT_BY.search(text))):
        return ""
    name = _KIND.sub("", _WHEN.sub("", bare), count=1).strip(" ,.|–-")
    if (name == text and name[:1].islower()) or _BREAKS_OFF.search(name):
        return ""  # a piece of a sentence
    return name[:1].upper() + name[1:]


def _close_up(text: str) -> str:
    """Return a line with single spaces, and without any where it is letter-spaced."""
    words = re.sub(r"\s{2,}", "  ", text.strip()).split("  ")
    return " ".join(word.replace(" ", "") if re.fullmatch(r"(?:\w ){2,}\w", word) else word for word in words)


def _names_council(name: str) -> bool:
    """Return whether a head's line begins with a KKR, as "KKR Sjælland" or "KL, Kommunekontaktråd Hovedstaden"."""
    squeezed = re.sub(r"\s", "", name)
    found = _COUNCIL.search(name)
    return bool(
        re.match("kkr", squeezed, re.IGNORECASE) or (found and found.start() <= 12) or (found and _JOINT.search(name))
    )


def _find_regions(name: str) -> list[RegionSlug]:
    found = [(match.start(), region) for region, one in COUNCIL_NAMES.items() if (match := one.search(name))]
    return [region for _, region in sorted(found)]


def find_other_body(name: str) -> str | None:
    """Return the name of the body other than a KKR that a head's line consists of; None if it names none.

    "KKR Hovedstadens formandskab" is one, "KKR Hovedstaden og regionsrådet" none: that is a joint meeting of the KKR.
    """
    for found in _BODY.finditer(name):
        before, after = name[: found.start()], name[found.end() :]
        council = _COUNCIL.search(before)
        if council and re.search(r"\b(?:og|med|samt)\s+(?:\w+\s+)?$|\bmed\b", before[council.end() :]):
            return None
        if _COUNCIL.fullmatch(found[0]) or not _BEFORE.fullmatch(before) or not _AFTER.match(after):
            continue
        if re.match(r"\s*:", after) or _is_plain_heading(name, found[0]):
            continue
        return name
    return None


def _is_plain_heading(name: str, word: str) -> bool:
    """Return whether the name is only a word for a group of participants, as "Formandskab"."""
    return name == word and bool(
        re.fullmatch(r"formandskab|udvalg|bestyrelse|direktion|arbejdsgruppe", word, re.IGNORECASE)
    )
