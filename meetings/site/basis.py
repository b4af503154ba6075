"""The sentences that a judgement rests on, marked within the text that they stand in.

Private-use characters mark them until the text is HTML, as for the hits of a search, which may stand within them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from meetings.search.language import MARK_END, MARK_START
from meetings.site.hits import LIST_ENTRY

_START, _END = "\ue010", "\ue011"
_MARKED = re.compile(f"{_START}([^{_START}{_END}]*){_END}")


class Part(NamedTuple):
    """A part of a text as HTML, and whether it is a sentence that a judgement rests on."""

    html: Markup
    is_basis: bool


def with_basis(text: str, sentences: Iterable[str]) -> str:
    """Return a text, in which hits may be marked, with each of the sentences marked where it first stands."""
    for sentence in dict.fromkeys(one.removeprefix(LIST_ENTRY) for one in sentences):
        hit = f"[{MARK_START}{MARK_END}]*"
        found = re.search(hit.join(map(re.escape, sentence)), text) if sentence else None
        if found and found[0].count(MARK_START) == found[0].count(MARK_END):
            text = f"{text[: found.start()]}{_START}{found[0]}{_END}{text[found.end() :]}"
    return text


def basis_parts(html: Markup) -> Iterator[Part]:
    """Yield the parts of the HTML made of a text of `with_basis`."""
    for n, part in enumerate(_MARKED.split(str(html))):
        yield Part(Markup(part.replace(_START, "").replace(_END, "")), is_basis=n % 2 == 1)
