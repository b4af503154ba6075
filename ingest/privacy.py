"""Danish civil registration (CPR) numbers in a document's text: where they stand, and their masked form.

A number counts if it is written as one, ddmmyy-xxxx, and its first seven digits are a date: the seventh tells the
century. Modulus 11 is not required, since numbers without it have been given out from 2007 on, but it decides where
the way of writing does not. A number is shown masked, also in the `repr` of a `CprNumber`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from danish.confusions import FIGURES
from ingest.records import Page
from meetings.shared.page_layout import HiddenText

# Letters that OCR reads for digits, beside those of the table of misreadings.
LETTERS = str.maketrans({**FIGURES, "Q": "0", "i": "1", "Z": "2", "z": "2", "S": "5", "s": "5", "B": "8"})
FEWEST_DIGITS = 6  # of the ten; with more letters it is a word
MOST_LISTED = 5
NEAR = 40  # characters before a number in which "CPR" makes it one, however it is written

_DIGIT = r"[0-9OoQlIi|ZzSsB]"
_SPACE = r"[ \t\u00a0\u2000-\u200a\u202f]"
_DASH = r"[-\u00ad\u2010-\u2015\u2212\u0002]"
_BREAK = rf"{_SPACE}{{0,3}}\n?{_SPACE}{{0,3}}"
# Not inside a longer number, amount, word or identifier.
_START = r"(?<![0-9A-Za-zÆØÅæøå])(?<![0-9][-\u2010-\u2015\u2212./,])(?:(?<![A-Za-zÆØÅæøå][-_])|(?<=(?i:cpr)[-_]))"
_END = r"(?![0-9A-Za-zÆØÅæøå])(?![-\u2010-\u2015\u2212/][0-9A-Za-zÆØÅæøå])(?![.,:][0-9])"

# 010180-1234, also broken at the dash. This way of writing is a CPR number's alone.
_DASHED = re.compile(rf"{_START}({_DIGIT}{{6}}){_BREAK}{_DASH}{{1,2}}{_BREAK}({_DIGIT}{{4}}){_END}")
# 010180 1234 and 0101801234, which may be other numbers, such as two cells of a table.
_PLAIN = re.compile(rf"{_START}([0-9]{{6}}){_SPACE}{{0,3}}([0-9]{{4}}){_END}")
# After "CPR": any ten digits with separators, as 01.01.80-1234 or a form's boxes.
_LOOSE = re.compile(
    rf"{_START}((?:{_DIGIT}[ \t\u00a0\u202f./|\n\u00ad\u2010-\u2015\u2212-]{{0,3}}){{9}}{_DIGIT}){_END}"
)
_CPR = re.compile(r"\bcpr|\bpersonnum|\bperson-?\s?nr", re.IGNORECASE)
# Words right before a plain number that say what else it is.
_OTHERWISE = re.compile(
    r"(?:\b(?:sag\w*|journal\w*|j|dok\w*|cvr\w*|ean\w*|gln\w*|p|prod\w*|iban|konto\w*|reg|giro\w*|faktura\w*|"
    r"ordre\w*|løbe\w*|serie\w*|tlf|telefon\w*|mobil\w*|fax|isbn|matr\w*|bfe\w*|nr|kr|dkk|eur)[\s.:-]*"
    r"(?:nr|nummer|numre|no)?[\s.:-]*|[€$+]\s*)\Z",
    re.IGNORECASE,
)
# Figures beside it: a row of a table, or the four digits of a bank before an account.
_FIGURE_BEFORE = re.compile(rf"[0-9]{_SPACE}+\Z")
_FIGURE_AFTER = re.compile(rf"{_SPACE}+[0-9]")
_BANK_BEFORE = re.compile(rf"(?<![0-9])[0-9]{{4}}{_SPACE}+\Z")
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


@dataclass(frozen=True, slots=True)
class CprNumber:
    """A CPR number on a page, `digits` without the dash. `is_hidden`: only in text that no reader of the page sees."""

    page: int
    digits: str = field(repr=False)
    is_hidden: bool = False

    @property
    def masked(self) -> str:
        """The date of birth and four dots, the only form in which the number may be shown."""
        return f"{self.digits[:6]}-••••"


def find_cpr_numbers(pages: Sequence[Page]) -> tuple[CprNumber, ...]:
    """Return the numbers in the text of the pages, before and after repair of letters, each once a page.

    Hidden text counts: it is kept off the site's pages, but the file that the site hands out has it.
    """
    return _find_on(tuple(pages))


@lru_cache(maxsize=2)  # several ask about one document, one after the other
def _find_on(pages: tuple[Page, ...]) -> tuple[CprNumber, ...]:
    found: dict[CprNumber, None] = {}
    for page in pages:
        texts = dict.fromkeys("\n".join(lines) for lines in (page.lines, page.extracted))
        seen = {digits: None for text in texts for digits in _find(text)}
        hidden = {digits: None for digits in _find(_hidden_lines(page.hidden)) if digits not in seen}
        found.update((CprNumber(page.number, digits), None) for digits in seen)
        found.update((CprNumber(page.number, digits, is_hidden=True), None) for digits in hidden)
    return tuple(found)


def mask(text: str) -> str:
    """Return a text with the last four digits of every CPR number in it replaced by dots."""
    for start, end, digits in sorted(_spans(text), reverse=True):
        text = f"{text[:start]}{CprNumber(0, digits).masked}{text[end:]}"
    return text


def find_cpr_warnings(pages: Sequence[Page]) -> tuple[str, ...]:
    """Return a Danish sentence for each number in the pages: its page and its masked form."""
    return tuple(f"Side {one.page}: der står et CPR-nummer ({one.masked})." for one in find_cpr_numbers(pages))


def list_numbers(numbers: Iterable[tuple[str, int]]) -> str:
    """Return masked numbers and their pages in one line; of many the first MOST_LISTED, and how many more."""
    told = [f"{masked} (side {page})" for masked, page in numbers]
    more = len(told) - MOST_LISTED
    return ", ".join(told[:MOST_LISTED]) + (f" og {more} flere" if more > 0 else "")


def is_cpr(digits: str) -> bool:
    """Return whether the first seven of ten digits are a date of birth: day, month, year and century."""
    day, month, year, seventh = int(digits[:2]), int(digits[2:4]), int(digits[4:6]), int(digits[6])
    try:
        datetime.date(_century(year, seventh) + year, month, day)
    except ValueError:
        return False
    return True


def _century(year: int, seventh: int) -> int:
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800


def _find(text: str) -> Iterator[str]:
    return (digits for _start, _end, digits in _spans(text))


def _spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the start and end of each number in the text, and its ten digits; overlapping ones once."""
    ends: set[int] = set()
    for pattern, is_cpr_number in ((_DASHED, _always), (_LOOSE, _is_named), (_PLAIN, _is_plainly_cpr)):
        for match in pattern.finditer(text):
            digits = _as_digits("".join(match.groups()))
            if match.end() not in ends and digits and is_cpr(digits) and is_cpr_number(match, digits):
                ends.add(match.end())
                yield match.start(), match.end(), digits


