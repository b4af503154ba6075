"""Words that mean the same: a list of municipal Danish, kept by hand, and a thesaurus of Danish at large."""

from __future__ import annotations

import lzma
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from danish.shipped import DATA

MUNICIPAL, THESAURUS = "municipal_synonyms.txt", "thesaurus.txt.xz"


class MunicipalSynonyms(NamedTuple):
    """Terms, of one word or more, with those that mean the same, and with others that come close or belong to them."""

    same: Mapping[str, tuple[str, ...]]
    near: Mapping[str, tuple[str, ...]]


class Line(NamedTuple):
    """A line of the list: terms that mean the same, or only come close to each other, and what they lead to."""

    terms: list[str]
    are_same: bool
    others: list[str]


@cache
def municipal_synonyms() -> MunicipalSynonyms:
    """Return the list kept by hand. Raises ValueError for a line that is not of its form."""
    same: defaultdict[str, list[str]] = defaultdict(list)
    near: defaultdict[str, list[str]] = defaultdict(list)
    lines = (DATA / MUNICIPAL).read_text().splitlines()
    for terms, are_same, others in (read_line(line) for line in lines if line.strip() and not line.startswith("#")):
        for term in terms:
            (same if are_same else near)[term] += [other for other in terms if other != term]
            near[term] += others
    return MunicipalSynonyms(_unique(same), _unique(near))


def read_line(text: str) -> Line:
    """Return a line "a = b > c, d" or "a ~ b > c, d". Raises ValueError if it pairs nothing."""
    left, leads, right = text.partition(">")
    terms = [term.strip() for term in left.replace("~", "=").split("=")]
    others = [term.strip() for term in right.split(",")] if leads else []
    if not all((*terms, *others)) or len(terms) + len(others) < 2 or ("=" in left and "~" in left):
        raise ValueError(f"{MUNICIPAL}: {text!r}")
    return Line(terms, "~" not in left, others)


def _unique(found: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {term: tuple(dict.fromkeys(others)) for term, others in found.items() if others}


@cache
def thesaurus() -> Mapping[str, tuple[str, ...]]:
    """Return the thesaurus: headwords with those that mean the same. `danish/data/NOTICE.md` names its source."""
    return dict(_read_thesaurus())


def _read_thesaurus() -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in lzma.decompress((DATA / THESAURUS).read_bytes()).decode().splitlines():
        word, others = line.split("\t")
        yield word, tuple(others.split("|"))
