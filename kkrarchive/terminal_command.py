"""The base class of the archive's commands: help and errors in the language of the terminal."""

from __future__ import annotations

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandParser, DjangoHelpFormatter

from kkrarchive.terminal_language import gettext, terminal_language

# Messages of argparse, which has no Danish translation; those not listed here stay English.
DANISH = {
    "usage: ": "brug: ",
    "positional arguments": "argumenter",
    "options": "valg",
    "show this help message and exit": "vis denne hjælp",
    "Skip system checks.": "spring kontrollen af indstillingerne over",
    "%(prog)s: error: %(message)s\n": "%(prog)s: fejl: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "der mangler: %s",
    "one of the arguments %s is required": "angiv et af valgene %s",
    "not allowed with argument %s": "kan ikke bruges sammen med %s",
    "unrecognized arguments: %s": "ukendt: %s",
    "expected one argument": "kræver en værdi",
    "expected at least one argument": "kræver mindst én værdi",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r kan ikke vælges (vælg mellem %(choices)s)",
    "invalid %(type)s value: %(value)r": "%(value)r kan ikke læses som %(type)s",
}


def translate_argparse() -> None:
    """Make argparse print usage and errors in the language of the terminal, in this whole process."""
    argparse._ = in_terminal_language  # type: ignore[attr-defined]


def in_terminal_language(english: str) -> str:
    """Return a message of argparse, in Danish if the terminal is Danish and DANISH has it."""
    return DANISH.get(english, english) if terminal_language() == "da" else english


class HelpFormatter(DjangoHelpFormatter):
    """A formatter that prints the help of options in the language of the terminal, argparse's and Django's included."""

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return in_terminal_language(action.help) if action.help else None


class TerminalCommand(BaseCommand):
    """A command whose `help`, marked by `gettext_noop`, is shown in the language of the terminal.

    Django's own options work as usual, but the help leaves out those that only a Django developer needs.
    """

    suppressed_base_arguments = {
        "--version", "--verbosity", "--settings", "--pythonpath", "--traceback", "--no-color", "--force-color",
    }  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.help = gettext(self.help)

    def create_parser(self, prog_name: str, subcommand: str, **options: Any) -> CommandParser:
        """Return the parser of the command line, whose help is formatted by `HelpFormatter`."""
        return super().create_parser(prog_name, subcommand, formatter_class=HelpFormatter, **options)
