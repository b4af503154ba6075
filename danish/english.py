"""English among Danish: sentences, titles and names of projects that no Danish speller should touch."""

from __future__ import annotations

from collections.abc import Sequence

from danish.lexicon import Lexicon
from danish.tokens import Word
from danish.word_candidates import WordCandidate, staying

SWITCH = 8.0  # the cost of going from one language into the other


def english_words(words: Sequence[Word], readings: Sequence[Sequence[WordCandidate]], lexicon: Lexicon) -> list[bool]:
    """Tell of each word whether it stands among English (two languages, each word in the likelier; Viterbi).

    `readings` are what each word may mean in Danish. A word that both languages know goes with its neighbours.
    """
    danish, english = 0.0, SWITCH
    turns: list[tuple[bool, bool]] = []  # for each word and language: whether English stood before it
    for word, options in zip(words, readings, strict=True):
        turns.append((english + SWITCH < danish, english < danish + SWITCH))
        danish, english = (
            min(danish, english + SWITCH) + options[0].cost,
            min(english, danish + SWITCH) + _english_cost(word.text, lexicon),
        )
    return _walk_back(turns, in_english=english < danish)


def _english_cost(text: str, lexicon: Lexicon) -> float:
    return lexicon.english.get(text.lower()) or staying(text).cost


def _walk_back(turns: Sequence[tuple[bool, bool]], *, in_english: bool) -> list[bool]:
    found = []
    for turn in reversed(turns):
        found.append(in_english)
        in_english = turn[in_english]
    return found[::-1]
