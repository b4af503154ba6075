"""Appointments and elections that have been made: who, to what body, as what, for how long, proposed by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from danish.tolerant_patterns import tolerant_pattern
from ingest.facts.person_names import Row, read_row, read_row_before
from ingest.facts.sentences import BULLET, Sentence
from ingest.records import FactRecord
from meetings.shared.vocabulary import FactKind

_DONE = r"(?:gen|ny)?(?:udpeget|valgt|indstillet|udpegedes?|valgtes?|indstilledes?)"
_MADE = tolerant_pattern(
    rf"\b(?:(?:er|blev|bliver|blevet|har)\s+(?:(?:blevet|enstemmigt|også|samtidig|KKR|KKR\s\w+)\s+)*{_DONE}"
    r"|(?:gen|ny)?(?:udpegedes?|valgtes?|indstillede(?:s)?))\b"
)
_NOW = tolerant_pattern(
    r"\b(?:(?:gen|ny)?(?:udpege[rs]|vælge[rs]|indstille[rs])|genvalgt|genudpeget|udpeget|valgt\s+blev|nyvalgt|"
    r"(?:besluttede|besluttet|vedtog|enedes\s+om|enige?\s+om)\s+at\s+(?:gen)?(?:udpege|vælge|indstille))\b"
)
_PASSIVE = re.compile(r"^(?:er|blev|bliver|blevet)\b|es$", re.IGNORECASE)
_AFTER_VERB = tolerant_pattern(
    r"\s*(?:KKR(?:\s+(?:Nordjylland|Midtjylland|Syddanmark|Sjælland|Hovedstaden))?\s+)?(?:(?:enstemmigt|herefter|i\s+stedet|samtidig|blev)\s+)*(?:følgende\s*:?\s*)?:?\s*"
)
_NOT = re.compile(
    r"\b(?:ikke|hverken|ingen|undlod|afventer|udskød|tidligere\s+(?:har|udpeget)|har\s+tidligere)\b", re.IGNORECASE
)
_IF = re.compile(
    r"\b(?:hvis|såfremt|foreslog|foreslås|foreslår|indstilles,?\s+at|skal|bør|kan|vil|ønsker)\b", re.IGNORECASE
)
_INSTEAD = re.compile(r"(?:i\s+stedet\s+for|som\s+afløser\s+for|efter|erstatter|afløser|for|fra|af)\s+$", re.IGNORECASE)
_ROLE = (
    r"(?:(?:nyt?|nye|ny|KKR[’']?s|KKR\s\w+|kommunale?|politiske?|personlige?|første|1\.|2\.|ordinær[et]?|\d+|ét|et|en|fælles)\s+)*"
    r"(?:(?:bestyrelses)?medlem(?:mer)?|suppleant(?:er)?|stedfortrædere?|(?:bestyrelses|næst|udvalgs)?form[æa]nd|(?:kommune)?repræsentant(?:er)?|"
    r"kandidat(?:er)?|observatør(?:er)?|talsperson|tovholder)"
)
_OFFICE = tolerant_pattern(rf"\b(?:som|til)\s+(?P<role>{_ROLE})\b(?:\s+(?:til|i|af|for|på)\s+(?P<body>[^.;:]+))?")
_BODY = tolerant_pattern(
    r"\b(?:til|i)\s+(?P<body>(?!stedet\b|perioden\b|tid\b|valgperioden\b|stedet\b|enighed\b|20\d\d|udgangen\b|og\s+med\b|at\b)(?:[A-ZÆØÅ]|\w+)[^.;:]*)"
)
_PERIOD = tolerant_pattern(
    r"\b(?:(?:for|i)\s+)?((?:resten\s+af\s+)?(?:den\s+)?(?:indeværende\s+|kommende\s+)?(?:perioden|valgperioden|funktionsperioden)(?:\s+\d[^,;:()]*?20\d\d|\s+20\d\d\s?[-–]\s?(?:20)?\d\d)?"
    r"|(?:frem\s+)?til\s+(?:og\s+med\s+)?(?:udgangen\s+af\s+)?(?:den\s+)?(?:\d{1,2}\.\s\w+\s)?20\d\d|(?:for|i)?\s*20\d\d\s?[-–]\s?20\d\d|for\s+(?:en\s+periode\s+på\s+)?(?:\d|to|tre|fire|et)\s+år)"
)
_PROPOSED = tolerant_pattern(
    r"\b(?:efter\s+(?:indstilling|forslag)\s+(?:fra|af)|på\s+(?:forslag|indstilling)\s+(?:af|fra)|(?:indstillet|foreslået)\s+af)\s+(?P<by>[^,.;:()]+)"
)
_CUT = tolerant_pattern(
    r",?\s+(?:i\s+stedet\s+for|som\s+(?:erstatning|afløser)|efter\s|pr\.\s|fra\s+den\s|med\s+virkning|idet\s|da\s|der\s|og\s+(?:som|til)\s|med\s+\S+\s+\S+\s+som\s|på\s+forslag)|,\s|\s\(|\s+(?:blev|er|udpege\w*|valg\w*|vælge\w*)\b|\s[–|]\s"
)

_AND = re.compile(r",?\s+(?:og|mens|samt)\s+")
_TO = re.compile(r"\s+(?:(?:blev|er|bliver)\s+\w+\s+)?(?:som|til)\s")


class Office(NamedTuple):
    """What people are appointed to, as a sentence says it."""

    role: str | None
    body: str | None
    period: str | None
    proposed_by: str | None


def read_appointments(sentences: Sequence[Sentence]) -> Iterator[FactRecord]:
    """Yield the appointments that sentences say have been made; what a recommendation proposes is none yet."""
    above: Office | None = None
    for sentence in sentences:
        if sentence.section == "recommendation":
            continue
        if above and sentence.text.startswith(BULLET):
            yield from _of_entry(sentence, above)
            continue
        above = None
        for names, office in _read(sentence):
            yield from (_fact(sentence, name, office) for name in names)
            above = office if sentence.text.rstrip().endswith(":") else None


def _read(sentence: Sentence) -> Iterator[tuple[tuple[str, ...], Office]]:
    """Yield who is appointed in a sentence and to what; nobody where the sentence leads to a list."""
    verb = _MADE.search(sentence.text) or (_NOW.search(sentence.text) if sentence.section == "decision" else None)
    if not verb or _NOT.search(sentence.text) or _IF.search(sentence.text[: verb.start()]):
        return
    text, further = _clauses(sentence.text, verb.end())
    row = _row(text, verb)
    if row.names or text.rstrip().endswith(":"):
        yield row.names, _office(text, verb, row)
    for clause in further:
        row = read_row(clause, 0)
        office = _OFFICE.search(clause[row.end :])
        if row.names and office:
            yield row.names, Office(office["role"], _trim(office["body"]), None, None)


def _clauses(text: str, at: int) -> tuple[str, list[str]]:
    """Split off the clauses that appoint others to another office: "…, og Bo Lund til næstformand"."""
    ends = [end for end in _AND.finditer(text, at) if re.search(r"\s(?:som|til|i)\s", text[at : end.start()])]
    starts = [end for end in ends if (row := read_row(text, end.end())).names and _TO.match(text, row.end)]
    if not starts:
        return text, []
    cuts = [start.end() for start in starts[1:]] + [len(text)]
    return text[: starts[0].start()], [text[a.end() : b] for a, b in zip(starts, cuts, strict=True)]


def _row(text: str, verb: re.Match[str]) -> Row:
    """Return the people whom a clause appoints: after the verb, before a passive, or behind a colon."""
    row = _names_after(text, verb)
    if not row.names and _PASSIVE.search(verb[0]):
        row = Row(_names_before(text, verb.start()), verb.end())
    if not row.names and (colon := text.find(":", verb.end())) > 0:
        row = read_row(text, colon + 1 + len(text[colon + 1 :]) - len(text[colon + 1 :].lstrip()))
    return row


def _names_after(text: str, verb: re.Match[str]) -> Row:
    after = _AFTER_VERB.match(text, verb.end())
    row = read_row(text, after.end() if after else verb.end())
    if row.names:
        return row
    # "Som formand blev valgt Anna Holm", "blev valgt til formand Anna Holm" has the office between.
    office = _OFFICE.match(text[verb.end() :].lstrip())
    if office and not office["body"]:
        start = len(text) - len(text[verb.end() :].lstrip())
        row = read_row(
            text,
            start + office.end() + len(text[start + office.end() :]) - len(text[start + office.end() :].lstrip(" :")),
        )
    return row


def _names_before(text: str, at: int) -> tuple[str, ...]:
    names = read_row_before(text, at)
    start = text.find(names[0]) if names else -1
    return () if start > 0 and _INSTEAD.search(text[:start]) else names


def _of_entry(sentence: Sentence, office: Office) -> Iterator[FactRecord]:
    """Yield the appointments of a list entry: names, or what they are appointed to and names."""
    text = sentence.text.removeprefix(BULLET)
    row = read_row(text, 0)
    head, colon, tail = text.partition(":")
    if not row.names and colon:
        row = read_row(tail.strip(), 0)
        is_role = bool(re.fullmatch(_ROLE, head.strip(), re.IGNORECASE))
        office = office._replace(role=head.strip()) if is_role else office._replace(body=head.strip())
    elif row.names:
        own = _OFFICE.search(text[row.end :]) or re.match(
            rf"[\s,(–-]*(?P<role>{_ROLE})\b(?P<body>)", text[row.end :], re.IGNORECASE
        )
        office = office._replace(role=own["role"], body=_trim(own["body"]) or office.body) if own else office
    yield from (_fact(sentence, name, office) for name in row.names)


def _office(text: str, verb: re.Match[str], row: Row) -> Office:
    """Read what a sentence appoints to: behind the names, else before the verb ("Til bestyrelsen udpegedes …")."""
    period, proposed = _PERIOD.search(text), _PROPOSED.search(text)
    for part in (text[row.end :] if row.names else "", text[verb.end() :], text[: verb.start()]):
        bare = _PERIOD.sub(" ", _PROPOSED.sub(" ", part))
        if (
            re.match(r"\s*[,.]?\s*(?:til|i)\s+", bare)
            and (body := _BODY.search(bare))
            and not _OFFICE.match(bare.strip())
        ):
            role = None
            return Office(role, _trim(body["body"]), _said(period), _by(proposed))
        if office := _OFFICE.search(bare):
            return Office(*_seat(office), _said(period), _by(proposed))
        if body := re.search(r"\b[Tt]il\s+(?P<body>\w[^.;:]*)", bare):
            return Office(None, _trim(body["body"]), _said(period), _by(proposed))
    return Office(None, None, _said(period), _by(proposed))


def _seat(office: re.Match[str]) -> tuple[str | None, str | None]:
    """Return as what and to what; "suppleant for Bo Lund" is as what, for a person is no body."""
    body = _trim(office["body"])
    if body and read_row(body, 0).names:
        return f"{office['role']} for {body}", None
    return office["role"], body


def _said(match: re.Match[str] | None) -> str | None:
    return re.sub(r"^(?:perioden|for|i)\s+(?=\d)", "", match[1].strip()) if match else None


def _by(match: re.Match[str] | None) -> str | None:
    return match["by"].strip() if match else None


def _trim(body: str | None) -> str | None:
    return _CUT.split(f" {body} ", maxsplit=1)[0].strip(" ,.") or None if body else None


def _fact(sentence: Sentence, name: str, office: Office) -> FactRecord:
    return FactRecord(
        FactKind.APPOINTMENT,
        sentence.text,
        sentence.section,
        person=name,
        body=office.body,
        period=office.period,
        proposed_by=office.proposed_by,
        what=office.role,
    )
