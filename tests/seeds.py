"""The seeds: real documents with gold records in ../shared, next to the project and not part of it.

In a clone without ../shared the tests that need it are skipped, even under CI=true; if it is there, it must be
complete.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.scoring.gold import ROOT, Document, read_gold

SHARED = ROOT.parent / "shared"
NAME = "../shared"


def seeds(shared: Path = SHARED) -> list[Document]:
    """Return the documents that have gold. Raises ValueError or KeyError if a gold file is malformed."""
    return list(read_gold(shared / "score" / "gold", shared / "seeds"))


def fault_of(shared: Path) -> str:
    """Return what is wrong with a folder of seeds, "" if it is complete."""
    try:
        documents = seeds(shared)
    except (ValueError, KeyError, OSError) as error:
        return f"{NAME} has gold that cannot be read: {error!r}"
    missing = [document.path.name for document in documents if not document.path.is_file()]
    if missing:
        return f"{NAME}/seeds lacks {', '.join(missing)}"
    return "" if documents else f"{NAME}/score/gold has no gold"


def require(shared: Path = SHARED) -> None:
    """Skip the test if there are no seeds; if they are incomplete, fail under CI=true and skip otherwise."""
    if not shared.exists():
        pytest.skip(f"{NAME} is missing: the seeds are not part of the project")
    if fault := fault_of(shared):
        if os.environ.get("CI") == "true":
            pytest.fail(f"{fault} (under CI=true seeds that are there must be whole)", pytrace=False)
        pytest.skip(fault)
