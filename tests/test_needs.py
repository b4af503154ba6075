"""A test whose program is missing is skipped with the command that installs it; under CI=true it fails."""

from __future__ import annotations

import pytest

from tests import conftest
from tests.conftest import NEEDS, Need


@pytest.fixture
def without_chromium(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> pytest.Item:
    monkeypatch.setitem(NEEDS, "needs_chromium", Need("Chromium", lambda: False, "chromium"))
    request.node.add_marker("needs_chromium")
    assert isinstance(request.node, pytest.Item)
    return request.node


def test_it_is_skipped_with_the_apt_line(without_chromium: pytest.Item, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="needs Chromium: apt-get install chromium"):
        conftest.pytest_runtest_setup(without_chromium)


def test_it_fails_under_ci(without_chromium: pytest.Item, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="apt-get install chromium"):
        conftest.pytest_runtest_setup(without_chromium)
