"""The meeting's own data in a document: kind, region, date, start time and place.

Since about 2020 the front page says "Dato: 29-08-2025 10:00" and "Sted: ..."; from 2007 to 2015 "Dato :", "Tidspunkt :
09:30" and "Sted :" are on lines of their own. Extracts without the front page have region and date in the running
header, and in the item that approves the agenda ("møde i KKR Nordjylland den 24. oktober 2025"); minutes approved in
the same item are of an earlier meeting.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from danish.tolerant_patterns import tolerant, tolerant_pattern
from ingest.extract.running_headers import RUNNING_HEADER
from ingest.fields.council import COUNCIL_NAMES
from ingest.fields.dates import find_date, find_dates
from ingest.fields.front_lines import join_front
from ingest.fields.meeting_day import NO_DAY, MeetingDay, read_day
from ingest.fields.meeting_state import STATE_AT_END, is_state_line
from ingest.fields.places import read_place, split_place, starts_note
from ingest.records import ItemRecord
from ingest.structure.lines import Line
from ingest.structure.paragraphs import Style, join_texts
from meetings.shared.vocabulary import DocumentKind, RegionSlug

_LEADING_TIME = re.compile(r"(?:kl\.?\s*)?\d{1,2}[:.]\d\d(?:\s*[-–]\s*(?:kl\.?\s*)?\d{1,2}[:.]\d\d)?(?!\d)")
_LABEL = tolerant_pattern(
    r"^(?P<label>(?:møde)?dato|(?:møde)?tid(?:spunkt)?|start(?:tid(?:spunkt)?)?|slut(?:tid(?:spunkt)?)?"
    r"|(?:møde)?sted|(?:møde)?lokale|lokation)\s*[:;]\s*(?P<value>.*)$"
)
_APART = re.compile(r"^(?:[^\W\d_] ){2,}[^\W\d_](?=\s*:)")
_SECOND_LABEL = re.compile(r"[\s,]{1,3}(?=(?:(?:Møde)?[Tt]id(?:spunkt)?|(?:Møde)?[Ss]ted|Lokale)\s*:)")
_KINDS = (
    (
        tolerant_pattern(r"^tillægsdagsorden\b|^tillæg til dagsorden|^supplerende dagsorden"),
        DocumentKind.SUPPLEMENTARY_AGENDA,
    ),
    (
        tolerant_pattern(r"^(?:\w+\s)?(?:beslutnings|møde)?referat(?:\s+\d{4}|\s+(?:af|fra|KKR)\b.*)?$"),
        DocumentKind.MINUTES,
    ),
    (tolerant_pattern(r"^(?:\w+\s)?(?:møde)?dagsorden(?:\s+\d{4}|\s+(?:til|for)\b.*)?$"), DocumentKind.AGENDA),
)
_CORRECTED = tolerant_pattern(
    r"\b(?:rettet|korrigeret|revideret|berigtiget|ændret)\s+(?:beslutnings|møde)?referat|^rettet\b|\(rettet\)"
)
# "Udkast til referat", "Dagsorden (udkast)".
_DRAFT_WORD = re.compile(r"\b(?:udkast|kladde|draft)\b", re.IGNORECASE)
_DRAFT = re.compile(
    rf"^\W*{_DRAFT_WORD.pattern}(?:\s+(?:til|af))?[\s:–(-]*|[\s–,:(-]+{_DRAFT_WORD.pattern}\W*$", re.IGNORECASE
)
DRAFT_LETTERS = 80  # the longest line that is a heading
_SQUEEZED = {region: re.compile("kkr(?:region)?" + tolerant(region.label), re.IGNORECASE) for region in RegionSlug}
_MEETING_OF = tolerant_pattern(
    r"\bdagsorden\w*\b(?:(?!referat)[^.]){0,60}?\bmøde(?:t)?\b[^.]{0,60}?(?:\bden\b\s*|\bd\.\s*|(?=\b\d{1,2}[-./]))"
)
FRONT_LINES = 60
_Value = TypeVar("_Value", datetime.date, RegionSlug)


@dataclass(frozen=True, slots=True)
class Header:
    """The parsed fields; None where the document does not say. `place_note` is what stands beside the place.

    `is_of_council` says that the front page or a running header names the region, not only the items.
    """

    kind: DocumentKind | None = None
    corrected: bool = False
    draft: bool = False
    region: RegionSlug | None = None
    place: str | None = None
    place_note: str | None = None
    day: MeetingDay = NO_DAY
    is_of_council: bool = False

    @property
    def date(self) -> datetime.date | None:
        """The meeting's date."""
        return self.day.date

    @property
    def dates(self) -> tuple[datetime.date, ...]:
        """All candidates for the meeting's date, the surest first."""
        return self.day.dates


