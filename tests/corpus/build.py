"""Make the PDFs of the corpus with real programs.

    python -m tests.corpus.build            all of them
    python -m tests.corpus.build NAME ...   those whose names begin so

`programs.toml` names the variants and the commands; README.md says where the programs come from. Prints a line a
variant; a command that fails is told, the others are made all the same, and the exit status is 1.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.corpus.markup.fo import write_fo
from tests.corpus.markup.fodt import write_fodt
from tests.corpus.markup.html import write_html
from tests.corpus.markup.latex import write_latex
from tests.corpus.markup.plain import write_plain
from tests.corpus.markup.roff import write_roff
from tests.corpus.markup.typst import write_typst
from tests.corpus.paper import Block, blocks_of, read_papers, running_foot
from tests.corpus.variants import DOCUMENTS, HERE, Variant, read_variants

SECONDS = 300
ENVIRONMENT = {
    "SOURCE_DATE_EPOCH": "1735689600",
    "FORCE_SOURCE_DATE": "1",
    "TZ": "UTC",
    "PROGRAMS": str(HERE / "programs"),
}


def write_json(blocks: list[Block], foot: str) -> str:
    """Return a paper as JSON, for the programs in the folder `programs`."""
    return json.dumps({"foot": foot, "blocks": [block._asdict() for block in blocks]}, ensure_ascii=False)


WRITERS = {
    "html": write_html,
    "tex": write_latex,
    "ms": write_roff,
    "typ": write_typst,
    "txt": write_plain,
    "fo": write_fo,
    "fodt": write_fodt,
    "json": write_json,
}


def main(names: list[str]) -> int:
    """Make the variants whose names begin with one of `names`, or all; return the exit status."""
    papers = read_papers()
    chosen = [one for one in read_variants() if not names or one.name.startswith(tuple(names))]
    failed = 0
    for variant in chosen:
        paper = papers[variant.paper]
        error = make(variant, list(blocks_of(paper)), running_foot(paper))
        size = 0 if error else variant.path.stat().st_size
        print(f"{variant.name:28} {size:8,} bytes {error}")
        failed += bool(error)
    return 1 if failed else 0


def make(variant: Variant, blocks: list[Block], foot: str) -> str:
    """Make the PDF of a variant. Return why it could not be made, or an empty text."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        if variant.source in WRITERS:
            (work / f"paper.{variant.source}").write_text(WRITERS[variant.source](blocks, foot), encoding="utf-8")
        else:
            shutil.copy(DOCUMENTS / f"{variant.source}.pdf", work / "old.pdf")
        for command in variant.commands:
            ran = run(command, work)
            if ran.returncode:
                return f"{command}: {ran.stdout[-600:]}"
        if not (work / "paper.pdf").exists():
            return f"no paper.pdf among {sorted(path.name for path in work.iterdir())}"
        shutil.copy(work / "paper.pdf", variant.path)
    return ""


def run(command: str, work: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of `programs.toml`, which is ours, with the shell."""
    return subprocess.run(
        ["bash", "-c", command],
        cwd=work,
        env=os.environ | ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        timeout=SECONDS,
        check=False,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
