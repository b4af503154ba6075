"""List every verdict of a folder's documents, for somebody to read: what was asked, what was decided, how it is judged.

    python -m tests.benchmarks.verdicts FILE-OR-FOLDER...

Prints for each item with a decision or a recommendation its number, title, recommendation, what it asks for, decision,
outcomes, whether the recommendation was followed, and the sentences that rests on; then how many verdicts there are.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from ingest.errors import IngestError
from ingest.fields.followed import judge
from ingest.pipeline import read_meeting, read_source
from ingest.records import ItemRecord


def documents(paths: list[str]) -> Iterator[Path]:
    """Yield the text and PDF files that the paths name or contain."""
    for path in map(Path, paths):
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (file for file in inside if file.suffix.lower() in (".txt", ".pdf"))


def describe(item: ItemRecord) -> str:
    """Return what is to be read of one item, a line for each thing."""
    text = item.decision.text if item.decision else None
    judgement = judge(item.recommendation, text)
    outcomes = " ".join(item.decision.outcomes) if item.decision else "-"
    lines = [
        f"{item.number} {item.title}",
        f"  indstilling: {item.recommendation}",
        f"  beslutning:  {text}",
        f"  asks {' '.join(item.asks_for) or '-'} | outcomes {outcomes} | {judgement.followed if judgement else '-'}",
        *(f"  basis: {sentence}" for sentence in (judgement.basis if judgement else ())),
    ]
    return "\n".join(lines)


def main(paths: list[str]) -> None:
    """Print the list and the count."""
    count = 0
    for file in documents(paths):
        try:
            record = read_meeting(read_source(file.read_bytes(), file.name))
        except IngestError as error:
            print(f"##### {file.name}: {error}")
            continue
        print(f"##### {file.name}: {record.kind}")
        for item in record.items:
            if item.decision or item.recommendation:
                print(describe(item))
                count += bool(item.decision)
    print(f"{count} decisions")


if __name__ == "__main__":
    main(sys.argv[1:])
