"""Judgement of the text of a page: whether it is legible, and which of two engines read it better.

A file may name no letters for its glyphs, or the wrong ones; then an engine reads nothing, signs or gibberish where a
person sees words. Names, figures and other languages are legible too, so only a page with hardly a known word is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from danish.confusions import DANISH
from danish.evidence import FEWEST_DANISH_LETTERS
from danish.shipped import shipped_lexicon
from ingest.extract.pdf.pdfium_text import NO_LETTER
from meetings.shared.page_layout import PageLayout

FEWEST_WORDS = 12  # of four letters and more; fewer are a title page or a list of names
GIBBERISH = 0.12  # the share of known words below which a page is none; English pages have 0.3 and more
# A sign without a letter in a word: a replacement character, a number of a glyph, or the area for private use.
_LETTERLESS = re.compile(rf"\w[{NO_LETTER}\ue000-\uf8ff]|[{NO_LETTER}\ue000-\uf8ff]\w|\w?\(cid:\d+\)\w|\w\(cid:\d+\)")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SIGNS = re.compile(r"[\W_]+")


def is_legible(layout: PageLayout) -> bool:
    """Return whether the text of a page is text, as far as its signs and words tell."""
    text = _text(layout)
    return not _LETTERLESS.search(text) and not _is_gibberish(text)


def better(one: PageLayout, other: PageLayout) -> PageLayout:
    """Return the one of two readings of a page with fewer signs without letters, then with more known words."""
    return max((one, other), key=_worth)


def differ(one: PageLayout, other: PageLayout) -> bool:
    """Return whether two readings of a page differ in more than marks, spaces and the order of lines."""
    texts = [sorted(_SIGNS.sub(" ", _text(layout)).casefold().split()) for layout in (one, other)]
    return SequenceMatcher(None, *texts, autojunk=False).ratio() < 1


def _worth(layout: PageLayout) -> tuple[float, float]:
    text = _text(layout)
    return -len(_LETTERLESS.findall(text)), _known_share(_WORD.findall(text.lower()))


def _is_gibberish(text: str) -> bool:
    letters, danish = sum(map(str.isalpha, text)), sum(map(text.count, DANISH))
    if danish > FEWEST_DANISH_LETTERS * letters:
        # Spares the lexicon, which takes half a second to load: gibberish has few of the three letters.
        return False
    words = _WORD.findall(text.lower())
    return len(words) >= FEWEST_WORDS and _known_share(words) < GIBBERISH


def _known_share(words: Sequence[str]) -> float:
    lexicon = shipped_lexicon()
    known = sum(lexicon.cost(word) is not None or word in lexicon.words or word in lexicon.names for word in words)
    return known / max(len(words), 1)


def _text(layout: PageLayout) -> str:
    return "\n".join(" ".join(piece.text for piece in row) for row in layout.rows)
