"""Names of people as they are looked up: by any part, folded, by sound, with a slip, by initials.

`name_keys` writes what the database holds of a name: its words, their sounds with `~` before them, and its initials
with `#`, with a space on either side of each. `fragments` returns what a typed word matches there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import partial

from meetings.search.language.slips import slips
from meetings.search.language.words import fold

SOUND, INITIALS = "~", "#"
SHORTEST_SLIP = 5  # a shorter name is one slip from too many others
_WORD = re.compile(r"[a-z0-9]+")
# Letters that are spelled in several ways in Danish names: Christian and Kristian, Wagner and Vagner, Ejner and Einar.
_SPELLINGS = (
    ("sch", "s"), ("chr", "kr"), ("ck", "k"), ("ch", "k"), ("ph", "f"), ("qu", "kv"), ("th", "t"), ("dt", "t"),
    ("hj", "j"), ("hv", "v"), ("aa", "a"), ("oe", "o"), ("ae", "e"), ("ie", "i"), ("ei", "ej"), ("ai", "ej"),
    ("aj", "ej"), ("ey", "ej"), ("w", "v"), ("z", "s"), ("x", "ks"), ("q", "k"), ("c", "k"),
)  # fmt: skip
_SILENT_H = re.compile(r"(?<=[a-z])h(?![aeiouy])|(?<=[bdfgklmnprst])h")
_DOUBLE = re.compile(r"(.)\1+")


class NameMatch(IntEnum):
    """How well a typed word matches a word of a name, the best highest."""

    NONE = 0
    SLIP = 1
    BEGINNING = 2
    SOUND = 3
    INITIAL = 4
    EXACT = 5


def name_words(name: str) -> list[str]:
    """Return the words of a name, folded; hyphens part words."""
    return _WORD.findall(fold(name))


def sound(word: str) -> str:
    """Return how a folded word sounds, roughly: one spelling for all that are read alike in Danish names."""
    for spelled, read in _SPELLINGS:
        word = word.replace(spelled, read)
    word = _DOUBLE.sub(r"\1", _SILENT_H.sub("", word))
    return word[:1].replace("i", "j") + word[1:].replace("y", "i")


def name_keys(name: str) -> str:
    """Return the keys of a name: " lasse frimand ~lase ~frimand #lf "."""
    words = name_words(name)
    initials = "".join(word[0] for word in words)
    return " ".join(["", *words, *(SOUND + sound(word) for word in words), INITIALS + initials, ""])


def fragments(word: str, *, unfinished: bool = False) -> list[tuple[str, ...]]:
    """Return what stands in the keys of a name with the folded word or one that sounds like it: all of one tuple."""
    if len(word) == 1 or unfinished:
        return [(f" {word}",)]
    return [(f" {word} ",), (f" {SOUND}{sound(word)} ",)]


def fragments_left(word: str) -> list[tuple[str, ...]]:
    """Return what a slip leaves of a folded word: its first half, its second, or both but for letters in between."""
    if len(word) < SHORTEST_SLIP:
        return []
    half = len(word) // 2
    return [(f" {word[:half]}",), (f"{word[half:]} ",), (f" {word[: half - 1]}", f"{word[half + 1 :]} ")]


def match(typed: str, word: str, *, unfinished: bool = False) -> NameMatch:
    """Return how well a folded word matches a word of a name; a last word may be `unfinished`."""
    if typed == word:
        return NameMatch.EXACT
    if len(typed) == 1 or len(word) == 1:
        return NameMatch.INITIAL if typed[0] == word[0] else NameMatch.NONE
    if unfinished and word.startswith(typed):
        return NameMatch.BEGINNING
    return _match_sound(typed, word)


def _match_sound(typed: str, word: str) -> NameMatch:
    heard, meant = sound(typed), sound(word)
    if heard == meant and len(heard) > 2:
        return NameMatch.SOUND
    if len(typed) < SHORTEST_SLIP:
        return NameMatch.NONE
    if word.startswith(typed):
        return NameMatch.BEGINNING
    return NameMatch.SLIP if min(slips(typed, word, 1), slips(heard, meant, 1)) <= 1 else NameMatch.NONE


def match_all(typed: Sequence[str], name: Sequence[str], *, unfinished: bool = False) -> NameMatch:
    """Return how well typed words match a name: as the worst of them, each with a word of its own."""
    left, worst = list(name), NameMatch.EXACT
    for at, word in enumerate(typed, 1):
        match_last = partial(match, word, unfinished=unfinished and at == len(typed))
        best = max(left, key=match_last, default="")
        worst = min(worst, match_last(best) if best else NameMatch.NONE)
        if not worst:
            break
        left.remove(best)
    return worst
