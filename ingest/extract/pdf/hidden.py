"""Text of a page that nobody sees, kept apart with the reason; and the text layer of a scan, which is its image's."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from ingest.extract.pdf.pdfium_text import Box, RawWord
from ingest.extract.pdf.visibility import PagePictures
from meetings.shared.page_layout import HiddenText
from meetings.shared.vocabulary import HiddenReason

SCAN = 0.7  # the least share of a page that a scan covers
IMAGE = 0.02  # the least share of a page that an image with a text layer of its own covers
NEARLY = 0.12  # shades, of 1, by which ink may differ from the ground and still be called its colour
DARK = 0.5  # shade, of 1; the paper of documents is lighter
ROW = 8.0  # points
SLIP, SLIP_OF_LETTER = 0.15, 0.1  # of the height of a word, or of a single letter: how far its middle is within its box
MOST_CROSSED = 2_000  # words of a page; more are no page to be read
MOST_BESIDE = 40  # words that may begin within another word
FEWEST_SEEN = 20  # letters; a scan may have been stamped with a page number or a date


class ShownWord(NamedTuple):
    """A word with its box on the shown page, in points."""

    word: RawWord
    box: Box

    @property
    def inner(self) -> Box:
        """The middle of the box: the word's own letters have ink there, those of the lines around it do not."""
        x0, y0, x1, y1 = self.box
        if len(self.word.text) == 1:
            return _flattened(self.box)
        aside, away = SLIP * min(x1 - x0, y1 - y0), SLIP * (y1 - y0)
        return Box(x0 + aside, y0 + away, x1 - aside, y1 - away)


