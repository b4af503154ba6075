"""`manage.py topics`: assign topics to every item of the archive anew, by the current terms."""

from __future__ import annotations

from typing import Any

from ingest import load
from kkrarchive.terminal_command import TerminalCommand
from kkrarchive.terminal_language import ngettext
from meetings.shared.vocabulary import gettext_noop


class Command(TerminalCommand):
    help = gettext_noop("Giver alle punkter i arkivet emner på ny efter de ord og vægte, der står i administrationen.")

    def handle(self, *args: Any, **options: Any) -> None:
        count = load.reassign_topics()
        told = ngettext("%(count)d punkt har fået emner på ny.", "%(count)d punkter har fået emner på ny.", count)
        self.stdout.write(told % {"count": count})
