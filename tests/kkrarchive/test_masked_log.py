"""CPR numbers in the log are masked, in messages and tracebacks. All numbers are invented."""

from __future__ import annotations

import logging
import sys
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string


def test_what_an_exception_quotes_is_masked() -> None:
    logging_settings: dict[str, Any] = settings.LOGGING
    told = logging_settings["formatters"]["line"]
    formatter = import_string(told["class"])(told["format"])
    try:
        int("010180-1234")
    except ValueError:
        record = logging.LogRecord("a", logging.ERROR, "a.py", 1, "læste %s", ("010180 1234",), sys.exc_info())
    line = formatter.format(record)
    assert "læste 010180-••••" in line
    assert "1234" not in line
