"""Tokens and index keys: the words of a text with their positions, and the keys of each word.

The same code reads documents and queries, so that a word has the same keys in both. It has three kinds of keys:

- its surface, with `=` before it: as written, for exact phrases, prefixes, numbers ("=sundhedsreformen");
- its wholes: the headwords it may be a form of ("sundhedsreform"), without hyphens ("itdrift" for it-drift), and a
  compound by its parts, whatever links them ("sundhed+reform");
- its parts: the headwords that a compound consists of, with `+` before them ("+sundhed", "+reform"), also several
  together ("+sundhed+råd" in sundhedsrådsambassadør).

All keys are in lower case with æ, ø and å written out, so that "laereplads" and "LÆREPLADS" are the same.

Other keys are in the same vector, so that one index serves all of a search: `~` before two consecutive common words
("~det er"), `^` before a key of a word in a title, `#` before a tag ("#region:nordjylland"), and `¶` before the first
letters of the word that begins a sentence, right after the word before it: a phrase may cross from one to the next.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from danish.alphabet import without_accents
from danish.inflection import headwords, is_known, parts_as_written, word_cost
from meetings.search.language.numbers import GROUPED, NUMBER, UNIT_SIGNS, groups_of, plain_number
from meetings.search.language.place_names import place_words
from meetings.search.language.weights import SENTENCE_GAP

SURFACE, PART, PAIR, TITLE, TAG, BREAK = "=", "+", "~", "^", "#", "¶"

STOP_WORDS = frozenset(
    "ad af alle alt anden at da de dem den der deres det dette dig din disse dog du efter eller en end er et for "
    "fra ham han hans har havde have hende hendes her hos hun hvad hvis hvor i ikke ind jeg jer jo kunne man "
    "mange med meget men mig min mine mit mod ned noget nogle nu når og også om op os over på selv sig sin sine "
    "sit skal skulle som sådan thi til ud under var vi vil ville vor være været blev blive bliver kan hvem hvilke "
    "hvilken hvilket hvordan hvorfor hvornår samt så hvorvidt herunder denne dens dets ved må måtte bør".split()
)
# Half of all decisions say "KKR tog orienteringen til efterretning". That verb says nothing about the matter, and would
# drown the trains (tog) and roofs (taget) that somebody searches for, as the "kl. 10" of each meeting would drown KL.
NOTING = frozenset("tog tage tager taget tages toges".split())
NOTING_VERB = "tage"
_NOTED = re.compile(r"[^.\n;•]{0,150}?\btil efterretning", re.IGNORECASE)
HOUR = "kl"
MOST_PARTS = 8  # of a compound whose parts are also searched for together; more have only addresses and nonsense
AT_AN_HOUR = re.compile(r"\.?\s?\d{1,2}\b(?!\d)")
_BREAK = re.compile(r"[.\n;•]")
_HYPHEN = "[-\u2010\u2011]"
_LINKED = "(?:[-\u2010\u2011\u00ad’'´]\\w+)*+"
# A word; a number that no letters follow, also after a hyphen ("108-pladser"), unless they are its unit; signs.
_TOKEN = re.compile(
    rf"(?=[\w§%])(?:[^\W\d]\w*{_LINKED}|{NUMBER}(?:(?=(?:{UNIT_SIGNS})\b)|(?!\w|{_HYPHEN}\w*[^\W\d]))"
    rf"|{GROUPED}{_LINKED}|\w+{_LINKED}|§+|%)"
)
_SENTENCE_END = re.compile(r"[!?;:]\s|\n|\|(?=\s)|\.\s+(?=[^\W\d_a-zæøå])|[.]\s*$|•")
_ABBREVIATION = re.compile(
    r"\b(?:mia|mio|kr|pct|ca|nr|jf|bl\.a|f\.eks|pkt|stk|dr|hhv|evt|inkl|ekskl|m\.v|osv|\w)$", re.IGNORECASE
)
_SOFT = re.compile(r"\u00ad")
_JOINT = re.compile(r"[-\u2010\u2011]")
_ABBREVIATIONS_GENITIVE = re.compile("[A-ZÆØÅ]{2,}s")
_APOSTROPHE = re.compile(r"[’'´].*$")
_FOREIGN = str.maketrans(
    {"ä": "æ", "ö": "ø", "ü": "u", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "œ": "ø", "ı": "i", "ħ": "h"}
)
_WRITTEN_OUT = _FOREIGN | str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "œ": "oe"})
_ABROAD = re.compile("[^a-zæøå]")
_UNFOLD = re.compile("ae|oe|aa")
_LETTERS = {"ae": "æ", "oe": "ø", "aa": "å"}


MOST_PIECES = 50_000  # whose keys are cached: ten megabytes


class Token(NamedTuple):
    """A word of a text: its offsets, and its position (`place`), counted in words with gaps between sentences."""

    start: int
    end: int
    text: str
    place: int


class IndexKeys(NamedTuple):
    """The keys of a word, by kind."""

    surface: str
    wholes: tuple[str, ...]
    parts: tuple[str, ...]


def read_tokens(text: str, place: int = 0) -> Iterator[Token]:
    """Yield the words of a text in order; the first has the position after `place`."""
    end = 0
    for found in _TOKEN.finditer(text):
        start = found.start()
        # Nearly always there is one space between two words, which needs no closer look.
        apart = end and (start != end + 1 or text[end] != " ") and ends_sentence(text, end, start)
        place += SENTENCE_GAP if apart else 1
        end = found.end()
        yield Token(start, end, found[0], place)


def is_formula(text: str, start: int, end: int) -> bool:
    """Return whether a word says nothing about the matter where it stands in a text.

    That holds for the verb of "tog sagen til efterretning" (the sentence's first such verb) and the "kl." of a time.
    """
    word = text[start:end]
    if word in {HOUR, HOUR.title()}:
        return AT_AN_HOUR.match(text, end) is not None
    if word.lower() not in NOTING or not _NOTED.match(text, end):
        return False
    *_, before = _BREAK.split(text[max(0, start - 150) : start])
    return NOTING.isdisjoint(before.lower().split())


def match_words(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
    """Return the words of a text, or of a part of it, in order, without their positions."""
    return _TOKEN.finditer(text, start, end)


def ends_sentence(text: str, end: int, start: int) -> bool:
    """Return whether a sentence ends between the end of one word and the start of the next."""
    between = text[end:start]
    if not _SENTENCE_END.search(between + text[start : start + 1]):
        return False
    return not (between.startswith(".") and "\n" not in between and _ABBREVIATION.search(text[max(0, end - 8) : end]))


def fold(word: str) -> str:
    """Return a word in lower case with æ, ø, å written out and no accents."""
    plain = word.lower().translate(_WRITTEN_OUT)
    if plain.isascii():
        return plain
    return "".join(one for one in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(one))


@lru_cache(maxsize=200_000)
def keys(word: str) -> IndexKeys:
    """Return the keys of a word as written; a stop word has only its surface."""
    low = _plain(word)
    surface = SURFACE + fold(_JOINT.sub("-", low))
    if low in STOP_WORDS:
        return IndexKeys(surface, (), ())
    if low[:1].isdigit() and (groups := groups_of(word)):
        return IndexKeys(surface, (low, *groups), ())
    if _ABBREVIATIONS_GENITIVE.fullmatch(word):
        low = low[:-1]
    pieces = _pieces(low)
    parts = compound_parts(word)
    head = "".join(pieces[:-1])
    wholes = [head + whole for whole in _headwords(pieces[-1])]
    inside = [PART + key for part in (*parts, *(pieces if head else ())) for key in _headwords(part)]
    count = len(parts) if len(parts) <= MOST_PARTS else 0
    spans = [(i, j) for i in range(count) for j in range(i + 2, count + 1) if j - i < count]
    inside += [PART + joined(parts[i:j]) for i, j in spans]
    return IndexKeys(surface, _folded([*wholes, *([joined(parts)] if parts else [])]), _folded(inside))


def break_before(surface: str) -> str:
    """Return the key of the break between a sentence and one that begins with a word, by that word's surface."""
    return BREAK + surface.removeprefix(SURFACE)[:2]


def all_keys(word: str) -> frozenset[str]:
    """Return all keys of a word as written."""
    called = keys(word)
    return frozenset((called.surface, *called.wholes, *called.parts))


class _KeysIn(dict[str, frozenset[str]]):
    """The keys of pieces of text: a plain dictionary, as a page looks up thousands and `lru_cache` reorders at each."""

    def __missing__(self, text: str) -> frozenset[str]:
        if len(self) >= MOST_PIECES:
            self.clear()
        self[text] = found = frozenset[str]().union(*(all_keys(word[0]) for word in match_words(text)))
        return found


_keys_in = _KeysIn()


def keys_in(texts: Iterable[str]) -> Iterator[frozenset[str]]:
    """Return all keys of all words of each of some short texts."""
    return map(_keys_in.__getitem__, texts)


def compound_parts(word: str) -> tuple[str, ...]:
    """Return the parts of a compound or hyphenated word, as written; none if it is neither."""
    pieces = _pieces(_plain(word))
    found = [part for piece in pieces if piece not in STOP_WORDS for part in parts_as_written(piece) or (piece,)]
    return tuple(found) if len(found) > 1 else ()


def joined(parts: Sequence[str]) -> str:
    """Return the key of a compound by its parts, whatever links them: "sundhed+raad"."""
    return fold(PART.join(min(_headwords(part), key=lambda key: (len(key), key)) for part in parts))


def _plain(word: str) -> str:
    low = _SOFT.sub("", unicodedata.normalize("NFC", word)).lower()
    return plain_number(low) if low[:1].isdigit() else low


def _pieces(low: str) -> list[str]:
    return [piece for piece in _JOINT.split(_APOSTROPHE.sub("", low)) if piece] or [low]


def _headwords(piece: str) -> tuple[str, ...]:
    """Return the headwords of a piece, also of one with foreign letters as it is written without: Müller, Muller."""
    if not piece.isalpha():
        return (plain_number(piece),)
    if piece.isascii() or not _ABROAD.search(piece):
        return headwords(piece)
    return tuple(dict.fromkeys((*headwords(piece), *headwords(without_accents(piece.translate(_FOREIGN))))))


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(word) for word in words))


