"""Hunspell dictionaries written out: every form that a word list with affix rules allows.

Read are SFX rules (also those that lead to further ones), and the flags that say what may stand alone or only within
a compound. Not read are PFX rules: the Danish ones only put north, south, east and west before names of places.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

Flags = frozenset[str]


class Form(NamedTuple):
    """One form: the word, whether it may stand alone, and whether it may open a compound ("sundheds")."""

    word: str
    stands_alone: bool
    opens_compounds: bool


class Rule(NamedTuple):
    """One line of a suffix rule: what goes, what comes, when, and which flags the result has."""

    strip: str
    add: str
    fits: re.Pattern[str]
    flags: Flags


@dataclass
class Affixes:
    """The rules of an .aff file, and the flags with a meaning of their own."""

    suffixes: dict[str, list[Rule]] = field(default_factory=lambda: defaultdict(list))
    special: dict[str, str] = field(default_factory=dict)

    def forms(self, entry: str) -> Iterator[Form]:
        """Yield every form of one line of the .dic file ("aftale/10,11,2,39,31")."""
        word, _, flags = re.split(r"\s", entry, maxsplit=1)[0].partition("/")
        yield from self._grow(word, frozenset(flags.split(",")) - {""})

    def _grow(self, word: str, flags: Flags, depth: int = 2) -> Iterator[Form]:
        if self.special["FORBIDDENWORD"] in flags:
            return
        hidden = {self.special["ONLYINCOMPOUND"], self.special["NEEDAFFIX"]} & flags
        yield Form(word, not hidden, self.special["COMPOUNDBEGIN"] in flags)
        for rule in (rule for flag in sorted(flags) for rule in self.suffixes.get(flag, ()) if depth):
            if word.endswith(rule.strip) and rule.fits.search(word):
                yield from self._grow(word.removesuffix(rule.strip) + rule.add, rule.flags, depth - 1)


def read_affixes(lines: Iterable[str]) -> Affixes:
    """Read an .aff file whose flags are numbers (`FLAG num`)."""
    affixes = Affixes()
    for line in lines:
        match line.split("#")[0].split():
            case ["SFX", flag, strip, add, condition, *_]:
                add, _, flags = add.partition("/")
                fits = re.compile(f"(?:{condition})$")
                plain = ["" if part == "0" else part for part in (strip, add)]
                affixes.suffixes[flag].append(Rule(plain[0], plain[1], fits, frozenset(flags.split(",")) - {""}))
            case ["FORBIDDENWORD" | "ONLYINCOMPOUND" | "NEEDAFFIX" | "COMPOUNDBEGIN" as name, flag]:
                affixes.special[name] = flag
    return affixes
