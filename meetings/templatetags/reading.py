"""Template filters for long reading: headings with anchors, and the list of them."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from danish import alphabet
from meetings.search import MARK_END, MARK_START

register = template.Library()

_HEADING = re.compile(r"<h3>(.*?)</h3>", re.DOTALL)
_ANCHORED = re.compile(r'<h3 id="([^"]+)"><a [^>]*>(.*?)</a></h3>', re.DOTALL)
_MARKS = re.compile(f"[{MARK_START}{MARK_END}]")


@register.filter
def anchored(html: SafeString, section: str) -> SafeString:
    """Give the HTML of a section's text with an anchor of its own on each heading; `section` is the section's id."""
    seen: Counter[str] = Counter()

    def with_anchor(found: re.Match[str]) -> str:
        words = mark_safe(_MARKS.sub("", found[1]))  # noqa: S308 - HTML already, and only marks are taken away
        slug = f"{section}-{alphabet.slug(unescape(words)) or 'afsnit'}"
        seen[slug] += 1
        key = slug if seen[slug] == 1 else f"{slug}-{seen[slug]}"
        within = mark_safe(found[1])  # noqa: S308 - HTML already
        return format_html('<h3 id="{}"><a class="heading-link" href="#{}">{}</a></h3>', key, key, within)

    return mark_safe(_HEADING.sub(with_anchor, html))  # noqa: S308 - put together of HTML


@register.filter
def headings(html: SafeString) -> list[tuple[str, SafeString]]:
    """Give the anchors and words of the headings in a section's HTML."""
    found = _ANCHORED.findall(html)
    return [(key, mark_safe(_MARKS.sub("", words))) for key, words in found]  # noqa: S308 - HTML already
