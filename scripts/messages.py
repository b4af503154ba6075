"""The message catalogues: the strings to translate, gathered from code and templates.

    python scripts/messages.py           updates locale/*/LC_MESSAGES/django.po and .mo
    python scripts/messages.py --check   checks that they are up to date; exit status 1 if not

Django's `makemessages` calls the gettext programs, which a bare Debian lacks; Babel does the same in Python. The source
language is Danish, so it has no catalogue. Without line numbers and dates, catalogues change only when strings do.
"""

from __future__ import annotations

import datetime
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("en",)
PYTHON = ("kkrarchive", "danish", "ingest", "meetings", "desk")
PAGES, ADMIN = "templates/site", "templates/admin"  # Jinja2 templates and Django templates
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# As in `meetings.site.jinja`. Not silent: a template that cannot be parsed is an error, not one without strings.
JINJA = {"trimmed": "true", "newstyle_gettext": "true", "trim_blocks": "true", "silent": "false"}
NO_DATE = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)
HEADER: dict[str, Any] = {
    "project": "KKR-arkivet",
    "version": "1",
    "msgid_bugs_address": "-",
    "last_translator": "-",
    "language_team": "-",
    "creation_date": NO_DATE,
    "revision_date": NO_DATE,
    "fuzzy": False,
}


class Message(NamedTuple):
    """A source string (with its plural, if it has one), the file it is in, and its context."""

    text: str | tuple[str, ...]
    file: str
    context: str | None


def main(arguments: list[str]) -> int:
    """Write the catalogues, or check them with --check; return the exit status."""
    messages = list(gather())
    stale = [path for language in LANGUAGES for path in bring_up_to_date(language, messages, "--check" in arguments)]
    for path in stale:
        print(f"{path.relative_to(ROOT)} is not current: run `make messages` and commit what it writes")
    return 1 if stale else 0


def gather() -> Iterator[Message]:
    """Yield every string marked for translation in code and templates, file by file."""
    for folder in PYTHON:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield from _messages(path, path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / PAGES).rglob("*.html")):
        yield from _messages(path, path.read_text(encoding="utf-8"), "jinja2.ext:babel_extract")
    for path in sorted((ROOT / ADMIN).rglob("*.html")):
        yield from _messages(path, read_template(path))


def read_template(path: Path) -> str:
    """Return a Django template as Python: its gettext calls, each on its own line, with the rest blanked out."""
    from django.utils.translation.template import templatize

    source = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    return "\n".join(line.lstrip() for line in source.split("\n"))


def _messages(path: Path, source: str, method: str = "python") -> Iterator[Message]:
    file = path.relative_to(ROOT).as_posix()
    for _line, text, _comments, context in extract(method, io.BytesIO(source.encode()), KEYWORDS, options=JINJA):
        yield Message(text, file, context)


def bring_up_to_date(language: str, messages: list[Message], only_check: bool) -> Iterator[Path]:
    """Write a language's catalogue, keeping its translations; if only checking, yield the files that are stale."""
    path = ROOT / "locale" / language / "LC_MESSAGES" / "django.po"
    catalog = make_catalog(language, messages, path)
    for target, content in ((path, as_po(catalog)), (path.with_suffix(".mo"), as_mo(catalog))):
        if not only_check:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        elif not target.exists() or target.read_bytes() != content:
            yield target


def make_catalog(language: str, messages: list[Message], path: Path) -> Catalog:
    """Return a catalogue of the messages, with the translations in the file at `path`."""
    known = read_po(io.BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog()
    catalog = Catalog(language, header_comment=f"# KKR-arkivet, from Danish to {language}.", **HEADER)
    for message in messages:
        old = known.get(message.text, message.context)
        catalog.add(
            message.text, old.string if old else None, [(message.file, 0)], context=message.context,
            flags=old.flags - {"python-format"} if old else (),
        )  # fmt: skip
    return catalog


def as_po(catalog: Catalog) -> bytes:
    """Return the catalogue as a .po file, which translators edit."""
    out = io.BytesIO()
    write_po(out, catalog, width=120, include_lineno=False, sort_by_file=True)
    return out.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """Return the catalogue as an .mo file, which Django reads."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
