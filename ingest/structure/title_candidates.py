"""Title candidates: every line that could be an item's title, weighted by evidence; `numbering` chooses among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.line_patterns import (
    BREAKS_OFF,
    KNOWN_TITLES,
    LETTER,
    CaseLine,
    NumberCandidate,
    Section,
    counts_on,
    find_section,
    has_leader,
    is_case_line,
    opens_section,
    read_case_line,
    read_lone_number,
    split_bullet,
    split_number,
)
from ingest.structure.counted_enclosures import find_counted_enclosures
from ingest.structure.known_titles import KnownTitles
from ingest.structure.lines import Line
from ingest.structure.table_of_contents import Contents

TITLE_LINES = 4
TITLE_LETTERS = 300
_WORDED = re.compile(r"[^\W\d_]{3}")
_BEFORE_NUMBER = re.compile(r"(?:§|\b(?:stk|nr|kap|pkt|kl|jf|ca)\.|\b(?:den|punkt|side|bilag|kapitel|nummer))$")
SHORT_TITLE = 45  # letters; titles are set in lines of about 60
FULL_TITLE = 52


@dataclass(frozen=True, slots=True)
class Number:
    """A number alone on line `at`, separated from its title, with its interpretations.

    `bound` marks one with a word, "Punkt 2 (Åbent)", which stands right above its title.
    """

    at: int
    page: int
    readings: tuple[NumberCandidate, ...]
    bound: bool = False


@dataclass(frozen=True, slots=True)
class TitleCandidate:
    """Lines `start` up to `end` as a title; `weight` is the evidence for it.

    `readings` interpret a number before the title; `case` is the case number on line `end`, if any. `certain` marks a
    candidate that is an item even if its number is lost.
    """

    start: int
    end: int
    page: int
    weight: float
    readings: tuple[NumberCandidate, ...] = ()
    case: CaseLine | None = None
    certain: bool = False


def find_lone_numbers(lines: Sequence[Line]) -> list[Number]:
    """Return the numbers that are alone on their lines, and not the last word of a sentence ("stk. / 2.")."""
    found = ((n, line, read_lone_number(line.text)) for n, line in enumerate(lines))
    return [
        Number(n, line.page, readings, bound=_WORDED.search(line.text) is not None)
        for n, line, readings in found
        if readings and not _ends_sentence(lines, n)
    ]


def _ends_sentence(lines: Sequence[Line], n: int) -> bool:
    return n > 0 and not lines[n].apart and bool(_BEFORE_NUMBER.search(lines[n - 1].text))


class TitleCandidates:
    """The candidates of one document, each line belonging to one at most."""

    def __init__(self, lines: Sequence[Line], contents: Contents) -> None:
        """Take the lines of the meeting and the table of contents, whose own lines are skipped."""
        self.lines = lines
        self.titles = KnownTitles(contents.titles)
        self.taken = set(range(contents.start, contents.end))
        self.taken.update(n for n, line in enumerate(lines) if has_leader(line.text) and not self._is_headed(n))
        lone = [number for number in find_lone_numbers(lines) if number.at not in self.taken]
        self.untitled = {number.at: number for number in lone if number.bound and self._is_untitled(number.at + 1)}
        self.numbers = [number for number in lone if number.at not in self.untitled]
        self.taken.update(number.at for number in self.numbers)
        self.numbered = {number.at for number in self.numbers}
        self.torn_pages = {number.page for number in self.numbers}
        self.enclosures = find_counted_enclosures(lines)
        self.found: dict[int, TitleCandidate] = {}
        # Where hardly any line is set apart, a title need not be either.
        self.airy = sum(line.apart for line in lines) > len(lines) * 0.08

    def candidates(self) -> list[TitleCandidate]:
        """Return all candidates in document order."""
        for n in range(len(self.lines)):
            if n not in self.taken and is_case_line(self.lines[n].text):
                self._add(self._above_case(n))
        plain = len(self.found) < 3
        for n in range(len(self.lines)):
            if n not in self.taken:
                self._add(self._numbered(n, plain))
        for n in range(len(self.lines)):
            if n not in self.taken and (self.lines[n].apart or self._below_number(n)):
                self._add(self._unnumbered(n))
        return [self.found[start] for start in sorted(self.found)]

    def _is_headed(self, n: int) -> bool:
        """Return whether a line stands above a case number or a section's heading, as no entry of contents does."""
        return n + 1 < len(self.lines) and (
            is_case_line(self.lines[n + 1].text) or opens_section(self.lines[n + 1].text)
        )

    def _is_untitled(self, below: int) -> bool:
        """Return whether there is no title below a number, as where a point is closed to the public."""
        if below == len(self.lines):
            return True
        text = self.lines[below].text
        return bool(read_lone_number(text)) or opens_section(text) or is_case_line(text)

    def _add(self, candidate: TitleCandidate | None) -> None:
        if candidate:
            self.found[candidate.start] = candidate
            self.taken.update(range(candidate.start, candidate.end + bool(candidate.case)))

    def _above_case(self, n: int) -> TitleCandidate | None:
        """Return the title above a case number, which is certain with or without a number; None if there is none."""
        end = n - 1 if n - 1 in self.numbered else n
        start = self._title_start(end) if end == n else self._before_number(end)
        if start == end:
            return None
        number = split_number(self.lines[start].text)
        case = read_case_line(self.lines[n].text)
        readings = number[0] if number else ()
        return TitleCandidate(
            start, n, self.lines[start].page, 10 + self._known(start, end), readings, case, certain=True
        )

    def _before_number(self, end: int) -> int:
        """Go up from a number that stands between its title and the case number to the title's first line."""
        start = self._title_start(end)
        if start < end and split_number(self.lines[start].text):
            start += 1  # the heading above, which has a number of its own
        return start if start < end and self._begins(start) else end

    def _begins(self, n: int) -> bool:
        """Return whether something may begin on a line: it is set apart, or what is above has ended."""
        above = self.lines[n - 1].text if n else "."
        return self.lines[n].apart or n - 1 in self.taken or above[-1] in ".:" or split_number(above) is not None

    def _title_start(self, n: int) -> int:
        """Go up from the case number to the title's first line: one with a number, or the first of its paragraph."""
        start = n
        for at in range(n - 1, max(n - 1 - TITLE_LINES, -1), -1):
            if at in self.taken or self._is_no_title(at):
                break
            if start < n and (
                self._ends_title(at, start) or (self.lines[start].apart and not self._goes_on(at, start))
            ):
                break
            start = at
            if split_number(self.lines[at].text):
                break
        return start

    def _goes_on(self, at: int, below: int) -> bool:
        """Return whether a title continues over a blank line: broken off, a full line, or lower case below."""
        above = self.lines[at].text
        full = len(above) >= FULL_TITLE and split_number(above) is not None
        return full or self.lines[below].text[0].islower() or bool(BREAKS_OFF.search(above))

    def _ends_title(self, at: int, below: int) -> bool:
        """Return whether a title ends on its line: a short one, with ample room for the first word below."""
        text, first = self.lines[at].text, self.lines[below].text
        return first[0].isupper() and len(text) + len(first.split(" ", 1)[0]) < SHORT_TITLE and not text.endswith("-")

    def _is_no_title(self, at: int) -> bool:
        text = self.lines[at].text
        if is_case_line(text) or find_section(text) or split_bullet(text) is not None:
            return True
        return bool(re.search(r"[.;:]$", text))

    def _numbered(self, n: int, plain: bool) -> TitleCandidate | None:
        """Return a line that begins with a number as a candidate; it may be a title, a list entry or a sentence."""
        if n in self.untitled:
            return TitleCandidate(n, n + 1, self.lines[n].page, 6.0, self.untitled[n].readings)
        number = split_number(self.lines[n].text)
        if not number or len(number[1]) > TITLE_LETTERS or n in self.enclosures:
            return None
        readings, title = number
        end = self._title_end(n)
        weight = (0.5 if plain else -2.0) + self._shape(n, end, title) + self._below(end) + self._known(n, end)
        return TitleCandidate(n, end, self.lines[n].page, weight, readings) if weight > -5 else None

    def _shape(self, n: int, end: int, title: str) -> float:
        """Return the weight of a title's typography: gap above, strong type, capital, punctuation, place in a list."""
        line, last = self.lines[n], self.lines[end - 1].text
        weight = 1.0 if line.apart else -3.0 if self.airy else 0.0
        weight += 1.5 if line.top else 0.0
        weight += 1.5 if line.strong else 0.0
        weight -= 5.0 if LETTER.sub("", title)[0].islower() else 0.0
        weight -= 3.0 if re.search(r"[.;,:]$", last) else 0.0
        above = self.lines[n - 1].text if n else ""
        listed = split_number(above) and n - 1 not in self.found
        weight -= 2.0 if listed and not line.apart else 0.0
        return weight - (6.0 if not line.apart and self._is_announced(n) else 0.0)

    def _is_announced(self, n: int) -> bool:
        """Return whether a line is an entry of a list introduced by a colon: "tre mål:", 1, 2, 3."""
        first = n
        while first and counts_on(self.lines[first - 1].text, self.lines[first].text):
            first -= 1
        return 0 < first < n and self.lines[first - 1].text.endswith(":")

    def _below(self, end: int) -> float:
        """Return the weight of what follows a title: a section heading, the next title or the end supports it."""
        if end >= len(self.lines):
            return 4.0
        line = self.lines[end]
        if opens_section(line.text) and find_section(line.text) != Section.ATTACHMENTS:
            return 8.0
        if end in self.found or split_number(line.text) or end in self.taken:
            return 4.0 if line.apart or not self.airy else 0.0
        return 0.5 if line.apart else -3.0 if self.airy else 0.0

    def _known(self, start: int, end: int) -> float:
        text = " ".join(line.text for line in self.lines[start:end])
        number = split_number(text)
        title = number[1] if number else text
        return (5.0 if KNOWN_TITLES.fullmatch(title) else 0.0) + (8.0 if self.titles.find(title) else 0.0)

    def _title_end(self, n: int) -> int:
        """Go down from a title's first line over lines that continue it, never over a heading or a number."""
        end = n + 1
        while end < len(self.lines) and end - n < TITLE_LINES and end not in self.taken:
            above, text = self.lines[end - 1].text, self.lines[end].text
            if opens_section(text) or split_number(text) or split_bullet(text) is not None or self.lines[end].apart:
                break
            if not (text[:1].islower() or len(above) >= SHORT_TITLE or BREAKS_OFF.search(above)):
                break
            end += 1
        return end

    def _unnumbered(self, n: int) -> TitleCandidate | None:
        """Return an unnumbered block as a candidate: in the contents, known, or short on a page with lone numbers."""
        end = n + 1
        while end < len(self.lines) and end not in self.taken and not self.lines[end].apart:
            if opens_section(self.lines[end].text):
                break
            end += 1
        block = self.lines[n:end]
        text = " ".join(line.text for line in block)
        listed = bool(self.titles) and bool(self.titles.find(text))
        known = bool(KNOWN_TITLES.fullmatch(text))
        if (
            not listed
            and not known
            and (self.lines[n].page not in self.torn_pages or len(block) > 3 or len(text) > 200)
        ):
            return None
        beside = self._beside(n, end)
        weight = beside + self._known(n, end)
        if self._is_no_title(n) or (not text[:1].isupper() and text[0] not in "@&") or re.search(r"[.:;,!?]$", text):
            return None
        return TitleCandidate(n, end, self.lines[n].page, weight, certain=listed or (known and beside > 0))

    def _below_number(self, n: int) -> bool:
        return n - 1 in self.numbered

    def _beside(self, n: int, end: int) -> float:
        after_number = 2.0 if self._below_number(n) else 0.0
        before_title = 3.0 if end in self.found else 0.0
        heading = 3.0 if end < len(self.lines) and find_section(self.lines[end].text) else 0.0
        return max(after_number, before_title, heading, 1.0 if end == len(self.lines) else 0.0) - 1.0
