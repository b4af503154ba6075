"""Fixtures for the tests of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from meetings.models import Meeting


@pytest.fixture
def archive(db: None) -> Meeting:
    """An archive with one meeting that has one of everything; returns the meeting."""
    from tests.make import make_archive

    return make_archive()
