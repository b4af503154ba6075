"""`manage.py serve`: prepare the archive and serve it; `make run` ends in it."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from kkrarchive.serving import CannotServe, serve
from kkrarchive.terminal_command import TerminalCommand
from kkrarchive.terminal_language import gettext as _
from meetings.shared.vocabulary import gettext_noop


def existing_path(text: str) -> Path:
    """Return an existing path, made absolute. Raises ArgumentTypeError if there is nothing at it."""
    path = Path(text).absolute()
    if not path.exists():
        raise ArgumentTypeError(_("%s findes ikke.") % text)
    return path


def port_number(text: str) -> int:
    """Return a port number. Raises ArgumentTypeError if the text is none."""
    if not text.isdecimal() or not 0 < int(text) < 65_536:
        raise ArgumentTypeError(_("%s er ikke en port: den skal ligge mellem 1 og 65535.") % text)
    return int(text)


class Command(TerminalCommand):
    help = gettext_noop("Gør arkivet klar og viser det på http://127.0.0.1:8000, til det stoppes med Ctrl-C.")
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=port_number, default=8000, help=_("Porten (8000)."))
        parser.add_argument("--docs", type=existing_path, help=_("En mappe med dokumenter, der skal læses ind først."))

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            serve(options["port"], options["docs"])
        except CannotServe as error:
            raise CommandError(str(error)) from None
