"""Scores of what `manage.py parse` prints for a document, against its gold record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ingest.management.commands.parse import as_contract, as_text
from tests.reading import read_file
from tests.scoring.gold import Document, Item, Participant, Word
from tests.scoring.tally import Count, Field, Tally
from tests.scoring.texts import NEAR_ENOUGH, count_near, edit_distance, even, plain, similarity, skeleton

Printed = Mapping[str, Any]

SECTIONS = ("background", "recommendation", "presentation", "decision")
MEETING = ("kind", "supplementary", "corrected", "region", "date", "start_time", "place")
SAME_SECTION = 0.9


def score(document: Document) -> Tally:
    """Parse a document and return its scores against the gold. Raises IngestError if it cannot be read."""
    source, record = read_file(document.path)
    tally, lines = Tally(), _lines(document)
    printed = as_contract(record)
    score_meeting(printed, document.meeting, tally)
    score_participants(printed["participants"], document.meeting["participants"], tally)
    score_items(printed["items"], document.meeting["items"], lines, tally)
    if lines:
        score_text(as_text(source).split("\n"), lines, document.words, tally)
    return tally


def score_all(documents: Iterable[Document]) -> dict[str, Tally]:
    """Return the scores of documents by name."""
    return {document.name: score(document) for document in documents}


def _lines(document: Document) -> list[str]:
    """Return the lines of a text file, none for a PDF; a newline at the end of the file begins no line."""
    if document.path.suffix != ".txt":
        return []
    return document.path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def score_meeting(printed: Printed, wanted: Mapping[str, Any], tally: Tally) -> None:
    """Compare the facts of the front page, as far as the gold has them."""
    for name in MEETING:
        if name in wanted:
            found, want = printed[name], wanted[name]
            same = plain(str(found)) == plain(str(want))
            tally.share(Field.MEETING, same, miss=f"{name}: found {found!r}, wanted {want!r}")


def score_participants(printed: Sequence[Participant], wanted: Sequence[Participant], tally: Tally) -> None:
    """Compare participants by municipality and status, and by party."""
    tally.sets(Field.PARTICIPANTS, "name, municipality, status", map(_seat, printed), map(_seat, wanted))
    tally.sets(Field.PARTIES, "name, party", map(_party, printed), map(_party, wanted))


def _seat(one: Participant) -> tuple[str, str, str]:
    return plain(one["name"]), plain(one["municipality"]), one["status"]


def _party(one: Participant) -> tuple[str, str | None]:
    return plain(one["name"]), one["party"]


def score_items(printed: Sequence[Printed], wanted: Sequence[Item], lines: Sequence[str], tally: Tally) -> None:
    """Compare which items there are, and each item of the gold with the one of the same number."""
    numbers, wanted_numbers = [item["number"] for item in printed], [item["number"] for item in wanted]
    repeated = [(number, numbers[:at].count(number)) for at, number in enumerate(numbers)]
    tally.sets(Field.ITEMS, "number", repeated, [(number, 0) for number in wanted_numbers])
    found = [number for number in numbers if number in wanted_numbers]
    in_order = found == [number for number in wanted_numbers if number in numbers]
    tally.share(Field.ORDER, in_order, miss=f"found {', '.join(found)}")
    by_number = {item["number"]: item for item in printed}
    for want in wanted:
        item = by_number.get(want["number"], {})
        score_head(item, want, tally)
        score_decision(item, want, tally)
        if "sections" in want:
            score_sections(item, want["number"], want["sections"], lines, tally)
        if "topics" in want:
            score_topics(item.get("topics") or [], want["number"], want["topics"], tally)


def score_head(item: Printed, want: Item, tally: Tally) -> None:
    """Compare title, case number, caseworkers, attachments and what the recommendation asks for."""
    number, title = want["number"], item.get("title", "")
    miss = f"{number}: found {title!r}, wanted {want['title']!r}"
    tally.share(Field.TITLES, plain(title) == plain(want["title"]), miss=miss)
    tally.share(Field.NEAR_TITLES, similarity(skeleton(title), skeleton(want["title"])) >= NEAR_ENOUGH)
    tally.same(Field.CASE_NUMBERS, number, item.get("case_number"), want["case_number"])
    tally.sets(Field.CASEWORKERS, number, item.get("caseworkers") or [], want["caseworkers"])
    tally.sets(Field.ASKS_FOR, number, item.get("asks_for") or [], want["asks_for"])
    found, wanted = item.get("attachments") or [], want["attachments"]
    miss = f"{number}: found {found}, wanted {wanted}"
    tally.add(Field.ATTACHMENTS, Count(count_near(found, wanted), len(found), len(wanted)), miss)


def score_decision(item: Printed, want: Item, tally: Tally) -> None:
    """Compare the outcomes of a decision in the gold, and its words if the gold has them."""
    number = want["number"]
    if want["outcome"] is None:
        return
    tally.same(Field.OUTCOME, number, item.get("outcome"), want["outcome"])
    tally.sets(Field.OUTCOMES, number, item.get("outcomes") or [], want["outcomes"])
    if decision := want.get("decision"):
        found, wanted = plain(item.get("decision")).split(), plain(decision).split()
        right = max(0, len(wanted) - edit_distance(found, wanted))
        tally.share(Field.DECISION_WORDS, right, len(wanted), f"{number}: found {item.get('decision')!r}")


def score_sections(
    item: Printed, number: str, ranges: Mapping[str, Sequence[tuple[int, int]]], lines: Sequence[str], tally: Tally
) -> None:
    """Compare the sections' texts with the gold's lines of the source; a section that only one of them has is wrong."""
    for name in SECTIONS:
        found, wanted = item.get(name), "\n".join(_section(ranges.get(name, ()), lines))
        if not found and not wanted:
            continue
        near = similarity(skeleton(found), skeleton(wanted)) if found and wanted else 0.0
        told = f"{near:.2f}" if found and wanted else "not in the document" if found else "missing"
        tally.share(Field.SECTIONS, near >= SAME_SECTION, miss=f"{number} {name}: {told}")
        tally.share(Field.SECTION_WORDS, near)


def _section(ranges: Iterable[tuple[int, int]], lines: Sequence[str]) -> list[str]:
    return [line for first, last in ranges for line in lines[first - 1 : last]]


def score_topics(found: Sequence[str], number: str, wanted: Sequence[str], tally: Tally) -> None:
    """Compare the topics, and the first one separately."""
    tally.sets(Field.TOPICS, number, found, wanted)
    if wanted:
        tally.same(Field.FIRST_TOPIC, number, next(iter(found), None), wanted[0])


def score_text(text: Sequence[str], source: Sequence[str], words: Iterable[Word], tally: Tally) -> None:
    """Compare the repaired text with its source line by line, and with the words that were corrected by hand."""
    miss = f"{len(text)} lines of text for {len(source)} of the source"
    tally.share(Field.LINES, len(text) == len(source), miss=miss)
    if re.search("[æøå]", "\n".join(source)):
        _score_clean_text(text, source, tally)
    for word in words:
        wanted, misread = even(word.right), even(word.misread)
        right = wanted in even(text[word.line - 1] if word.line <= len(text) else "").split()
        tally.share(Field.LETTERS, right, miss=f"line {word.line}: {misread!r} should read {wanted!r}")
        tally.share(Field.LETTERS_BEFORE, misread == wanted)
        if misread == wanted:
            tally.share(Field.UNDAMAGED, right, miss=f"line {word.line}: {wanted!r} was right and is gone")


def _score_clean_text(text: Sequence[str], source: Sequence[str], tally: Tally) -> None:
    """Count the words that repair changed in a source that has its æ, ø and å: all of these are damaged."""
    pairs = enumerate(zip(source, text, strict=False), 1)
    changed = [(nth, word) for nth, (old, new) in pairs for word in sorted(set(old.split()) ^ set(new.split()))]
    tally.damaged_words = len(changed) / 2  # each is listed twice: before and after
    tally.misses += [f"changed: line {nth}: {word!r}" for nth, word in changed]
