"""One reading of what is typed, before it is a query: each step takes a text and returns it as it was meant.

Search, fields, filters, suggestions, addresses and the terminal read the same letters, dashes, quotation marks,
operators and hyphens at line ends.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from danish.inflection import is_known
from meetings.search.language.numbers import without_spaces
from meetings.search.language.place_names import is_place
from meetings.search.language.words import fold

_SPACES = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2060\ufeff\ud800-\udfff]+")
# A hyphen that a line's end put into a word: the soft one, and PDFium's two signs for it.
_SOFT_HYPHEN = re.compile("[\u00ad\u0002\ufffe]\\s*")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d", "-"))
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»‹›″〝〞＂", '"'))
_SINGLE_QUOTES = re.compile(r"(?<![\w'’])['‘‚‛’`´]([^\W_][^'‘‚‛’`´\"]*?)['‘‛’`´](?!\w)")
_PARTED = re.compile(r"\b([^\W\d_]+(?:-[^\W\d_]+)*)-(\s*)(?!(?:og|eller|samt|men|til|and)\b)([^\W\d_A-ZÆØÅ][^\W\d_]*)")
_PARAGRAPH = re.compile(r"(?:§+|\b(?:paragraf(?:fen)?|pgf\.?))\s*(?=\d)", re.IGNORECASE)
_HOUR = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])")
_AND = re.compile(r"(?<!\S)(?:AND|OG|&&?)(?!\S)")
_NOT, _NOT_IN_DANISH = re.compile(r"(?<!\S)NOT\s+(?=[\w(]|$)"), re.compile(r"(?<!\S)IKKE\s+(?=[\w(]|$)")
_WITHOUT_GROUP = re.compile(r"(?<!\S)-\(([^()]*)\)")
_BARS = re.compile(r"\|+")
_PLUS = re.compile(r"(?<!\S)\+(?=\w)")
_ABBREVIATIONS = frozenset("it ai eu ki tv cd kl".split())  # whose hyphen is their own: it-drift


def normalised(typed: str) -> str:
    """Return what was typed with its letters composed and with the plain sign for each dash, quote and operator."""
    text = typed if typed.isascii() else _composed(_SOFT_HYPHEN.sub("", typed)).translate(_DASHES).translate(_QUOTES)
    text = _SPACES.sub(" ", _SOFT_HYPHEN.sub("", text)).strip()
    text = _SINGLE_QUOTES.sub(r'"\1"', text)
    text = without_spaces(_HOUR.sub(r"\1.\2", _PARAGRAPH.sub("§ ", _rejoined(text))))
    meant = " ".join(_outside_quotes(text, _with_plain_operators).split())
    return meant or text  # a lone AND is a word


def _composed(text: str) -> str:
    """Return a text in NFC, with ligatures, small and wide letters and digits as plain ones: "CO₂" is "CO2"."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(one if one.isascii() or one in "æøåÆØÅ" else _plain(one) for one in composed)


def _plain(one: str) -> str:
    plain = unicodedata.normalize("NFKC", one)
    return plain if plain.isalnum() else one


def _rejoined(text: str) -> str:
    """Return a text whose words are whole where a line's end had parted them: "kom- muner", "kulturhoved- stad"."""
    return _PARTED.sub(_one_word, text) if "-" in text else text


def _one_word(found: re.Match[str]) -> str:
    before, space, after = found.groups()
    whole, hyphenated = before + after, f"{before}-{after}"
    if before.isupper() or before.lower() in _ABBREVIATIONS:
        return hyphenated
    are_words = _is_word(before.rsplit("-", 1)[-1]) and _is_word(after)
    if space:
        return hyphenated if are_words and not _is_word(whole) else whole
    # Without a space the hyphen is meant, unless only the whole is a word: "kom-muner" from a box that drops line ends.
    return whole if _is_word(whole) and not are_words else hyphenated


def _is_word(word: str) -> bool:
    return is_known(word.lower()) or is_place(fold(word))


def _outside_quotes(text: str, change: Callable[[str], str]) -> str:
    pieces = text.split('"')
    pieces[::2] = map(change, pieces[::2])
    return '"'.join(pieces)


def _with_plain_operators(text: str) -> str:
    """Return a text with a minus for NOT and IKKE, and without AND, OG and the plus of what is required anyway."""
    text = _PLUS.sub("", _AND.sub(" ", _BARS.sub(" | ", text)))
    text = _NOT.sub("-", text)
    if not text.isupper():  # where all is in capitals IKKE does not stand out, and may be a word like the others
        text = _NOT_IN_DANISH.sub("-", text)
    return _WITHOUT_GROUP.sub(_each_without, text)


def _each_without(found: re.Match[str]) -> str:
    words = (word for word in found[1].split() if word.lower() not in {"or", "eller", "|"})
    return " ".join(f"-{word}" for word in words)
