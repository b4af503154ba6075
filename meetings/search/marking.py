"""Hits in a text: where they stand, the text with marks around them, and the piece of it worth showing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from meetings.search.matches import Clause, Match
from meetings.search.words import Token, distinct_words, keys, read_tokens

# Characters for private use mark the hits, so that the text can be escaped before they become <mark>.
MARK_START, MARK_END = "\ue000", "\ue001"
FIRST_MARK = "\ue002"  # in place of the first start: where a page opens
SNIPPET_WORDS = 30
BEFORE = 6  # words of a snippet before its first hit


class _Word(NamedTuple):
    token: Token
    keys: frozenset[str]


@dataclass(frozen=True)
class Hits:
    """A text with the words in it that answer a query, as indexes into its tokens."""

    text: str
    tokens: Sequence[Token]
    at: Sequence[int]
    clauses: int  # how many clauses are answered

    @property
    def marked(self) -> str:
        """The whole text with marks around the hits; escape it before it is shown."""
        return _marked(self.text, [self.tokens[at] for at in self.at], 0, len(self.text))

    @property
    def snippet(self) -> str:
        """About thirty words with as many hits as possible, marked; empty where there are none."""
        if not self.at:
            return ""
        first = max(self.at, key=lambda at: (len(set(self._within(at))), -at))
        begin = self._beginning(first)
        end = min(begin + SNIPPET_WORDS, len(self.tokens)) - 1
        low, high = self.tokens[begin].start, self._end(end)
        return _marked(self.text, [self.tokens[at] for at in self.at], low, high)

    def _within(self, first: int) -> Iterator[int]:
        return (at for at in self.at if first <= at < first + SNIPPET_WORDS - BEFORE)

    def _beginning(self, hit: int) -> int:
        """Give where the hit's sentence begins, if that is near, or a few words before it."""
        for at in range(hit, max(0, hit - 2 * BEFORE), -1):
            if self.tokens[at].place - self.tokens[at - 1].place > 1:
                return at
        return max(0, hit - BEFORE) if hit >= 2 * BEFORE else 0

    def _end(self, at: int) -> int:
        end = self.tokens[at].end
        return end + 1 if self.text[end : end + 1] in {".", "?", "!", "%", ")"} else end


def find_hits(text: str, clauses: Sequence[Clause]) -> Hits:
    """Find the words of a text that answer the clauses."""
    if not _may_answer(text, clauses):
        return Hits(text, (), (), 0)
    words = [_Word(token, _keys(token.text)) for token in read_tokens(text)]
    found = [{at for match in clause.matches for at in _places(match, words)} for clause in clauses]
    at = sorted(set().union(*found)) if found else []
    return Hits(text, [word.token for word in words], at, sum(map(bool, found)))


def _may_answer(text: str, clauses: Sequence[Clause]) -> bool:
    """Tell quickly whether any word of a text is one that is looked for."""
    wanted = {key for clause in clauses for match in clause.matches for step in match.steps for key in step}
    if any(match.prefix for clause in clauses for match in clause.matches):
        return True
    return any(not wanted.isdisjoint(_keys(word)) for word in distinct_words(text))


@lru_cache(maxsize=100_000)
def _keys(word: str) -> frozenset[str]:
    found = keys(word)
    return frozenset((found.surface, *found.wholes, *found.parts))


def _places(match: Match, words: Sequence[_Word]) -> Iterator[int]:
    first = match.steps[0]
    for at, word in enumerate(words):
        if match.prefix:
            if any(key.startswith(tuple(first)) for key in word.keys):
                yield at
        elif word.keys & first:
            yield from _run(match, words, at)


def _run(match: Match, words: Sequence[_Word], at: int) -> Iterator[int]:
    """Give the places of a match that begins at a word; none if it does not go on."""
    run = [at]
    for step in match.steps[1:]:
        ways = _candidates(match, words, run[-1])
        further = next((one for one in ways if words[one].keys & step), None)
        if further is None:
            return
        run.append(further)
    yield from run


def _candidates(match: Match, words: Sequence[_Word], at: int) -> Iterator[int]:
    here = words[at].token.place
    for step in range(1, match.within + 1):
        for one in (at + step, at - step) if match.any_order else (at + step,):
            if 0 <= one < len(words) and abs(words[one].token.place - here) <= match.within:
                yield one


def _marked(text: str, hits: Sequence[Token], low: int, high: int) -> str:
    pieces, end = [], low
    for hit in hits:
        if low <= hit.start and hit.end <= high:
            pieces += [text[end : hit.start], MARK_START, text[hit.start : hit.end], MARK_END]
            end = hit.end
    return "".join([*pieces, text[end:high]])