def find_region(text: str) -> RegionSlug | None:
    """Return the KKR that a text names first, however it is spaced or misread."""
    found = [
        (match.start(), region)
        for region, pattern in COUNCIL_NAMES.items()
        for match in [pattern.search(text)]
        if match
    ]
    if found:
        return min(found)[1]
    squeezed = re.sub(r"\s", "", text) if len(text) < 80 else ""
    return next((region for region, pattern in _SQUEEZED.items() if pattern.search(squeezed)), None)


def read_header(
    front: Sequence[Line], debris: Sequence[Line], items: Sequence[ItemRecord], style: Style, marks: Sequence[str] = ()
) -> Header:
    """Read the header from the front page, the running headers and the item that approves the agenda, in that order.

    `marks` are the watermarks.
    """
    front = front[:FRONT_LINES]
    texts = [line.text for line in front]
    running = [line.text for line in debris if RUNNING_HEADER.match(line.text) or find_region(line.text)]
    labels = _read_labels(front, style)
    joined = join_front(front)
    day = read_day(joined, labels, _most_common(map(find_date, running)), find_agenda_date(items), marks)
    region = _region(texts, running)
    place, place_note = read_place(labels.get("sted", ""), [line.text for line in joined])
    return Header(
        kind=read_kind(*texts),
        corrected=any(_CORRECTED.search(text) for text in texts),
        draft=any(is_draft_line(text) for text in (*texts, *(line.text for line in debris))),
        region=region or find_region_of_items(items),
        is_of_council=region is not None,
        place=place,
        place_note=place_note,
        day=day,
    )


def is_draft_line(text: str) -> bool:
    """Return whether a line is a heading that says draft, as "UDKAST" or "Udkast til referat"; no mention in a text."""
    rest = _DRAFT.sub("", text)
    if rest == text or text[:1].islower() or text.endswith(".") or len(text) > DRAFT_LETTERS:
        return False
    return not re.search(r"\w", rest) or read_kind(rest) is not None or find_date(rest) is not None


def is_draft_mark(text: str) -> bool:
    """Return whether a watermark says that the document is a draft."""
    return bool(_DRAFT_WORD.search(text))


def read_kind(*texts: str) -> DocumentKind | None:
    """Return the kind of document that a heading among the lines says, as "REFERAT 2019"; None if none does."""
    bare = (STATE_AT_END.sub("", _DRAFT.sub("", text)).strip() for text in texts)
    found = (kind for text in bare for pattern, kind in _KINDS if pattern.search(text))
    return next(found, None)


def _region(texts: Sequence[str], running: Sequence[str]) -> RegionSlug | None:
    """Return the region of the front page, else of the running header."""
    return next(filter(None, map(find_region, texts)), None) or _most_common(map(find_region, running))


def find_region_of_items(items: Sequence[ItemRecord]) -> RegionSlug | None:
    """Return the region that the items name most often."""
    said = [text for item in items for text in (item.title, item.background, item.recommendation) if text]
    return _most_common(map(find_region, said))


def _most_common(values: Iterable[_Value | None]) -> _Value | None:
    counted = Counter(value for value in values if value is not None)
    return counted.most_common(1)[0][0] if counted else None


def find_agenda_date(items: Sequence[ItemRecord]) -> datetime.date | None:
    """Return the date in the item that approves the agenda, where it refers to the meeting itself."""
    item = find_agenda_item(items)
    return _approved_date(item) if item else None


