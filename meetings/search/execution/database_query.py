"""From a parsed query to the database's: expansion, filters, the weighing of questions, the correction of typos."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q
from django.db.models.functions import Length

from danish.inflection import is_listed
from meetings.models import SearchWord
from meetings.models.search_entry import SearchEntryQuerySet
from meetings.search.execution.questions import required_of, weighed
from meetings.search.execution.verdict_query import narrowed, required_by, shown_by
from meetings.search.language import clause_sql
from meetings.search.language.clauses import Clause
from meetings.search.language.expansion import expand
from meetings.search.language.fields import FieldFilter, read_fields
from meetings.search.language.query import Query, read_query
from meetings.search.language.query_terms import TermKind
from meetings.search.language.slips import LONG, one_slip_away, same_letters, slips, slips_allowed
from meetings.search.language.synonyms import Widening, widened
from meetings.search.language.verdicts import Verdict
from meetings.search.language.words import knows, readings

MOST_CANDIDATES = 60  # words similar to one that was typed


@dataclass(frozen=True)
class DatabaseQuery:
    """A query as the database takes it: texts of tsqueries for matching and for ranking, and the clauses to highlight.

    `required` must match, `titled` is what a title alone must match. `apart` is for ranking where compounds may also be
    written apart; else empty.
    """

    query: Query
    required: str
    titled: str
    ranked: str
    as_typed: str
    clauses: tuple[Clause, ...]
    narrowing: FieldFilter
    apart: str = ""
    tells: tuple[float, ...] = ()  # of a question, how much each of its clauses tells

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to search for: something was typed, but nothing that can be found."""
        narrowed = self.narrowing.tags or self.narrowing.cases or self.narrowing.since or self.narrowing.until
        return bool(self.query.text) and not self.required and bool(self.query.clauses or not narrowed)

    @property
    def in_titles(self) -> DatabaseQuery:
        """The same query for titles. Single words of a title are in the item too, so the item need not be matched."""
        single = all(len(match.steps) == 1 for clause in self.clauses for match in clause.matches)
        is_said = single and not self.query.excluded
        return replace(self, required=self.titled if is_said else f"{self.required} & {self.titled}")

    def narrow(self, entries: SearchEntryQuerySet) -> SearchEntryQuerySet:
        """Keep the entries that match."""
        if self.is_nothing:
            return entries.none()
        found = entries.answering(self.required).tagged(*self.narrowing.tags)
        found = found.answering(clause_sql.tagged(self.narrowing.cases, " | "))
        return found.between(self.narrowing.since, self.narrowing.until)


def build_database_query(query: Query, *, spread: bool = True, also: Widening = ()) -> DatabaseQuery:
    """Return a query as the database takes it; without `spread` compounds must stand as they are written.

    `also` are synonyms that match as well as the words.
    """
    narrowing = read_fields(query.fields, query.case_numbers)
    written = widened((*(expand(terms, spread=False) for terms in query.clauses), *narrowing.clauses), also)
    clauses = widened((*(expand(terms, spread=spread) for terms in query.clauses), *narrowing.clauses), also)
    excluded = tuple(expand(term, spread=False) for term in zip(query.excluded))
    asked = DatabaseQuery(query, "", "", "", "", clauses, narrowing)
    asked = _question(asked, excluded) if query.is_question and clauses else _plain(asked, written, excluded)
    return _with_verdict(asked, query.verdict, excluded) if query.verdict else asked


def _plain(asked: DatabaseQuery, written: tuple[Clause, ...], excluded: tuple[Clause, ...]) -> DatabaseQuery:
    """Return a query all of whose clauses must match; `written` are those without compounds written apart."""
    clauses, ranked = asked.clauses, partial(_ranked, " & ".join)
    return replace(
        asked,
        required=clause_sql.all_of(clauses, excluded),
        titled=clause_sql.in_title(clauses),
        ranked=ranked(written),
        as_typed=ranked(clause.as_typed for clause in clauses),
        apart="" if clauses == written else ranked(clauses),
    )


def _with_verdict(asked: DatabaseQuery, verdict: Verdict, excluded: tuple[Clause, ...]) -> DatabaseQuery:
    """Return a query narrowed to the items that a verdict fits."""
    if not (asked.query.is_question and asked.query.clauses):
        required = [*map(narrowed, asked.clauses), clause_sql.all_of((), excluded)]
    elif asked.required:
        required = [asked.required]
    else:
        return asked  # a question that nothing answers
    required.append(required_by(verdict, asked.clauses))
    shown = (*asked.clauses, *shown_by(verdict))
    return replace(asked, required=" & ".join(filter(None, required)), titled="", clauses=shown)


def _question(asked: DatabaseQuery, excluded: tuple[Clause, ...]) -> DatabaseQuery:
    """Return the query of a question: the words that tell most are required, all of them rank."""
    found = weighed(asked.query, asked.clauses)
    ranked = partial(_ranked, clause_sql.any_of)
    return replace(
        asked,
        required=required_of(asked.query, found, asked.clauses, clause_sql.all_of((), excluded)),
        ranked=ranked(found.clauses),
        as_typed=ranked(clause.as_typed for clause in found.clauses),
        clauses=found.clauses,
        tells=found.tells,
    )


def _ranked(combine: Callable[[Iterable[str]], str], clauses: Iterable[Clause]) -> str:
    texts = [clause_sql.standing([clause]) for clause in clauses]
    return combine(texts) if texts else ""


def find_correction(query: Query, *, doubts_compounds: bool = False) -> Query | None:
    """Return the query with its typos corrected; None if it has none, or none that can be corrected.

    A typo is a plain word that is not in the dictionary. Call this only if few items match, or none: then a compound
    that only happens to be possible may be one too, by one slip (`doubts_compounds`).
    """
    text = query.text
    for word in _plain_words(query):
        most = _most_slips(word, doubts_compounds=doubts_compounds)
        meant = (
            next(filter(None, (_meant(one.lower(), most) for one in reversed(readings(word)))), None) if most else None
        )
        if meant:
            text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", meant, text)
    return None if text == query.text else replace(read_query(text), case_numbers=query.case_numbers)


def _plain_words(query: Query) -> Iterator[str]:
    for term in (term for clause in query.clauses for term in clause):
        if term.kind in {TermKind.WORD, TermKind.NAME}:
            yield from (word for word in term.words if word.isalpha())


def _most_slips(word: str, *, doubts_compounds: bool) -> int:
    """Return how many slips a word may have: none if Danish has it."""
    if not knows(word):
        return slips_allowed(word)
    return (
        min(1, slips_allowed(word))
        if doubts_compounds and not any(is_listed(one.lower()) for one in readings(word))
        else 0
    )


def _meant(word: str, most: int) -> str | None:
    """Return the word of the archive that is fewest slips away; None if none is near.

    Of several it is the one that begins most like it, since first letters are the surest, and then the most similar.
    """
    alike = Q(word__trigram_similar=word, length__gte=len(word) - most, length__lte=len(word) + most)
    if len(word) < LONG:  # a slip of a short word may leave it nothing alike in trigrams
        alike = Q(word__in=one_slip_away(word))
    near = SearchWord.objects.annotate(length=Length("word"), likeness=TrigramSimilarity("word", word)).filter(alike)
    words = near.order_by("-likeness", "word").values_list("word", flat=True)[:MOST_CANDIDATES]
    ranked = sorted((slips(word, one, most), -same_letters(word, one), at, one) for at, one in enumerate(words))
    return ranked[0][-1] if ranked and 0 < ranked[0][0] <= most else None
