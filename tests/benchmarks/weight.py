"""Benchmark of page weight in a real Chromium: python -m tests.benchmarks.weight

The archive runs as `make run` starts it, with the samples, in a folder of its own. Each page is visited several times
with an empty browser cache, then once after another page of the archive. Prints bytes transferred and requests from the
browser's network log (CDP), the time to first contentful paint on this machine, and the layout shift. Exits with 1 if a
first visit is over 100 kB or the layout shifted.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

VISITS = 5
MOST_BYTES = 100_000
PAGES = {
    "front": "",
    "search": "soeg/?q=it-drift",
    "meeting": "nordjylland/2025-12-05/",
    "item": "nordjylland/2025-12-05/punkt/3.1/",
}
# The first contentful paint in milliseconds, and the sum of all layout shifts.
PAINT_AND_SHIFT = """() => new Promise(resolve => {
  let shift = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => shift += entry.value))
    .observe({type: "layout-shift", buffered: true});
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  setTimeout(() => resolve([paint.startTime, shift]), 300);
})"""


@dataclass
class Visit:
    """The measurements of one visit: bytes transferred by request, milliseconds to first paint, layout shift."""

    sizes: list[int] = field(default_factory=list)
    paint: float = 0
    shift: float = 0

    @property
    def size(self) -> int:
        return sum(self.sizes)


def visit(context: Any, address: str) -> Visit:
    """Open an address in a new page of a browser context and measure the visit."""
    seen = Visit()
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda told: seen.sizes.append(round(told["encodedDataLength"])))
    page.goto(address, wait_until="networkidle")
    seen.paint, seen.shift = page.evaluate(PAINT_AND_SHIFT)
    page.close()
    return seen


def measure(browser: Any, site: str, path: str, width: int) -> tuple[list[Visit], Visit]:
    """Return VISITS first visits, and one with the cache of a visit to another page; `width` is in pixels."""
    size = {"width": width, "height": 900}
    firsts = []
    for _ in range(VISITS):
        context = browser.new_context(locale="da-DK", viewport=size)
        firsts.append(visit(context, site + path))
        context.close()
    context = browser.new_context(locale="da-DK", viewport=size)
    visit(context, f"{site}om/")
    later = visit(context, site + path)
    context.close()
    return firsts, later


def report(browser: Any, site: str) -> Iterator[bool]:
    """Print the table row by row; yield for each row whether it is within the limits."""
    print("| page | width | bytes, first visit | requests | bytes, next page | first paint, ms | shift |")
    print("|---|---|---|---|---|---|---|")
    for width in (1280, 390):
        for name, path in PAGES.items():
            firsts, later = measure(browser, site, path, width)
            paint = statistics.median(one.paint for one in firsts)
            shift = max(one.shift for one in [*firsts, later])
            first = firsts[0]
            row = [name, width, first.size, len(first.sizes), later.size, f"{paint:.0f}", f"{shift:.3f}"]
            print("| " + " | ".join(map(str, row)) + " |", flush=True)
            yield first.size <= MOST_BYTES and shift == 0


def main() -> int:
    """Start the archive and the browser, and measure; return the exit status."""
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import QUIET
    from tests.conftest import CHROMIUM
    from tests.kkrarchive.serving.archive_process import ArchiveProcess

    flags = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else QUIET
    with tempfile.TemporaryDirectory(prefix="kkrarchive-weight-") as folder, sync_playwright() as playwright:
        archive = ArchiveProcess(Path(folder, "data"))
        try:
            archive.wait_until_ready()
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
            return 0 if all(list(report(browser, archive.address))) else 1
        finally:
            archive.press_ctrl_c()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kkrarchive.settings")
    sys.exit(main())
