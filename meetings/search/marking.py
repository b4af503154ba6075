"""Hits in a text: where they stand, the text with marks around them, and the piece of it worth showing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from meetings.search.matches import Clause, Match
from meetings.search.words import Token, keys, match_words, read_tokens

# Characters for private use mark the hits, so that the text can be escaped before they become <mark>.
MARK_START, MARK_END = "\ue000", "\ue001"
SNIPPET_WORDS = 30
BEFORE = 6  # words of a snippet before its first hit
# In characters, so that a long text need not be taken apart to its ends:
REACH = 7 * (SNIPPET_WORDS - BEFORE)  # from the first hit of a snippet to its last, about
AROUND = 120, 300  # what is looked at before and after the first hit
FAR = 300  # so far apart no two words are close
QUERIES_KEPT = 16  # whose words are kept: the texts of one page are marked one after another


@dataclass(frozen=True)
class Hits:
    """A text with the words in it that answer a query, in order, and how many of its clauses are answered."""

    text: str
    words: Sequence[Token] = ()
    clauses: int = 0

    @property
    def marked(self) -> str:
        """The whole text with marks around the hits; escape it before it is shown."""
        return self._marked(0, len(self.text))

    @property
    def snippet(self) -> str:
        """About thirty words with as many hits as possible, marked; empty where there are none."""
        if not self.words:
            return ""
        first = max(self.words, key=lambda hit: (self._near(hit), -hit.start))
        low = max(0, first.start - AROUND[0])
        low = max(low, self.text.find(" ", low, first.start) + 1) if low else 0
        around = list(read_tokens(self.text[low : first.start + AROUND[1]]))
        begin = _beginning(around, next(at for at, token in enumerate(around) if low + token.end > first.start))
        last = around[min(begin + SNIPPET_WORDS, len(around)) - 1]
        return self._marked(low + around[begin].start, self._end(low + last.end))

    def _near(self, first: Token) -> int:
        return sum(first.start <= hit.start < first.start + REACH for hit in self.words)

    def _end(self, end: int) -> int:
        return end + 1 if self.text[end : end + 1] in {".", "?", "!", "%", ")"} else end

    def _marked(self, low: int, high: int) -> str:
        pieces, end = [], low
        for hit in self.words:
            if low <= hit.start and hit.end <= high:
                pieces += [self.text[end : hit.start], MARK_START, self.text[hit.start : hit.end], MARK_END]
                end = hit.end
        return "".join([*pieces, self.text[end:high]])


def _beginning(tokens: Sequence[Token], hit: int) -> int:
    """Give where the hit's sentence begins, if that is near, or a few words before it."""
    for at in range(hit, max(0, hit - 2 * BEFORE), -1):
        if tokens[at].place - tokens[at - 1].place > 1:
            return at
    return max(0, hit - BEFORE) if hit >= 2 * BEFORE else 0


def find_hits(text: str, clauses: tuple[Clause, ...]) -> Hits:
    """Find the words of a text that answer the clauses."""
    words = list(_words(text, _looked(clauses)))
    found = [{at for match in clause.matches for at in _places(match, words)} for clause in clauses]
    at = sorted(set().union(*found)) if found else []
    return Hits(text, [words[one].token for one in at], sum(map(bool, found)))


class _Word(NamedTuple):
    token: Token
    keys: frozenset[str]  # of those that are looked for


def _words(text: str, looked: _Looked) -> Iterator[_Word]:
    """Give the words of a text that are looked for. Where they stand is found out only if that matters."""
    before, place = None, 0
    for word in match_words(text):
        if looked[word[0]]:
            if before and looked.near:
                place += _steps(text, before, word.span())
            before = word.span()
            yield _Word(Token(*before, word[0], place), looked[word[0]])


def _steps(text: str, before: tuple[int, int], after: tuple[int, int]) -> int:
    """Give how many places there are from one word to a later one; many, if they are far apart."""
    if after[0] - before[1] > FAR:
        return FAR
    *_, last = read_tokens(text[before[0] : after[1]])
    return last.place - 1


class _Looked(dict[str, frozenset[str]]):
    """Which of the keys that are looked for each word has: worked out once for a query, when the word is met."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        super().__init__()
        matches = [match for clause in clauses for match in clause.matches]
        self.near = any(len(match.steps) > 1 for match in matches)
        self.whole = frozenset(key for match in matches for step in match.steps for key in step if not match.prefix)
        self.begun = [key for match in matches for step in match.steps for key in step if match.prefix]

    def __missing__(self, word: str) -> frozenset[str]:
        called = keys(word)
        found = self.whole.intersection((called.surface, *called.wholes, *called.parts))
        self[word] = found | {key for key in self.begun if called.surface.startswith(key)}
        return self[word]


@lru_cache(maxsize=QUERIES_KEPT)
def _looked(clauses: tuple[Clause, ...]) -> _Looked:
    return _Looked(clauses)


def _places(match: Match, words: Sequence[_Word]) -> Iterator[int]:
    for at, word in enumerate(words):
        if word.keys & match.steps[0]:
            yield from _run(match, words, at)


def _run(match: Match, words: Sequence[_Word], at: int) -> Iterator[int]:
    """Give the places of a match that begins at a word; none if it does not go on."""
    run = [at]
    for step in match.steps[1:]:
        further = next((one for one in _candidates(match, words, run[-1]) if words[one].keys & step), None)
        if further is None:
            return
        run.append(further)
    yield from run


def _candidates(match: Match, words: Sequence[_Word], at: int) -> Iterator[int]:
    """Give the words that stand near enough to one, the nearest first."""
    here = words[at].token.place
    for step in range(1, match.within + 1):
        for one in (at + step, at - step) if match.any_order else (at + step,):
            if 0 <= one < len(words) and abs(words[one].token.place - here) <= match.within:
                yield one