def _flattened(box: Box) -> Box:
    """Return the middle of the box of a letter, as wide as it is."""
    x0, y0, x1, y1 = box
    away = SLIP_OF_LETTER * (y1 - y0)
    return Box(x0, y0 + away, x1, y1 - away)


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under and over the words of a page: its size in points, the boxes of its images, and whether the
    file has layers that can be switched off."""

    width: float
    height: float
    images: tuple[Box, ...] = ()
    layers: bool = False


def split_hidden(
    words: Sequence[ShownWord], pictures: PagePictures, ground: Ground
) -> tuple[list[ShownWord], list[HiddenText]]:
    """Return the words that a reader of a page sees, and the text that nobody sees.

    A text layer over or under an image counts as seen where the image shows something, unless the same place has
    painted text: then the layer repeats it.
    """
    apparent = [one for one in words if one.word.style.painted and pictures.shows(one.inner)]
    crossed = _crossed(apparent, ground.height)
    visible = [one for one in apparent if id(one) not in crossed or pictures.shows_alone(one.word.drawn, one.inner)]
    shown = set(map(id, visible))
    rest = [one for one in words if id(one) not in shown]
    scanned = sum(len(one.word.text) for one in visible) < FEWEST_SEEN
    layer: list[ShownWord] = []
    hidden: list[ShownWord] = []
    for one in rest:
        if not one.word.style.painted and _covers(visible, one):
            continue
        (layer if _stands_for_image(one, pictures, ground, scanned=scanned) else hidden).append(one)
    kept = {id(one) for one in (*visible, *layer)}
    return [one for one in words if id(one) in kept], _join([(one, _reason(one, pictures, ground)) for one in hidden])


def are_crossed(words: Sequence[ShownWord], height: float) -> bool:
    """Return whether words stand over each other on a page of this height in points."""
    return _may_cross(lines_of(words)) and bool(_crossed(words, height))


def lines_of(words: Iterable[ShownWord]) -> list[Box]:
    """Return the boxes of runs of words at one height, one after the other."""
    boxes: list[Box] = []
    left, low, right, high = math.inf, 0.0, 0.0, 0.0
    for _word, (x0, y0, x1, y1) in words:
        if y0 == low and y1 == high and right <= x0:
            boxes[-1] = Box(left, low, x1, high)
        else:
            left, low, high = x0, y0, y1
            boxes.append(Box(x0, y0, x1, y1))
        right = x1
    return boxes


def _may_cross(lines: Sequence[Box]) -> bool:
    """Return whether lines stand over each other: on most pages none do, and then no words need be compared."""
    by_height = sorted(lines, key=_low_edge)
    for at, one in enumerate(by_height):
        middle = _flattened(one)
        for other in islice(by_height, at + 1, None):
            if other.y0 >= one.y1:
                break
            if _meet(middle, other) or _meet(one, _flattened(other)):
                return True
    return False


def _low_edge(box: Box) -> float:
    return box.y0


def _crossed(words: Sequence[ShownWord], height: float) -> set[int]:
    """Return the identities of words that stand over other words, so that the picture does not tell which is seen."""
    rows: defaultdict[int, list[ShownWord]] = defaultdict(list)
    for one in words:
        for at in range(int(max(one.box.y0, 0) // ROW), int(min(one.box.y1, height) // ROW) + 1):
            rows[at].append(one)
    found: set[int] = set()
    for row in rows.values():
        row.sort(key=_left_edge)
        for at, one in enumerate(row):
            for other in islice(row, at + 1, at + 1 + MOST_BESIDE):
                if other.box.x0 >= one.box.x1:
                    break
                if one.word.text != other.word.text and (_meet(one.inner, other.box) or _meet(one.box, other.inner)):
                    found |= {id(one), id(other)}
    return found if len(found) <= MOST_CROSSED else set()


def _left_edge(one: ShownWord) -> float:
    return one.box.x0


def _meet(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1


def _stands_for_image(one: ShownWord, pictures: PagePictures, ground: Ground, *, scanned: bool) -> bool:
    """Return whether a word belongs to the text layer of an image, which is invisible over it or covered by it."""
    least = IMAGE if not one.word.style.painted else SCAN if scanned else 2.0
    page = ground.width * ground.height
    x, y = (one.box.x0 + one.box.x1) / 2, (one.box.y0 + one.box.y1) / 2
    inside = any(
        box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1 and (box.x1 - box.x0) * (box.y1 - box.y0) >= least * page
        for box in ground.images
    )
    return inside and pictures.has_ink(one.box)


def _covers(visible: Sequence[ShownWord], one: ShownWord) -> bool:
    """Return whether visible text stands where a word is, by half of its width."""
    x0, y0, x1, y1 = one.box
    middle = (y0 + y1) / 2
    shared = sum(
        max(0.0, min(x1, other.box.x1) - max(x0, other.box.x0))
        for other in visible
        if other.box.y0 <= middle <= other.box.y1
    )
    return shared > 0.5 * (x1 - x0)


def _reason(one: ShownWord, pictures: PagePictures, ground: Ground) -> HiddenReason:
    x, y = (one.box.x0 + one.box.x1) / 2, (one.box.y0 + one.box.y1) / 2
    style = one.word.style
    if not (0 <= x <= ground.width and 0 <= y <= ground.height):
        return HiddenReason.OUTSIDE
    if not style.painted or not style.colour[3]:
        return HiddenReason.INVISIBLE
    if style.in_layer:
        return HiddenReason.LAYER_OFF
    shade = pictures.shade(one.inner)
    # Dark text on a ground as dark as itself: a bar drawn over it.
    if shade > DARK and abs(style.lightness - shade) < NEARLY:
        return HiddenReason.PALE
    return HiddenReason.LAYER_OFF if ground.layers and not pictures.has_ink(one.box) else HiddenReason.COVERED


def _join(hidden: Sequence[tuple[ShownWord, HiddenReason]]) -> list[HiddenText]:
    """Join the words of each run with one reason and on one line."""
    texts: list[HiddenText] = []
    for one, reason in hidden:
        last = texts[-1] if texts else None
        box = one.box
        if last and last.reason == reason and abs(last.y0 - box.y0) < 0.5 * (box.y1 - box.y0):
            edges = (min(last.x0, box.x0), min(last.y0, box.y0), max(last.x1, box.x1), max(last.y1, box.y1))
            texts[-1] = HiddenText(f"{last.text} {one.word.text}", reason, *edges)
        else:
            texts.append(HiddenText(one.word.text, reason, *box))
    return [text for text in texts if any(map(str.isalnum, text.text))]
