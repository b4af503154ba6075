"""The titles of a table of contents, to be recognized where they are printed again, with small differences."""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

NEAR = 10  # titles of one length before the last one found, and as many after it; no real contents have more
PLAY = 4  # letters; titles whose lengths differ by as much are not compared
ALIKE = 0.9  # of 1
# How many letters may be compared for one document, which is a matter of seconds. Real documents need a hundredth; a
# title that is printed as it stands in the contents is found without.
MOST_LETTERS = 5_000_000


class KnownTitles:
    """The titles of a table of contents by their letters and figures."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._keys = {key: at for at, key in enumerate(dict.fromkeys(map(_key, titles)))}
        self._by_length: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for key, at in self._keys.items():
            self._by_length[len(key)].append((at, key))
        self._found: dict[str, bool] = {}
        self._last = 0  # of the titles in their order, the one found last
        self._left = MOST_LETTERS

    def __bool__(self) -> bool:
        return bool(self._keys)

    def find(self, title: str) -> bool:
        """Return whether the contents have a title, allowing for small differences."""
        key = _key(title)
        if key in self._keys:
            self._last = self._keys[key]
            return True
        if key not in self._found:
            self._found[key] = self._find_alike(key)
        return self._found[key]

    def _find_alike(self, key: str) -> bool:
        lengths = range(len(key) - PLAY + 1, len(key) + PLAY)
        close = [one for length in lengths for one in self._near(self._by_length.get(length, ()))]
        self._left -= len(close) * len(key)
        if not close or self._left < 0:
            return False
        matcher = SequenceMatcher(None, "", key)
        for at, known in sorted(close):
            matcher.set_seq1(known)
            if matcher.quick_ratio() > ALIKE and matcher.ratio() > ALIKE:
                self._last = at
                return True
        return False

    def _near(self, titles: Sequence[tuple[int, str]]) -> Sequence[tuple[int, str]]:
        """Return the titles on both sides of the one found last: they are printed again in their order."""
        here = bisect.bisect_left(titles, (self._last, ""))
        return titles[max(here - NEAR, 0) : here + NEAR]


def _key(title: str) -> str:
    return re.sub(r"[^a-z0-9]", "", title.casefold())
