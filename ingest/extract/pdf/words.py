"""From words to pieces: lines of a page put together, words that are drawn twice once, text across the page apart."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise, takewhile
from operator import attrgetter
from typing import NamedTuple

from ingest.extract.layout import CELL_GAP
from meetings.shared.page_layout import Piece

GLUE_GAP = 0.1  # of the type size; letters with less between them are one word, also where they were drawn apart
ROW = 10.0  # points, at least the distance of two drawings of a word
WORD_GAP = 0.4  # of the type size; a blank is 0.25 of it or a little more, two blanks are 0.5
SAME_PLACE = 0.3  # of the type size: a shadow or a second stroke is drawn this near
RAISED = 0.85  # of the type size beside it: smaller letters above the line are raised, as in m²
SLANTED = 10.0  # degrees; scans and their text are skewed by less, and watermarks by more
LEAST_SKEW = 0.2  # degrees


class Word(NamedTuple):
    """A word in the coordinates of the shown page: its edges, its baseline, type size, and direction in degrees.

    `order` is its place in the file, `glued` says that it goes on directly from the one before it.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    angle: float = 0.0
    lightness: float = 0.0
    order: int = 0
    glued: bool = False


def split_slanted(words: Sequence[Word]) -> tuple[list[Word], list[Word], list[Word]]:
    """Return the words that run from left to right, those on their side, and those across the page."""
    level = [
        word for word in words if not word.angle or (abs(_slant(word.angle)) <= SLANTED and _quarter(word.angle) == 0)
    ]
    if len(level) == len(words):
        return level, [], []
    sideways = [word for word in words if abs(_slant(word.angle)) <= SLANTED and _quarter(word.angle) != 0]
    return level, sideways, [word for word in words if abs(_slant(word.angle)) > SLANTED]


def find_turn(directions: Iterable[tuple[float, int]]) -> int:
    """Return by how many degrees clockwise a page must be turned for most of its letters to run left to right.

    `directions` has the angle of each word in degrees, and its number of letters.
    """
    by_angle: Counter[float] = Counter()
    for angle, count in directions:
        by_angle[angle] += count
    letters: Counter[int] = Counter()
    for angle, count in by_angle.items():
        if abs(_slant(angle)) <= SLANTED:
            letters[_quarter(angle)] += count
    return 90 * letters.most_common(1)[0][0] if letters else 0


def find_skew(words: Sequence[Word]) -> float:
    """Return by how many degrees counterclockwise words must be rotated to be level; 0 where they nearly are."""
    slants = sorted(_slant(word.angle) for word in words)
    middle = slants[len(slants) // 2] if slants else 0.0
    return -middle if LEAST_SKEW <= abs(middle) <= SLANTED else 0.0


def level(words: Iterable[Word], skew: float, width: float, height: float) -> list[Word]:
    """Rotate words by `skew` degrees counterclockwise around the middle of a page."""
    turn = math.radians(skew)
    sine, cosine, x, y = math.sin(turn), math.cos(turn), width / 2, height / 2
    return [
        word._replace(
            x0=x + (word.x0 - x) * cosine - (word.y - y) * sine,
            x1=x + (word.x0 - x) * cosine - (word.y - y) * sine + (word.x1 - word.x0) / cosine,
            y=y + (word.x0 - x) * sine + (word.y - y) * cosine,
        )
        for word in words
    ]


def once(words: Sequence[Word]) -> list[Word]:
    """Return the words, those drawn twice in one place, for bold type or a shadow, only once: as drawn last."""
    if not _any_drawn_twice(words):
        return list(words)
    kept: list[Word] = []
    drawn: defaultdict[tuple[str, int], list[Word]] = defaultdict(list)
    for word in reversed(words):
        text, y, near = word.text, word.y, SAME_PLACE * word.size
        rows = [(text, row) for row in range(int((y - near) // ROW), int((y + near) // ROW) + 1)]
        if not any(_is_same_place(word, other) for row in rows if row in drawn for other in drawn[row]):
            kept.append(word)
            drawn[text, int(y // ROW)].append(word)
    return kept[::-1]


def _any_drawn_twice(words: Sequence[Word]) -> bool:
    """Return whether any word is drawn twice in one place: on most pages none is."""
    same = sorted(words, key=attrgetter("text", "y"))
    for at, (word, following) in enumerate(pairwise(same)):
        if word.text != following.text or following.y - word.y >= SAME_PLACE * word.size:
            continue
        near = takewhile(lambda other: other.text == word.text, islice(same, at + 1, None))  # noqa: B023
        if any(_is_same_place(word, other) for other in near):
            return True
    return False


def set_rows(words: Sequence[Word]) -> list[tuple[Piece, ...]]:
    """Arrange words as rows of pieces, top to bottom, left to right; a wide gap begins a new piece."""
    rows: list[list[Word]] = []
    for word in sorted(_lowered(words), key=lambda one: (-one.y, one.x0)):
        if rows and abs(rows[-1][0].y - word.y) < 0.5 * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [tuple(map(_piece, _runs(sorted(row, key=lambda one: one.x0)))) for row in rows]


def _lowered(words: Iterable[Word]) -> list[Word]:
    """Put raised and lowered letters (m², CO₂, a footnote's number) onto the baseline of the word that they follow."""
    lowered: list[Word] = []
    for word in words:
        before = lowered[-1] if lowered else None
        if before and word.size < RAISED * before.size and word.y != before.y and _follows(before, word):
            word = word._replace(y=before.y)  # noqa: PLW2901
        lowered.append(word)
    return lowered


def _follows(before: Word, word: Word) -> bool:
    beside = -0.2 * before.size < word.x0 - before.x1 < 0.5 * before.size
    return beside and -0.35 * before.size < word.y - before.y < 0.7 * before.size


def _runs(row: Sequence[Word]) -> list[list[Word]]:
    runs: list[list[Word]] = []
    for word in row:
        if runs and word.x0 - runs[-1][-1].x1 <= CELL_GAP * max(word.size, runs[-1][-1].size):
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _piece(run: Sequence[Word]) -> Piece:
    """Join words to a piece, with the places of the blank-separated ones."""
    text, edges = run[0].text, [run[0].x0, run[0].x1]
    for before, word in pairwise(run):
        if _is_one_word(before, word):
            text += word.text
            edges[-1] = word.x1
        else:
            text += ("  " if _is_letter_spaced(before, word) else " ") + word.text
            edges += (word.x0, word.x1)
    size = max(run, key=lambda word: len(word.text)).size
    return Piece(text, run[0].x0, run[-1].x1, run[0].y, size, all(word.bold for word in run), tuple(edges))


def _is_one_word(before: Word, word: Word) -> bool:
    """Return whether two words beside each other are one: those in the file's order as the engine has them."""
    if word.order == before.order + 1 and not word.glued:
        return False
    return word.x0 - before.x1 < GLUE_GAP * min(before.size, word.size)


def _is_letter_spaced(before: Word, word: Word) -> bool:
    """Return whether one word set with spaced letters ends and another begins: "K K R  S Y D"."""
    return len(before.text) == len(word.text) == 1 and word.x0 - before.x1 > WORD_GAP * word.size


def _is_same_place(word: Word, other: Word) -> bool:
    near = SAME_PLACE * word.size
    return abs(word.x0 - other.x0) < near and abs(word.y - other.y) < near and abs(word.size - other.size) < near


def _quarter(angle: float) -> int:
    return round(angle / 90) % 4


def _slant(angle: float) -> float:
    """Return by how many degrees a direction differs from the nearest quarter turn, from -45 to 45."""
    return (angle + 45) % 90 - 45
