"""SQLite FTS5 and tantivy over the same corpus, with the same task: the top twenty with snippets, and the count."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import tantivy

from tests.benchmarks.search_corpus import Text

Search = Callable[[str], int]


def make_fts5(corpus: Sequence[Text], size: int, folder: Path) -> tuple[Search, float, float]:
    """Return a search with FTS5, the seconds it took to build the index and the index's size in MB."""
    path, began = folder / "fts5.db", time.perf_counter()
    database = sqlite3.connect(path)
    database.execute("CREATE VIRTUAL TABLE items USING fts5(title, body)")
    rows = ((text.title, f"{text.decision} {text.presentation}") for text in _repeated(corpus, size))
    database.executemany("INSERT INTO items VALUES (?, ?)", rows)
    database.execute("INSERT INTO items(items) VALUES ('optimize')")
    database.commit()

    def search(query: str) -> int:
        asked = "SELECT title, snippet(items, 1, '<', '>', '…', 30) FROM items(?) ORDER BY rank LIMIT 20"
        rows = database.execute(asked, [query]).fetchall()
        database.execute("SELECT count(*) FROM items(?)", [query]).fetchone()
        return len(rows)

    return search, time.perf_counter() - began, path.stat().st_size / 1e6


def make_tantivy(corpus: Sequence[Text], size: int, folder: Path) -> tuple[Search, float, float]:
    """Return a search with tantivy, the seconds it took to build the index and the index's size in MB."""
    began = time.perf_counter()
    builder = tantivy.SchemaBuilder()
    schema = builder.add_text_field("title", stored=True).add_text_field("body", stored=True).build()
    index = tantivy.Index(schema, path=str(folder))
    writer = index.writer(256_000_000)
    for text in _repeated(corpus, size):
        writer.add_document(tantivy.Document(title=text.title, body=f"{text.decision} {text.presentation}"))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()

    def search(query: str) -> int:
        searcher, parsed = index.searcher(), index.parse_query(query, ["title", "body"])
        found = searcher.search(parsed, 20, count=True)
        snippets = tantivy.SnippetGenerator.create(searcher, parsed, schema, "body")
        return len([snippets.snippet_from_doc(searcher.doc(at)).to_html() for _score, at in found.hits])

    built = time.perf_counter() - began
    return search, built, sum(file.stat().st_size for file in folder.iterdir()) / 1e6


def _repeated(corpus: Sequence[Text], size: int) -> list[Text]:
    return [corpus[at % len(corpus)] for at in range(size)]
