"""Benchmark of ingest, from PDFs to committed rows, compared with pdfminer's extraction alone.

    python -m tests.benchmarks.ingest [--documents 40] [--full] [--folder FOLDER]

Typesets that many meetings of about 25 pages from the samples' text, or takes those in the folder, then times, each in
processes of its own: pdfminer.six with layout, and the archive's reading by PDFium (hidden text told apart), over all
files in one process; `manage.py ingest` into an empty archive with 1 and with 2 workers. Prints seconds, pages per
second, the ratios, and the machine's pace. `--full` typesets 600 meetings, about 15,000 pages, and times ingest with 2
workers alone, with the most memory that one of its processes took.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from pypdfium2 import PdfDocument

from tests.benchmarks.pace import pace

if TYPE_CHECKING:
    from sample_source import Item, Sample

ROOT = Path(__file__).parents[2]
# About 25 pages per document, with as many items per page and words per item as real minutes of 2025 have.
POINTS, WORDS = 18, 330
FULL = 600  # documents, about 15,000 pages: all that the councils may have met in their time
SHORTEST = 12  # words in a paragraph that pads another item
HOLD = "from django.db import connection; connection.ensure_connection(); print('up', flush=True); input()"
PDFMINER = """
import sys
from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams
for path in sys.argv[1:]:
    for page in extract_pages(path, laparams=LAParams()):
        pass
"""


PDFIUM = """
import sys
from pathlib import Path
from ingest.extract.pdf import pdfium
for path in sys.argv[1:]:
    for page in pdfium.read_pages(Path(path).read_bytes()):
        pass
"""


def typeset(folder: Path, documents: int) -> None:
    """Write the PDFs into `folder`."""
    sys.path.insert(0, str(ROOT / "samples"))
    from sample_pdf import make_pdf
    from sample_source import read_samples

    samples = read_samples(ROOT / "samples" / "sources")
    minutes = [one for one in samples if one.kind == "minutes" and one.look == "modern"]
    chance = random.Random(7)
    for number in range(documents):
        meeting = minutes[number % len(minutes)]
        day = date(2010, 1, 4) + timedelta(days=7 * number)
        path = folder / f"referat-{number:03}.pdf"
        path.write_bytes(make_pdf(replace(meeting, date=day, items=tuple(_items(minutes, chance)))))


def count_pages(files: Iterable[Path]) -> int:
    """Return how many pages PDFs have together."""
    return sum(len(PdfDocument(path)) for path in files)


def _items(minutes: Sequence[Sample], chance: random.Random) -> Iterator[Item]:
    """Yield a heading and `POINTS` items of `WORDS` words: the samples' items, padded with each other's paragraphs.

    A title also names a municipality, so that a matter returns at some meetings and not at every one.
    """
    every = [item for meeting in minutes for item in meeting.items if item.level == 2]
    paragraphs = [one for item in every for one in item.presentation.split("\n\n") if len(one.split()) > SHORTEST]
    places = sorted({one.municipality for meeting in minutes for one in meeting.participants})
    yield replace(minutes[0].items[0], number="1", title="Sager til behandling")
    for nth, item in enumerate(chance.sample(every, POINTS), 1):
        text = item.presentation
        while len(text.split()) < WORDS:
            text += "\n\n" + chance.choice(paragraphs)
        case = f"SAG-2010-{chance.randrange(100_000):05}"
        title = f"{item.title} i {chance.choice(places)}"
        yield replace(item, number=f"1.{nth}", title=title, case_number=case, presentation=text)


def timed(*command: str, data: str) -> float:
    """Run a command on the archive in folder `data` and return its seconds."""
    environment = {**os.environ, "KKRARCHIVE_DATA": data}
    start = perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return perf_counter() - start


def ingest(folder: Path, workers: int) -> float:
    """Return the seconds of ingest into an empty archive whose database is running."""
    with tempfile.TemporaryDirectory(prefix="kkr-bench-") as data:
        Path(data).chmod(0o755)
        timed(sys.executable, "manage.py", "migrate", data=data)
        with running(data):
            return timed(sys.executable, "manage.py", "ingest", "--workers", str(workers), str(folder), data=data)


@contextmanager
def running(data: str) -> Iterator[None]:
    """Keep the archive's database running, as it is in production: starting it is not part of ingest."""
    environment = {**os.environ, "KKRARCHIVE_DATA": data}
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", HOLD]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as up:
        assert up.stdout
        up.stdout.readline()
        yield
        up.communicate(b"\n")


def compare(folder: Path) -> dict[str, float]:
    """Return the seconds of each way to read the PDFs in a folder."""
    files = [*map(str, sorted(folder.iterdir()))]
    return {
        "pdfminer alone": timed(sys.executable, "-c", PDFMINER, *files, data=tempfile.gettempdir()),
        "pdfium alone": timed(sys.executable, "-c", PDFIUM, *files, data=tempfile.gettempdir()),
        "ingest, 1 worker": ingest(folder, 1),
        "ingest, 2 workers": ingest(folder, 2),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=40)
    parser.add_argument("--full", action="store_true", help="600 documents, ingest with 2 workers alone")
    parser.add_argument("--folder", type=Path, help="where the PDFs are, or are to be kept")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kkr-bench-") as name:
        folder = asked.folder or Path(name)
        folder.mkdir(exist_ok=True)
        if not any(folder.iterdir()):
            typeset(folder, FULL if asked.full else asked.documents)
        pages = count_pages(folder.iterdir())
        before = pace()
        rows = {"ingest, 2 workers": ingest(folder, 2)} if asked.full else compare(folder)
        print(f"before: {before}\nafter: {pace()}")
        print(f"{len(list(folder.iterdir()))} documents, {pages} pages")
    print(f"{'':28} {'seconds':>8} {'pages/s':>8}")
    for label, took in rows.items():
        print(f"{label:28} {took:8.1f} {pages / took:8.1f}")
    if asked.full:
        print(f"most memory of a process: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000:.0f} MB")
        return
    print(f"pdfminer alone / ingest with 1 worker: {rows['pdfminer alone'] / rows['ingest, 1 worker']:.2f}")
    print(f"1 worker / 2 workers: {rows['ingest, 1 worker'] / rows['ingest, 2 workers']:.2f}")


if __name__ == "__main__":
    main()
