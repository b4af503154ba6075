"""Files that ask for more time or memory than they weigh, read as the queue reads them while another reads on.

    python -m tests.benchmarks.bombs [NAME ...]

Prints for each file (all, unless beginnings of names are given): its bytes; the seconds until it was answered; the most
memory of the processes that read it, OCR not included; how many sample documents another process read meanwhile, and
the longest that one took; and what was told. Last, those that no bound, error or record ended.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings

from ingest.errors import IngestError, ReadingInterrupted, UnexpectedFailure
from ingest.workers import Bounds, Job, read_alone
from tests.benchmarks.hostile_files import PDFS, TEXTS
from tests.benchmarks.pace import pace

SAMPLE = Path(__file__).parents[2] / "samples" / "documents" / "Referat KKR Nordjylland 02-03-2018.pdf"
LATE = 10  # seconds over the bound that are still the bound: a process takes time to end
PAUSE = 0.5  # seconds between readings of the other document
UNNAMED = (UnexpectedFailure, ReadingInterrupted)  # what says nothing of the file


class Peak:
    """The most memory, in MB, of the processes that are read in while it is watched."""

    def __init__(self) -> None:
        self.megabytes = 0.0

    @contextmanager
    def watched(self) -> Iterator[None]:
        done = threading.Event()
        watcher = threading.Thread(target=self._watch, args=(done,), daemon=True)
        watcher.start()
        try:
            yield
        finally:
            done.set()
            watcher.join()

    def _watch(self, done: threading.Event) -> None:
        while not done.wait(0.01):
            for process in multiprocessing.active_children():
                with suppress(OSError, ValueError, StopIteration):
                    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
                    peak = next(line for line in lines if line.startswith("VmHWM"))
                    self.megabytes = max(self.megabytes, int(peak.split()[1]) / 1024)


def bounds() -> Bounds:
    return Bounds(settings.READ_SECONDS, settings.READ_MEMORY_MB, settings.READ_TOTAL_SECONDS)


def tell(name: str, data: bytes) -> tuple[str, bool]:
    """Return what is told of a file, and whether that says what is the matter with it."""
    suffix = ".pdf" if name in PDFS else ".txt"
    try:
        result = read_alone(Job(data, Path("fil" + suffix)), bounds())
    except IngestError as error:
        return f"{type(error).__name__}: {error}", not isinstance(error, UNNAMED)
    except Exception as error:  # noqa: BLE001 - nothing else may come; if it does, it is told
        return f"! {type(error).__name__}: {error}", False
    return f"read: {len(result.source.pages)} pages, {len(result.record.items)} items", True


def measure(name: str, make: Callable[[], bytes], neighbour: Path) -> bool:
    """Read one file and print its row; return whether it ended as it should."""
    data, peak, before = make(), Peak(), len(readings(neighbour))
    began = time.perf_counter()
    with peak.watched():
        told, named = tell(name, data)
    seconds = time.perf_counter() - began
    time.sleep(max(0.0, 2.0 - seconds))  # so that the other document has had time to be read
    others = readings(neighbour)[before:]
    others_row = f"{len(others):6} {max(others, default=0.0):6.1f}"
    print(f"{name:28} {len(data):12,} {seconds:8.1f} {peak.megabytes:8.0f} {others_row}  {told[:110]}", flush=True)
    return named and seconds < settings.READ_SECONDS + LATE


def readings(neighbour: Path) -> list[float]:
    """Return the seconds that each reading of the other document took so far."""
    return [float(line) for line in neighbour.read_text().split()]


@contextmanager
def reading_on() -> Iterator[Path]:
    """Let another process read a sample over and over; yields the file of the seconds that it takes."""
    with tempfile.NamedTemporaryFile(prefix="kkr-bench-") as file:
        command = [sys.executable, "-m", "tests.benchmarks.bombs", "--read-on"]
        with subprocess.Popen(command, stdout=file) as process:
            try:
                while not file.name or not readings(Path(file.name)):
                    time.sleep(0.1)
                yield Path(file.name)
            finally:
                process.kill()


def read_on() -> None:
    """Print the seconds of each reading of the sample, with pauses, until killed."""
    while True:
        began = time.perf_counter()
        read_alone(Job(SAMPLE.read_bytes(), SAMPLE), bounds())
        print(f"{time.perf_counter() - began:.2f}", flush=True)
        time.sleep(PAUSE)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kkrarchive.settings")
    if sys.argv[1:] == ["--read-on"]:
        read_on()
    names = tuple(sys.argv[1:]) or ("",)
    bombs = {name: make for name, make in (PDFS | TEXTS).items() if name.startswith(names)}
    print(f"bounds: {bounds().seconds:.0f} s, {bounds().megabytes} MB; {pace()}")
    print(f"{'file':28} {'bytes':>12} {'seconds':>8} {'MB':>8} {'others':>6} {'s':>6}  told")
    with reading_on() as neighbour:
        failed = [name for name, make in bombs.items() if not measure(name, make, neighbour)]
    print(f"{len(bombs)} files, not ended within their bounds or not named: {failed or 'none'}")


if __name__ == "__main__":
    main()
