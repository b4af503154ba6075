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
    """Terms, of one word or more, with those that mean the same, and with those that they lead to besides.

    The first hold both ways, the second only from the term: who asks for public transport wants buses too.
    """

    same: Mapping[str, tuple[str, ...]]
    also: Mapping[str, tuple[str, ...]]


@cache
def municipal_synonyms() -> MunicipalSynonyms:
    """Return the list kept by hand. Raises ValueError for a line that is not of its form."""
    same: defaultdict[str, list[str]] = defaultdict(list)
    also: defaultdict[str, list[str]] = defaultdict(list)
    for line in (DATA / MUNICIPAL).read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            terms, others = read_line(line)
            for term in terms:
                same[term] += [other for other in terms if other != term]
                also[term] += others
    return MunicipalSynonyms(_unique(same), _unique(also))


def read_line(line: str) -> tuple[list[str], list[str]]:
    """Return the terms of a line "elevplads = læreplads > praktik, elev": those that mean the same, and the others."""
    left, _, right = line.partition(">")
    terms = [term.strip() for term in left.split("=")]
    others = [term.strip() for term in right.split(",")] if right else []
    if not all((*terms, *others)) or len(terms) + len(others) < 2:
        raise ValueError(f"{MUNICIPAL}: {line!r}")
    return terms, others


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
