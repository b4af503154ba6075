#!/usr/bin/env python
"""Command line of the archive: `python manage.py help` lists what it can do."""

import io
import os
import sys

from django.core.management import execute_from_command_line

from kkrarchive.terminal_command import speak_in_argparse

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kkrarchive.settings")
    speak_in_argparse()
    # A terminal that lacks a letter is shown its code: words that cannot be printed must not end what is being done.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    execute_from_command_line(sys.argv)
