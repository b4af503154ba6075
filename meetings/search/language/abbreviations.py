"""Abbreviations that a text introduces: "Business Region North Denmark (BRN)", "BRN (Business Region North Denmark)".

The letters of the abbreviation must be found in order in the words before or after it, and every word but those like
"og" must give its first: the rule of Schwartz and Hearst (A simple algorithm for identifying abbreviation definitions
in biomedical text, 2003), but stricter, since long Danish compounds hold nearly any letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from danish.inflection import parts_as_written
from danish.shipped import shipped_lexicon
from meetings.search.language.place_names import is_place
from meetings.search.language.words import STOP_WORDS, fold

_SHORT = r"[A-ZÆØÅ][A-Za-zÆØÅæøå0-9]*(?:[-/ ][A-ZÆØÅ][A-Za-zÆØÅæøå0-9]*)?"
_CALLED = r"(?:(?:herefter|forkortet|også|kaldet|benævnt|i daglig tale|i det følgende)[\s:]+)*[»\"“”']?"
_AFTER = re.compile(rf",?\s*\({_CALLED}(?P<short>{_SHORT})[«\"“”']?\)")
_BREAK = re.compile(r"[.;:!?()\n|]")
_REACH = 120  # characters before an abbreviation
_BEFORE = re.compile(rf"(?<![\w-])(?P<short>{_SHORT})\s*\((?P<long>[^().;:!?\n|]{{6,90}})\)")
_WORD = re.compile(r"[^\W\d_][\w/’'-]*")
_CAPITAL = re.compile(r"[A-ZÆØÅ]")
SHORTEST, LONGEST = 2, 10
COMMON = 9.0  # cost of a word in the lexicon: an abbreviation that looks like a commoner one is left alone
_SKIPPED = STOP_WORDS | {"the", "of", "and", "for", "in"}
_PARTIES = frozenset("SF DF LA EL RV KF KD NB DD ALT".split())
_PARTIES_END = frozenset(
    "Folkeparti Parti Partiet Venstre Alliance Enhedslisten Kristendemokraterne Danmarksdemokraterne".split()
)


class Abbreviation(NamedTuple):
    """An abbreviation and what it stands for, as written."""

    short: str
    long: str


def find_abbreviations(text: str) -> set[Abbreviation]:
    """Return the abbreviations that a text introduces, either way round; none of people or the letters of parties."""
    after = (_standing_before(_before(text, found.start()), found["short"]) for found in _AFTER.finditer(text))
    before = (_standing_after(found["long"], found["short"]) for found in _BEFORE.finditer(text))
    return {one for one in (*after, *before) if one}


def _before(text: str, end: int) -> str:
    """Return the end of the sentence before an offset."""
    return _BREAK.split(text[max(0, end - _REACH) : end])[-1]


def _standing_before(text: str, short: str) -> Abbreviation | None:
    """Return the abbreviation of the last words of a text that give its letters best, the fewest of equals; or None."""
    starts = [word.start() for word in _WORD.finditer(text)][-2 * len(short) - 2 :]
    rated = ((_rate(short, text[start:].strip()), start) for start in starts)
    rate, start = max(rated, default=(0, 0))
    return Abbreviation(short, text[start:].strip()) if rate else None


def _standing_after(text: str, short: str) -> Abbreviation | None:
    long = text.strip()
    return Abbreviation(short, long) if _rate(short, long) else None


def _rate(short: str, long: str) -> int:
    """Return how many letters of an abbreviation begin words or their parts; 0 if it is not short for the text."""
    letters = re.sub(r"[^a-zæøå]", "", short.lower())
    words = _WORD.findall(long)
    is_short = SHORTEST <= len(letters) <= LONGEST and len(_CAPITAL.findall(short)) >= SHORTEST
    is_short = is_short and (shipped_lexicon().cost(short.lower()) or COMMON) >= COMMON  # VIA would be every "via"
    is_long = len(long) >= 2 * len(letters) + 2 and len(words) <= len(letters) + 3 and short not in words
    if not is_short or not is_long or _names_person(short, words):
        return 0
    low = [word.lower() for word in words]
    # A last word may give nothing, where the others give one letter each: Business Region North Denmark is BRN.
    goes_on = len(letters) == len(words) - 1 >= 3 and words[-1][0].isupper()
    return _given(letters, low) or (goes_on and _given(letters, low[:-1])) or 0


def _names_person(short: str, words: Sequence[str]) -> bool:
    """Return whether a surname follows another capitalised word, or the letters are those of a party."""
    lexicon = shipped_lexicon()
    names = (word.lower() for word in [word for word in words if word[0].isupper()][1:] if not is_place(fold(word)))
    return any(lexicon.is_name(word) and word not in lexicon.english for word in names) or (
        short in _PARTIES and _PARTIES_END.isdisjoint(words[-1:])
    )


def _given(letters: str, words: Sequence[str], *, is_first: bool = True) -> int:
    """Return how many letters begin words or their parts if all words give the letters in order, else 0.

    Each gives its first letter, and perhaps others of those inside it; words like "og" may be passed over, though
    neither the first nor the last.
    """
    word, rest = words[0], words[1:]
    ways = [_given(letters, rest, is_first=False)] if word in _SKIPPED and rest and not is_first else []
    for taken, begin in _taken(letters, word):
        left = letters[taken:]
        more = _given(left, rest, is_first=False) if left and rest else 0
        ways.append(begin + more if more or not (left or rest) else 0)
    return max(ways, default=0)


def _taken(letters: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield how many of the first letters a word can give, from its first on, and how many of them begin its parts."""
    begins = _beginnings(word)
    at, begin = -1, 0
    for taken, letter in enumerate(letters, 1):
        found = [place for place in range(at + 1, len(word)) if word[place] == letter]
        if not found or (taken == 1 and found[0]):
            return
        at = next((place for place in found if place in begins), found[0])
        begin += at in begins
        yield taken, begin


def _beginnings(word: str) -> set[int]:
    """Return where a word and the parts of a compound begin; one or two letters may link a part to the next."""
    at, found = 0, {0}
    for part in parts_as_written(word):
        at = word.find(part[0], at, at + 3)
        found.add(at)
        at += len(part)
    return found
