"""The headword of an inflected form: bøger is bog, værfterne is værft, forældre is forælder.

The dictionary's own headwords are used where it has the form; a few irregular plurals are listed here, because the
dictionary has them as separate words; words that it does not have lose the usual endings by fixed rules.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Mapping
from functools import cache, lru_cache

from danish.compounds import split
from danish.lexicon import RARE
from danish.shipped import DATA, shipped_lexicon

SHORTEST_STEM = 3
SHORTEST_NOUN = 9
FAR_RARER = 2.5  # difference in cost, in natural logarithms: twelve times
# Plurals with a vowel change, also at the end of a compound: formænd, folkeskolebørn.
_IRREGULAR = {
    "mænd": "mand", "hænd": "hånd", "tænd": "tand", "fødd": "fod", "rødd": "rod", "bønd": "bonde", "brødr": "bror",
    "mødr": "mor", "fædr": "far", "døtr": "datter", "børn": "barn", "bøg": "bog", "nætt": "nat", "kræft": "kraft",
    "stæng": "stang", "gæs": "gås", "øjn": "øje", "ørn": "øre", "tæ": "tå", "kø": "ko", "stæd": "stad", "fora": "forum",
}  # fmt: skip
_PLURAL = re.compile(
    r"(?:(mænd|børn|gæs|fora)(?:ene)?|(hænd|tænd|fødd|rødd|bønd|bøg|nætt|kræft|stæng|stæd|tæ|kø)er(?:ne)?"
    r"|(brødr|mødr|fædr|døtr|øjn)e(?:ne)?)s?$"
)
_ALONE = {"kø", "tæ", "stæd", "øjn"}  # too short to be distinguished from other words at the end of a compound
_ENDING = re.compile(r"(?:ernes|erne|enes|ene|ens|ets|ers|en|et|er|es|e|s)$")
_STRONG_PAST = re.compile(r"(?:tog|gik|fik|stod|lod|gav|skrev|drev|holdt|bragte|fandt|vandt|talte|slog|trådte)$")
_WATERS = re.compile("(fjord|sund|bælt|bugt)(?:en|et)$")  # the Limfjord is Limfjorden
_MERE_ENDINGS = frozenset("erne ernes eren erens enes".split())  # which the compound splitter may take for a last part
# Words of their own, though the dictionary lists them under others: gammel, fælle.
_OWN = frozenset("ældre fælles".split())


@lru_cache(maxsize=100_000)
def headwords(word: str) -> tuple[str, ...]:
    """Return the headwords, at least one, to which a lower-case form may belong."""
    irregular = _PLURAL.search(word)
    if irregular:
        stem = next(group for group in irregular.groups() if group)
        if irregular.start() == 0 or stem not in _ALONE:
            return (word[: irregular.start()] + _IRREGULAR[stem],)
    return _known(word) or _compound(word) or (_without_ending(word),)


def find_noun_of(verb: str) -> str | None:
    """Return the noun for a verb's action, beslutning for beslutte; None where it is short and may mean something else.

    Ledning and lede, stilling and stille, retning and rette have grown apart: those nouns are short.
    """
    if not verb.endswith("e"):
        return None
    stem = verb[:-2] if len(verb) > 3 and verb[-2] == verb[-3] else verb[:-1]
    nouns = (stem + ending for ending in ("ning", "else", "ing"))
    return next((noun for noun in nouns if len(noun) >= SHORTEST_NOUN and noun in _bases().get(noun, ())), None)


def is_verb(word: str) -> bool:
    """Return whether a lower-case form is one of a verb and hardly of a noun: betaler, but not læger or skole.

    The present participle is used as an adjective.
    """
    if word.endswith("ende"):
        return False
    return bool(_STRONG_PAST.search(word)) or any(_is_verb(base) for base in headwords(word) if base.endswith("e"))


def is_adjective(word: str) -> bool:
    """Return whether a lower-case form is a present participle or an adjective that has degrees: nye (nyere, nyest)."""
    return word.endswith("ende") or any({f"{base}ere", f"{base}est"} <= _bases().keys() for base in headwords(word))


def parts_as_written(word: str) -> tuple[str, ...]:
    """Return the parts of a compound in lower case; empty if the word is not a compound."""
    # The headword is safer to split than its forms: borgerne is not bo and gerne, and sundhedsvæsenet is not one word.
    known = _known(word)
    found = next(filter(None, map(split, known)), ()) if known else split(word) or ()
    if found and found[-1] in _MERE_ENDINGS:
        found = found[:-1]
    return found if len(found) > 1 else ()


def is_known(word: str) -> bool:
    """Return whether a lower-case word is in the lexicon, an inflected form, or a compound of such words."""
    return is_listed(word) or split(word) is not None


def is_listed(word: str) -> bool:
    """Return whether a lower-case word is in the lexicon as it is, or an inflected form: no compound made for once."""
    lexicon = shipped_lexicon()
    return lexicon.cost(word) is not None or lexicon.is_name(word) or word in _bases()


def _known(word: str) -> tuple[str, ...]:
    """Return the headwords of a form that the dictionary has, without unlikely ones; empty if it has none."""
    if word in _OWN:
        return (word,)
    found = _bases().get(word) or _bases().get(word.removesuffix("s"), ())
    if len(found) > 1:
        found = _likely(word, found)
    if word not in found:
        return found
    return tuple(base for base in found if not _is_imperative(word, base) and not _is_rarer_noun(word, base))


def _likely(word: str, found: tuple[str, ...]) -> tuple[str, ...]:
    """Drop headwords far rarer than another: toget is tog and hardly toge, indsats is not a form of indsætte."""
    least = min(map(word_cost, found))
    return tuple(base for base in found if base == word or word_cost(base) - least < FAR_RARER)


def _is_rarer_noun(word: str, base: str) -> bool:
    """Return whether a word would be taken for the plural of a rarer one: læge of læg, støtte of støt."""
    return word in {base + "e", base + base[-1] + "e"} and word_cost(word) < word_cost(base)


def word_cost(word: str) -> float:
    """Return the cost of a lower-case word in the lexicon; that of a rare one if it is not there."""
    cost = shipped_lexicon().cost(word)
    return RARE if cost is None else cost


def _is_imperative(word: str, base: str) -> bool:
    """Return whether a noun would be taken for a verb's imperative, which is rare: råd of råde, ram of ramme."""
    return base in {word + "e", word + word[-1] + "e"}


