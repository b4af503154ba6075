"""English pages with every translated string marked, to find words neither translated nor marked as Danish."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from django.utils.translation.trans_real import DjangoTranslation

OPEN, CLOSE = "⟦", "⟧"
WORD = re.compile(r"[^\W\d_]{2,}")
ADDRESS = re.compile(r"https?://\S+")
# Words that are the same in both languages.
ALIKE = {"KKR", "PDF", "kB", "MB", "SHA", "manage", "py", "ingest", "samples", "load", "BibTeX", "APA", "KL"}
SILENT = {"script", "style"}
VOID = {"meta", "link", "img", "input", "br", "hr", "path", "rect", "line", "circle", "use"}
SPOKEN = {"title", "alt", "aria-label", "placeholder", "content", "data-suggest-label"}


class MarkedEnglish(DjangoTranslation):
    """An English translation with every translated string in brackets. Django's own strings stay as they are."""

    def gettext(self, message: str) -> str:
        return f"{OPEN}{super().gettext(message)}{CLOSE}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{OPEN}{super().ngettext(msgid1, msgid2, n)}{CLOSE}"


class Untranslated(HTMLParser):
    """A parser that collects in `words` the words that are not translated, marked as Danish, code or names."""

    def __init__(self, names: Iterable[str], records: Iterable[str]) -> None:
        super().__init__()
        self.names = sorted(set(names), key=len, reverse=True)
        self.records = sorted(set(records), key=len, reverse=True)
        self.words: list[str] = []
        self.depth = 0  # nesting depth of translated strings, which may contain tags
        self.languages: list[tuple[str, str]] = []

    @property
    def here(self) -> tuple[str, str]:
        """The innermost open element, and its language."""
        return self.languages[-1] if self.languages else ("", "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag not in VOID:
            code = "da" if told.get("translate") == "no" else None
            self.languages.append((tag, told.get("lang") or code or self.here[1]))
        if not self.is_danish(told):
            for name in SPOKEN & told.keys():
                self.words += self.bare_words(told[name] or "", 0)

    def is_danish(self, told: dict[str, str | None]) -> bool:
        return (told.get("lang") or self.here[1]) == "da" or told.get("name") in {"viewport", "color-scheme"}

    def handle_endtag(self, tag: str) -> None:
        while self.languages and self.languages.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag, language = self.here
        if tag not in SILENT and language != "da":
            self.words += self.bare_words(data, self.depth)
        self.depth += data.count(OPEN) - data.count(CLOSE)

    def bare_words(self, text: str, depth: int) -> Iterator[str]:
        """Yield the words of a text that are outside all translated strings and are not names."""
        outside = ADDRESS.sub(" ", "".join(_outside(text, depth)))
        in_head = any(tag == "head" for tag, _language in self.languages)
        for name in [*(self.records if in_head else ()), *self.names]:
            outside = outside.replace(name, " ")
        return (word for word in WORD.findall(outside) if word not in ALIKE)


def _outside(text: str, depth: int) -> Iterator[str]:
    for letter in text:
        depth += (letter == OPEN) - (letter == CLOSE)
        if depth <= 0:
            yield " " if letter == CLOSE else letter


def untranslated(html: str, names: Iterable[str], records: Iterable[str]) -> list[str]:
    """Return the words of a page that are neither English nor marked as Danish, in order.

    `names` are the same in any language; `records` are Danish texts, which cannot be marked in the head of a page.
    """
    parser = Untranslated(names, records)
    parser.feed(html)
    return parser.words
