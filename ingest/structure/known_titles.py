"""The titles of a table of contents, to be recognized where they are printed again, with small differences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from difflib import SequenceMatcher

from ingest.line_patterns import Outline

PLAY = 4  # letters; titles whose lengths differ by as much are not compared
ALIKE = 0.9  # of 1
# How many letters may be compared for one document, which is a matter of seconds. Real documents need a hundredth; a
# title that is printed as it stands in the contents is found without.
MOST_LETTERS = 5_000_000


class KnownTitles:
    """The titles of a table of contents by their letters and figures, with their outlines."""

    def __init__(self, titles: Mapping[Outline, str]) -> None:
        self._outlines = {_key(title): outline for outline, title in titles.items()}
        self._by_length: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for at, key in enumerate(self._outlines):
            self._by_length[len(key)].append((at, key))
        self._found: dict[str, Outline | None] = {}
        self._left = MOST_LETTERS

    def __bool__(self) -> bool:
        return bool(self._outlines)

    def find(self, title: str) -> Outline | None:
        """Return the outline of a title, allowing for small differences; None if the contents do not have it."""
        key = _key(title)
        if key in self._outlines:
            return self._outlines[key]
        if key not in self._found:
            self._found[key] = self._find_alike(key)
        return self._found[key]

    def _find_alike(self, key: str) -> Outline | None:
        lengths = range(len(key) - PLAY + 1, len(key) + PLAY)
        close = [one for length in lengths for one in self._by_length.get(length, ())]
        self._left -= len(close) * len(key)
        if not close or self._left < 0:
            return None
        matcher = SequenceMatcher(None, "", key)
        for _at, known in sorted(close):
            matcher.set_seq1(known)
            if matcher.quick_ratio() > ALIKE and matcher.ratio() > ALIKE:
                return self._outlines[known]
        return None


def _key(title: str) -> str:
    return re.sub(r"[^a-z0-9]", "", title.casefold())
