"""Load test of the search page, end to end: python -m tests.benchmarks.search_load [--datasette /path/to/datasette]

The archive runs under gunicorn with its own settings (two workers). wrk (apt install wrk) requests mixed searches on
loopback, each a page with its list, facets and snippets: once as in production, with the page cache, and once without
it, as for the first reader of each page. KKRARCHIVE_BENCHMARK names the folder of an archive that
tests.benchmarks.search has made. With --datasette (pip install datasette, in an environment of its own: its pins are
not ours), the same searches go to Datasette's search page over the same items.
"""

from __future__ import annotations

import argparse
import os
import random
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

SECONDS, CONNECTIONS = 20, 4
WARM = 150  # seconds, in which nearly all pages are requested once from each worker
_SCRIPT = """
local paths, at = {%s}, 0
request = function() at = at %% #paths + 1; return wrk.format("GET", paths[at]) end
done = function(summary, latency)
  local failed = summary.errors.status + summary.errors.timeout + summary.errors.read + summary.errors.connect
  io.write(string.format("%%.0f requests a second, p50 %%.0f ms, p95 %%.0f ms, %%d failed\\n",
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(95) / 1000, failed))
end
"""


def main() -> None:
    """Print requests per second and latencies, of the archive and of Datasette."""
    from django.core.management import call_command

    from tests.benchmarks.pace import pace

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--datasette", help="the program datasette")
    options.add_argument("--seconds", type=int, default=SECONDS)
    asked = options.parse_args()
    call_command("collectstatic", interactive=False, verbosity=0)
    queries = mixed_queries()
    gunicorn = [sys.executable, "-m", "gunicorn", "--bind", "127.0.0.1:{port}"]
    paths = [f"/soeg/?{urllib.parse.urlencode(query)}" for query in queries]
    for told, kept in (("archive, asked before", "32"), ("archive, each page made anew", "0")):
        with served(gunicorn, {**os.environ, "KKRARCHIVE_PAGES_MB": kept}) as port:
            print(f"{told}: {load(port, paths, asked.seconds)}\n{pace()}", flush=True)
    if asked.datasette:
        with tempfile.TemporaryDirectory() as folder:
            database = make_sqlite(Path(folder) / "items.db")
            command = [asked.datasette, "serve", str(database), "--port", "{port}"]
            with served(command, os.environ) as port:
                paths = [f"/items/items?{urllib.parse.urlencode({'_search': query['q']})}" for query in queries]
                print(f"datasette: {load(port, paths, asked.seconds)}", flush=True)


def mixed_queries(count: int = 400, seed: int = 11) -> list[dict[str, str]]:
    """Return a realistic mix of searches: mostly one or two words, rare to common, some narrowed, some phrases."""
    from tests.benchmarks.search_corpus import texts
    from tests.benchmarks.search_queries import kinds

    words = kinds(list(texts(4000)))
    shares = {
        "one word, rare": 30, "one word, medium": 30, "one word, common": 10, "two common words": 10,
        "phrase of common words": 5, "prefix": 5, "compound": 10,
    }  # fmt: skip
    chance = random.Random(seed)
    drawn = chance.choices(list(shares), list(shares.values()), k=count)
    queries = [{"q": chance.choice(words[kind])} for kind in drawn]
    for query in queries[::5]:
        query["region"] = "nordjylland"
    return queries


def load(port: int, paths: Sequence[str], seconds: int) -> str:
    """Request the paths repeatedly, after a warm-up of WARM seconds; return the last line that wrk prints."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(_SCRIPT % ", ".join(f'"{path}"' for path in paths))
        script.flush()
        command = ["wrk", "-t", "1", "-c", str(CONNECTIONS), "--timeout", "30s", "-s", script.name]
        said = ""
        for duration in (WARM, seconds):
            done = subprocess.run(
                [*command, "-d", f"{duration}s", f"http://127.0.0.1:{port}"], capture_output=True, text=True, check=True
            )
            said = done.stdout.strip().splitlines()[-1]
    return said


@contextmanager
def served(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[int]:
    """Run a server on a free loopback port until the block ends; yield the port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [word.format(port=port) for word in command], env={**environment}, stdout=subprocess.DEVNULL
    )
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait()


def make_sqlite(path: Path) -> Path:
    """Copy the items to a SQLite database with a full-text index, as Datasette requires; return its path."""
    from django.db import connection

    database = sqlite3.connect(path)
    database.execute("CREATE TABLE items (id INTEGER PRIMARY KEY, title TEXT, body TEXT)")
    with connection.chunked_cursor() as cursor:
        cursor.execute(
            "SELECT item.id, title, decision.text || ' ' || presentation FROM meetings_agendaitem AS item"
            " JOIN meetings_decision AS decision ON decision.item_id = item.id"
        )
        while rows := cursor.fetchmany(5000):
            database.executemany("INSERT INTO items VALUES (?, ?, ?)", rows)
    database.execute("CREATE VIRTUAL TABLE items_fts USING fts5(title, body, content='items', content_rowid='id')")
    database.execute("INSERT INTO items_fts(items_fts) VALUES ('rebuild')")
    database.commit()
    database.close()
    return path


if __name__ == "__main__":
    os.environ["KKRARCHIVE_DATA"] = os.environ["KKRARCHIVE_BENCHMARK"]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kkrarchive.settings")
    import django

    django.setup()
    main()
