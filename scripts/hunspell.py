"""Expansion of Hunspell dictionaries: every form that a word list with affix rules allows.

SFX rules are read, including those whose result takes further suffixes, and the flags for words that may not stand
alone. PFX rules are not: the Danish ones only put north, south, east and west before place names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

Flags = frozenset[str]


class Form(NamedTuple):
    """One form: the word, whether it may stand alone, and whether it may begin a compound ("sundheds")."""

    word: str
    stands_alone: bool
    opens_compounds: bool


class Rule(NamedTuple):
    """One line of a suffix rule: ending to strip, suffix to add, condition on the word, flags of the result."""

    strip: str
    add: str
    fits: re.Pattern[str]
    flags: Flags


@dataclass
class Affixes:
    """The suffix rules of an .aff file by flag, and its special flags by name."""

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
    """Read the lines of an .aff file whose flags are numbers (`FLAG num`)."""
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