def as_danish(word: str) -> str:
    """Return a word typed with ae, oe or aa in Danish spelling if that is a known word: "laereplads" is læreplads."""
    return readings(word)[0]


@lru_cache(maxsize=10_000)
def readings(word: str) -> tuple[str, ...]:
    """Return what a typed word may be, the likeliest first: groen is grøn or a form of gro, laereplads læreplads.

    A word that Danish has neither with ae, oe, aa nor with æ, ø, å may be either.
    """
    low = word.lower()
    low = _places_typed_abroad().get(low if low.isascii() else without_accents(low), low)
    if not _UNFOLD.search(low):
        return (word,)
    both = (word, _UNFOLD.sub(lambda found: _LETTERS[found[0]], low))
    known = sorted((one for one in both if is_known(one.lower())), key=lambda one: word_cost(one.lower()))
    return tuple(known) or both


def knows(word: str) -> bool:
    """Return whether each piece of a word is in the dictionary or has digits: then the word is no typo."""
    pieces = _JOINT.split(_APOSTROPHE.sub("", as_danish(word).lower()))
    return all(not piece.isalpha() or is_known(piece) for piece in pieces if piece)


@cache
def _places_typed_abroad() -> Mapping[str, str]:
    """Return the names of places by how a keyboard without æ, ø and å has them: kobenhavn is koebenhavn."""
    strange = {re.sub("oe|aa|ae", lambda found: found[0][0], word): word for word in place_words()}
    return {typed: word for typed, word in strange.items() if typed != word and len(typed) > 3 and not is_known(typed)}
