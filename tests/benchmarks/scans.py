"""Benchmark of scanned pages: share of words read correctly, with and without letter repair, seconds, peak memory.

    python -m tests.benchmarks.scans [--pages N] [--only WAY] [FILE.pdf...]

Renders the first N pages (default 4) of the sample documents, or of the files, as a scanner would at 200 dpi: as they
are, skewed by 1 degree on grey paper with noise, and turned on their side. Reads them, one page at a time, and compares
with the text layer. "decided" repairs a page only if it needs it, as ingest does; "forced" repairs all. WAY is "as it
is", "1 degree, noise" or "by 90 degrees".
"""

from __future__ import annotations

import argparse
import re
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from danish.letter_repair import needs_repair, repair_page
from danish.shipped import shipped_lexicon
from ingest.extract.layout import line_text, set_pages
from ingest.extract.pdf import read_pdf
from ingest.extract.set_source import set_source
from ingest.scans.scanned_pages import PageFailed, read_page
from ingest.scans.text_rows import set_rows
from tests.ingest.scans.scanned import Change, as_pdf, images_of, sideways, worn

SAMPLES = Path(__file__).parents[2] / "samples" / "documents"
CHANGES: dict[str, Change] = {"as it is": Image.Image.copy, "1 degree, noise": worn, "by 90 degrees": sideways}
_WORD = re.compile(r"[^\W\d_]{2,}|\d+")  # a single letter is part of a letter-spaced name, which is read as a whole


@dataclass
class Sum:
    """The totals over all pages, scanned in one way."""

    pages: int = 0
    failed: int = 0
    words: int = 0
    seconds: float = 0.0
    right: Counter[str] = field(default_factory=Counter)

    def row(self, name: str) -> str:
        """Return the row of the table: a share of correct words for each kind of repair, and seconds per page."""
        shares = "  ".join(f"{self.right[way] / self.words:.4f}" for way in ("read", "decided", "forced"))
        return f"{name:<16} {self.pages:5} {self.failed:6} {self.words:6}  {shares}  {self.seconds / self.pages:6.1f}"


def find_pages(files: Sequence[Path], most: int) -> Iterator[tuple[Image.Image, tuple[str, ...]]]:
    """Yield the image and the text layer's lines of the first `most` pages of each file."""
    for file in files:
        data = file.read_bytes()
        yield from zip(images_of(data)[:most], (page.lines for page in set_source(read_pdf(data)).pages), strict=False)


def measure(image: Image.Image, truth: Sequence[str], change: Change, into: Sum) -> None:
    """Read one page after `change`, and add the number of correct words to `into`."""
    started = time.perf_counter()
    lines: tuple[str, ...] = ()
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(as_pdf([change(image)]))
        file.flush()
        try:
            lines = tuple(map(line_text, set_pages([set_rows(read_page(Path(file.name), 1).lines)])[0]))
        except PageFailed:
            into.failed += 1
    into.seconds += time.perf_counter() - started
    into.pages += 1
    into.words += sum(words_of(truth).values())
    lexicon = shipped_lexicon()
    forced = repair_page(lines, lexicon, needed=True).lines
    decided = forced if needs_repair(lines, lexicon) else lines
    for way, told in (("read", lines), ("decided", decided), ("forced", forced)):
        into.right[way] += sum((words_of(told) & words_of(truth)).values())


def words_of(lines: Sequence[str]) -> Counter[str]:
    """Count the words and numbers of a page, case-sensitively."""
    return Counter(word for line in lines for word in _WORD.findall(line))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, default=4)
    parser.add_argument("--only", choices=list(CHANGES), action="append", metavar="WAY")
    told = parser.parse_args()
    pages = list(find_pages(told.files or sorted(SAMPLES.glob("*.pdf")), told.pages))
    print(f"{'':16} pages failed  words  read    decided forced  s/page")
    for name, change in ((name, CHANGES[name]) for name in told.only or CHANGES):
        total = Sum()
        for image, truth in pages:
            measure(image, truth, change, total)
        print(total.row(name), flush=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of a process that reads a page, or of Tesseract: {peak:.0f} MB")


if __name__ == "__main__":
    main()
