"""From a parsed query to the database's: expansion, filters, the weighing of questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from meetings.models.search_entry import SearchEntryQuerySet
from meetings.search.execution.questions import required_of, weighed
from meetings.search.execution.verdict_query import narrowed, required_by, shown_by
from meetings.search.language import clause_sql
from meetings.search.language.clauses import Clause
from meetings.search.language.expansion import expand
from meetings.search.language.fields import FieldFilter, read_fields
from meetings.search.language.query import Query
from meetings.search.language.synonyms import Widening, widened
from meetings.search.language.verdicts import Verdict


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
    checked: str = ""  # what is checked of the items that match `required`
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
        is_said = single and not self.query.excluded and not self.narrowing.excluded
        return replace(self, required=self.titled if is_said else f"{self.required} & {self.titled}")

    def narrow(self, entries: SearchEntryQuerySet) -> SearchEntryQuerySet:
        """Keep the entries that match."""
        if self.is_nothing:
            return entries.none()
        found = entries.answering(self.required).checked(self.checked).tagged(*self.narrowing.tags)
        found = found.answering(clause_sql.tagged(self.narrowing.cases, " | "))
        return found.between(self.narrowing.since, self.narrowing.until)


def build_database_query(query: Query, *, spread: bool = True, also: Widening = ()) -> DatabaseQuery:
    """Return a query as the database takes it; without `spread` compounds must stand as they are written.

    `also` are synonyms that match as well as the words.
    """
    narrowing = read_fields(query.fields, query.case_numbers)
    written = widened((*(expand(terms, spread=False) for terms in query.clauses), *narrowing.clauses), also)
    clauses = widened((*(expand(terms, spread=spread) for terms in query.clauses), *narrowing.clauses), also)
    excluded = (*(expand(term, spread=False) for term in zip(query.excluded)), *narrowing.excluded)
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
    loosely, checked = (required_by(verdict, asked.clauses, near) for near in (clause_sql.both, clause_sql.together))
    return replace(
        asked,
        required=" & ".join(filter(None, [*required, loosely])),
        checked=" & ".join(filter(None, [asked.checked, checked])) if checked != loosely else asked.checked,
        titled="",
        clauses=(*asked.clauses, *shown_by(verdict)),
    )


def _question(asked: DatabaseQuery, excluded: tuple[Clause, ...]) -> DatabaseQuery:
    """Return the query of a question: the words that tell most are required, all of them rank."""
    found = weighed(asked.query, asked.clauses)
    ranked = partial(_ranked, clause_sql.any_of)
    required, checked = required_of(asked.query, found, asked.clauses)
    without = clause_sql.all_of((), excluded)
    return replace(
        asked,
        required=f"{required} & {without}" if required and without else required,
        checked=checked,
        ranked=ranked(found.clauses),
        as_typed=ranked(clause.as_typed for clause in found.clauses),
        clauses=found.clauses,
        tells=found.tells,
    )


def _ranked(combine: Callable[[Iterable[str]], str], clauses: Iterable[Clause]) -> str:
    texts = [clause_sql.standing([clause]) for clause in clauses]
    return combine(texts) if texts else ""
