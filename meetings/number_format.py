"""Numbers as they are written in the reader's language."""

from __future__ import annotations

from django.utils.formats import number_format
from django.utils.translation import gettext as _


def number(count: int) -> str:
    """Return a number as it is written in the reader's language: 1234 is "1.234"."""
    return number_format(count, force_grouping=True) if count >= 1000 else str(count)


def percent(share: float | None) -> str:
    """Return a share of 1 as it is written in the reader's language, "83 %" or "83%", on one line; a dash for none.

    Only the whole is 100 %: what lacks a little is 99.
    """
    if share is None:
        return "–"
    shown = _("%(n)s %%") % {"n": 100 if share >= 1 else min(99, round(100 * share))}
    return shown.replace(" ", "\N{NO-BREAK SPACE}")


def file_size(size: int) -> str:
    """Return a number of bytes as it is written in the reader's language, "412 kB" or "1,2 MB", on one line."""
    if size < 999_500:
        return f"{max(1, round(size / 1000))}\N{NO-BREAK SPACE}kB"
    return f"{number_format(round(size / 1_000_000, 1), 1)}\N{NO-BREAK SPACE}MB"
