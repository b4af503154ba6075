"""The seeds: real documents, and gold of them, in ../shared beside the project. They are no part of it.

A clone without ../shared passes without the tests that need it, even under CI=true; where it is, it must be whole.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.scoring.gold import ROOT, Document, read_gold

SHARED = ROOT.parent / "shared"
NAME = "../shared"


def seeds(shared: Path = SHARED) -> list[Document]:
    """Return the documents that have gold. Raises ValueError or KeyError where gold is no gold."""
    return list(read_gold(shared / "score" / "gold", shared / "seeds"))


def fault_of(shared: Path) -> str:
    """Say what is wrong with a folder of seeds, nothing where it is whole."""
    try:
        documents = seeds(shared)
    except (ValueError, KeyError, OSError) as error:
        return f"{NAME} has gold that cannot be read: {error!r}"
    missing = [document.path.name for document in documents if not document.path.is_file()]
    if missing:
        return f"{NAME}/seeds lacks {', '.join(missing)}"
    return "" if documents else f"{NAME}/score/gold has no gold"


def require(shared: Path = SHARED) -> None:
    """Skip the test where there are no seeds; where they are not whole, fail under CI=true and skip elsewhere."""
    if not shared.exists():
        pytest.skip(f"{NAME} is missing: the seeds are not part of the project")
    if fault := fault_of(shared):
        if os.environ.get("CI") == "true":
            pytest.fail(f"{fault} (under CI=true seeds that are there must be whole)", pytrace=False)
        pytest.skip(fault)
