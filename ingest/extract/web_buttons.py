"""The buttons of a web page that was printed or copied, as "Kopier link", "Del", "Udskriv": no text of a meeting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.line_patterns import opens_section, split_number

# What only a button says.
_PLAIN = (
    r"(?:kopi[eé]r|hent|del|send|åbn) (?:direkte )?link(?:et)?(?: til (?:siden|punktet|sagen))?|copy link"
    r"|del (?:siden|punktet|sagen|dette punkt|denne side|på (?:facebook|linkedin|twitter|x|mail))|share"
    r"|(?:udskriv|print|download|hent) (?:side(?:n)?|punkt(?:et)?|sag(?:en)?|pdf|som pdf|alle(?: bilag)?)"
    r"|(?:læs|hør) (?:teksten )?(?:op|højt)|oplæs(?:ning)?|lyt til (?:siden|teksten)|få læst op"
    r"|(?:gå )?(?:tilbage )?til (?:sidens )?top(?:pen)?|back to top|tilbage til (?:oversigten|listen|forsiden)"
    r"|(?:fold|åbn|luk|vis|skjul) alle(?: (?:punkter|bilag|sager))?(?: (?:ud|ind|sammen))?|vis (?:mere|mindre|flere)"
    r"|gem som (?:pdf|favorit)|tip en ven|spring til (?:hoved)?indhold(?:et)?|(?:forrige|næste) (?:punkt|sag|side)"
)
# What may be a word of the text too; a button only beside others, or again and again.
_BRIEF = r"del|print|udskriv|lyt|gem|hent|download|send|luk|tilbage|facebook|linkedin|twitter|e-?mail"
_MANY = 2  # times that a brief one, or one at the end of a line, is written
_BESIDE = r"[\W_]*"
_SURE = re.compile(
    rf"{_BESIDE}(?:(?:{_BRIEF})\b{_BESIDE})*\b(?:{_PLAIN})\b(?:{_BESIDE}\b(?:{_PLAIN}|{_BRIEF})\b)*{_BESIDE}",
    re.IGNORECASE,
)
_UNSURE = re.compile(rf"{_BESIDE}\b(?:{_BRIEF})\b(?P<more>(?:{_BESIDE}\b(?:{_BRIEF})\b)*){_BESIDE}", re.IGNORECASE)
_AFTER_TITLE = re.compile(rf"\s(?P<buttons>(?:(?:{_PLAIN}|{_BRIEF})\b[ \t|·•/]*)*\b(?:{_PLAIN}))\W*$", re.IGNORECASE)


def find_buttons(pages: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Return the (page, line), both from 0, of every line with nothing but buttons. Lines come cleaned."""
    places = [(p, n) for p, page in enumerate(pages) for n, text in enumerate(page) if text]
    sure = {(p, n) for p, n in places if _SURE.fullmatch(pages[p][n])}
    unsure = {(p, n): found for p, n in places if (found := _UNSURE.fullmatch(pages[p][n]))}
    times = Counter(pages[p][n].casefold() for p, n in unsure)
    for at, place in enumerate(places):
        if place in unsure:
            near = {*places[max(at - 1, 0) : at], *places[at + 1 : at + 2]}
            if unsure[place]["more"] or near & sure or (times[pages[place[0]][place[1]].casefold()] >= _MANY and sure):
                sure.add(place)
    return sure


def without_buttons_after_titles(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the lines without the buttons that stand beside headings, in the last cells or at the line's end."""
    lines = [[(text, _after(text)) for text in page] for page in pages]
    times = Counter(found["buttons"].casefold() for page in lines for _text, found in page if found)
    return [[_cut(text, found, times) for text, found in page] for page in lines]


def _after(text: str) -> re.Match[str] | None:
    """Return the buttons after the number and title, or the section heading, with which a line begins."""
    found = _AFTER_TITLE.search(text) if "\t" in text or split_number(text) else None
    return found if found and found.start() and _is_heading(text[: found.start()]) else None


def _is_heading(text: str) -> bool:
    return split_number(text) is not None or opens_section(text.strip())


def _cut(text: str, found: re.Match[str] | None, times: Counter[str]) -> str:
    in_cell = found and text[found.start()] == "\t"
    if not found or not (in_cell or times[found["buttons"].casefold()] >= _MANY):
        return text
    return text[: found.start()].rstrip()
