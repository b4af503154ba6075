"""Case numbers in what is typed, in any shape and company: "Sagsnr. SAG 202503687", "2025-03687 takster", "03687".

Their standard form is SAG-2025-03687, and SAG-03687 where the year was not typed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from meetings.search.language.typed import normalised

_LABEL = r"(?:sag(?:en)?(?:s?[ ]?(?:nummer|nr))?|j(?:ournal)?[. ]{0,2}(?:nummer|nr))"
_GAP = r"[\s.:;,=#\"(\[/_-]*"  # after a label
_CALLED = rf"[\"(\[]*(?<!\w)(?<!\w-){_LABEL}{_GAP}(?:{_LABEL}{_GAP})?"
_NUMBERED = rf"(?<!\w)(?:sags?[ ]?|j(?:ournal)?[. ]{{0,2}})(?:nummer|nr){_GAP}"
_YEAR = r"((?:19|20)[0-9]{2})"
_APART = r"(?<![\w.,/])(?<!\w-)"  # no part of another number
_END = r"(?:-[0-9]{1,3})?(?![\w])(?![.,/-][0-9])[\")\]]*[.,;:]?"  # with the number of a document, if any
_NUMBERS = re.compile(
    rf"{_CALLED}{_YEAR}[\s./:_-]*([0-9]{{3,6}}){_END}"
    rf"|{_CALLED}([0-9]{{2}})[ ./_-]([0-9]{{5}}){_END}"
    rf"|[\"(\[]*{_APART}{_YEAR}(?:[ ]?[-/][ ]?([0-9]{{5}})|[ ]?(0[0-9]{{4}})){_END}"
    rf"|(?:{_CALLED})?{_APART}(0[0-9]{{4}}){_END}"
    rf"|{_NUMBERED}(?!19|20)([0-9]{{3,5}}){_END}",
    re.IGNORECASE,
)
# Where only a case number is expected, less of it need be typed.
_ALONE = re.compile(
    rf"(?:{_CALLED})?(?:{_YEAR}[\s./:_-]*|(?!(?:19|20)[0-9]{{2}}\b))([0-9]{{3,6}})[\")\].]*"
    r"(?:[ /,]+[^\W\d_]{2,5})*",  # initials
    re.IGNORECASE,
)
STANDARD = r"SAG-(?:[0-9]{4}-)?[0-9]{5,6}"
_OR = r"(?:or|eller|\|\|?)"
_RUN = re.compile(rf"(?<!\S){STANDARD}(?:(?:\s+(?:og|samt|[/&]|{_OR}))?\s+{STANDARD})*(?!\S)", re.IGNORECASE)
_OR_BEFORE, _OR_AFTER = re.compile(rf"(?<!\S){_OR}\s*$", re.IGNORECASE), re.compile(rf"\s*{_OR}(?!\S)", re.IGNORECASE)


class TextWithCases(NamedTuple):
    """What was typed without the case numbers that narrow the search to their items, and these numbers.

    Those beside an "or" or after a minus stay in the text, in their standard form.
    """

    text: str
    numbers: tuple[str, ...]


def is_standard(word: str) -> bool:
    """Return whether a word is a case number in its standard form."""
    return re.fullmatch(STANDARD, word, re.IGNORECASE) is not None


def read_cases(text: str) -> TextWithCases:
    """Return the text and the case numbers of what was typed (`typed.normalised`)."""
    if not any(sign.isdigit() for sign in text):
        return TextWithCases(text, ())
    marked, numbers = _NUMBERS.sub(lambda found: f"{_standard(found)} ", text), list[str]()

    def kept(run: re.Match[str]) -> str:
        if _OR_BEFORE.search(marked, 0, run.start()) or _OR_AFTER.match(marked, run.end()):
            return run[0]
        numbers.extend(re.findall(STANDARD, run[0]))
        return " "

    return TextWithCases(" ".join(_RUN.sub(kept, marked).split()), tuple(dict.fromkeys(numbers)))


def find_case_number(typed: str) -> str | None:
    """Return a case number, however typed ("sag-2025-3687"), in its standard form; None for anything else."""
    found = _ALONE.fullmatch(normalised(typed))
    return _standard(found) if found else None


def _standard(found: re.Match[str]) -> str:
    *years, serial = [group for group in found.groups() if group]
    return "-".join(["SAG", *(f"20{year}"[-4:] for year in years), f"{int(serial):05d}"])
