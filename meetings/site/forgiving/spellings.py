"""Names as an address may spell them: folded, shortened, or with a slip."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from danish import alphabet
from meetings.search.language.slips import slips, slips_allowed
from meetings.site.forgiving.guess import Guess, Sureness, Way

MOST = 6  # pages offered
SHORTEST_BEGINNING = 3  # letters of a name that are enough to offer it
_FILLERS = frozenset("og and kommune kommuner municipality kkr emne".split())
# Two letters for one, as addresses have them, and the one that people without a Danish keyboard type.
_LOOSENED = (("aa", "a"), ("ae", "a"), ("oe", "o"), ("-", ""))


class Known(NamedTuple):
    """A page, the slugs that its name may have in an address, and a key to tell it by."""

    way: Way
    slugs: tuple[str, ...]
    key: str = ""


class Match(NamedTuple):
    """The pages whose names were typed, and how sure that is; it is never more than MAYBE of several."""

    found: Sequence[Known] = ()
    sureness: Sureness = Sureness.MAYBE

    @property
    def guess(self) -> Guess:
        """The match as a guess."""
        return Guess(tuple(one.way for one in self.found[:MOST]), self.sureness)


def match(typed: str, known: Sequence[Known]) -> Match:
    """Return the pages whose names were typed: as they are, folded further, with slips, or only a part of them."""
    slug = alphabet.slug(typed)
    if not slug:
        return Match()
    for sureness, names in (
        (Sureness.SAME, _where(known, lambda name: name == slug)),
        (Sureness.SAME, _where(known, lambda name: loose(name) == loose(slug))),
        (Sureness.LIKELY, nearest(slug, known)),
        (Sureness.LIKELY, _where(known, lambda name: slug in name.split("-"))),
        (Sureness.MAYBE, _where(known, lambda name: _begins(name, slug))),
    ):
        if names:
            return Match(names, sureness if len(names) == 1 else Sureness.MAYBE)
    return Match()


def nearest(slug: str, known: Sequence[Known]) -> list[Known]:
    """Return those whose names are fewest slips from what was typed, if they are near enough."""
    short = loose(slug)
    most = slips_allowed(short)
    by_slips = [(min(slips(short, loose(name), most) for name in one.slugs), one) for one in known] if most else []
    fewest = min((n for n, _one in by_slips), default=most + 1)
    return [one for n, one in by_slips if n == fewest <= most]


@lru_cache(maxsize=5_000)
def loose(slug: str) -> str:
    """Return a slug without the words that may be left out, and with one letter for æ, ø and å."""
    kept = "-".join(word for word in slug.split("-") if word not in _FILLERS) or slug
    for two, one in _LOOSENED:
        kept = kept.replace(two, one)
    return kept


def slugs_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the slugs of names, each once."""
    return tuple(dict.fromkeys(filter(None, map(alphabet.slug, names))))


def words_of(segment: str) -> str:
    """Return a part of an address as words; dates and numbers stay as they are."""
    return segment if re.search(r"\d", segment) else " ".join(re.split(r"[-_+.\s]+", segment))


def _where(known: Sequence[Known], test: Callable[[str], bool]) -> list[Known]:
    return [one for one in known if any(map(test, one.slugs))]


def _begins(name: str, slug: str) -> bool:
    """Return whether a name, or a word within it, begins with what was typed."""
    return len(slug) >= SHORTEST_BEGINNING and f"-{name}".find(f"-{slug}") >= 0
