"""Build danish/data/thesaurus.txt.xz: words that mean the same, from the Danish thesaurus of LibreOffice.

    python -m scripts.build_thesaurus

The source lists for each sense of a word what is like it, from the same thing to the distantly related, and marks
some as narrower, colloquial or vulgar. A search needs what is really the same, so a group of two or three words is kept
if they all have one sense only, each lists exactly the others, nothing is marked, and all are headwords that general
word frequencies know.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from danish.inflection import headwords
from danish.shipped import shipped_lexicon
from scripts.build_lexicon import fetch, write

WORD = re.compile(r"[a-zæøåé]{3,}")
MARKED = re.compile(r" \([^)]*\)$")
LARGEST_GROUP = 3

Senses = list[frozenset[str]]  # the words that each sense of a word lists, without the marked ones


def read_senses(lines: Sequence[str]) -> dict[str, Senses]:
    """Return the senses of each word of a MyThes file: a line "word|2", then one for each sense, "|like|likewise"."""
    senses: defaultdict[str, Senses] = defaultdict(list)
    at = 1  # after the line with the encoding
    while at < len(lines):
        word, count = lines[at].rsplit("|", 1)
        listed = (
            frozenset(like for like in line.split("|")[1:] if not MARKED.search(like))
            for line in lines[at + 1 :][: int(count)]
        )
        senses[word] += filter(None, listed)
        at += int(count) + 1
    return dict(senses)


def read_marked(lines: Iterable[str]) -> set[str]:
    """Return the words that are colloquial or vulgar where they are listed."""
    return {like for line in lines for like in re.findall(r"\|([^|(]+) \((?:daglig tale|vulgær)[^)]*\)", line)}


def read_groups(senses: Mapping[str, Senses], marked: set[str]) -> set[frozenset[str]]:
    """Return the groups of words that mean the same and nothing else."""
    groups = {frozenset((word, *found[0])) for word, found in senses.items() if len(found) == 1}
    small = (group for group in groups if 2 <= len(group) <= LARGEST_GROUP and marked.isdisjoint(group))
    return {group for group in small if all(_is_alone_in(word, group, senses) for word in group)}


def _is_alone_in(word: str, group: frozenset[str], senses: Mapping[str, Senses]) -> bool:
    """Return whether a word is a known headword and its only sense lists the others of the group."""
    is_word = bool(WORD.fullmatch(word)) and shipped_lexicon().cost(word) is not None and word in headwords(word)
    return is_word and senses.get(word) == [group - {word}]


def main() -> None:
    """Fetch the thesaurus and write the groups, a line for each word."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "-x", fetch("mythes-da", Path(folder)), Path(folder, "files")], check=True)
        lines = Path(folder, "files/usr/share/mythes/th_da_DK.dat").read_text().splitlines()
    groups = read_groups(read_senses(lines), read_marked(lines))
    write("thesaurus.txt", (f"{word}\t{'|'.join(sorted(group - {word}))}" for group in groups for word in group))


if __name__ == "__main__":
    main()
