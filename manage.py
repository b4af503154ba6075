#!/usr/bin/env python
"""The archive's command line: `python manage.py help` lists the commands."""

import io
import os
import sys

from django.core.management import execute_from_command_line

from kkrarchive.terminal_command import translate_argparse

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kkrarchive.settings")
    translate_argparse()
    # Print an escape for a character that the terminal's encoding lacks: a UnicodeEncodeError must not end a command.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    execute_from_command_line(sys.argv)
