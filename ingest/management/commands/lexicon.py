"""`manage.py lexicon update`: learn words and pairs from the clean documents, and list those it would change."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser

from ingest import load, tasks
from kkrarchive.terminal_command import TerminalCommand
from kkrarchive.terminal_language import gettext as _
from kkrarchive.terminal_language import ngettext
from meetings.shared.vocabulary import gettext_noop


class Command(TerminalCommand):
    help = gettext_noop(
        "Tæller ord og ordpar i de dokumenter, der hverken er rettet eller læst med OCR; de næste rettes derefter."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["update"])
        parser.add_argument(
            "--reread", action="store_true", help=_("sæt de dokumenter i kø, der nu ville læses anderledes")
        )

    def handle(self, *args: Any, reread: bool, **options: Any) -> None:
        learned = load.learn_words()
        told = ngettext(
            "Lært %(words)d ord og %(pairs)d ordpar af %(documents)d dokument uden rettelser.",
            "Lært %(words)d ord og %(pairs)d ordpar af %(documents)d dokumenter uden rettelser.",
            learned.documents,
        )
        self.stdout.write(told % learned._asdict())
        otherwise = list(load.find_outdated_repairs())
        words = ngettext(
            "%(count)d dokument ville nu blive læst anderledes.",
            "%(count)d dokumenter ville nu blive læst anderledes.",
            len(otherwise),
        )
        self.stdout.write(words % {"count": len(otherwise)})
        for document in otherwise:
            self.stdout.write(f"– {document.name}")
            if reread:
                tasks.enqueue(document.pk)
        if otherwise:
            self.stdout.write(_("De er sat i kø.") if reread else _("Med --reread bliver de læst igen."))
