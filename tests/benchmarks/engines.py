"""What each engine reads of the corpus of PDFs (tests/corpus): the share of words right, and whether the record is.

    python -m tests.benchmarks.engines [NAME ...]

Prints a row a document (all, unless beginnings of names are given): the program, then for each engine the share of the
words right, in order (2 × common words / words of both texts, by difflib; words in lower case, without marks, hyphens
undone, lines that belong to the pages dropped as the parser drops them), and whether the record equals the known one.
"ours" is the reading of uploads as a whole: both engines, and OCR where a page needs it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from ingest.errors import IngestError
from ingest.extract.pdf import pdfium, pdfminer
from ingest.pipeline import read_layouts, read_meeting, read_source
from ingest.records import Source
from tests.corpus.paper import read_papers, read_record
from tests.corpus.variants import Variant, read_variants
from tests.corpus.words import share_right, words_of, words_of_source

ENGINES: dict[str, Callable[[bytes], Source]] = {
    "pdfminer": lambda data: read_layouts(list(pdfminer.read_pages(data))),
    "pdfium": lambda data: read_layouts(list(pdfium.read_pages(data))),
    "ours": read_source,
}
PAPERS = read_papers()


def main() -> None:
    names = tuple(sys.argv[1:]) or ("",)
    variants = [one for one in read_variants() if one.name.startswith(names)]
    print(f"{'document':20} {'program':72}" + "".join(f"{name:>18}" for name in ENGINES))
    totals = dict.fromkeys(ENGINES, (0.0, 0))
    for variant in variants:
        results = {name: score(variant, read) for name, read in ENGINES.items()}
        totals = {name: (totals[name][0] + share, totals[name][1] + equal) for name, (share, equal) in results.items()}
        shown = "".join(f"{share:9.1%} {'equal' if equal else 'differs':>8}" for share, equal in results.values())
        print(f"{variant.name:20} {variant.program[:72]:72}{shown}")
    means = "".join(f"{share / len(variants):9.1%} {equal:8}" for share, equal in totals.values())
    print(f"{'mean, and how many':20} {f'{len(variants)} documents':72}{means}")


def score(variant: Variant, read: Callable[[bytes], Source]) -> tuple[float, bool]:
    """Return the share of words that an engine reads right, and whether the record is as known."""
    lines, known = variant.known(PAPERS[variant.paper])
    try:
        source = read(variant.path.read_bytes())
    except IngestError:
        return 0.0, False
    share = share_right(words_of(lines), words_of_source(source))
    try:
        return share, read_record(read_meeting(source).to_json()) == known
    except IngestError:
        return share, False


if __name__ == "__main__":
    main()
