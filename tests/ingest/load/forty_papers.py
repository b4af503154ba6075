"""Forty invented papers of ten meetings, such that every rule of precedence has its case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.load import load_document
from ingest.pipeline import read_meeting, read_source
from ingest.records import NOTHING_STATED, MeetingRecord, Page, Source
from meetings.models import Document
from meetings.shared.vocabulary import PageOrigin

PEOPLE = ("Asta Holm, Aalborg Kommune", "Bo Friis, Hjørring Kommune", "Carl Juul, Jammerbugt Kommune")
OTHERS = ("Asta Holm, Aalborg Kommune", "Ditte Lund, Rebild Kommune", "Bo Friis, Hjørring Kommune")
MATTERS = (
    "Budget for fælles indsatser", "Cykelstier langs fjorden", "Rammeaftale om botilbud", "Digital post til alle",
    "Havnenes samarbejde om vindmøller", "Lærepladser på landet", "Fælles udbud af busdrift", "Fordeling af flygtninge",
    "Naturpark ved kysten", "Udpegning til vækstforum",
)  # fmt: skip
STRANGE = ("Notat om spildevand", "Skema over takster", "Oversigt over ventelister", "Regneark om tandpleje")


AGENDA, DRAFT_AGENDA, SUPPLEMENT = "DAGSORDEN", "UDKAST TIL DAGSORDEN", "TILLÆGSDAGSORDEN"
MINUTES, DRAFT_MINUTES, CORRECTED = "REFERAT", "UDKAST TIL REFERAT", "RETTET REFERAT"
EARLY, LATE = {"sent": "1. april 2024"}, {"sent": "8. april 2024"}


class Paper(NamedTuple):
    """A file as it was read."""

    name: str
    data: bytes
    source: Source
    record: MeetingRecord


def forty_papers() -> list[Paper]:
    """Return the papers, read."""
    return [read(name, text, is_scan=is_scan) for name, text, is_scan in (*_revised(), *_wrong())]


def load_paper(name: str) -> Document:
    """Load the paper of this name."""
    paper = next(one for one in forty_papers() if one.name == name)
    return load_document(paper.data, paper.name, paper.source, paper.record, NOTHING_STATED)


def read(name: str, text: str, *, is_scan: bool = False) -> Paper:
    """Read a text as it stands, or as the text of a scan with much that belongs to no item."""
    if is_scan:
        text = "\n".join([*(f"rnii lll tll fif {'iil ' * 9}" for _line in range(30)), text])
    data = text.encode()
    source = read_source(data, f"{name}.txt")
    if is_scan:
        pages = (Page(page.number, page.lines, origin=PageOrigin.OCR, confidence=0.5) for page in source.pages)
        source = Source("pdf", tuple(pages))
    return Paper(f"{name}.txt", data, source, read_meeting(source))


def write(kind: str, council: str, date: str, titles: Sequence[str], **said: str | Sequence[str]) -> str:
    """Return a paper; `said` may have `sent`, `time`, `people` and `more`, a word that every text has besides."""
    lines = [kind, f"KKR {council}", f"Dato: {date} {said.get('time', '')}".strip(), "Sted: Rådhuset, Torvet 1"]
    if "sent" in said:
        lines += ["", f"Udsendt den {said['sent']}"]
    if "people" in said:
        lines += ["", "Deltagere", "", *said["people"]]
    for number, title in enumerate(titles, 1):
        lines += ["", f"{number}. {title}", "", "Sagsfremstilling"]
        lines.append(f"Kommunerne har drøftet sagen om {title.lower()} {said.get('more', '')}".strip() + ".")
        if "REFERAT" in kind.upper():
            lines += ["", "Beslutning", "Udsat." if number % 3 == 0 else "Godkendt."]
        elif number == 2:
            lines += ["", "Indstilling", "Det indstilles, at KKR godkender planen.", "", "Bilag", "Plan for 2025.pdf"]
    return "\n".join([*lines, ""])


def _revised() -> Iterator[tuple[str, str, bool]]:
    """Yield papers of meetings that follow one another and that stand beside one another."""
    # From the first agenda to corrected minutes.
    one = ("Nordjylland", "3. maj 2024")
    yield "a1", write(AGENDA, *one, MATTERS[:6], **EARLY, people=PEOPLE), False
    yield "a2", write(AGENDA, *one, [*MATTERS[6:7], *MATTERS[:6]], **LATE), False
    yield "a3", write(SUPPLEMENT, *one, MATTERS[7:9]), False
    yield "a4", write(MINUTES, *one, MATTERS[:9], people=PEOPLE), False
    yield "a5", write(CORRECTED, *one, MATTERS[:8], people=OTHERS, more="endnu en gang"), False
    # Two meetings of one day, and an agenda that does not say of which it is.
    three = ("Sjælland", "5. maj 2024")
    yield "c1", write(AGENDA, *three, MATTERS[:4], time="10:00"), False
    yield "c2", write(MINUTES, *three, MATTERS[:4], time="10:00", people=PEOPLE), False
    yield "c3", write(AGENDA, *three, MATTERS[4:8], time="13:00"), False
    yield "c4", write(MINUTES, *three, MATTERS[4:8], time="13:00", people=OTHERS), False
    yield "c5", write(AGENDA, *three, MATTERS[4:8], **LATE), False
    # Meetings on two days that follow.
    yield "d1", write(AGENDA, "Hovedstaden", "6. maj 2024", MATTERS[:5]), False
    yield "d2", write(MINUTES, "Hovedstaden", "6. maj 2024", MATTERS[:5]), False
    yield "d3", write(AGENDA, "Hovedstaden", "7. maj 2024", MATTERS[:5], **EARLY), False
    yield "d4", write(MINUTES, "Hovedstaden", "7. maj 2024", MATTERS[1:5]), False
    yield "d5", write(SUPPLEMENT, "Hovedstaden", "7. maj 2024", MATTERS[5:6]), False
    # Items moved between numbers, and drafts.
    five = ("Midtjylland", "8. maj 2024")
    yield "e1", write(AGENDA, *five, MATTERS[:5], **LATE), False
    yield "e2", write(AGENDA, *five, MATTERS[4::-1], **EARLY), False
    yield "e3", write(MINUTES, *five, [MATTERS[9], *MATTERS[3::-1]]), False
    yield "e4", write(DRAFT_MINUTES, *five, MATTERS[:5]), False
    yield "e5", write(DRAFT_AGENDA, *five, MATTERS[2:6]), False


def _wrong() -> Iterator[tuple[str, str, bool]]:
    """Yield papers among which some lack items, are of something else, or cannot be told apart."""
    # A later agenda and a scan that lack most items; minutes twice, in two forms.
    two = ("Syddanmark", "4. maj 2024")
    yield "b1", write(AGENDA, *two, MATTERS[:6], **EARLY), False
    yield "b2", write(AGENDA, *two, MATTERS[:2], **LATE), False
    yield "b3", write(MINUTES, *two, MATTERS[:6], people=PEOPLE), False
    yield "b4", write(MINUTES, *two, MATTERS[:2]), True
    yield "b5", write(MINUTES, *two, MATTERS[:6], people=PEOPLE).replace("\n", "\r\n"), False
    # A paper of other matters, an extract of the minutes, two supplements.
    six = ("Nordjylland", "9. maj 2024")
    yield "f1", write(AGENDA, *six, MATTERS[:8], **EARLY, time="9:30"), False
    yield "f2", write(AGENDA, *six, STRANGE), False
    yield "f3", write(MINUTES, *six, MATTERS[4:5]), False
    yield "f4", write(SUPPLEMENT, *six, MATTERS[8:9], **EARLY), False
    yield "f5", write(SUPPLEMENT, *six, [MATTERS[8], *MATTERS[9:10]], **LATE), False
    # Papers without a day of dispatch, alike but for their words.
    seven = ("Syddanmark", "10. maj 2024")
    yield "g1", write(AGENDA, *seven, MATTERS[:4]), False
    yield "g2", write(AGENDA, *seven, MATTERS[:4], more="igen"), False
    yield "g3", write(MINUTES, *seven, MATTERS[:4], people=PEOPLE), False
    yield "g4", write(MINUTES, *seven, MATTERS[:4], people=OTHERS, more="igen"), False
    yield "g5", write(MINUTES, *seven, MATTERS[:4], people=OTHERS), True
    # Minutes of other matters than the agenda's, and two meetings more.
    eight = ("Sjælland", "11. maj 2024")
    yield "h1", write(AGENDA, *eight, MATTERS[:5], **EARLY), False
    yield "h2", write(MINUTES, *eight, STRANGE), False
    yield "h3", write(MINUTES, *eight, MATTERS[1:5], people=PEOPLE), False
    yield "h4", write(AGENDA, "Sjælland", "12. maj 2024", MATTERS[5:], people=PEOPLE), False
    yield "h5", write(MINUTES, "Sjælland", "12. maj 2024", MATTERS[6:]), False
