"""Clauses in PostgreSQL: the stored vector of an item's words, the tsquery it must match, and its rank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product
from typing import Any, NamedTuple

from django.contrib.postgres.search import SearchVectorField
from django.db.models import Lookup

from meetings.search.language.clauses import Clause, Match
from meetings.search.language.weights import (
    APART,
    CLOSE,
    CLOSENESS,
    SECTIONS,
    SENTENCE_GAP,
    SHARES,
    TERMS,
    TOGETHER,
    WHOLE,
)
from meetings.search.language.word_pairs import pairs
from meetings.search.language.words import BREAK, SURFACE, TAG, TITLE, break_before, keys

RUN = 3  # words of a phrase that are matched together


class VectorField(SearchVectorField):  # type: ignore[type-arg]
    """A tsvector whose text is written by `indexing` and not by PostgreSQL's text parser."""

    def get_placeholder(self, value: Any, compiler: Any, connection: Any) -> str:
        """Cast the text to a tsvector."""
        return "%s::tsvector"


@VectorField.register_lookup
class Checks(Lookup):
    """`vector__checks=text`: the same as `vector__answers`, but without the index.

    The index looks up every word of a tsquery by itself: what asks for two words near each other has hundreds.
    """

    lookup_name = "checks"

    def get_prep_lookup(self) -> Any:
        """Return the text unchanged."""
        return self.rhs

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Return SQL that calls the operator's function, for which there is no index."""
        vector, params = self.process_lhs(compiler, connection)
        return f"ts_match_vq({vector}, %s::tsquery)", (*params, self.rhs)


@VectorField.register_lookup
class Answers(Lookup):
    """`vector__answers=text`: whether a vector matches the text of a tsquery."""

    lookup_name = "answers"

    def get_prep_lookup(self) -> Any:
        """Return the text unchanged."""
        return self.rhs

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Return SQL that casts the text to a tsquery."""
        vector, params = self.process_lhs(compiler, connection)
        return f"{vector} @@ %s::tsquery", (*params, self.rhs)


def quoted(key: str) -> str:
    """Return a key quoted as in the text of a tsvector or tsquery."""
    return "'" + key.replace("\\", "\\\\").replace("'", "''") + "'"


def all_of(clauses: Iterable[Clause], excluded: Iterable[Clause] = ()) -> str:
    """Return the text of a tsquery in which every clause must match, and none of the excluded."""
    parts = [_clause(clause) for clause in clauses] + [f"!{_clause(clause)}" for clause in excluded]
    return " & ".join(parts)


def any_of(alternatives: Iterable[str]) -> str:
    """Return the text of a tsquery that matches if any of the alternatives does."""
    return "(" + " | ".join(f"({one})" for one in alternatives) + ")"


def combined(alternatives: Sequence[Sequence[Clause]], excluded: Iterable[Clause] = ()) -> str:
    """Return the text of a tsquery in which all clauses of any alternative must match, and none of the excluded."""
    text = any_of(all_of(clauses) for clauses in alternatives)
    without = all_of((), excluded)
    return f"{text} & {without}" if without else text


def by_single_words(clause: Clause) -> str:
    """Return the text of a tsquery for a clause without what needs positions, if it can be without."""
    single_words = tuple(match for match in clause.matches if len(match.steps) == 1)
    return _clause(Clause(single_words) if single_words else clause)


def both(first: Clause, second: Clause) -> str:
    """Return the text of a tsquery for items that have two clauses anywhere."""
    return f"({by_single_words(first)} & {by_single_words(second)})"


def together(first: Clause, second: Clause) -> str:
    """Return the text of a tsquery for items where two clauses stand together: near, or one of them in the title."""
    a, b = _first_words(first), _first_words(second)
    near = (
        way for distance in range(1, TOGETHER + 1) for way in (f"({a} <{distance}> {b})", f"({b} <{distance}> {a})")
    )
    titled = (f"({in_title([one])} & {by_single_words(other)})" for one, other in ((first, second), (second, first)))
    return any_of([*near, *titled])


def close(first: Clause, second: Clause) -> str:
    """Return the text of a tsquery for items whose decision or recommendation has two clauses close together."""
    a, b = (_first_words(clause, "BC") for clause in (first, second))
    return any_of(f"({a} <{distance}> {b})" for distance in range(1, CLOSE + 1))


def in_decision(clause: Clause) -> str:
    """Return the text of a tsquery for items whose decision has a word of a clause."""
    return _first_words(clause, SECTIONS["decision"].whole)


def _first_words(clause: Clause, labels: str = "") -> str:
    """Return the text of a tsquery for the first words of a clause's matches, where they have one of the labels."""
    suffix = f":{labels}" if labels else ""
    keys = dict.fromkeys(key for match in clause.matches for key in sorted(match.steps[0]))
    return "(" + " | ".join(quoted(key) + suffix for key in keys) + ")"


def needs_positions(text: str) -> bool:
    """Return whether a tsquery needs the positions of words, so that the index is not enough and fewer are counted."""
    return "<" in text


def tagged(tags: Iterable[str], join: str = " & ") -> str:
    """Return the text of a tsquery for items with all the tags; with " | " as `join`, for those with any."""
    return join.join(quoted(TAG + tag) for tag in tags)


