"""Expansion of typed terms into all that matches them: other forms, compounds and their parts, other spellings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from danish.inflection import find_noun_of, is_known
from meetings.search.language.clauses import Clause, Match, single
from meetings.search.language.number_terms import matches_with_numbers
from meetings.search.language.query_terms import QueryTerm, TermKind
from meetings.search.language.weights import CLOSE, MIDDLE_NAMES, NEXT
from meetings.search.language.words import (
    MOST_PARTS,
    NOTING_VERB,
    PART,
    SURFACE,
    TAG,
    IndexKeys,
    as_danish,
    compound_parts,
    fold,
    joined,
    keys,
    knows,
    readings,
)

# Short first parts that the compound splitter does not risk splitting off: "itdrift" is it-drift.
_ABBREVIATIONS = ("it", "ai", "eu", "ki")


@lru_cache(maxsize=10_000)
def expand(terms: tuple[QueryTerm, ...], *, spread: bool = True) -> Clause:
    """Return a clause that any of the terms satisfies; with `spread` also by compounds written apart."""
    matches = [match for term in terms for match in _matches(term) if spread or len(match.steps) == 1 or _is_run(term)]
    firsts = sorted(matches, key=lambda match: match not in {_matches(term)[0] for term in terms})
    return Clause(tuple(dict.fromkeys(firsts)), " ".join(str(term) for term in terms), len(terms))


def _is_run(term: QueryTerm) -> bool:
    return term.kind is not TermKind.WORD


def _matches(term: QueryTerm) -> list[Match]:
    """Return the matches of a term, the one as typed first."""
    if term.kind is TermKind.WORD and not any(map(str.isdigit, term.words[0])):
        return list(_word(term.words[0]))
    return _MATCHES.get(term.kind, matches_with_numbers)(term)


def _word(typed: str) -> Iterator[Match]:
    """Yield the word itself, the word in compounds, and a compound's parts close to each other in a sentence.

    One of the parts must be a word of its own: usually the last, "reform af sundhedsvæsenet", or the first shortly
    after the other, "kommunefordeling af flygtninge".
    """
    found = _keys_of_readings(typed)
    if not found.wholes or not found.surface[1:].replace("-", "").isalpha():
        yield single(found.surface, *found.wholes)
        return
    parts = _parts(typed)
    named = tuple(whole for whole in found.wholes if whole != NOTING_VERB) or found.wholes  # tog is a train here
    # A word that is not in the dictionary also matches as typed: akasse for a-kasse.
    wholes = (*named, *((joined(parts),) if parts else () if knows(typed) else (fold(typed),)))
    yield single(*wholes)
    inside = tuple(key for key in wholes if not _is_verb_of(fold(typed), key, wholes))
    yield single(*(PART + key for key in inside), *_nouns(key for key in found.wholes if key in inside))
    for at in range(1, len(parts) if len(parts) <= MOST_PARTS else 0):
        first, last = _whole(parts[:at]), _whole(parts[at:])
        yield Match((first | {PART + key for key in first}, last), within=CLOSE, any_order=True)
        yield Match((frozenset(PART + key for key in last), first), within=NEXT)


def _keys_of_readings(typed: str) -> IndexKeys:
    """Return the keys of a typed word, with the wholes of all that it may be."""
    found = [keys(reading) for reading in readings(typed)]
    return IndexKeys(found[0].surface, tuple(dict.fromkeys(chain(*(one.wholes for one in found)))), ())


def _is_verb_of(typed: str, key: str, wholes: Sequence[str]) -> bool:
    """Return whether a key is the verb of a typed agent noun: lærer must not find lærepladser, a compound of lære."""
    return typed in wholes and typed.endswith("er") and key == typed[:-1]


def _whole(parts: Sequence[str]) -> frozenset[str]:
    return frozenset(keys(parts[0]).wholes or (fold(parts[0]),) if len(parts) == 1 else (joined(parts),))


def _parts(typed: str) -> tuple[str, ...]:
    """Return the parts of a compound or hyphenated word, also of one that begins with an abbreviation; else none."""
    low = as_danish(typed).lower()
    parts = compound_parts(low)
    if parts or is_known(low):
        return parts
    short = next((one for one in _ABBREVIATIONS if low.startswith(one) and len(low) > len(one) + 3), None)
    return (short, low[len(short) :]) if short and is_known(low[len(short) :]) else ()


def _nouns(wholes: Iterable[str]) -> Iterator[str]:
    """Yield the keys of a verb's noun: beslutte also finds beslutning. The reverse would find too much."""
    for whole in wholes:
        noun = find_noun_of(whole)
        if noun:
            yield from (fold(noun), PART + fold(noun))


def _name(words: tuple[str, ...]) -> list[Match]:
    """Return the matches of a name: the full name as typed, then first and last name with a few others between."""
    steps = tuple(_whole_or_part(word) for word in words)
    ends = Match((steps[0], steps[-1]), within=MIDDLE_NAMES + 1)
    return [Match(steps), ends] if len(words) > 2 else [ends]


def _as_written(word: str) -> frozenset[str]:
    surface = keys(word).surface
    return frozenset({surface, SURFACE + "paragraf"} if word == "§" else {surface})


def _whole_or_part(name: str) -> frozenset[str]:
    """Return the keys of a name, also as part of a double-barrelled one: Laursen in Bach-Laursen."""
    wholes = [key for one in readings(name) for key in keys(one).wholes or (keys(one).surface,)]
    return frozenset({*wholes, *(PART + whole for whole in wholes)})


_MATCHES: dict[TermKind, Callable[[QueryTerm], list[Match]]] = {
    TermKind.PREFIX: lambda term: [Match((frozenset({SURFACE + fold(term.words[0])}),), prefix=True)],
    TermKind.PHRASE: lambda term: [Match(tuple(map(_as_written, term.words)), crosses=True)],
    TermKind.NAME: lambda term: _name(term.words),
    TermKind.CASE: lambda term: [single(f"{TAG}sag:{term.words[0]}")],
    TermKind.INITIALS: lambda term: [single(f"{TAG}sagsbehandler:{fold(term.words[-1])}")],
}
