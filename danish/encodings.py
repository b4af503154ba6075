"""The encoding of a text file, told by its letters.

Text that is not valid UTF-8 is decoded as the single-byte charset whose letters are least odd in Danish text and, where
that leaves a doubt, make most words of the lexicon. A file that mixes encodings is decoded line by line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from danish.mojibake import LETTERS, RARE_LETTERS, SIGNS, as_windows_bytes, mend_utf8, shows_wrong_charset
from danish.seven_bits import count_question_marks, mend_letters
from danish.shipped import shipped_lexicon

# By their names in HTTP (IANA), the likeliest first.
CODECS = {"windows-1252": "cp1252", "macintosh": "mac_roman", "IBM850": "cp850", "IBM865": "cp865"}
# A byte that is not UTF-8 is a lone surrogate at first (PEP 383), and becomes a character by one of these.
_TABLES = {
    charset: {0xDC00 + byte: bytes([byte]).decode(codec, "replace") for byte in range(0x80, 0x100)}
    for charset, codec in CODECS.items()
}
# The code pages of DOS have signs in place of control characters; no text has those.
_DOS_SIGNS = {0x14: "¶", 0x15: "§"}
_STRAY = re.compile("[\udc80-\udcff]")
_WORD = re.compile(r"[^\W\d_]+")
_KNOWN = LETTERS + RARE_LETTERS + SIGNS
_UNLIKELY_UTF8 = re.compile(f"[^\x00-\x7f{_KNOWN}\udc80-\udcff]+")
_RARE = re.compile(f"[{RARE_LETTERS}]")
# Begins with a set of characters, so that ASCII is skipped fast.
_ODD = re.compile(
    r"[^\x00-\x7f](?:"
    rf"(?<=[^\x00-\x7f{_KNOWN}])"
    r"|(?<=[a-zæøå][ÆØÅÉÈÁÄÖÜÓ])|(?<=[A-ZÆØÅ][ÆØÅÉÈÁÄÖÜÓ])(?=[a-zæøå])"  # a capital within a word
    r"|(?<=[^\W\d_][^\w’–—\xad\xa0])(?=[^\W\d_])"  # a sign within a word
    r"|(?<=[^\W\d_][¼½¾§°£])|(?<=[¼½¾®°])(?=[^\W\d_])"
    rf"|(?<=\d[{RARE_LETTERS}])|(?<![\w’].)(?<=[{RARE_LETTERS}])(?!\w)"
    r")"
)
RARE = 0.4  # how odd a rare letter is, where an impossible one is 1
CLEAR = 0.5  # by how much less odd the chosen charset must be than the next, without asking the lexicon
DOUBT = 0.2  # and with it
FEW_WORDS = 3  # so few words must be as clear with the lexicon as without
WORDS = 2000  # the most words that are weighed, and the most characters of each:
LETTERS_OF_WORD = 200


class Encoding(NamedTuple):
    """How a text was decoded. `charset` is its name in HTTP; `doubtful` says that letters may be wrong.

    `strays` counts the characters that are of another charset than the rest, `mended` those that had been decoded
    wrongly before and stored so, `lost` those that no charset explains, `questioned` those that became question marks.
    """

    charset: str
    doubtful: bool = False
    strays: int = 0
    mended: int = 0
    lost: int = 0
    questioned: int = 0


class _Weighed(NamedTuple):
    """A charset, how odd the text's words are in it, from 0 to 1 for each of its letters, and those words."""

    oddity: float
    charset: str
    words: tuple[str, ...]


def decode_letters(data: bytes) -> tuple[str, Encoding]:
    """Return text in UTF-8 or a single-byte charset as characters, and how it was decoded."""
    try:
        text, encoding = data.decode(), Encoding("utf-8")
    except UnicodeDecodeError:
        text, encoding = _decode_bytes(data)
    if not text.isascii():
        text, encoding = _mend(text, encoding)
    text, letters = mend_letters(text.translate(_DOS_SIGNS))
    return text, encoding._replace(mended=encoding.mended + letters, questioned=count_question_marks(text))


def _mend(text: str, encoding: Encoding) -> tuple[str, Encoding]:
    text, mended = mend_utf8(text)
    text, more, doubtful = _mend_charset(text) if shows_wrong_charset(text) else (text, 0, False)
    return text, encoding._replace(
        mended=mended + more, lost=text.count("\ufffd"), doubtful=encoding.doubtful or doubtful
    )


