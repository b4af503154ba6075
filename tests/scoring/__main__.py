"""Score the parser and the search, and write the figures to docs/quality.md.

    python -m tests.scoring                          write docs/quality.md
    python -m tests.scoring --check                  check whether it is current; exit status 1 if not
    python -m tests.scoring --show [NAME]            print every miss, or those of documents whose name begins with NAME
    python -m tests.scoring --gold DIR --sources DIR print the figures of other documents

The queries are run on an archive of their own in a temporary folder.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.scoring import parse, report, search
from tests.scoring.gold import read_gold, read_samples
from tests.scoring.tally import Tally


def main(arguments: list[str]) -> int:
    """Run the command with these arguments and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.scoring", description="Score the reading and the search.")
    parser.add_argument("--check", action="store_true", help="only say whether docs/quality.md is current")
    parser.add_argument("--show", nargs="?", const="", metavar="NAME", help="print the misses")
    parser.add_argument("--gold", type=Path, help="a folder of gold; nothing is written")
    parser.add_argument("--sources", type=Path, help="the folder of its documents, if another")
    given = parser.parse_args(arguments)
    if given.gold:
        tallies = parse.score_all(read_gold(given.gold, given.sources or given.gold))
        if given.show is not None:
            show(tallies, given.show)
        print(report.reading(tallies))
        return 0
    if given.show is not None:
        show(parse.score_all([*read_gold(), *read_samples()]), given.show)
        print(*([] if given.show else search.misses(ask_an_archive())), sep="\n")
        return 0
    page = report.report(parse.score_all(read_gold()), parse.score_all(read_samples()), ask_an_archive())
    return write(page, only_check=given.check)


def show(tallies: Mapping[str, Tally], name: str) -> None:
    """Print the misses of the documents whose name begins with `name`."""
    for document, tally in tallies.items():
        if document.startswith(name):
            print(f"{document}: {len(tally.misses)} misses", *tally.misses, sep="\n  ")


def ask_an_archive() -> list[search.Answer]:
    """Make an archive of the samples and return its answers to the judged queries; progress is printed to stderr."""
    from django.core.management import call_command

    with contextlib.redirect_stdout(sys.stderr):
        call_command("migrate", verbosity=0)
        call_command("samples", "load", verbosity=0)
    return list(search.ask(search.read_queries()))


def write(page: str, *, only_check: bool) -> int:
    """Write the page, or only print whether it is current, and return the exit status."""
    current = report.PAGE.exists() and report.PAGE.read_text(encoding="utf-8") == page
    if not only_check:
        report.PAGE.write_text(page, encoding="utf-8")
        print(f"{report.PAGE} is {'as it was' if current else 'written'}.")
    elif not current:
        print(f"{report.PAGE} is not current: run `python -m tests.scoring` and commit what it writes.")
    return 1 if only_check and not current else 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="kkrarchive-scoring-") as data:
        Path(data).chmod(0o755)  # the embedded server runs under another account
        os.environ.pop("DATABASE_URL", None)
        os.environ |= {"KKRARCHIVE_DATA": data, "DJANGO_SETTINGS_MODULE": "kkrarchive.settings"}
        import django

        django.setup()
        sys.exit(main(sys.argv[1:]))
