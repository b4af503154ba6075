"""Fixtures for a real Chromium: Debian's, driven by plain Playwright without a pytest plug-in."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import CHROMIUM

QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Yield a headless Chromium, one for all browser tests."""
    flags = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else QUIET
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright's event loop runs in this thread while the browser is open, so Django mistakes every query of the
        # test, which is plain synchronous code, for one from a coroutine. The check is off for that time only.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Yield a page in its own browser context, with Danish as the reader's language."""
    context = browser.new_context(locale="da-DK", timezone_id="Europe/Copenhagen")
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()
