"""What changed between two prints of a text, word by word: plain Python, texts in, marked words out.

Two prints of the same words differ in much that is no change: line breaks and hyphens, spaces, dashes, small letters or
large, and, where a page was read by a machine, letters taken for others. Words are therefore compared by a key, and
words that are only parted otherwise ("samarbejds aftale") are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby, takewhile
from typing import NamedTuple

from meetings.finding.equal_parts import around_change, replaced_alone

OUT, IN = "del", "ins"
ENTRY = "– "  # what an entry of a list begins with
MOST_COMPARED = (
    400  # words of a paragraph; of longer ones common words are not paired by themselves, which takes too long
)
AROUND = 20  # how many equal words are shown before and after a change

_WORD = re.compile(r"(\S+)(\s*)")
_PARAGRAPHS = re.compile(r"\n\s*\n")
# Marks between figures tell numbers apart (1,5 is not 15); all others tell nothing.
_MARKS = re.compile(r"(?<!\d)[\W_]+|[\W_]+(?!\d)")
_ALL_MARKS = re.compile(r"[\W_]+")
# Letters that an OCR without Danish takes for one another (counted in danish.confusions): one stands for all of them.
_TAKEN_FOR_OTHERS = re.compile(r"[æøåaeog@é&]+")
_STROKES = str.maketrans("l1|j", "iiii")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph, equal in both or what went OUT or came IN, and the space after them.

    Equal words far from a change are "…".
    """

    text: str
    change: str = ""
    space: str = ""


class Word(NamedTuple):
    """A word, the key it is compared by, and the space after it: one, the end of a line, or of a paragraph."""

    key: str
    text: str
    space: str


class Hunk(NamedTuple):
    """Where words differ: from one place to before another, in the old text and in the new."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def size(self) -> int:
        return max(self.old_end - self.old_start, self.new_end - self.new_start)


Marked = tuple[str, Word]


def words_differ(old: str, new: str, *, misread: bool = False) -> bool:
    """Tell whether `changed_paragraphs` has any, mostly without looking for them."""
    if old == new:
        return False
    texts = (old, new) if misread else around_change(old, new, keep=0)
    letters = [_ALL_MARKS.sub("", text.casefold()) for text in texts]
    if misread:
        letters = [_TAKEN_FOR_OTHERS.sub("o", text.translate(_STROKES)) for text in letters]
    # Other letters are other words for certain; the same may be parted into other figures: 1,5 and 15.
    return letters[0] != letters[1] or any(True for _ in changed_paragraphs(old, new, misread=misread))


def changed_paragraphs(old: str, new: str, *, misread: bool = False) -> Iterator[list[Piece]]:
    """Give the paragraphs in which the words of two texts differ, one by one; none where they are the same.

    `misread` is whether either was read by a machine that takes letters for others: then those letters count as one.
    """
    for old_block, new_block in _differing_blocks(_PARAGRAPHS.split(old), _PARAGRAPHS.split(new)):
        before, after = around_change(old_block, new_block, keep=2 * AROUND)
        marked = _marked(read_words(before, misread=misread), read_words(after, misread=misread))
        yield from (_pieces(one) for one in _paragraphs(marked) if any(change for change, _word in one))


def text_key(text: str) -> str:
    """Give a text's letters and figures alone: the same for two prints of the same words."""
    for dash in "–—−‑":
        text = text.replace(dash, "-")
    return _MARKS.sub("", text.casefold())


@lru_cache(maxsize=20_000)
def word_key(word: str) -> str:
    """Give what a word is compared by."""
    return word.casefold() if word.isalpha() else text_key(word)


def read_words(text: str, *, misread: bool = False) -> list[Word]:
    """Give the words of a text. A sign that stands alone, as a dash before an entry, belongs to the word after it."""
    words: list[Word] = []
    before = ""
    for word, blank in _WORD.findall(text):
        key = word_key(word)
        space = " " if blank == " " else "\n" * min(blank.count("\n"), 2) or " "
        if key:
            words.append(Word(_folded(key) if misread else key, before + word, space))
            before = ""
        else:
            before += word + space
    return words


def _folded(key: str) -> str:
    return key if any(map(str.isdigit, key)) else _TAKEN_FOR_OTHERS.sub("o", key.translate(_STROKES))


