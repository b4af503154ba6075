"""The words of a page: where each is printed, which continue after a line break, and which must not be changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class WordPart(NamedTuple):
    """The part of a word that is on one line: line and column (from 0), and the text."""

    line: int
    column: int
    text: str


class Word(NamedTuple):
    """A word: its parts (two where a line break divides it), and how it relates to the text before it."""

    pieces: tuple[WordPart, ...]
    opens_sentence: bool  # it may have a capital for no other reason than its position
    follows: bool  # nothing but white space between it and the word before

    @property
    def text(self) -> str:
        """The text of all parts together."""
        return "".join(piece.text for piece in self.pieces)


# Letters, and signs in place of letters: & and @, é, a 4 next to lower-case letters ("p4"), a 1 before g ("1gbende").
_WORD = re.compile(
    r"(?:1(?=g)|@(?=[^\W\d_])|(?<![\w.])[&4](?=[a-z]{2}))?(?:[^\W\d_]|(?<=[a-zé@])[&@]|(?<=[a-z])4(?!\d))+"
)
_PROTECTED = (
    # a case number, and the initials of its caseworkers up to the line's end
    re.compile(r"\b[A-ZÆØÅ]{2,}-\d{4}-\d{3,}(?:[ \t]+[a-zæøå]{1,6}(?:[/,][ \t]*[a-zæøå]{1,6})*[ \t]*$)?"),
    re.compile(r"https?:\S+|\bwww\.\S+", re.IGNORECASE),
    re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+"),  # e-mail addresses
    re.compile(
        r"(?<![\w-])[\w-]+(?:\.[\w-]+){0,8}\.[a-z]{2,5}(?:/\S*)?(?=$|[\s,;:)])"
    ),  # host and file names: kl.dk, bilag.pdf
    re.compile(r"(?<=[^\W\d_])['’´`][^\W\d_]+"),  # the text after an apostrophe: SMV’ers
    re.compile(r"\b\w*(?:[02356789]|1(?!g)|\d\d)\w*"),  # digits, and letters joined to them: CO2, md5sum
    re.compile(r"(?<=[^\W\d_])\([^\W\d_]+\)|\([^\W\d_]+\)(?=[^\W\d_])"),  # medarbejder(e)
    re.compile(r"\b[A-ZÆØÅ]{2,5}\b(?![&@])"),  # short words in capitals: KKR, SOSU
    re.compile(r"(?<=\()@d(?=\))"),  # a party, whose letter is not a word
    re.compile(r"(?<![\w&@])[^\W\d_]\b(?![&@4])"),  # a single letter
)
_HYPHEN = re.compile(r"[-\u00ad](?:[^\S\n]*\n\s*)?")
LONGEST = 100  # letters; anything longer is not a word
SIGHT = 200  # letters before a word that tell whether it opens a sentence
_SENTENCE_END = re.compile(r"(?:^\s*\S?|[.:!?•–—|])[\s\"”'’(]*$")  # also after a single sign: a bullet, a paper clip


def read_words(lines: Sequence[str]) -> list[Word]:
    """Return the words of a page in reading order, without those in `_PROTECTED`, which the repair must not change."""
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
        protected = bytearray(len(line))
        for low, high in (match.span() for pattern in _PROTECTED for match in pattern.finditer(line)):
            protected[low:high] = b"\1" * (high - low)
        for match in _WORD.finditer(line):
            if len(match[0]) <= LONGEST and not any(protected[match.start() : match.end()]):
                yield WordPart(number, match.start(), match[0])


def _between(lines: Sequence[str], before: WordPart, after: WordPart) -> str:
    """Return the text between two parts, including line breaks."""
    end = before.column + len(before.text)
    if before.line == after.line:
        return lines[after.line][end : after.column]
    return "\n".join(
        [lines[before.line][end:], *lines[before.line + 1 : after.line], lines[after.line][: after.column]]
    )


def _goes_on(lines: Sequence[str], before: WordPart, after: WordPart) -> bool:
    """Return whether only a hyphen, and maybe a line break, separates two parts."""
    return after.text[0].islower() and bool(_HYPHEN.fullmatch(_between(lines, before, after)))


def _opens_sentence(lines: Sequence[str], piece: WordPart) -> bool:
    """Return whether a word here may have a capital because it begins a sentence."""
    head = lines[piece.line][max(0, piece.column - SIGHT) : piece.column]
    if head.strip() or piece.line == 0:
        return bool(_SENTENCE_END.search(head))
    before = lines[piece.line - 1].rstrip()
    return not before or bool(_SENTENCE_END.search(before))