def _mend_charset(text: str) -> tuple[str, int, bool]:
    """Return a text that was read as Windows-1252 by the charset that it is in, if that makes it less odd."""
    try:
        again, encoding = _decode_bytes(as_windows_bytes(text))
    except UnicodeEncodeError:
        return text, 0, False
    if len(_ODD.findall(again)) >= len(_ODD.findall(text)):
        return text, 0, False
    changed = sum(one != other for one, other in zip(again, text, strict=False))
    return again, changed, encoding.doubtful


def _decode_bytes(data: bytes) -> tuple[str, Encoding]:
    """Decode what is UTF-8 as that and the other bytes as the likeliest charset."""
    text = _UNLIKELY_UTF8.sub(
        lambda found: found[0].encode().decode("ascii", "surrogateescape"), data.decode("utf-8", "surrogateescape")
    )
    counts = Counter({word: times for word, times in Counter(text.split()).items() if _STRAY.search(word)})
    charset, doubtful = _likeliest([(word[:LETTERS_OF_WORD], times) for word, times in counts.most_common(WORDS)])
    foreign, utf8 = len(_STRAY.findall(text)), sum(map(text.count, _KNOWN))
    text, others, odd = _decode_by_lines(text, charset, counts)
    name, strays = ("utf-8", foreign) if utf8 > foreign else (charset, utf8 + others)
    return text, Encoding(name, doubtful or odd, strays)


def _decode_by_lines(text: str, charset: str, words: Iterable[str]) -> tuple[str, int, bool]:
    """Return a text decoded, the number of letters in lines of another charset, and whether odd ones are left."""
    if not any(_ODD.search(word.translate(_TABLES[charset])) for word in words):
        return text.translate(_TABLES[charset]), 0, False
    lines = [_decode_line(line, charset) for line in text.split("\n")]
    return "\n".join(line for line, _, _ in lines), sum(one[1] for one in lines), any(one[2] for one in lines)


def _decode_line(line: str, charset: str) -> tuple[str, int, bool]:
    """Return a line in a charset, or in the one in which it is least odd: as `_decode_by_lines` does."""
    if not _STRAY.search(line):
        return line, 0, False
    tried = {one: line.translate(_TABLES[one]) for one in CODECS}
    odd = {one: len(_ODD.findall(decoded)) for one, decoded in tried.items()}
    other = min(CODECS, key=lambda one: (odd[one], one != charset))
    return tried[other], len(_STRAY.findall(line)) * (other != charset), odd[other] > 0


def _likeliest(counts: Sequence[tuple[str, int]]) -> tuple[str, bool]:
    """Return the charset in which words with bytes that are not UTF-8 are least odd, and whether that is doubtful."""
    weighed = sorted((_weigh(charset, counts) for charset in CODECS), key=lambda one: one.oddity)
    best, second = _two_readings(weighed)
    if second is None or second.oddity - best.oddity >= CLEAR:
        return best.charset, False
    weighed = sorted((_weigh_by_lexicon(one) for one in weighed), key=lambda one: one.oddity)
    best, second = _two_readings(weighed)
    enough = CLEAR if len(counts) < FEW_WORDS else DOUBT
    return best.charset, second is not None and second.oddity - best.oddity < enough


def _weigh(charset: str, counts: Sequence[tuple[str, int]]) -> _Weighed:
    letters, oddity, words = 0, 0.0, []
    for word, times in counts:
        decoded = word.translate(_TABLES[charset])
        letters += times * len(_STRAY.findall(word))
        oddity += times * (len(_ODD.findall(decoded)) + RARE * len(_RARE.findall(decoded)))
        words.append(decoded)
    return _Weighed(oddity / max(letters, 1), charset, tuple(words))


def _weigh_by_lexicon(one: _Weighed) -> _Weighed:
    """Add the share of the words that are not in the lexicon."""
    lexicon = shipped_lexicon()
    words = [word.lower() for text in one.words for word in _WORD.findall(text)]
    unknown = sum(lexicon.cost(word) is None for word in words)
    return one._replace(oddity=one.oddity + unknown / max(len(words), 1))


def _two_readings(weighed: Sequence[_Weighed]) -> tuple[_Weighed, _Weighed | None]:
    """Return the first, and the first after it that has other letters."""
    letters = [[_WORD.findall(word) for word in one.words] for one in weighed]
    return weighed[0], next((one for one, other in zip(weighed, letters, strict=True) if other != letters[0]), None)