def _always(_match: re.Match[str], _digits: str) -> bool:
    return True


def _is_named(match: re.Match[str], _digits: str) -> bool:
    return bool(_CPR.search(_before(match)))


def _as_digits(written: str) -> str:
    """Return the ten digits of a number as written, misread letters put right; "" if it is mostly letters."""
    kept = [one for one in written if one.isalnum() or one == "|"]
    if sum(one.isdigit() for one in kept) < FEWEST_DIGITS:
        return ""
    return "".join(kept).translate(LETTERS)


def _is_plainly_cpr(match: re.Match[str], digits: str) -> bool:
    """Return whether a number without its dash is a CPR number, by what stands beside it and modulus 11."""
    before, after = _before(match), match.string[match.end() : match.end() + NEAR]
    if _OTHERWISE.search(before):
        return False
    if len(match.group()) > len(digits):
        is_in_row = bool(_FIGURE_BEFORE.search(before) or _FIGURE_AFTER.match(after))
    else:
        is_in_row = bool(_BANK_BEFORE.search(before))
    return not is_in_row or _passes_modulus_11(digits)


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - NEAR) : match.start()]


def _passes_modulus_11(digits: str) -> bool:
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


def _hidden_lines(hidden: Iterable[HiddenText]) -> str:
    return "\n".join(one.text for one in hidden)
