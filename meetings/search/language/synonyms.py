"""Synonyms: words that mean what was typed, for the second tier of a search, below what has the typed words.

They come from the lists of `danish.synonyms` and from the archive itself: abbreviations that its documents introduce
and the archivist's own pairs, which the caller passes in as `Listed`. Only plain words are widened, alone or several
together ("offentlig transport"), or as part of a compound; never phrases, prefixes, amounts and excluded words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import NamedTuple

from danish.inflection import headwords
from danish.synonyms import MunicipalSynonyms, municipal_synonyms, thesaurus
from meetings.search.language.clauses import Clause, Match, single
from meetings.search.language.query import Query
from meetings.search.language.query_terms import QueryTerm, TermKind
from meetings.search.language.weights import CLOSE
from meetings.search.language.words import (
    NOTING_VERB,
    PART,
    STOP_WORDS,
    SURFACE,
    as_danish,
    compound_parts,
    joined,
    keys,
    read_tokens,
)

MOST_WORDS = 7  # of a term
# Last parts that add little, flygtningeområdet is about flygtninge, and first parts that would say too little alone.
_LIGHT = frozenset("område indsats politik situation problem problematik spørgsmål sektor forhold udfordring".split())
_BROAD = frozenset(
    "kommune region stat land møde samarbejde fælles del grund mål hoved nær lokal arbejde sag punkt borger job "
    "special central samlet hel stor ny over under ind ud op".split()
)


@dataclass(frozen=True)
class Listed:
    """What the archive itself knows of terms: synonyms by the keys of a term, and pairs of keys that are none."""

    synonyms: Mapping[str, Sequence[str]] = field(default_factory=dict)
    never: frozenset[tuple[str, str]] = frozenset()

    def allows(self, keys: Iterable[str], text: str) -> bool:
        """Return whether a text is another term than that with these keys, and no archivist has ruled the pair out."""
        others = _keys_of_text(text)
        return others.isdisjoint(keys) and self.never.isdisjoint((a, b) for a in keys for b in others if self.never)


class Synonym(NamedTuple):
    """A synonym as it is shown, and what it matches."""

    text: str
    matches: tuple[Match, ...]


_BESIDES = {TermKind.INITIALS, TermKind.TOGETHER, TermKind.DAY}  # what a single word may be besides (`term_choices`)
Widening = tuple[tuple[Synonym, ...], ...]  # the synonyms of each clause of a query


class Run(NamedTuple):
    """Clauses of a query, from `start` to before `end`, whose words may be one term, and the keys of that term."""

    start: int
    end: int
    words: tuple[str, ...]
    keys: tuple[str, ...]


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a term."""
    return tuple(token.text for token in read_tokens(text))


@lru_cache(maxsize=10_000)
def _keys_of_text(text: str) -> frozenset[str]:
    return frozenset(term_keys(words_of(text)))


def term_keys(words: Iterable[str]) -> tuple[str, ...]:
    """Return the keys by which a term is looked up: those of its only word, or one of several words; maybe none.

    Inflection, hyphens, capitals and stop words make no difference.
    """
    said = [word for word in map(as_danish, words) if word.lower() not in STOP_WORDS]
    if len(said) == 1:
        return _wholes(said[0])
    return (
        (" ".join(min(_wholes(word), key=lambda key: (PART in key, len(key), key)) for word in said),) if said else ()
    )


def _wholes(word: str) -> tuple[str, ...]:
    found = keys(word)
    return tuple(key for key in found.wholes if key != NOTING_VERB) or found.wholes or (found.surface,)


def runs(query: Query) -> list[Run]:
    """Return every run of a query's clauses that may be a term."""
    plain = [_plain_words(clause) for clause in query.clauses]
    return [run for start in range(len(plain)) for run in _runs_from(plain, start)]


def _runs_from(plain: Sequence[tuple[str, ...]], start: int) -> Iterator[Run]:
    words: tuple[str, ...] = ()
    for end, more in enumerate(plain[start:], start + 1):
        words += more
        if not more or len(words) > MOST_WORDS:
            return
        yield Run(start, end, words, term_keys(words))


def _plain_words(clause: tuple[QueryTerm, ...]) -> tuple[str, ...]:
    """Return the words of a clause that stand for themselves; none of phrases, prefixes, amounts and choices."""
    word, *choices = clause
    is_plain = word.kind in {TermKind.WORD, TermKind.NAME} and all(one.kind in _BESIDES for one in choices)
    return word.words if is_plain else ()


def keys_of(query: Query) -> set[str]:
    """Return the keys of all terms of a query, for looking up what the archive has listed."""
    return {key for run in runs(query) for key in run.keys}


def find_synonyms(query: Query, listed: Listed) -> Widening:
    """Return what means the same as a query's words by the municipal list and by what the archive has listed."""
    return _by_clause(query, lambda run: _listed(run, listed), listed)