def _differing_blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give the runs of paragraphs that stand between equal ones, as they were and as they are."""
    if len(old) == len(new) == 1:
        yield old[0], new[0]
        return
    matcher = SequenceMatcher(None, [text_key(one) for one in old], [text_key(one) for one in new], autojunk=False)
    for name, i, j, k, m in matcher.get_opcodes():
        if name != "equal":
            yield "\n\n".join(old[i:j]), "\n\n".join(new[k:m])


def _hunks(old: Sequence[Word], new: Sequence[Word]) -> list[Hunk]:
    """Give where the words differ. A few equal words between longer changes are taken along: nobody reads patchwork."""
    hunks: list[Hunk] = []
    for bare in _bare_hunks([word.key for word in old], [word.key for word in new]):
        if _only_parted(old[bare.old_start : bare.old_end], new[bare.new_start : bare.new_end]):
            continue
        hunk = bare
        while hunks and hunk.old_start - hunks[-1].old_end < min(hunk.size, hunks[-1].size):
            before = hunks.pop()
            hunk = Hunk(before.old_start, hunk.old_end, before.new_start, hunk.new_end)
        hunks.append(hunk)
    return hunks


def _bare_hunks(old: Sequence[str], new: Sequence[str]) -> Iterator[Hunk]:
    """Give where keys differ. What both begin and end with is set aside first: mostly that leaves little to compare."""
    pairs = list(zip(old, new, strict=False))
    start = next((at for at, (one, other) in enumerate(pairs) if one != other), len(pairs))
    backwards = zip(reversed(old[start:]), reversed(new[start:]), strict=False)
    end = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], backwards))
    middle = old[start : len(old) - end], new[start : len(new) - end]
    alone = replaced_alone(*middle)
    if alone is not None:
        yield from (Hunk(*[start + at, start + at + 1] * 2) for at in alone)
        return
    matcher = SequenceMatcher(None, *middle, autojunk=max(map(len, middle)) > MOST_COMPARED)
    for name, *places in matcher.get_opcodes():
        if name != "equal":
            yield Hunk(*(start + place for place in places))


def _only_parted(old: Sequence[Word], new: Sequence[Word]) -> bool:
    """Tell whether words are the same, and only parted otherwise: a hyphen at a line's end, a space too many."""
    joined = [_ALL_MARKS.sub("", "".join(word.key for word in words)) for words in (old, new)]
    return len(old) != len(new) and joined[0] == joined[1]


def _marked(old: Sequence[Word], new: Sequence[Word]) -> list[Marked]:
    """Give the words of both texts in order, each with its change."""
    marked: list[Marked] = []
    at = 0
    for hunk in _hunks(old, new):
        marked += [("", word) for word in new[at : hunk.new_start]]
        out = [(OUT, word) for word in old[hunk.old_start : hunk.old_end]]
        if out and marked and hunk.old_start:
            # What follows in the same paragraph of the old text is not to be pushed into one of its own.
            marked[-1] = ("", marked[-1][1]._replace(space=old[hunk.old_start - 1].space))
        if out and hunk.new_end > hunk.new_start:
            opens_line = new[hunk.new_start].text.startswith(ENTRY)
            out[-1] = (OUT, out[-1][1]._replace(space="\n" if opens_line else " "))
        marked += [*out, *((IN, word) for word in new[hunk.new_start : hunk.new_end])]
        at = hunk.new_end
    return [*marked, *(("", word) for word in new[at:])]


def _paragraphs(marked: Iterable[Marked]) -> Iterator[list[Marked]]:
    paragraph: list[Marked] = []
    for change, word in marked:
        paragraph.append((change, word))
        if word.space == "\n\n":
            yield paragraph
            paragraph = []
    yield paragraph


def _pieces(paragraph: list[Marked]) -> list[Piece]:
    runs = [(change, [word for _change, word in run]) for change, run in groupby(paragraph, key=lambda one: one[0])]
    last = len(runs) - 1
    return [
        Piece(
            _text(words) if change else _shortened(words, is_first=at == 0, is_last=at == last),
            change,
            words[-1].space if at < last else "",
        )
        for at, (change, words) in enumerate(runs)
    ]


def _shortened(words: list[Word], *, is_first: bool, is_last: bool) -> str:
    """Give equal words, without those that are far from a change."""
    before, after = (0 if is_first else AROUND), (0 if is_last else AROUND)
    if len(words) <= before + after + AROUND // 2:
        return _text(words)
    parts = [_text(words[:before]), "…", _text(words[len(words) - after :])]
    return " ".join(part for part in parts if part)


def _text(words: Sequence[Word]) -> str:
    return "".join(word.text + word.space for word in words[:-1]) + "".join(word.text for word in words[-1:])
