"""The format of the log: a line a record, with CPR numbers masked, which exceptions may quote from a document."""

from __future__ import annotations

import logging


class MaskedFormatter(logging.Formatter):
    """A formatter that masks CPR numbers in messages and tracebacks."""

    def format(self, record: logging.LogRecord) -> str:
        from ingest.privacy import mask  # not before the first record: the settings load this module

        return mask(super().format(record))
