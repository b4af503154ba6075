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
from ingest.fields.dates import find_date, find_dates, find_time
from ingest.records import ItemRecord
from ingest.structure.lines import Line
from ingest.structure.paragraphs import Style, join_texts
from meetings.shared.vocabulary import DocumentKind, RegionSlug

_LEADING_TIME = re.compile(r"(?:kl\.?\s*)?\d{1,2}[:.]\d\d(?:\s*[-–]\s*(?:kl\.?\s*)?\d{1,2}[:.]\d\d)?(?!\d)")
_LABEL = re.compile(
    r"^(?P<label>(?:møde)?dato|m[gøae]dedato|tidspunkt|tid|sted|m[gøae]dested|lokale)\s*[:;]\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_KINDS = (
    (
        tolerant_pattern(r"^tillægsdagsorden\b|^tillæg til dagsorden|^supplerende dagsorden"),
        DocumentKind.SUPPLEMENTARY_AGENDA,
    ),
    (
        tolerant_pattern(r"^(?:\w+\s)?(?:beslutnings|møde)?referat(?:\s+\d{4}|\s+(?:af|fra)\b.*)?$"),
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
_REGIONS = {
    region: tolerant_pattern(
        rf"\b(?:KKR|kommunekontaktråd(?:et)?)[\s,:–-]*(?:(?:for|i)\s+)?(?:region\s+)?{region.label}"
    )
    for region in RegionSlug
}
_SQUEEZED = {region: re.compile("kkr(?:region)?" + tolerant(region.label), re.IGNORECASE) for region in RegionSlug}
_MEETING_OF = tolerant_pattern(r"\bdagsorden\w*\b(?:(?!referat)[^.]){0,60}?\bmøde(?:t)?\b[^.]{0,60}?\bden\b\s*")
FRONT_LINES = 60
_Value = TypeVar("_Value", datetime.date, RegionSlug)


@dataclass(frozen=True, slots=True)
class Header:
    """The parsed fields; None where the document does not say. `dates` are all candidates for the meeting's date."""

    kind: DocumentKind | None = None
    corrected: bool = False
    draft: bool = False
    region: RegionSlug | None = None
    date: datetime.date | None = None
    start_time: datetime.time | None = None
    place: str | None = None
    dates: tuple[datetime.date, ...] = ()


def find_region(text: str) -> RegionSlug | None:
    """Return the KKR that a text names first, however it is spaced or misread."""
    found = [
        (match.start(), region) for region, pattern in _REGIONS.items() for match in [pattern.search(text)] if match
    ]
    if found:
        return min(found)[1]
    squeezed = re.sub(r"\s", "", text) if len(text) < 80 else ""
    return next((region for region, pattern in _SQUEEZED.items() if pattern.search(squeezed)), None)


def read_header(front: Sequence[Line], debris: Sequence[Line], items: Sequence[ItemRecord], style: Style) -> Header:
    """Read the header from the front page, the running headers and the item that approves the agenda, in that order."""
    front = front[:FRONT_LINES]
    texts = [line.text for line in front]
    running = [line.text for line in debris if RUNNING_HEADER.match(line.text) or find_region(line.text)]
    labels = _read_labels(front, style)
    dates = [_front_date(labels, texts), _most_common(map(find_date, running)), _agenda_date(items)]
    known = tuple(dict.fromkeys(date for date in dates if date))
    return Header(
        kind=_kind(texts),
        corrected=any(_CORRECTED.search(text) for text in texts),
        draft=any(is_draft_line(text) for text in (*texts, *(line.text for line in debris))),
        region=_region(texts, running, items),
        date=known[0] if known else None,
        start_time=_start_time(labels, texts),
        place=labels.get("sted") or None,
        dates=known,
    )


def is_draft_line(text: str) -> bool:
    """Return whether a line is a heading that says draft, as "UDKAST" or "Udkast til referat"; no mention in a text."""
    rest = _DRAFT.sub("", text)
    if rest == text or text[:1].islower() or text.endswith(".") or len(text) > DRAFT_LETTERS:
        return False
    return not re.search(r"\w", rest) or _kind([rest]) is not None or find_date(rest) is not None


def is_draft_mark(text: str) -> bool:
    """Return whether a watermark says that the document is a draft."""
    return bool(_DRAFT_WORD.search(text))


def _kind(texts: Sequence[str]) -> DocumentKind | None:
    bare = (_DRAFT.sub("", text).strip() for text in texts)
    found = (kind for text in bare for pattern, kind in _KINDS if pattern.search(text))
    return next(found, None)


def _region(texts: Sequence[str], running: Sequence[str], items: Sequence[ItemRecord]) -> RegionSlug | None:
    """Return the region of the front page, else of the running header, else the one named most often in the items."""
    first = next(filter(None, map(find_region, texts)), None) or _most_common(map(find_region, running))
    if first:
        return first
    said = [text for item in items for text in (item.title, item.background, item.recommendation) if text]
    return _most_common(map(find_region, said))


def _most_common(values: Iterable[_Value | None]) -> _Value | None:
    counted = Counter(value for value in values if value is not None)
    return counted.most_common(1)[0][0] if counted else None


def _front_date(labels: dict[str, str], texts: Sequence[str]) -> datetime.date | None:
    """Return a labelled date, else the first one on the front page."""
    return find_date(labels.get("dato", "")) or next(filter(None, map(find_date, texts)), None)


def _start_time(labels: dict[str, str], texts: Sequence[str]) -> datetime.time | None:
    """Return a labelled time, else one after the date on its line."""
    labelled = find_time(labels.get("tidspunkt", "")) or find_time(labels.get("dato", ""))
    dated = next((text for text in texts if find_date(text)), "")
    return labelled or find_time(dated)


def _agenda_date(items: Sequence[ItemRecord]) -> datetime.date | None:
    """Return the date in the item that approves the agenda, where it refers to the meeting itself."""
    for item in items[:6]:
        if re.search("dagsorden", item.title, re.IGNORECASE) and item.number.startswith("1"):
            text = " ".join(filter(None, (item.recommendation, item.background)))
            match = _MEETING_OF.search(text)
            date = find_date(text[match.end() : match.end() + 25]) if match else None
            if date:
                return date
    return None


def _read_labels(front: Sequence[Line], style: Style) -> dict[str, str]:
    """Read "Dato", "Tidspunkt" and "Sted" with their values, the place over several lines."""
    labels: dict[str, str] = {}
    for n, line in enumerate(front):
        match = _LABEL.match(line.text)
        if match:
            name = _label_name(match["label"])
            value = [match["value"]] if match["value"] else []
            labels.setdefault(name, join_texts([*value, *_value_below(front, n, bool(value), name)], style))
    if labels.get("dato") == "" and "sted" in labels:
        return _share_out(labels["sted"])
    return labels


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
    return "dato" if label.endswith("dato") else "tidspunkt" if label.startswith("tid") else "sted"


def _value_below(front: Sequence[Line], n: int, has_value: bool, name: str) -> list[str]:
    """Return the lines below a label that belong to its value: only a place takes several."""
    found: list[str] = []
    for line in front[n + 1 :]:
        if _LABEL.match(line.text) or line.top or (line.apart and (found or has_value)) or _is_front_heading(line.text):
            break
        if (has_value or found) and name != "sted":
            break
        found.append(line.text)
    return found[:6]


def _is_front_heading(text: str) -> bool:
    return bool(
        re.match(
            r"(?:mission|vision|deltager|indhold|afbud|dagsorden|referat|m[øg]dedeltagere)\w*:?$", text, re.IGNORECASE
        )
    )
