"""Detection of lines that belong to the page, not the meeting: running headers, page numbers, mission, stray links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from danish.tolerant_patterns import tolerant
from ingest.line_patterns import is_case_line, is_section_heading

DATE = r"\d{1,2}[-./]\d{1,2}[-./]\d{2,4}"
# "KKR Nordjylland | 24-10-2025": the running header since about 2020; some have the page number on the same line.
RUNNING_HEADER = re.compile(
    rf"^KKR[.,]?\s+[\w@&-]+\s*[|I/–—-]\s*{DATE}(?:\s+\d\d[:.]\d\d)?(?:\s+\d{{1,3}}|\s*side\s*[|I:]?\s*\d{{1,3}})?$",
    re.IGNORECASE,
)
# "KKR Fyn, 24-10-2025", "Referat KKR Fyn    24.10.2025    Side 3 af 14": at the edge of a later page, or twice.
_EDGE_HEADER = re.compile(
    rf"^(?:(?:dagsorden|(?:beslutnings)?referat)\s+)?(?:for\s+)?KKR\s+[\w@&-]+(?:\s*[,;:·•]\s*|\s+)(?:den\s+)?{DATE}"
    r"(?:(?:\s*[,|]\s*|\s+)(?:side\s*)?\d{1,3}(?:\s*(?:af|/)\s*\d{1,3})?)?$",
    re.IGNORECASE,
)
# "SIDE | 9" now, "SIDE 2" and "Side 2 af 31" in the format of 2007 to 2015.
PAGE_NUMBER = re.compile(
    r"^(?:side\s*[|I:]?\s*\d{1,3}(?:\s*(?:af|/)\s*\d{1,3})?|[-–—]\s*\d{1,3}\s*[-–—])$", re.IGNORECASE
)
# An extractor that writes what stands on the right first, and no space: "SIDE | 4KKR Nordjylland | 24-10-2025".
_PAGE_NUMBER_BEFORE = re.compile(r"^side\s*[|I:]?\s*\d{1,3}\s*(?=KKR)", re.IGNORECASE)
# What a browser prints above and below a page: "24.10.2025, 13.15   Referat", "https://kkr.dk/referat   2/14"; others
# have "Referat   https://kkr.dk/referat" above and "2 af 14   24-10-2025 13:15" below.
_ADDRESS = r"(?:https?|file)://\S+"
_PAGE_OF = r"(?:(?:side|page)\s)?\d{1,4}\s?(?:/|af|of)\s?\d{1,4}"
_TIME = rf"{DATE}(?:,?\s+\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:\s[AP]M)?)?"
PRINTED_ABOVE = re.compile(
    rf"^(?:{DATE},?\s+\d{{1,2}}[:.]\d\d(?:\s[AP]M)?(?:\s+\S.*)?|\S.*\s{_ADDRESS}|\S.*\t{_PAGE_OF})$", re.IGNORECASE
)
PRINTED_BELOW = re.compile(rf"^(?:{_ADDRESS}\s+(?:{_PAGE_OF}|{_TIME})|{_PAGE_OF}\s+{_TIME})$", re.IGNORECASE)
LINK = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)
MISSION = re.compile(r"^(?:KL[’']?s\s+)?mission(?:\s+og\s+vision)?:?$", re.IGNORECASE)
MISSION_END = re.compile(tolerant(r"samfundet\.?$"), re.IGNORECASE)
VISION = re.compile(r"^(?:KL[’']?s\s+)?(?:mission|vision)(?:er)?:?$", re.IGNORECASE)
AFTER_MISSION = re.compile(
    r"^(?:(?:møde)?deltage(?:re|r|ne)?|deltagerfortegnelse|medlemmer|til ?stede|afbud|fraværende"
    r"|indhold|indholdsfortegnelse|dagsorden|referat|(?:møde)?dato|tidspunkt|(?:møde)?sted)\b"
    r"|^\d{1,2}(?:\.\d{1,2})*\.?(?:\s|$)|^K ?K ?R\b|^punkt\s\d",
    re.IGNORECASE,
)
MISSION_LINES = 16
FEWEST_COUNTED = 3  # page numbers
_COUNTED = re.compile(r"(\d{1,3})([^\W\d_]\D{2,60})?")
EDGE_LINES = 2
TITLE_LINES = 12  # of the front page, among which the council and the day are what the paper is called
HEADER_LETTERS = 200  # in longer lines the patterns would try every way to part a row of spaces


def is_running_header(text: str) -> bool:
    """Return whether a stripped line is by itself recognizable as a running header or a page number."""
    if len(text) > HEADER_LETTERS:
        return False
    return bool(RUNNING_HEADER.match(_PAGE_NUMBER_BEFORE.sub("", text)) or PAGE_NUMBER.match(text))


def find_running_headers(pages: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Return the (page, line), both from 0, of every line that belongs to the page. Lines come stripped."""
    found = {(p, n) for p, page in enumerate(pages) for n, text in enumerate(page) if is_running_header(text)}
    found |= _printed(pages) | _named_and_dated(pages)
    return found | _repeated(pages, found) | _counted(pages, found) | _mission(pages) | _links(pages, found)


