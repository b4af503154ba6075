"""Matches as PostgreSQL's expressions: the stored vector of an item's words, what it must answer, how well it does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, cast

from django.contrib.postgres.search import SearchQueryField, SearchVectorField
from django.db.models import Expression, F, FloatField, Func, Lookup, Value

from meetings.search.matches import Clause, Match
from meetings.search.weights import CLOSENESS, SECTIONS, SENTENCE_GAP, SHARES, TERMS, WHOLE
from meetings.search.words import MOST_PLACES, keys, read_tokens

MOST_WORDS = 40_000  # of one item; PostgreSQL's limit of a vector is 1 MB
_MOST_PLACES_A_WORD = 255  # PostgreSQL's


class VectorField(SearchVectorField):  # type: ignore[type-arg]
    """A vector that is made here and not by PostgreSQL's text parser."""

    def get_placeholder(self, value: Any, compiler: Any, connection: Any) -> str:
        """Let PostgreSQL take the text as a vector."""
        return "%s::tsvector"


@VectorField.register_lookup
class Answers(Lookup):
    """`vector__answers=text`: whether the words of a vector answer the text of a query."""

    lookup_name = "answers"

    def get_prep_lookup(self) -> Any:
        """Leave the text as it is."""
        return self.rhs

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Let PostgreSQL take the text as a query."""
        vector, params = self.process_lhs(compiler, connection)
        return f"{vector} @@ %s::tsquery", (*params, self.rhs)


def vector(sections: Mapping[str, str], also: str = "") -> str:
    """Give the words of an item's sections (by their names in SECTIONS) as the text of a vector.

    `also` are words that lead to the item without standing in it, such as misread ones.
    """
    places: defaultdict[str, list[str]] = defaultdict(list)
    place = 0
    for name, text in (*sections.items(), ("body", also)):
        letters = SECTIONS[name]
        for token in read_tokens(text, place):
            place = token.place
            if place >= MOST_WORDS:
                break
            at, found = min(place, MOST_PLACES), keys(token.text)
            for key in (found.surface, *found.wholes):
                places[key].append(f"{at}{letters.whole}")
            for key in found.parts:
                places[key].append(f"{at}{letters.part}")
        place += SENTENCE_GAP
    return " ".join(f"{_quoted(key)}:{','.join(at[:_MOST_PLACES_A_WORD])}" for key, at in places.items())


def _quoted(key: str) -> str:
    return "'" + key.replace("\\", "\\\\").replace("'", "''") + "'"


def all_of(clauses: Iterable[Clause], excluded: Iterable[Clause] = ()) -> str:
    """Give the text of a query that every clause must answer, and none of the excluded."""
    parts = [_clause(clause) for clause in clauses] + [f"!{_clause(clause)}" for clause in excluded]
    return " & ".join(parts)


def any_of(alternatives: Iterable[str]) -> str:
    """Give the text of a query that any of several answers."""
    return "(" + " | ".join(f"({one})" for one in alternatives) + ")"


def _clause(clause: Clause) -> str:
    return "(" + " | ".join(_match(match) for match in clause.matches) + ")"


def _match(match: Match) -> str:
    suffix = ":*" if match.prefix else ""
    steps = ["(" + " | ".join(_quoted(key) + suffix for key in sorted(step)) + ")" for step in match.steps]
    if len(steps) == 1:
        return steps[0]
    if match.within == 1 and not match.any_order:
        return "(" + " <-> ".join(steps) + ")"
    return "(" + " & ".join(_near(a, b, match) for a, b in pairwise(steps)) + ")"


def _near(a: str, b: str, match: Match) -> str:
    """Give a query for two words that stand close to each other."""
    ways = list(_ways(a, b, match))
    return "(" + " | ".join(ways) + ")"


def _ways(a: str, b: str, match: Match) -> Iterator[str]:
    for distance in range(1, match.within + 1):
        yield f"({a} <{distance}> {b})"
        if match.any_order:
            yield f"({b} <{distance}> {a})"


def query(text: str) -> Expression:
    """Give the text of a query as an expression."""
    return Func(Value(text), template="%(expressions)s::tsquery", output_field=SearchQueryField())


def rank(full: str, as_typed: str, words: int, field: str = "vector") -> Expression:
    """Give how well a vector answers, higher is better, as weights.py says. `words` is how many were typed."""
    if full == as_typed:
        found = (TERMS + WHOLE) * _rank("ts_rank", field, full)
    else:
        found = TERMS * _rank("ts_rank", field, full) + WHOLE * _rank("ts_rank", field, as_typed)
    return cast(Expression, found + CLOSENESS * _rank("ts_rank_cd", field, as_typed) if words > 1 else found)


def _rank(function: str, field: str, text: str) -> Any:
    shares = "{" + ",".join(str(SHARES[letter]) for letter in "DCBA") + "}"
    weights = Func(Value(shares), template="%(expressions)s::real[]")
    return Func(weights, F(field), query(text), Value(1), function=function, output_field=FloatField())


def combined(alternatives: Sequence[Sequence[Clause]], excluded: Iterable[Clause] = ()) -> str:
    """Give the text of a query that all clauses of any of the alternatives must answer."""
    text = any_of(all_of(clauses) for clauses in alternatives)
    without = all_of((), excluded)
    return f"{text} & {without}" if without else text


def beginnings(words: Sequence[str], letters: str = "") -> str:
    """Give the text of a query for words as typed, the last perhaps only begun; `letters` limits where they stand."""
    *whole, last = [_quoted(keys(word).surface) for word in words]
    return " & ".join([*(word + (f":{letters}" if letters else "") for word in whole), f"{last}:*{letters}"])