def find_agenda_item(items: Sequence[ItemRecord]) -> ItemRecord | None:
    """Return the item that approves the agenda, if it names the day of the meeting."""
    return next((item for item in items[:6] if _approved_date(item)), None)


def _approved_date(item: ItemRecord) -> datetime.date | None:
    if not item.number.startswith("1") or not re.search("dagsorden", item.title, re.IGNORECASE):
        return None
    text = " ".join(filter(None, (item.recommendation, item.background)))
    for said in (text, item.title):
        match = _MEETING_OF.search(said)
        date = find_date(said[match.end() : match.end() + 25]) if match else None
        if date:
            return date
    return None


def _read_labels(front: Sequence[Line], style: Style) -> dict[str, str]:
    """Read "Dato", "Tidspunkt" and "Sted" with their values, the place over several lines and under several labels."""
    labels: dict[str, str] = {}
    for n, line in enumerate(front):
        for match in filter(None, map(_LABEL.match, _SECOND_LABEL.split(_close_label(line.text)))):
            name = _label_name(match["label"])
            value = [match["value"]] if match["value"] else []
            text = _join_value([*value, *_value_below(front, n, bool(value), name)], style, name)
            if name == "sted" and labels.get(name) and text not in labels[name]:
                room = "lokale " if text[:1].isdigit() else ""
                labels[name] += f", {room}{text}" if match["label"].lower().endswith("lokale") else f"; {text}"
            labels[name] = labels.get(name) or text
    if labels.get("dato") == "" and "sted" in labels:
        return _share_out(labels["sted"])
    return labels


def _close_label(text: str) -> str:
    """Close the letters of a label that stand apart: "S t e d : Vejle"."""
    return _APART.sub(lambda match: match[0].replace(" ", ""), text)


def _join_value(lines: Sequence[str], style: Style, name: str) -> str:
    """Join the lines of a value; a note on a line of its own below a place is a sentence of its own."""
    text = ""
    for line in lines:
        is_apart = name == "sted" and text and starts_note(line) and split_place(text)[1] is None
        text = f"{text.rstrip('. ')}. {line}" if is_apart else join_texts([text, line] if text else [line], style)
    return text


def _share_out(values: str) -> dict[str, str]:
    """Assign values below a block of labels: a date and a time are recognized by form, the rest is the place."""
    date = next((one for one in find_dates(values) if one.start == 0), None)
    rest = values[date.end :].strip() if date else values
    time = _LEADING_TIME.match(rest)
    return {
        "dato": values[: date.end] if date else "",
        "tidspunkt": time[0] if time else "",
        "sted": rest[time.end() :].strip() if time else rest,
    }


def _label_name(label: str) -> str:
    label = label.lower()
    if label.startswith("slut"):
        return "slut"
    return "dato" if label.endswith("dato") else "tidspunkt" if re.search("tid|start", label) else "sted"


def _value_below(front: Sequence[Line], n: int, has_value: bool, name: str) -> list[str]:
    """Return the lines below a label that belong to its value: only a place takes several."""
    found: list[str] = []
    for line in front[n + 1 :]:
        if (
            _LABEL.match(_close_label(line.text))
            or line.top
            or (line.apart and (found or has_value))
            or _is_front_heading(line.text)
        ):
            break
        if any(map(is_state_line, _with_next(front, line))) or (
            re.match("K ?K ?R", line.text) and find_region(line.text)
        ):
            break
        if (has_value or found) and name != "sted":
            break
        found.append(line.text)
    return found[:6]


def _with_next(front: Sequence[Line], line: Line) -> list[str]:
    """Return the text of a line, and with it that of the line below."""
    below = front[front.index(line) + 1 :][:1]
    return [line.text, *(f"{line.text} {one.text}" for one in below)]


def _is_front_heading(text: str) -> bool:
    return bool(
        re.match(
            r"(?:mission|vision|deltager|indhold|afbud|dagsorden|referat|m[øg]dedeltagere)\w*:?$", text, re.IGNORECASE
        )
    )
