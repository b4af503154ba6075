#!/usr/bin/env python3
"""Make the sample documents: the files in `documents/` and `facts.json`, from the sources in `sources/`.

`python samples/make.py` writes them; `python samples/make.py --check` checks that the committed ones are current (exit
status 1 if not). The same sources always produce the same bytes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sample_pdf import make_pdf
from sample_source import Item, Sample, read_samples
from sample_text import make_text

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
DOCUMENTS = HERE / "documents"
FACTS = HERE / "facts.json"
# From strongest to weakest: an item's outcome is the strongest of its outcomes.
OUTCOMES = "approved rejected recommended appointed forwarded postponed withdrawn noted discussed other".split()


def main() -> int:
    """Write or check everything; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, say what is not current")
    if parser.parse_args().check:
        return _check()
    DOCUMENTS.mkdir(exist_ok=True)
    for path, content in make_all(read_samples(SOURCES)):
        path.write_bytes(content)
    return 0


def make_all(samples: list[Sample]) -> Iterator[tuple[Path, bytes]]:
    """Yield the path and content of every document, and of `facts.json`."""
    for sample in samples:
        made = make_text(sample) if sample.file.endswith(".txt") else make_pdf(sample)
        yield DOCUMENTS / sample.file, made
    facts = {sample.file: facts_of(sample) for sample in samples}
    yield FACTS, (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode()


def facts_of(sample: Sample) -> dict[str, Any]:
    """Return the facts that the parser should read from the document, always in correct Danish, as JSON values."""
    return {
        "kind": sample.kind,
        "supplementary": sample.supplementary,
        "corrected": sample.corrected,
        "region": sample.region,
        "date": sample.date.isoformat(),
        "start_time": sample.start_time if sample.front else None,
        "place": sample.venue if sample.front else None,
        "participants": [
            {
                "name": one.name,
                "party": one.party,
                "municipality": one.municipality,
                "status": one.status,
                "substitute_for": None,
            }
            for one in sample.participants
        ],
        "items": [_item_facts(item) for item in sample.items],
    }


def _item_facts(item: Item) -> dict[str, Any]:
    return {
        "number": item.number,
        "title": item.title,
        "case_number": item.case_number,
        "caseworkers": [one.lower() for one in item.officers.split("/") if one],
        "outcome": min(item.outcomes, key=OUTCOMES.index, default=None),
        "outcomes": list(item.outcomes),
        "asks_for": list(item.asks_for),
        "attachments": [*item.enclosed, *item.attachments],
    }


def _check() -> int:
    made = dict(make_all(read_samples(SOURCES)))
    stale = [path for path, content in made.items() if not path.exists() or path.read_bytes() != content]
    stray = sorted(set(DOCUMENTS.iterdir()) - set(made))
    for path in stale:
        print(f"not current: {path.relative_to(HERE)}")
    for path in stray:
        print(f"made by no source: {path.relative_to(HERE)}")
    return 1 if stale or stray else 0


if __name__ == "__main__":
    sys.exit(main())
