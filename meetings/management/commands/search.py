"""`manage.py search "fælles it-drift"`: the results of the search page, on the terminal or as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.management.base import CommandParser
from django.utils.html import escape

from kkrarchive.terminal_command import TerminalCommand
from kkrarchive.terminal_language import gettext as _
from kkrarchive.terminal_language import ngettext
from meetings.models import AgendaItem, SearchEntry
from meetings.search.answers import answers
from meetings.search.execution.results import SearchResults
from meetings.search.execution.tiers import find
from meetings.search.execution.timeout import limited
from meetings.search.language import MARK_END, MARK_START, Query, read_query
from meetings.shared.vocabulary import gettext_noop


class Command(TerminalCommand):
    """Command that searches as the search page does."""

    help = gettext_noop("Søger i arkivet som søgesiden.")

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the options: a query, or --batch for many on stdin."""
        parser.add_argument("query", nargs="?", help=_("det, der søges efter"))
        parser.add_argument("--json", action="store_true", help=_("skriv ét JSON-objekt"))
        parser.add_argument(
            "--batch", action="store_true", help=_("læs en søgning pr. linje, skriv et objekt pr. linje")
        )
        parser.add_argument("--exact-words", action="store_true", help=_("søg ikke efter andre ord for det samme"))
        parser.add_argument("--limit", type=int, help=_("så mange fund højst (10; med --batch 20)"))

    def handle(self, *args: Any, **options: Any) -> None:
        """Run one query, or one for each line of stdin."""
        search = partial(find, entries=SearchEntry.objects.all(), synonyms=not options["exact_words"])
        if options["batch"]:
            for line in sys.stdin:
                with limited():
                    self.stdout.write(_as_json(line.rstrip("\n"), options["limit"] or 20, search))
            return
        with limited():
            if options["json"]:
                self.stdout.write(_as_json(options["query"] or "", options["limit"] or 10, search))
            else:
                self._show(options["query"] or "", options["limit"] or 10, search)

    def _show(self, typed: str, limit: int, search: Callable[[Query], SearchResults]) -> None:
        for answer in answers(typed):
            self.stdout.write(f"{answer.label}: {answer.title} – {answer.line}\n  {answer.address}\n")
        found = search(read_query(typed))
        if found.corrected:
            self.stdout.write(
                _("Intet fundet om »%(q)s«. Vist: »%(other)s«.") % {"q": typed, "other": found.corrected.text}
            )
        self.stdout.write(ngettext("%(n)d punkt", "%(n)d punkter", found.count) % {"n": found.count})
        for item in _items(found, limit):
            self.stdout.write(f"\n{item.get_absolute_url()}\n  {_bare(item.title_hits)}\n  {_bare(item.snippet)}")
            if item.also:
                self.stdout.write("  " + _("også: %(words)s") % {"words": ", ".join(item.also)})


def _bare(text: str) -> str:
    return " ".join(text.replace(MARK_START, "").replace(MARK_END, "").split())


def _as_json(typed: str, limit: int, search: Callable[[Query], SearchResults]) -> str:
    found = search(read_query(typed))
    answer = {
        "query": typed,
        "count": found.count,
        "count_is_exact": found.count_is_exact,
        "suggestion": found.corrected.text if found.corrected else None,
        "answers": [{"kind": one.kind, "address": one.address, "title": one.title} for one in answers(typed)],
        "results": [_row(item) for item in _items(found, limit)],
    }
    return json.dumps(answer, ensure_ascii=False)


def _items(found: SearchResults, limit: int) -> list[Any]:
    return found.items(0, limit)


def _row(item: Any) -> dict[str, Any]:
    marked: AgendaItem = item
    snippet = str(escape(" ".join(item.snippet.split()))).replace(MARK_START, "<mark>").replace(MARK_END, "</mark>")
    meeting = f"{marked.meeting.region_id}/{marked.meeting.address}"
    return {"meeting": meeting, "number": marked.number, "title": marked.title, "snippet": snippet, "also": item.also}
