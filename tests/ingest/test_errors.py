"""Errors pass between processes with all their values."""

import pickle

import pytest

from ingest import errors


@pytest.mark.parametrize(
    "error",
    [errors.UnreadablePath(reason="Permission denied"), errors.EmptyFile(), errors.ReadingTookTooLong(seconds=3)],
)
def test_an_error_survives_pickling(error: errors.IngestError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again)) == (type(error), str(error))
