"""Rewrite the golden records: `python -m tests.documents.rewrite [NAME...]`. Review the diff before committing it."""

from __future__ import annotations

import sys

from tests.documents.golden import DOCUMENTS, read_as_json

if __name__ == "__main__":
    for document in DOCUMENTS:
        if not sys.argv[1:] or document.stem in sys.argv[1:]:
            document.with_suffix(".json").write_text(read_as_json(document), encoding="utf-8")
