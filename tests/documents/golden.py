"""The golden pairs: each text or PDF in this folder with the record that must be read from it.

To add one, put the document here and run `python -m tests.documents.rewrite NAME`; read the JSON before committing it.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.reading import read_file

FOLDER = Path(__file__).parent
DOCUMENTS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".txt", ".pdf"))


def read_as_json(document: Path) -> str:
    """Read a document and return its record in the form of a golden file."""
    return json.dumps(read_file(document)[1].to_json(), ensure_ascii=False, indent=1) + "\n"