def _compound(word: str) -> tuple[str, ...]:
    """Return a compound's headwords: those of its last part, with the parts before it as written."""
    parts = split(word)
    if not parts or not word.endswith(parts[-1]):
        return ()
    head, tail = word[: -len(parts[-1])], parts[-1]
    return (head,) if tail in _MERE_ENDINGS else tuple(head + base for base in headwords(tail))


def _without_ending(word: str) -> str:
    """Return an unknown word without its ending; a name loses only the genitive s."""
    if shipped_lexicon().is_name(word):
        return _WATERS.sub(r"\1", word)
    if shipped_lexicon().is_name(word.removesuffix("s")) and len(word) > SHORTEST_STEM:
        return word[:-1]
    ending = _ENDING.search(word)
    return word[: ending.start()] if ending and ending.start() >= SHORTEST_STEM and word.isalpha() else word


def _is_verb(base: str) -> bool:
    """Return whether a headword has a present participle, betalende, and no plural of a noun, lægerne."""
    return f"{base}nde" in _bases() and base not in _bases().get(f"{base}rne", ())


@cache
def _bases() -> Mapping[str, tuple[str, ...]]:
    """Read the dictionary's forms with their headwords; a form without another headword is its own."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lzma.decompress((DATA / "stavekontrolden_bases.txt.xz").read_bytes()).decode().splitlines():
        base, *codes = line.split(" ")
        for code in codes:
            ending = code.lstrip("0123456789")
            form = base[: len(base) - int(code[: len(code) - len(ending)])] + ending
            found[form] = (*found.get(form, ()), base)
    return found
