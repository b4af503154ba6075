"""Amounts of money, in kroner, with what they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ingest.facts.sentences import Sentence
from ingest.records import FactRecord
from meetings.shared.vocabulary import FactKind

_DIGITS = r"\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_WORDS = {
    "en halv": Decimal("0.5"), "en kvart": Decimal("0.25"), "halvanden": Decimal("1.5"), "en": Decimal(1),
    "én": Decimal(1), "et": Decimal(1), "to": Decimal(2), "tre": Decimal(3), "fire": Decimal(4), "fem": Decimal(5),
    "seks": Decimal(6), "syv": Decimal(7), "otte": Decimal(8), "ni": Decimal(9), "ti": Decimal(10),
    "tolv": Decimal(12), "femten": Decimal(15), "tyve": Decimal(20),
}  # fmt: skip
_SCALES = (
    (re.compile(r"mia|milliard", re.IGNORECASE), 1_000_000_000),
    (re.compile(r"mio|mill", re.IGNORECASE), 1_000_000),
    (re.compile(r"t|1\.?000", re.IGNORECASE), 1_000),
)
_SCALE = r"mia\.?|milliard(?:er)?|mio\.?|mill\.?|millioner|million|t\.|t(?=kr)|tusind(?:e)?|1\.?000(?=\s?kr)"
_KRONER = r"(?:kr\b\.?|kroner\b|DKK\b)"
_NUMBER = rf"(?:{_DIGITS}|\b(?:{'|'.join(_WORDS)})\b)"
_AMOUNT = re.compile(
    rf"(?<![\d.,§])(?<!\s-)(?<!\(-)(?P<number>{_NUMBER})(?:,-+)?\s?(?P<scale>{_SCALE})?\s?(?:danske\s)?{_KRONER}"
    rf"|\b(?:kr\.?|DKK)\s?(?P<number2>{_DIGITS})(?:,-+)?(?:\s?(?P<scale2>mia\.?|milliarder|mio\.?|mill\.?|millioner))?"
    rf"|(?<![\d.,§-])(?P<number3>{_DIGITS}),-{{1,2}}(?!\w)",
    re.IGNORECASE,
)
# "100 til 120 mio. kr.", "5-10 mio. kr.", "fra 3 mia. til 2,7 mia. kr.": the first number takes the unit of the second.
_FIRST_OF_TWO = re.compile(
    rf"(?<![\w.,§-])(?!(?:19|20)\d\d\b)(?P<number>{_DIGITS})\s?(?P<scale>{_SCALE})?(?:\s?{_KRONER})?"
    r"(?:\s?[-–]\s?|\s(?:til|eller)\s)(?:ca\.\s)?$"
    rf"|\bmellem\s(?P<number2>{_DIGITS})\s?(?P<scale2>{_SCALE})?\sog\s$",
    re.IGNORECASE,
)
_CAUTION = re.compile(
    r"\b(ca\.|cirka|omkring|op\s+til|mindst|minimum|højst|maks\.|maksimalt|knap|godt|over|under|mere\s+end|"
    r"mindre\s+end|næsten)\s+(?:i\s+alt\s+)?(?:de\s+)?(?:kr\.\s)?$",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:ikke|hverken|ingen)\b(?!\s+(?:mindst|alene|kun|blot))", re.IGNORECASE)
_LIMITS = re.compile(r"\b(?:overstig\w*|overskrid\w*|højere|mere|større|end)\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"\W{0,2}(?:netto\s|brutto\s|i\salt\s)?((?:årligt|om\s+året|pr\.\s+år|per\s+år|hvert\s+år|varigt|månedligt|pr\.\s+måned|"
    r"pr\.\s+kvartal)\b(?:\s+i\s+(?:perioden\s+|årene\s+)?20\d\d(?:\s?[-–]\s?\d{2,4})?)?"
    r"|i\s+20\d\d-(?:niveau|priser|pl)\b|\(?20\d\d-(?:niveau|priser|pl)\b|\(?20\d\d\s?p/l|i\s+(?:perioden\s+)?20\d\d(?:\s?[-–/]\s?\d{2,4})?"
    r"|fra\s+20\d\d\s+og\s+frem|(?:i|for)\s+(?:perioden|årene)\s+20\d\d\s?[-–]\s?20\d\d|over\s+\w+\s+år)",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\s*(pr\.\s+(?!år\b|måned\b|kvartal\b|\d)\w+|per\s+(?!år\b)\w+|i\s+timen|om\s+dagen)", re.IGNORECASE
)
_YEAR_BEFORE = re.compile(r"\bi\s+(20\d\d(?:\s?-\s?\d{2,4})?)\s+(?:\w+\s+){0,2}$|\bbudget\w*\s+(?:for\s+)?(20\d\d)\b")
_PURPOSE = re.compile(
    r"\W{0,2}\s*((?!i\s+tilfælde|i\s+forhold|i\s+gennemsnit|for\s+at\b|til\s+\d|til\s+i\s)(?:til|for|som\s+følge\s+af|i|af|vedr\.)\s+(?!20\d\d)[^.;:()]{3,120})"
)
_LEADS_TO = re.compile(
    r"\s+(?:på|er|udgør|udgøre|til|med|fra|mellem|i\s+alt|svarende|kr\.|der|samlet|samlede|og|i\s+20\d\d(?:-\d{2,4})?)\s*$",
    re.IGNORECASE,
)
_SHORTEST, _LONG = 5, 100  # letters of a clause that says what an amount is for
_CLAUSE = re.compile(r"\.\s+(?=[A-ZÆØÅ–])|[;:]\s|,\s+(?=(?:og|men|som|der|hvoraf|heraf|mens|samt)\b)|\s\|\s")


def read_amounts(sentences: list[Sentence]) -> Iterator[FactRecord]:
    """Yield the amounts that the sentences state; one that a sentence denies is none."""
    for sentence in sentences:
        last, subject = 0, ""
        for match in _AMOUNT.finditer(sentence.text):
            subject = subject or _subject(sentence.text[: match.start()])
            if not _is_denied(sentence.text, match.start()):
                yield from _of_match(sentence, match, last, subject)
            last = match.end()


def _of_match(sentence: Sentence, match: re.Match[str], last: int, subject: str) -> Iterator[FactRecord]:
    text, number = sentence.text, match["number"] or match["number2"] or match["number3"]
    scale = match["scale"] or match["scale2"] or ""
    start = match.start()
    first = _FIRST_OF_TWO.search(text[last:start])
    amounts = [_kroner(number, scale)]
    if first:
        start = last + first.start()
        amounts.insert(0, _kroner(first["number"] or first["number2"], first["scale"] or first["scale2"] or scale))
    caution = _CAUTION.search(text[max(0, start - 30) : start])
    following = text[match.end() : match.end() + 200]
    period, each, purpose = _around(text[:start], following, last)
    purpose = purpose or subject
    notes = [note for note in (caution[1] if caution else "", each) if note]
    what = f"{purpose} ({', '.join(notes)})" if purpose and notes else purpose or ", ".join(notes)
    for amount in amounts:
        if amount:
            yield FactRecord(
                FactKind.AMOUNT, sentence.text, sentence.section, amount=amount, what=what or None, period=period
            )


def _around(before: str, following: str, last: int) -> tuple[str | None, str, str]:
    """Return the period of an amount, what it is per ("pr. indbygger"), and what it is for, by the words around it."""
    each = _EACH.match(following)
    rest = following[each.end() :] if each else following
    period = _PERIOD.match(rest)
    rest = rest[period.end() :] if period else rest
    earlier = _YEAR_BEFORE.search(before[last:])
    purpose = _PURPOSE.match(rest)
    said = period[1].strip("( ") if period else (earlier[1] or earlier[2] if earlier else None)
    if said and re.match(r"i\s+(?:perioden\s+)?20\d\d", said):
        said = re.sub(r"^i\s+(?:perioden\s+)?", "", said)
    return said, each[1] if each else "", _clean(_until_amount(purpose[1])) if purpose else ""


def _until_amount(words: str) -> str:
    """Return the words up to the next amount or clause."""
    words = _CLAUSE.split(re.split(r",\s|\s\|\s", words)[0])[0]
    other = re.search(
        rf"\s(?:og\s|samt\s|fra\s|til\s)?(?:\w+\s)?{_NUMBER}\s?(?:{_SCALE})?\s?{_KRONER}", words, re.IGNORECASE
    )
    words = words[: other.start()] if other else words
    return re.sub(r"\s(?:og\s|samt\s|til\s)?\d[\d.,]*\s?(?:t|mia|mio|kr)?$|\s+(?:pr|ca)$", "", words)


def _subject(before: str) -> str:
    """Return what is said of an amount before it, up to the beginning of its clause."""
    before = _FIRST_OF_TWO.sub("", before)
    clauses = [cleaned for clause in _CLAUSE.split(before) if len(cleaned := _clean(clause)) >= _SHORTEST]
    words = clauses[-1] if clauses else ""
    return words.rpartition(", ")[2] if len(words) > _LONG else words


def _clean(words: str) -> str:
    """Return words without what leads to the amount at their end, or joins them to what stands before."""
    words = _CAUTION.sub("", words.strip().removeprefix("– ") + " ").strip(" ,:–|(")
    while (shorter := _LEADS_TO.sub("", words).strip(" ,:–|(")) != words:
        words = shorter
    return re.sub(r"^(?:og|men|samt|at)\s+", "", words)


def _is_denied(text: str, start: int) -> bool:
    """Return whether the clause before an amount denies it; "må ikke overstige 5 mio. kr." sets a limit."""
    clause = re.split(r"[.;:]\s|,\s", text[:start])[-1]
    negation = _NEGATED.search(clause)
    return bool(negation and not _LIMITS.search(clause[negation.end() :]))


def _kroner(number: str, scale: str) -> int | float | None:
    """Return an amount in kroner; None for nothing."""
    factor = next((value for pattern, value in _SCALES if scale and pattern.match(scale)), 1)
    written = _WORDS.get(number.lower())
    if written is None:
        grouped = re.fullmatch(r"\d{1,3}(?:[. ]\d{3})+(?:,\d+)?", number)
        bare = re.sub(r"[. ]", "", number) if grouped else number
        written = Decimal(bare.replace(",", "."))
    kroner = written * factor
    return (int(kroner) if kroner == int(kroner) else float(kroner)) or None
