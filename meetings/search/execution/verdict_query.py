"""A query with a verdict as the database takes it: the tags of outcomes, and words of the decision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from meetings.search.language import clause_sql
from meetings.search.language.clauses import Clause, single
from meetings.search.language.expansion import expand
from meetings.search.language.place_limits import is_year
from meetings.search.language.place_names import is_place
from meetings.search.language.query_terms import QueryTerm, TermKind
from meetings.search.language.questions import Near
from meetings.search.language.verdicts import Verdict, VerdictForm
from meetings.search.language.words import fold, keys
from meetings.shared.vocabulary import Outcome, RegionSlug

_UNDECIDED = f"!({clause_sql.tagged((f'udfald:{outcome}' for outcome in Outcome), ' | ')})"
_TO_MUNICIPALITIES = Clause((single("kommune", "byraad", "kommunalbestyrelse"),))


def required_by(verdict: Verdict, clauses: Sequence[Clause], near: Near) -> str:
    """Return the text of a tsquery for what a verdict asks beside, and `near`, the clauses of what else is typed."""
    matters = [one for one in clauses if not is_year(one.word) and not is_place(fold(one.word))]
    groups = (clause_sql.any_of(way for form in group for way in _ways(form, matters, near)) for group in verdict.forms)
    said = (clause_sql.in_decision(_word(word)) for word in verdict.said)
    return " & ".join([*groups, *said, *_without(verdict)])


def _without(verdict: Verdict) -> Iterator[str]:
    """Yield the condition that "uden" stands right before what must be said, or that it does not."""
    if verdict.without is not None:
        text = clause_sql.close(Clause((single(keys("uden").surface),)), _word(verdict.said[-1]))
        yield text if verdict.without else f"!{text}"


def _ways(form: VerdictForm, clauses: Sequence[Clause], near: Near) -> list[str]:
    """Return the ways in which an item meets a verdict: its outcome or, while undecided, words near the others."""
    ways, told = [clause_sql.tagged([form.tag])], Clause((single(*form.words),))
    if form.may_be_told:
        ways += (f"({near(told, clause)} & {_UNDECIDED})" for clause in clauses)
    if form.tag == f"udfald:{Outcome.RECOMMENDED}" and not clauses:
        ways.append(clause_sql.close(told, _TO_MUNICIPALITIES))  # what is asked for before it is decided
    return ways


def shown_by(verdict: Verdict) -> tuple[Clause, ...]:
    """Return the clauses to highlight for a verdict."""
    return (Clause((single(*verdict.words),)), *map(_word, verdict.said))


def narrowed(clause: Clause) -> str:
    """Return the text of a tsquery for a clause; a council or a year is also met by the meeting's."""
    typed = fold(clause.word)
    if is_year(typed):
        return clause_sql.any_of([clause_sql.by_single_words(clause), clause_sql.tagged([f"aar:{typed}"])])
    if is_place(typed) and typed in set(RegionSlug):
        return clause_sql.any_of([clause_sql.by_single_words(clause), clause_sql.tagged([f"region:{typed}"])])
    return clause_sql.all_of([clause])


def _word(word: str) -> Clause:
    return expand((QueryTerm(TermKind.WORD, (word,)),))
