"""Detection of English among Danish: sentences, titles and project names that the repair must not touch."""

from __future__ import annotations

from collections.abc import Sequence

from danish.lexicon import Lexicon
from danish.tokens import Word
from danish.word_candidates import WordCandidate, unchanged_candidate

SWITCH = 8.0  # the cost of changing language


def english_words(words: Sequence[Word], readings: Sequence[Sequence[WordCandidate]], lexicon: Lexicon) -> list[bool]:
    """Return for each word whether it is in an English passage, by the cheapest sequence of languages (Viterbi).

    `readings` are the Danish candidates of each word. A word that exists in both languages goes with its neighbours.
    """
    danish, english = 0.0, SWITCH
    turns: list[tuple[bool, bool]] = []  # per word and language: whether English came before it
    for word, options in zip(words, readings, strict=True):
        turns.append((english + SWITCH < danish, english < danish + SWITCH))
        danish, english = (
            min(danish, english + SWITCH) + options[0].cost,
            min(english, danish + SWITCH) + _english_cost(word.text, lexicon),
        )
    return _walk_back(turns, in_english=english < danish)


def _english_cost(text: str, lexicon: Lexicon) -> float:
    return lexicon.english.get(text.lower()) or unchanged_candidate(text).cost


def _walk_back(turns: Sequence[tuple[bool, bool]], *, in_english: bool) -> list[bool]:
    found = []
    for turn in reversed(turns):
        found.append(in_english)
        in_english = turn[in_english]
    return found[::-1]
