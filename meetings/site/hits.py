"""Search highlights in page texts. This is the only module that assembles HTML by hand, after escaping the text."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from meetings.search.language import MARK_END, MARK_START
from meetings.site.pages.search_hit_anchors import MarkedTexts

LIST_ENTRY = "– "
_MARKED = re.compile(f"{MARK_START}([^{MARK_START}{MARK_END}]*){MARK_END}")
_STRAY_MARK = re.compile(f"[{MARK_START}{MARK_END}]")


def marked(text: str, places: MarkedTexts | None = None) -> Markup:
    """Return a text as HTML with its hits in <mark>. The text is escaped first; unpaired marker characters are removed.

    With `places`, each hit has as its id the next unused anchor of the page, in the order of rendering.
    """
    html = str(escape(text))
    if MARK_START not in html and MARK_END not in html:
        return Markup(html)
    if places:
        html = _MARKED.sub(lambda found: f'<mark id="{next(places.unwritten)}">{found[1]}</mark>', html)
    return Markup(without_marks(_MARKED.sub(r"<mark>\1</mark>", html)))


def without_marks(text: str) -> str:
    """Return a text without the characters that mark hits."""
    return _STRAY_MARK.sub("", text)


def excerpt(text: str) -> str:
    """Return an excerpt of a text with an ellipsis where it begins or ends within a sentence."""
    text = text.strip()
    bare = without_marks(text)
    before = "" if bare[:1].isupper() or bare.startswith(LIST_ENTRY) else "… "
    return before + text + ("" if bare.endswith((".", "!", "?", ":")) else " …")
