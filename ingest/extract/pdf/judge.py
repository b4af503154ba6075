"""Judgement of the text of a page: whether it is legible, and which of two engines read it better.

A file may name no letters for its glyphs, or the wrong ones; then an engine reads nothing, signs or gibberish where a
person sees words. Names, figures and other languages are legible too, so only a page with hardly a known word is not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from danish.shipped import shipped_lexicon
from ingest.extract.pdf.pdfium_text import NO_LETTER
from meetings.shared.page_layout import PageLayout

FEWEST_SIGNS = 12  # a page of pictures may have a few
FEWEST_WORDS = 12  # of four letters and more; fewer are a title page or a list of names
GIBBERISH = 0.12  # the share of known words below which a page is none; English pages have 0.3 and more
NO_WORDS = 0.5  # the share of bare hyphens, as which PDFium reads glyphs mapped to the code 0
# Danish prose has a third of these, lists of names and contents some; then the lexicon, which takes half a second to
# load, need not be asked.
_COMMON = frozenset(
    "og i at er af til for det den en på med som der de har om et ikke skal kan fra ved kommune kkr sag side".split()
)
COMMON_SHARE = 0.06
# A sign without a letter in a word: a replacement character, a number of a glyph, or the area for private use.
_NO_LETTER = rf"(?:[{NO_LETTER}\ue000-\uf8ff]|\(cid:\d+\))"
_LETTERLESS = re.compile(rf"\w{_NO_LETTER}|{_NO_LETTER}\w|{_NO_LETTER}{{4}}")
# The same signs anywhere, and those of Dingbats.
_SIGN = re.compile(rf"[{NO_LETTER}\ue000-\uf8ff\u2700-\u27bf]|\(cid:\d+\)")
_WORD = re.compile(r"[^\W\d_]{4,}")
_TOKEN = re.compile(r"[^\W\d_]+|(?<!\S)-(?!\S)")
_SIGNS = re.compile(r"[\W_]+")


def find_illegible(layouts: Sequence[PageLayout]) -> set[int]:
    """Return the numbers of the pages whose text is no text, as far as its signs and words tell.

    Pages with few words are judged by the whole document.
    """
    texts = {one.number: _text(one) for one in layouts}
    signs = {number for number, text in texts.items() if _LETTERLESS.search(text) or _is_signs(text)}
    pages = {number for number, text in texts.items() if _is_gibberish(text)}
    whole = set(texts) if _is_gibberish("\n".join(texts.values())) else set()
    found = signs | pages | whole
    # The fonts of a document are of one making: where most pages are illegible, so are the headings of the others.
    return found if len(found) * 2 < len(layouts) else set(texts)


def better(one: PageLayout, other: PageLayout) -> PageLayout:
    """Return the one of two readings of a page with fewer signs without letters, then with more known words."""
    return max((one, other), key=_worth)


def differ(one: PageLayout, other: PageLayout) -> bool:
    """Return whether two readings of a page differ in more than marks, spaces and the order of lines."""
    first, second = (Counter(_SIGNS.sub(" ", _text(layout)).casefold().split()) for layout in (one, other))
    return first != second


def _is_signs(text: str) -> bool:
    """Return whether a text has more signs than letters and figures: glyphs may be named after those of Dingbats."""
    signs = _SIGN.findall(text)
    return len(signs) >= FEWEST_SIGNS and len(signs) > sum(map(str.isalnum, _SIGN.sub("", text)))


def _worth(layout: PageLayout) -> tuple[float, float]:
    text = _text(layout)
    return -len(_LETTERLESS.findall(text)), _known_share(_WORD.findall(text.lower()))


def _is_gibberish(text: str) -> bool:
    words = _TOKEN.findall(text.lower())
    if len(words) >= FEWEST_WORDS and words.count("-") > NO_WORDS * len(words):
        return True
    if sum(word in _COMMON for word in words) > COMMON_SHARE * len(words):
        return False
    long = _WORD.findall(text.lower())
    return len(long) >= FEWEST_WORDS and _known_share(long) < GIBBERISH


def _known_share(words: Sequence[str]) -> float:
    lexicon = shipped_lexicon()
    known = sum(lexicon.cost(word) is not None or word in lexicon.words or word in lexicon.names for word in words)
    return known / max(len(words), 1)


def _text(layout: PageLayout) -> str:
    return "\n".join(layout.lines())