def _printed(pages: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Return the lines that a browser printed around its pages: the address is known by itself, the time beside it."""
    found = set()
    for p, page in enumerate(pages):
        full = [n for n, text in enumerate(page) if text]
        if full and PRINTED_BELOW.match(page[full[-1]]):
            found.add((p, full[-1]))
            if PRINTED_ABOVE.match(page[full[0]]):
                found.add((p, full[0]))
    return found


def _named_and_dated(pages: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Return lines of the council and the day, at the edges of later pages or written twice; never the title."""
    named = [
        (p, n)
        for p, page in enumerate(pages)
        for n, text in enumerate(page)
        if (p or n >= TITLE_LINES) and len(text) <= HEADER_LETTERS and _EDGE_HEADER.match(text)
    ]
    counts = Counter(pages[p][n] for p, n in named)
    return {(p, n) for p, n in named if counts[pages[p][n]] > 1 or (p and n in _edges(pages[p], p, set()))}


def _edges(page: Sequence[str], at: int, taken: set[tuple[int, int]]) -> list[int]:
    full = [n for n, text in enumerate(page) if text and (at, n) not in taken]
    return sorted({*full[:EDGE_LINES], *full[-EDGE_LINES:]})


def _repeated(pages: Sequence[Sequence[str]], taken: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return lines at the edges of at least half the pages (and of four) that differ only in their digits."""
    keys = {}
    for p, page in enumerate(pages):
        for n in _edges(page, p, taken):
            key = re.sub(r"\d+", "#", page[n].casefold())
            if len(key) <= 80 and _may_repeat(key) and not is_case_line(page[n]) and not is_section_heading(page[n]):
                keys[p, n] = key
    counts = Counter(dict.fromkeys(keys.values(), 0))
    counts.update(key for _, key in {(p, key) for (p, _), key in keys.items()})
    enough = max(4, len(pages) / 2)
    return {place for place, key in keys.items() if counts[key] >= enough}


def _may_repeat(key: str) -> bool:
    """Return whether a line may be repeated: words, or a date with or without a time; no item number, no figures."""
    return bool(re.match(r"#[-./]#[-./]#( #[:.]#)?$", key) or (re.search("[a-z]", key) and not key.startswith("#")))


def _counted(pages: Sequence[Sequence[str]], taken: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return numbers at the edges of pages that count on with them, and a line beside those that is always the same.

    Some extractors write the two without a space: "4Referat".
    """
    offsets: dict[tuple[int, str], list[tuple[int, int]]] = {}
    for p, page in enumerate(pages):
        for n in _edges(page, p, taken):
            if match := _COUNTED.fullmatch(page[n]):
                offsets.setdefault((int(match[1]) - p, match[2] or ""), []).append((p, n))
    found = {place for places in offsets.values() if len(places) >= FEWEST_COUNTED for place in places}
    return found | _always_beside(pages, found, taken)


def _always_beside(
    pages: Sequence[Sequence[str]], numbers: set[tuple[int, int]], taken: set[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Return the lines next to page numbers, at the edges, that are the same on every page with a number."""
    beside: dict[str, list[tuple[int, int]]] = {}
    for p, n in numbers:
        edges = _edges(pages[p], p, taken)
        full = [at for at, text in enumerate(pages[p]) if text]
        here = full.index(n)
        for at in (*full[max(here - 1, 0) : here], *full[here + 1 : here + 2]):
            if at in edges and not any(map(str.isdigit, pages[p][at])):
                beside.setdefault(pages[p][at], []).append((p, at))
    every = {p for p, _ in numbers}
    return {place for places in beside.values() if {p for p, _ in places} == every for place in places}


def _mission(pages: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Return the lines of KL's mission and vision on the first pages."""
    for p, page in enumerate(pages[:3]):
        for n, text in enumerate(page):
            if MISSION.match(text):
                return {(p, m) for m in _mission_lines(page, n)}
    return set()


def _mission_lines(page: Sequence[str], start: int) -> list[int]:
    """Return the lines of a mission and vision: up to their last word where it is known, else a paragraph each."""
    full = [n for n in range(start, len(page)) if page[n]][:MISSION_LINES]
    stop = next((at for at, n in enumerate(full) if at and _ends_mission(page[n])), len(full))
    full = full[:stop]
    if end := next((at for at, n in enumerate(full) if MISSION_END.search(page[n])), None):
        return full[: end + 1]
    for at, n in enumerate(full):
        if at > 1 and not page[n - 1] and not VISION.match(page[n]) and not VISION.match(page[full[at - 1]]):
            return full[:at]
    return full


def _ends_mission(text: str) -> bool:
    """Return whether a line begins what comes below a mission: people, contents, an item or a section of one."""
    return bool(AFTER_MISSION.match(text)) or is_case_line(text) or is_section_heading(text)


def _links(pages: Sequence[Sequence[str]], taken: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the links that some extractors append to a page; a link to which a sentence leads is kept."""
    found = set()
    for p, page in enumerate(pages):
        full = [n for n, text in enumerate(page) if text and (p, n) not in taken]
        while full and LINK.match(page[full[-1]]):
            before = page[full[-2]] if len(full) > 1 else ""
            if not LINK.match(before) and not re.search(r"[.!?]$", before):
                break
            found.add((p, full.pop()))
    return found