def find_loose_synonyms(query: Query, listed: Listed) -> Widening:
    """Return the same with what comes close: by both lists, and compounds without a last part that adds little."""
    return _by_clause(query, lambda run: (*_listed(run, listed), *_loose(run)), listed)


def _by_clause(query: Query, find: Callable[[Run], Iterable[Synonym]], listed: Listed) -> Widening:
    """Return the synonyms that `find` returns of each run, for each of its clauses: any of them stands for all."""
    found: list[dict[Synonym, None]] = [{} for _ in query.clauses]
    for run in runs(query):
        for one in find(run):
            if listed.allows(run.keys, one.text):
                for at in range(run.start, run.end):
                    found[at][one] = None
    return tuple(map(tuple, found))


def _listed(run: Run, listed: Listed) -> Iterator[Synonym]:
    for key in run.keys:
        for text in (*listed.synonyms.get(key, ()), *_municipal_terms().same.get(key, ())):
            yield Synonym(text, matches_of(text))
    if len(run.words) == 1:
        yield from _inside(run.words[0])


def _loose(run: Run) -> Iterator[Synonym]:
    for text in (text for key in run.keys for text in _municipal_terms().near.get(key, ())):
        yield Synonym(text, matches_of(text))
    if len(run.words) != 1:
        return
    word = as_danish(run.words[0]).lower()
    for text in (text for base in headwords(word) for text in thesaurus().get(base, ())):
        yield Synonym(text, matches_of(text))
    *rest, last = compound_parts(word) or ("",)
    if rest and not _LIGHT.isdisjoint(headwords(last)) and _BROAD.isdisjoint(headwords(rest[0])):
        yield Synonym(word.removesuffix(last).removesuffix("s"), (single(*_inner(rest)),))


@lru_cache(maxsize=2000)
def _inside(word: str) -> tuple[Synonym, ...]:
    """Return the synonyms of the first or last parts of a compound, in compounds or close to its other parts."""
    parts = compound_parts(as_danish(word))
    cuts = range(1, len(parts))
    return tuple(
        one for at in cuts for one in (*_swapped((), parts[:at], parts[at:]), *_swapped(parts[:at], parts[at:], ()))
    )


def _swapped(before: Sequence[str], part: Sequence[str], after: Sequence[str]) -> Iterator[Synonym]:
    """Yield the synonyms of a compound's part: as another compound, or near the other parts."""
    for text in (text for key in term_keys(["".join(part)]) for text in _municipal_terms().same.get(key, ())):
        if len(words_of(text)) == 1:
            whole = joined((*before, *(compound_parts(text) or (text,)), *after))
            near = Match(
                (frozenset(_inner([text])), frozenset(_inner((*before, *after)))), within=CLOSE, any_order=True
            )
            yield Synonym(text, (single(whole, PART + whole), near))


def _as_listed(word: str) -> tuple[str, ...]:
    """Return the keys of a word in the form of dictionaries, which is that of one headword: S-tog is no "stage"."""
    found = keys(word)
    own = {found.surface.removeprefix(SURFACE).replace("-", ""), joined(compound_parts(word) or (word,))}
    return tuple(key for key in found.wholes if key in own) or found.wholes or (found.surface,)


def _inner(parts: Sequence[str]) -> tuple[str, ...]:
    """Return the keys of consecutive parts, as a word and within compounds."""
    found = _wholes(parts[0]) if len(parts) == 1 else (joined(parts),)
    return (*found, *(PART + key for key in found))


@lru_cache(maxsize=5000)
def matches_of(text: str) -> tuple[Match, ...]:
    """Return what a synonym matches: a word also in compounds, several words one right after the other."""
    words = words_of(text)
    if len(words) == 1:
        found = _as_listed(words[0])
        return single(*found), single(*(PART + key for key in found))
    return (Match(tuple(frozenset(keys(word).wholes or (keys(word).surface,)) for word in words)),) if words else ()


def widened(clauses: Sequence[Clause], widening: Widening) -> tuple[Clause, ...]:
    """Return the clauses of a query with the matches of their synonyms; further ones stay as they are."""
    wider = [
        replace(
            clause, matches=tuple(dict.fromkeys((*clause.matches, *(match for one in also for match in one.matches))))
        )
        for clause, also in zip(clauses, widening, strict=False)
    ]
    return (*wider, *clauses[len(wider) :])


@cache
def _municipal_terms() -> MunicipalSynonyms:
    """Return the municipal list by keys in place of terms."""
    return MunicipalSynonyms(*map(_by_keys, municipal_synonyms()))


def _by_keys(terms: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for term, texts in terms.items():
        for key in term_keys(words_of(term)):
            found[key] = (*found.get(key, ()), *texts)
    return found
