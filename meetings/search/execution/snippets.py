"""What a list shows of each item that a search found: the title with its hits, and the sentences that say most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, cast

from meetings.addresses import address_of
from meetings.models import AgendaItem, Decision
from meetings.search.execution.database_query import DatabaseQuery
from meetings.search.language.answer_sentences import AnswerFinder
from meetings.search.language.marking import HighlightTerms, Hits
from meetings.search.language.question_reading import AnswerKind, answer_kind
from meetings.shared.vocabulary import Outcome

READ = ("decision", "recommendation", "background", "presentation")  # sections for a snippet, in order
# An item with one of these was taken up, but nothing came of it: its badge says as much as its sentence.
_UNDECIDED = {Outcome.NOTED, Outcome.DISCUSSED, Outcome.OTHER}


class Snippet(NamedTuple):
    """A part of an item's text with its hits marked, and the section that it stands in ("" for attachments)."""

    section: str
    text: str


def with_hits(items: Sequence[AgendaItem], asked: DatabaseQuery) -> list[AgendaItem]:
    """Set on each item its title with hits, the URL of its place in its document, and the snippet."""
    looked = HighlightTerms(asked.clauses)
    finder = _finder(asked, looked)
    for item in cast(Sequence[Any], items):
        title = looked.hits(item.title)
        item.place = _place(item)
        item.also = []
        item.title_hits = title.marked
        shown = _answer(item, finder, title) if finder else None
        shown = shown or (_decision(item, looked) if asked.query.verdict else None)
        item.snippet_of, item.snippet = shown or (_snippet(item, looked, title) if asked.clauses else Snippet("", ""))
    return list(items)


def _finder(asked: DatabaseQuery, looked: HighlightTerms) -> AnswerFinder | None:
    if not asked.tells or asked.query.verdict:
        return None
    return AnswerFinder(looked, asked.tells, answer_kind(asked.query.text))


def _decision(item: Any, looked: HighlightTerms) -> Snippet | None:
    """Return the sentence of an item's decision that says most of what was typed; None if it has no decision."""
    if not hasattr(item, "decision"):
        return None
    sentences = [*item.decision.basis, *item.decision.followed_basis] or [item.decision.text]
    best = max(map(looked.hits, sentences), key=lambda hits: len(hits.met))
    return Snippet("decision", best.snippet or best.opening)


def _place(item: AgendaItem) -> str:
    """Return the URL of the place where an item stands in its document; "" if that is not known."""
    if item.document_id is None or not item.first_page:
        return ""
    return f"{address_of('document', item.document_id)}sted/?punkt={item.address}"


def _answer(item: Any, finder: AnswerFinder, title: Hits) -> Snippet | None:
    """Return the sentence of an item that answers a question, the decision's among equals; None if none has a word."""
    if finder.kind is AnswerKind.DECISION and hasattr(item, "decision"):
        decided = finder.find(item.texts["decision"], title).text
        return Snippet("decision", decided or finder.terms.hits(item.decision.text).opening)
    texts = item.texts
    found = ((name, finder.find(texts[name], title)) for name in READ)
    section, best = max(found, key=lambda one: one[1].tells)
    return Snippet(section, best.text) if best.tells else None


def _snippet(item: Any, looked: HighlightTerms, title: Hits) -> Snippet:
    """Return the deciding sentence if it and the title, above it, have all that can be shown; else what matches best.

    Without a hit in any text the deciding sentence is shown all the same.
    """
    best = _best(item, looked)
    deciding = _deciding_sentence(item, looked) if hasattr(item, "decision") else Hits("")
    if deciding.words and best.hits.met <= title.met | deciding.met:
        return Snippet("decision", deciding.snippet)
    if best.hits.words:
        return Snippet(best.section, best.hits.snippet)
    attached = looked.hits("\n".join(item.attachment_names)).snippet
    return Snippet("decision", deciding.opening) if deciding.text and not attached else Snippet("", attached)


class _Section(NamedTuple):
    section: str
    hits: Hits


def _best(item: Any, looked: HighlightTerms) -> _Section:
    """Return the section that matches most clauses, the first among equals; the decision comes first."""
    texts, best = item.texts, _Section("", Hits(""))
    for name in READ:
        hits = looked.hits(texts[name])
        if len(hits.met) > len(best.hits.met):
            best = _Section(name, hits)
        if len(best.hits.met) == looked.clause_count:
            break
    return best


def _deciding_sentence(item: Any, looked: HighlightTerms) -> Hits:
    """Return the sentence that decided an item, of several the one with most hits; nothing if none decided anything."""
    return max(map(looked.hits, _deciding(item.decision)), key=lambda hits: len(hits.met), default=Hits(""))


def _deciding(decision: Decision) -> Iterator[str]:
    """Yield the sentences that a decision's outcomes rest on, the strongest outcome first."""
    told = sorted(zip(map(Outcome, decision.outcomes), decision.basis, strict=False), key=lambda one: one[0].rank)
    yield from (sentence for outcome, sentence in told if outcome not in _UNDECIDED)
    yield from decision.followed_basis if decision.outcome not in _UNDECIDED else ()
