"""What is printed across or beside the text of a page and is no part of it: watermarks, numbers of the lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.extract.pdf.words import Word

LARGE = 2.0  # of the body's type size
GREY = 0.4  # lightness; text to be read is darker, but for the large type of some front pages
MARK_WORDS = re.compile(
    r"udkast|kladde|kopi|fortroligt?|draft|copy|confidential|foreløbigt?|internt?|ikke godkendt|prøvetryk|annulleret",
    re.IGNORECASE,
)
FEWEST_NUMBERS, FEWEST_OF_FIVES = 4, 2
NUMBERED = 0.6  # the least share of the lines that have a number, of those that should
_NUMBER = re.compile(r"\d{1,4}")


def split_watermarks(words: Sequence[Word]) -> tuple[list[Word], list[str]]:
    """Return the words without those of a large grey text behind or over others, and the texts of these.

    A large grey heading with nothing behind it is a heading, unless it says what a watermark says.
    """
    body = body_size(words)
    pale = [word for word in words if word.size >= LARGE * body and word.lightness >= GREY]
    text = " ".join(word.text for word in pale)
    if not pale or not (MARK_WORDS.match(text) or any(_overlaps(word, words) for word in pale)):
        return list(words), []
    those = set(map(id, pale))
    return [word for word in words if id(word) not in those], [text]


def texts_across(words: Iterable[Word]) -> list[str]:
    """Return the texts of words that run across the page, in one direction each."""
    texts: dict[float, list[str]] = {}
    for word in words:
        texts.setdefault(round(word.angle / 5), []).append(word.text)
    return [" ".join(parts) for parts in texts.values()]


def body_size(words: Iterable[Word]) -> float:
    """Return the type size of most letters, to half a point."""
    letters: Counter[float] = Counter()
    for word in words:
        letters[round(2 * word.size) / 2] += len(word.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def without_line_numbers(words: Sequence[Word]) -> list[Word]:
    """Return the words without a column of numbers in the margin that count the lines, each one or every fifth."""
    numbers = [word for word in words if _NUMBER.fullmatch(word.text)]
    if len(numbers) < FEWEST_OF_FIVES:
        return list(words)
    text = [word for word in words if not _NUMBER.fullmatch(word.text)]
    counting = {id(word) for column in _columns(numbers, text) if _counts_lines(column, text) for word in column}
    return [word for word in words if id(word) not in counting]


def _columns(numbers: Sequence[Word], text: Sequence[Word]) -> list[list[Word]]:
    """Return columns of numbers that no text stands left of, or none right of, from top to bottom."""
    left, right = min((w.x0 for w in text), default=0.0), max((w.x1 for w in text), default=0.0)
    outer = [[w for w in numbers if w.x1 <= left], [w for w in numbers if w.x0 >= right]]
    return [sorted(one, key=lambda word: -word.y) for one in outer if len(one) >= FEWEST_OF_FIVES]


def _counts_lines(numbers: Sequence[Word], text: Sequence[Word]) -> bool:
    """Return whether numbers rise evenly from line to line, or by as many as there are lines between them."""
    values = [int(word.text) for word in numbers]
    step, times = Counter(below - above for above, below in pairwise(values)).most_common(1)[0]
    lines = sorted({round(word.y) for word in text}, reverse=True)
    beside = [_line_of(word, lines) for word in numbers]
    even = sum(below - above == step for above, below in pairwise(beside))
    count = len(numbers) - 1
    if step == 1:
        return times >= 0.8 * count and len(numbers) >= max(FEWEST_NUMBERS, NUMBERED * len(lines))
    return (
        step in {2, 5, 10} and times == count and even >= 0.8 * count and len(numbers) * step >= NUMBERED * len(lines)
    )


def _line_of(word: Word, lines: Sequence[float]) -> int:
    """Return the index of the line beside which a word stands."""
    return min(range(len(lines)), key=lambda at: abs(lines[at] - word.y), default=0)


def _overlaps(word: Word, words: Sequence[Word]) -> bool:
    """Return whether smaller text stands within the letters of a word."""
    return any(
        other.size < 0.7 * word.size
        and other.x0 < word.x1
        and word.x0 < other.x1
        and word.y - 0.1 * word.size < other.y < word.y + 0.6 * word.size
        for other in words
    )
