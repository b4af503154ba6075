"""A word diff of two versions of a text: plain Python, texts in, marked words out.

Two printings of the same words differ in much that is no change: line breaks and hyphens, spaces, dashes, upper and
lower case, and, after OCR, misread letters. Words are therefore compared by a key (`word_keys`), and words that are
only split differently ("samarbejds aftale") are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain, takewhile
from typing import NamedTuple

from meetings.site.comparing.quick_checks import around_change, replaced_alone
from meetings.site.comparing.word_keys import ALL_MARKS, KeyedWords, folded, read_words, text_key

OUT, IN = "del", "ins"
ENTRY = "– "  # begins a list entry
# Words in a paragraph; in longer ones SequenceMatcher ignores frequent words (autojunk), to save time.
MOST_COMPARED = 400
AROUND = 20  # how many equal words are shown before and after a change

_PARAGRAPHS = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class DiffPiece:
    """Words of a paragraph that are equal in both texts (""), removed (OUT) or added (IN); `space` follows them.

    Equal words far from a change are replaced by "…".
    """

    text: str
    change: str = ""
    space: str = ""


class Hunk(NamedTuple):
    """A differing stretch of words: half-open index ranges in the old and in the new text."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def size(self) -> int:
        return max(self.old_end - self.old_start, self.new_end - self.new_start)


class DiffRun(NamedTuple):
    """A run of words with the same kind of change, from `start` to before `end`, and the whitespace after it."""

    change: str
    words: KeyedWords
    start: int
    end: int
    space: str

    def parts(self) -> Iterator[DiffRun]:
        """Yield the run in parts, split at paragraph breaks."""
        start, last = self.start, self.end - 1
        for _ in range(self.words.spaces[start:last].count("\n\n")):
            end = self.words.spaces.index("\n\n", start) + 1
            yield self._replace(start=start, end=end, space="\n\n")
            start = end
        yield self._replace(start=start) if start > self.start else self


def words_differ(old: str, new: str, *, misread: bool = False) -> bool:
    """Return whether `changed_paragraphs` would yield anything, mostly without computing it."""
    if old == new:
        return False
    texts = (old, new) if misread else around_change(old, new, keep=0)
    letters = [ALL_MARKS.sub("", text.casefold()) for text in texts]
    if misread:
        letters = [folded(text) for text in letters]
    # Different characters always mean different words; the same ones may still form other numbers: 1,5 and 15.
    return letters[0] != letters[1] or any(True for _ in changed_paragraphs(old, new, misread=misread))


def changed_paragraphs(old: str, new: str, *, misread: bool = False) -> Iterator[list[DiffPiece]]:
    """Yield the paragraphs in which the words of two texts differ, each as a list of pieces.

    `misread` says whether either text comes from OCR that confuses letters: such letters then count as equal.
    """
    for old_block, new_block in _differing_blocks(_PARAGRAPHS.split(old), _PARAGRAPHS.split(new)):
        before, after = around_change(old_block, new_block, keep=2 * AROUND)
        marked = _marked(read_words(before, misread=misread), read_words(after, misread=misread))
        yield from (_pieces(one) for one in _paragraphs(marked) if any(run.change for run in one))


def _differing_blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the stretches of differing paragraphs between equal ones, old and new."""
    if len(old) == len(new) == 1:
        yield old[0], new[0]
        return
    matcher = SequenceMatcher(None, [text_key(one) for one in old], [text_key(one) for one in new], autojunk=False)
    for name, i, j, k, m in matcher.get_opcodes():
        if name != "equal":
            yield "\n\n".join(old[i:j]), "\n\n".join(new[k:m])


def _hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """Return the hunks where keys differ. Short equal stretches between longer hunks are merged, for readability."""
    hunks: list[Hunk] = []
    for bare in _bare_hunks(old, new):
        if _only_parted(old[bare.old_start : bare.old_end], new[bare.new_start : bare.new_end]):
            continue
        hunk = bare
        while hunks and hunk.old_start - hunks[-1].old_end < min(hunk.size, hunks[-1].size):
            before = hunks.pop()
            hunk = Hunk(before.old_start, hunk.old_end, before.new_start, hunk.new_end)
        hunks.append(hunk)
    return hunks


def _bare_hunks(old: Sequence[str], new: Sequence[str]) -> Iterator[Hunk]:
    """Yield the hunks where keys differ. The common start and end are cut off first, which usually leaves little."""
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


def _only_parted(old: Sequence[str], new: Sequence[str]) -> bool:
    """Return whether words are the same and only split differently: a hyphen at a line's end, a superfluous space."""
    return len(old) != len(new) and ALL_MARKS.sub("", "".join(old)) == ALL_MARKS.sub("", "".join(new))


def _marked(old: KeyedWords, new: KeyedWords) -> list[DiffRun]:
    """Return the words of both texts in order, as runs of equal, removed and added words."""
    runs: list[DiffRun] = []
    at = 0
    for hunk in _hunks(old.keys, new.keys):
        if at < hunk.new_start:
            runs.append(_run("", new, at, hunk.new_start))
        if hunk.old_start < hunk.old_end:
            if runs and hunk.old_start:
                # Removed words that continue a paragraph of the old text must not start a new one.
                runs[-1] = runs[-1]._replace(space=old.spaces[hunk.old_start - 1])
            runs.append(_out(hunk, old, new))
        if hunk.new_start < hunk.new_end:
            runs.append(_run(IN, new, hunk.new_start, hunk.new_end))
        at = hunk.new_end
    return [*runs, _run("", new, at, len(new.keys))] if at < len(new.keys) else runs


def _run(change: str, words: KeyedWords, start: int, end: int) -> DiffRun:
    return DiffRun(change, words, start, end, words.spaces[end - 1])


def _out(hunk: Hunk, old: KeyedWords, new: KeyedWords) -> DiffRun:
    """Return the removed words; what replaces them follows after a space, a list entry after a line break."""
    run = _run(OUT, old, hunk.old_start, hunk.old_end)
    if hunk.new_start == hunk.new_end:
        return run
    return run._replace(space="\n" if new.texts[hunk.new_start].startswith(ENTRY) else " ")


def _paragraphs(runs: Iterable[DiffRun]) -> Iterator[list[DiffRun]]:
    paragraph: list[DiffRun] = []
    for run in chain.from_iterable(one.parts() for one in runs):
        paragraph.append(run)
        if run.space == "\n\n":
            yield paragraph
            paragraph = []
    yield paragraph


def _pieces(paragraph: list[DiffRun]) -> list[DiffPiece]:
    last = len(paragraph) - 1
    return [
        DiffPiece(
            run.words.text(run.start, run.end) if run.change else _shortened(run, is_first=at == 0, is_last=at == last),
            run.change,
            run.space if at < last else "",
        )
        for at, run in enumerate(paragraph)
    ]


def _shortened(run: DiffRun, *, is_first: bool, is_last: bool) -> str:
    """Return the text of a run of equal words, without those that are far from a change."""
    before, after = (0 if is_first else AROUND), (0 if is_last else AROUND)
    if run.end - run.start <= before + after + AROUND // 2:
        return run.words.text(run.start, run.end)
    parts = [run.words.text(run.start, run.start + before), "…", run.words.text(run.end - after, run.end)]
    return " ".join(part for part in parts if part)
