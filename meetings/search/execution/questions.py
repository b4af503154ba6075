"""The words of a question weighed by how rare they are in the archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, compress, count, islice
from typing import NamedTuple

from danish.inflection import is_adjective, is_verb
from meetings.search.execution.time_windows import read_extent
from meetings.search.execution.word_counts import WordCounter, which_match
from meetings.search.language import clause_sql
from meetings.search.language.clauses import Clause
from meetings.search.language.expansion import expand
from meetings.search.language.place_limits import is_year, limits
from meetings.search.language.place_names import is_place
from meetings.search.language.query import Query
from meetings.search.language.query_terms import QueryTerm, TermKind
from meetings.search.language.question_reading import asked_thing, council_named
from meetings.search.language.questions import DECIDING, MOST_WORDS, WeighedClause, WeighedQuestion, weigh
from meetings.search.language.weights import (
    NEARLY_THE_BEST,
    OF_A_MISSING_VERB,
    OF_A_PART,
    OF_A_VERB,
    OF_THE_ASKED_THING,
    SHARES_OF_A_QUESTION,
)
from meetings.search.language.words import compound_parts, fold

MOST_WEIGHED = 2 * MOST_WORDS  # words of a question that are counted at all


def weighed(query: Query, clauses: Sequence[Clause]) -> WeighedQuestion:
    """Return the clauses of a question that stand somewhere in the archive, and what each of them tells."""
    counter, thing = WordCounter(read_extent()), asked_thing(query.text)
    words = _counted((_word(clause, thing) for clause in clauses[:MOST_WEIGHED]), counter)
    return weigh(_with_parts(words, counter), counter.total)


class Requirement(NamedTuple):
    """What an item must match: a text of a tsquery for the index, and one that is checked of what the index finds."""

    indexed: str
    checked: str = ""


def required_of(query: Query, found: WeighedQuestion, clauses: Sequence[Clause]) -> Requirement:
    """Return what answers a question, as narrowly as is possible; nothing if nothing can.

    A question that is about a council alone is answered by all of its items.
    """
    council = council_named(query.text)
    if not found.words and not (council and len(clauses) == 1):
        return Requirement("")
    about = [one.clause for one in found.words[:DECIDING]]
    *_, indexed = limits(found.required(clause_sql.both), clauses, council, about)
    if not indexed:
        return Requirement("")

    def limited(question: WeighedQuestion) -> list[str]:
        return limits(question.required(), clauses, council, about)

    ways = limited(found)
    at = next(iter(compress(count(), which_match(indexed, ways[:-1]))), len(ways) - 1)
    fuller = [limited(found.with_share(share))[at] for share in SHARES_OF_A_QUESTION if len(found.words) > 1]
    best = next(iter(compress(SHARES_OF_A_QUESTION, which_match(indexed, fuller))), 0.0)
    return Requirement(indexed, limited(found.with_share(best * NEARLY_THE_BEST))[at])


def _with_parts(words: Sequence[WeighedClause], counter: WordCounter) -> list[WeighedClause]:
    """Return the words with the parts of compounds that stand nowhere in their places, if all of the parts stand.

    Parts only help other words to decide: that a bane is somewhere says nothing of a letbane.
    """
    parts = {one: list(_parts(one)) for one in words if not one.count}
    if len(parts) == len(words) or not any(parts.values()):
        return list(words)
    counted = iter(_counted(chain.from_iterable(parts.values()), counter))
    found = {one: list(islice(counted, len(given))) for one, given in parts.items()}
    return list(chain.from_iterable(_parts_or_word(one, found.get(one, ())) for one in words))


def _parts_or_word(word: WeighedClause, parts: Sequence[WeighedClause]) -> Sequence[WeighedClause]:
    return parts if parts and all(part.count for part in parts) else [word]


def _parts(word: WeighedClause) -> Iterator[WeighedClause]:
    """Yield the parts of a compound: pædagog and studerende in place of pædagogstuderende."""
    for part in compound_parts(word.clause.word):
        clause = expand((QueryTerm(TermKind.WORD, (part,)),))
        yield WeighedClause(clause, 0, word.factor * OF_A_PART, names=False)


def _counted(words: Iterable[WeighedClause], counter: WordCounter) -> list[WeighedClause]:
    given = list(words)
    counts = counter.count_each([clause_sql.by_single_words(one.clause) for one in given])
    return [_as_counted(one, count) for one, count in zip(given, counts, strict=True)]


def _as_counted(word: WeighedClause, count: int) -> WeighedClause:
    """Return a word with its count; a verb that stands nowhere tells little of the matter."""
    is_missing_verb = not count and word.factor == OF_A_VERB
    return replace(word, count=count, factor=OF_A_MISSING_VERB if is_missing_verb else word.factor)


def _word(clause: Clause, thing: str) -> WeighedClause:
    typed = clause.word
    if is_verb(typed.lower()):
        return WeighedClause(clause, 0, OF_A_VERB, names=False)
    if typed == thing:
        return WeighedClause(clause, 0, OF_THE_ASKED_THING)
    is_frame = is_place(fold(typed)) or is_year(typed)
    return WeighedClause(clause, 0, names=not is_frame and not is_adjective(typed.lower()), frame=is_frame)
