"""Pages in English in which every translated string is marked, and the words that are neither translated nor Danish."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from django.utils.translation.trans_real import DjangoTranslation

OPEN, CLOSE = "⟦", "⟧"
WORD = re.compile(r"[^\W\d_]{2,}")
ADDRESS = re.compile(r"https?://\S+")
# What is the same in both languages.
ALIKE = {"KKR", "PDF", "kB", "MB", "SHA", "manage", "py", "ingest", "samples", "load", "BibTeX", "APA", "KL"}
SILENT = {"script", "style"}
VOID = {"meta", "link", "img", "input", "br", "hr", "path", "rect", "line", "circle", "use"}
SPOKEN = {"title", "alt", "aria-label", "placeholder", "content", "data-suggest-label"}


class MarkedEnglish(DjangoTranslation):
    """English with every translated string in brackets. Django's own strings are English as they stand."""

    def gettext(self, message: str) -> str:
        return f"{OPEN}{super().gettext(message)}{CLOSE}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{OPEN}{super().ngettext(msgid1, msgid2, n)}{CLOSE}"


class Untranslated(HTMLParser):
    """Gathers in `words` what a page says that is neither translated, nor marked as Danish or as code, nor a name."""

    def __init__(self, names: Iterable[str], records: Iterable[str]) -> None:
        super().__init__()
        self.names = sorted(set(names), key=len, reverse=True)
        self.records = sorted(set(records), key=len, reverse=True)
        self.words: list[str] = []
        self.depth = 0  # of translated strings within each other, which tags may stand in
        self.languages: list[tuple[str, str]] = []

    @property
    def here(self) -> tuple[str, str]:
        """The element that is open, and its language."""
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
        """Return the words of a text that stand outside all translated strings, and are no names."""
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
    """Return the words of a page that a reader of English meets without warning, in their order.

    `names` are the same in any language; `records` are Danish, which the head of a page cannot say of a part of a text.
    """
    parser = Untranslated(names, records)
    parser.feed(html)
    return parser.words
