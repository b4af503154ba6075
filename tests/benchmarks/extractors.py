"""What is read right of the text that other extractors make of our papers.

    python -m tests.benchmarks.extractors [--python PYTHON] [--show] [--worse] [PAPER[.EXTRACTOR] ...]

Prints, for each paper and extractor, how many items, sections, outcomes and participants are right, of how many, and
how many warnings there were. Last come those that have something wrong and no warning: there should be none.
--worse reads each text also without the marks of its pages, and without those and its blank lines. PYTHON is one that
has PyMuPDF, pypdf, pdfplumber and pdfminer.six; an extractor that is not installed is left out.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from ingest.errors import IngestError
from ingest.pipeline import read_meeting, read_source
from tests.extractors import extract
from tests.extractors.judge import judge
from tests.extractors.layouts import LAYOUTS

DOCUMENTS = Path(extract.__file__).parent / "documents"


def main() -> None:
    """Print the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("papers", nargs="*")
    ask.add_argument("--python", default=sys.executable)
    ask.add_argument("--show", action="store_true", help="print what is wrong")
    ask.add_argument("--worse", action="store_true", help="read the texts also without page marks and blank lines")
    args = ask.parse_args()
    silent, wrong, rows = [], 0, 0
    for name, extractor, text in _texts(args.python, args.papers, worse=args.worse):
        row, mistakes, warnings = _read(name, text)
        print(f"{name:22} {extractor:24} {row}")
        rows, wrong = rows + 1, wrong + bool(mistakes)
        if mistakes and not warnings:
            silent.append(f"{name}.{extractor}")
        if args.show:
            for line in (*mistakes, *(f"! {warning}" for warning in warnings)):
                print(f"      {line}")
    print(f"{rows} texts, {rows - wrong} wholly right; wrong and without a warning: {len(silent)}", *silent, sep="\n  ")


def _texts(python: str, papers: list[str], *, worse: bool) -> Iterator[tuple[str, str, bytes]]:
    """Yield paper, extractor and text of all that can be made here."""
    for extractor in ("pdf", *extract.EXTRACTORS):
        for name in LAYOUTS:
            if papers and name not in papers and f"{name}.{extractor}" not in papers:
                continue
            path = DOCUMENTS / f"{name}.pdf"
            if extractor == "pdf":
                yield name, extractor, path.read_bytes()
                continue
            done = subprocess.run([python, extract.__file__, extractor, path], capture_output=True, check=False)
            if done.returncode:
                print(f"{extractor} is not installed for {python}")
                break
            yield name, extractor, done.stdout
            if worse:
                flat = re.sub(rb"\n*\f", b"\n", done.stdout)
                yield name, f"{extractor} flat", flat
                yield name, f"{extractor} dense", re.sub(rb"\n\s*\n", b"\n", flat)


def _read(name: str, data: bytes) -> tuple[str, list[str], tuple[str, ...]]:
    """Return a row of the table, what is wrong, and the warnings."""
    try:
        record = read_meeting(read_source(data, name))
    except IngestError as error:
        return f"refused: {error}", [str(error)], (str(error),)
    verdicts = judge(record, LAYOUTS[name])
    counts = "  ".join(f"{what} {one.right:2}/{one.known:<2}" for what, one in verdicts.items())
    mistakes = [f"{what} {line}" for what, one in verdicts.items() for line in one.wrong]
    state = "WRONG" if mistakes else "right"
    return f"{counts}  {state}  {len(record.warnings)} warnings", mistakes, record.warnings


if __name__ == "__main__":
    main()