def in_title(clauses: Iterable[Clause]) -> str:
    """Return the text of a tsquery for items whose titles have the words of every clause, in any position."""
    return " & ".join(any_of(map(_in_title, clause.matches)) for clause in clauses)


def _in_title(match: Match) -> str:
    marked = Match(tuple(frozenset(TITLE + key for key in step) for step in match.steps), prefix=match.prefix)
    return " & ".join(_steps(marked))


def title_prefixes(words: Sequence[str]) -> str:
    """Return the text of a tsquery for titles with all the words as typed; the last may be incomplete."""
    return " & ".join(quoted(TITLE + keys(word).surface) for word in words) + ":*"


def standing(clauses: Iterable[Clause]) -> str:
    """Return the same as `all_of`, but by words, never by word pairs: ranking needs positions and weight labels."""
    return " & ".join(_clause(clause, by_pairs=False) for clause in clauses)


def _clause(clause: Clause, *, by_pairs: bool = True) -> str:
    return "(" + " | ".join(_match(match, by_pairs=by_pairs) for match in clause.matches) + ")"


def _match(match: Match, *, by_pairs: bool) -> str:
    steps = _steps(match)
    if len(steps) == 1:
        return steps[0]
    if match.within == 1 and not match.any_order:
        run = _crossing(match, steps) if match.crosses and by_pairs else "(" + " <-> ".join(steps) + ")"
        return _by_pairs(match, run) if by_pairs else run
    return "(" + " & ".join(_near(a, b, match) for a, b in pairwise(steps)) + ")"


def _crossing(match: Match, steps: Sequence[str]) -> str:
    """Return a run that may cross from one sentence to the next, as runs of three that overlap.

    Each must be met with and without a break before its second and third word; one long run would have too many ways.
    """
    joins = [
        [f" <-> {step}", f" <-> {_break(keys)} <{SENTENCE_GAP - 1}> {step}"]
        for step, keys in zip(steps, match.steps, strict=True)
    ]
    runs = [range(at, min(at + RUN, len(steps))) for at in range(max(1, len(steps) - RUN + 1))]
    return " & ".join(any_of(map("".join, product([steps[run[0]]], *(joins[at] for at in run[1:])))) for run in runs)


def _break(step: frozenset[str]) -> str:
    """Return the text of a tsquery for the break before a word."""
    breaks = sorted({break_before(key) for key in step if key.startswith(SURFACE)})
    return "(" + " | ".join(map(quoted, breaks or [BREAK])) + ")"


def _steps(match: Match) -> list[str]:
    suffix = ":*" if match.prefix else ""
    return ["(" + " | ".join(quoted(key) + suffix for key in sorted(step)) + ")" for step in match.steps]


def _by_pairs(match: Match, run: str) -> str:
    """Return a run of words by the keys of its pairs of common words; for a run of two the pair alone is enough."""
    surfaces = [key.removeprefix(SURFACE) for step in match.steps for key in step if key.startswith(SURFACE)]
    if len(surfaces) != sum(map(len, match.steps)) or len(surfaces) != len(match.steps):
        return run
    found = [quoted(key) for key in pairs(surfaces)]
    return found[0] if found and len(surfaces) == 2 else "(" + " & ".join([*found, run]) + ")"


def _near(a: str, b: str, match: Match) -> str:
    """Return the text of a tsquery for two words close to each other."""
    return "(" + " | ".join(_ways(a, b, match)) + ")"


def _ways(a: str, b: str, match: Match) -> Iterator[str]:
    for distance in range(1, match.within + 1):
        yield f"({a} <{distance}> {b})"
        if match.any_order:
            yield f"({b} <{distance}> {a})"


class SqlFragment(NamedTuple):
    """A piece of SQL and its parameters."""

    sql: str
    params: tuple[Any, ...]


def rank(written: str, as_typed: str, apart: str, words: int) -> tuple[SqlFragment, SqlFragment]:
    """Return SQL for the rank of a vector (higher is better) by the formula in `weights`, in two parts to be added.

    The first, by all forms written as one word and by compounds written `apart`, is cheap. The second is for the
    entries that rank high by the first. `words` is how many were typed.
    """
    is_same = written == as_typed
    first = [_rank("ts_rank", TERMS + WHOLE if is_same else TERMS, written)]
    second = [] if is_same else [_rank("ts_rank", WHOLE, as_typed)]
    if apart:
        first.append(_rank("ts_rank", APART, apart))
    if words > 1:
        second.append(_rank("ts_rank_cd", CLOSENESS, as_typed))
    return _sum(first), _sum(second)


def _sum(parts: Sequence[SqlFragment]) -> SqlFragment:
    return SqlFragment(" + ".join(one.sql for one in parts) or "0", tuple(text for one in parts for text in one.params))


def _rank(function: str, weight: float, text: str) -> SqlFragment:
    shares = "{" + ",".join(str(SHARES[letter]) for letter in "DCBA") + "}"
    return SqlFragment(f"{weight} * {function}('{shares}', vector, %s::tsquery, 1)", (text,))
