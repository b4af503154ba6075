"""The words of a page: where each stands, which go on after a line break, and which must be left as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class WordPart(NamedTuple):
    """Part of a word on one line: line and column from 0, and the letters."""

    line: int
    column: int
    text: str


class Word(NamedTuple):
    """A word: its pieces (two where a line break goes through it), and how it stands to what is before it."""

    pieces: tuple[WordPart, ...]
    opens_sentence: bool  # a capital may stand here for grammar's sake alone
    follows: bool  # nothing but blanks between it and the word before

    @property
    def text(self) -> str:
        """The letters of all pieces together."""
        return "".join(piece.text for piece in self.pieces)


# Letters, and what stands for a letter: & and @, é, a 4 beside small letters ("p4"), a 1 before g ("1gbende").
_WORD = re.compile(
    r"(?:1(?=g)|@(?=[^\W\d_])|(?<![\w.])[&4](?=[a-z]{2}))?(?:[^\W\d_]|(?<=[a-zé@])[&@]|(?<=[a-z])4(?!\d))+"
)
_PROTECTED = (
    # a case number, and the initials of its caseworkers up to the line's end
    re.compile(r"\b[A-ZÆØÅ]{2,}-\d{4}-\d{3,}(?:[ \t]+[a-zæøå]{1,6}(?:[/,][ \t]*[a-zæøå]{1,6})*[ \t]*$)?"),
    re.compile(r"https?:\S+|\bwww\.\S+", re.IGNORECASE),
    re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+"),  # mail
    re.compile(r"\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,5}(?:/\S*)?(?=$|[\s,;:)])"),  # hosts and files: kl.dk, bilag.pdf
    re.compile(r"(?<=[^\W\d_])['’´`][^\W\d_]+"),  # what follows an apostrophe: SMV’ers
    re.compile(r"\w*(?:[02356789]|1(?!g)|\d\d)\w*"),  # figures, and letters beside them: CO2, md5sum
    re.compile(r"(?<=[^\W\d_])\([^\W\d_]+\)|\([^\W\d_]+\)(?=[^\W\d_])"),  # medarbejder(e)
    re.compile(r"\b[A-ZÆØÅ]{2,5}\b(?![&@])"),  # short capitals: KKR, SOSU
    re.compile(r"(?<=\()@d(?=\))"),  # a party: the letter that it stands for is not a word
    re.compile(r"(?<![\w&@])[^\W\d_]\b(?![&@4])"),  # one letter alone
)
_HYPHEN = re.compile(r"[-\u00ad](?:[^\S\n]*\n\s*)?")
_SENTENCE_END = re.compile(r"(?:^\s*\S?|[.:!?•–—|])[\s\"”'’(]*$")  # also after one sign alone: a bullet, a clip


def read_words(lines: Sequence[str]) -> list[Word]:
    """Return the words of a page in reading order, without those that are no business of a speller."""
    words: list[Word] = []
    for piece in _pieces(lines):
        last = words[-1].pieces[-1] if words else None
        if last and _goes_on(lines, last, piece):
            words[-1] = words[-1]._replace(pieces=(*words[-1].pieces, piece))
        else:
            follows = last is not None and not _between(lines, last, piece).strip()
            words.append(Word((piece,), _opens_sentence(lines, piece), follows))
    return words


def _pieces(lines: Sequence[str]) -> Iterator[WordPart]:
    for number, line in enumerate(lines):
        spans = [match.span() for pattern in _PROTECTED for match in pattern.finditer(line)]
        for match in _WORD.finditer(line):
            if not any(low < match.end() and match.start() < high for low, high in spans):
                yield WordPart(number, match.start(), match[0])


def _between(lines: Sequence[str], before: WordPart, after: WordPart) -> str:
    """Return what stands between two pieces, line breaks and all."""
    end = before.column + len(before.text)
    if before.line == after.line:
        return lines[after.line][end : after.column]
    return "\n".join(
        [lines[before.line][end:], *lines[before.line + 1 : after.line], lines[after.line][: after.column]]
    )


def _goes_on(lines: Sequence[str], before: WordPart, after: WordPart) -> bool:
    """Return whether nothing but a hyphen, and maybe a line's end, stands between two pieces."""
    return after.text[0].islower() and bool(_HYPHEN.fullmatch(_between(lines, before, after)))


def _opens_sentence(lines: Sequence[str], piece: WordPart) -> bool:
    """Return whether a capital may stand here for grammar's sake alone."""
    head = lines[piece.line][: piece.column]
    if head.strip() or piece.line == 0:
        return bool(_SENTENCE_END.search(head))
    before = lines[piece.line - 1].rstrip()
    return not before or bool(_SENTENCE_END.search(before))
