"""Set the papers as PDF: `python -m tests.extractors.build`; Chromium, and for two of the kinds Typst and LibreOffice.

Needs soffice. Commit what changed for a reason: the programs write the time of day.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import typst
from playwright.sync_api import sync_playwright

from tests.corpus.markup.fodt import write_fodt
from tests.corpus.markup.typst import write_typst
from tests.extractors.blocks import blocks_of
from tests.extractors.layouts import LAYOUTS, write_html
from tests.extractors.meeting import COUNCIL, PRINTED_DATE

DOCUMENTS = Path(__file__).parent / "documents"
FOOT = f"{COUNCIL} | {PRINTED_DATE}"


def main() -> None:
    """Write every PDF."""
    with sync_playwright() as programs:
        browser = programs.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        for name, layout in LAYOUTS.items():
            page.set_content(write_html(layout))
            page.pdf(path=DOCUMENTS / f"{name}.pdf", prefer_css_page_size=True)
        browser.close()
    with tempfile.TemporaryDirectory() as folder:
        _with_typst(Path(folder))
        _with_libreoffice(Path(folder))


def _with_typst(folder: Path) -> None:
    source = folder / "minutes-today.typ"
    source.write_text(write_typst(blocks_of(LAYOUTS["minutes-today"]), FOOT), encoding="utf-8")
    typst.compile(source, output=DOCUMENTS / "minutes-today.pdf")


def _with_libreoffice(folder: Path) -> None:
    source = folder / "agenda-2010s.fodt"
    source.write_text(write_fodt(blocks_of(LAYOUTS["agenda-2010s"]), FOOT), encoding="utf-8")
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", DOCUMENTS, source], check=True)


if __name__ == "__main__":
    main()
