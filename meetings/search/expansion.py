"""From terms as typed to all that answers them: other forms, compounds and their parts, letters written otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from danish.inflection import is_known, parts_as_written
from meetings.search.language import Kind, Term
from meetings.search.matches import Clause, Match, single
from meetings.search.weights import CLOSE, MIDDLE_NAMES
from meetings.search.words import SURFACE, Keys, as_danish, fold, keys

_UNITS = [{"mia", "milliard", "milliarder"}, {"mio", "million", "millioner"}, {"kr", "kroner"}, {"pct", "procent"}]
# Short first parts that the splitting of compounds does not dare to take off: "itdrift" is it-drift.
_ABBREVIATIONS = ("it", "ai", "eu", "ki")


def expand(terms: Iterable[Term]) -> Clause:
    """Give a clause that any of the terms answers."""
    terms = tuple(terms)
    matches = [match for term in terms for match in _matches(term)]
    return Clause(tuple(dict.fromkeys(matches)), " ".join(str(term) for term in terms))


def _matches(term: Term) -> list[Match]:
    if term.kind is Kind.WORD:
        return _word(term.words[0])
    if term.kind is Kind.PREFIX:
        return [Match((frozenset({SURFACE + fold(term.words[0])}),), prefix=True)]
    if term.kind is Kind.NAME:
        return _name(term.words)
    return [Match(tuple(_surfaces(word, exact=term.kind is Kind.PHRASE) for word in term.words))]


def _word(typed: str) -> list[Match]:
    found = keys(as_danish(typed))
    if not found.wholes:
        return [single(found.surface)]
    matches = [single(*dict.fromkeys((*found.wholes, *_figures(found))))]
    parts = _parts(typed, found)
    if len(parts) > 1:
        matches.append(Match(parts, within=CLOSE, any_order=True))
    return matches


def _figures(found: Keys) -> tuple[str, ...]:
    """Give the surface of what has no forms, as "2026"; it is filed as it stands."""
    return () if found.surface[1:].isalpha() else (found.surface,)


def _parts(typed: str, found: Keys) -> tuple[frozenset[str], ...]:
    """Give each part of a compound or a hyphenated word with the headwords it may have."""
    low = as_danish(typed).lower()
    pieces = [piece for piece in low.replace("\u2011", "-").replace("\u2010", "-").split("-") if piece]
    if len(pieces) > 1:
        return tuple(frozenset(keys(piece).wholes) for piece in pieces if keys(piece).wholes)
    if found.parts:
        return tuple(frozenset(keys(part).wholes or (fold(part),)) for part in parts_as_written(low))
    short = next((one for one in _ABBREVIATIONS if low.startswith(one) and len(low) > len(one) + 3), None)
    if short and not is_known(low) and is_known(low[len(short) :]):
        return (frozenset({short}), frozenset(keys(low[len(short) :]).wholes))
    return ()


def _name(words: tuple[str, ...]) -> list[Match]:
    """First and last name, whatever stands between them; the whole name as typed goes first."""
    steps = tuple(frozenset(keys(word).wholes) or frozenset({keys(word).surface}) for word in words)
    ends = Match((steps[0], steps[-1]), within=MIDDLE_NAMES + 1)
    return [Match(steps), ends] if len(words) > 2 else [ends]


def _surfaces(word: str, *, exact: bool) -> frozenset[str]:
    surface = keys(word).surface
    same = next((unit for unit in _UNITS if surface.removeprefix(SURFACE) in unit), set())
    return frozenset({surface} if exact or not same else {SURFACE + unit for unit in same})
