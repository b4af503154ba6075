"""What the tests of pages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from meetings.models import Meeting


@pytest.fixture
def archive(db: None) -> Meeting:
    """An archive with one meeting that has one of each."""
    from tests.make import make_archive

    return make_archive()
