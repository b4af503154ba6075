"""Benchmark of letter repair: speed, load time, memory, accuracy and damage.

    python -m tests.benchmarks.letters [FILE...]

Reads Danish text that the lexicon was not built from, misreads it by the counted confusions, repairs it and compares.
Without files: the Danish message catalogues of the Python packages installed here. With files: .txt, .html or .mo
(`apt-get download freeciv-data` has good ones).
"""

from __future__ import annotations

import gettext
import html
import random
import re
import resource
import site
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from danish.letter_repair import repair_page
from danish.shipped import shipped_lexicon
from tests.danish.misread import Outcome, compare, misread

PAGE = 40  # lines
FEWEST_WORDS = 5  # in a line that is used
_MARKUP = re.compile(r"<[^>]*>|%\(\w+\)[sd]|%[sd]|\{[^}]*\}|[_&](?=\w)")
_DANISH = re.compile(r"[æøå]|\b(?:og|er|at|ikke)\b")
_ENGLISH = re.compile(r"\b(?:the|of|and|is)\b")


class Run(NamedTuple):
    """One pass over all pages: seconds of processor time, and the outcome of the words."""

    seconds: float
    outcome: Outcome


def read_lines(file: Path) -> Iterator[str]:
    """Yield the Danish lines of a file that have at least FEWEST_WORDS words."""
    if file.suffix == ".mo":
        with file.open("rb") as opened:
            texts = list(gettext.GNUTranslations(opened)._catalog.values())  # type: ignore[attr-defined]
    else:
        texts = [file.read_text(errors="replace")]
    for text in texts:
        for line in html.unescape(_MARKUP.sub("", str(text))).splitlines():
            words = line.split()
            if len(words) >= FEWEST_WORDS and _DANISH.search(line) and not _ENGLISH.search(line):
                yield " ".join(words)


def installed_catalogues() -> list[Path]:
    """Return the paths of the installed packages' Danish catalogues."""
    return [file for folder in site.getsitepackages() for file in sorted(Path(folder).rglob("da/LC_MESSAGES/*.mo"))]


def repair_all(pages: Sequence[Sequence[str]], bad: Sequence[Sequence[str]]) -> Run:
    """Repair every page of `bad` and compare it with the correct text in `pages`."""
    lexicon = shipped_lexicon()
    start = time.process_time()
    repaired = [repair_page(page, lexicon, needed=True).lines for page in bad]
    seconds = time.process_time() - start
    texts = (" ".join(line for page in version for line in page) for version in (pages, bad, repaired))
    return Run(seconds, compare(*texts))


def main(files: Sequence[Path]) -> None:
    """Measure and print."""
    start = time.perf_counter()
    shipped_lexicon()
    print(f"lexicon loaded in {time.perf_counter() - start:.2f} s, {_megabytes()} MB in all")
    lines = list(dict.fromkeys(line for file in files for line in read_lines(file)))
    pages = [lines[at : at + PAGE] for at in range(0, len(lines), PAGE)]
    chance = random.Random(1)
    bad = [[misread(line, chance) for line in page] for page in pages]
    for name in ("cold", "warm"):
        run = repair_all(pages, bad)
        print(f"{name}: {run.outcome.words / run.seconds:,.0f} words a second on one core")
    words, misread_words, wrong, damaged = run.outcome
    print(f"{words:,} words, {misread_words / words:.1%} misread; after repair {wrong / words:.2%} wrong ({wrong})")
    print(f"right words damaged: {run.outcome.damaged_share:.3%} ({damaged}); {_megabytes()} MB at the end")


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or installed_catalogues())
