"""Numbers formatted for the reader's language."""

from __future__ import annotations

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _


def number(count: int) -> str:
    """Return a number with the thousands separators of the reader's language: 1234 is "1.234"."""
    return number_format(count, force_grouping=True) if count >= 1000 else str(count)


def kroner(amount: Decimal) -> str:
    """Return an amount of money, "5.200.000 kr." or "DKK 5,200,000", unbroken; øre only where there are some."""
    whole = amount == amount.to_integral_value()
    shown = number_format(amount, 0 if whole else 2, force_grouping=amount >= 1000)
    return (_("%(amount)s kr.") % {"amount": shown}).replace(" ", "\N{NO-BREAK SPACE}")


def percent(share: float | None) -> str:
    """Return a share (0 to 1) as a percentage in the reader's language, "83 %" or "83%", unbroken; a dash for None.

    Only a share of 1 is 100 %: anything just below it is 99.
    """
    if share is None:
        return "–"
    shown = _("%(n)s %%") % {"n": 100 if share >= 1 else min(99, round(100 * share))}
    return shown.replace(" ", "\N{NO-BREAK SPACE}")


def file_size(size: int) -> str:
    """Return a size in bytes as text in the reader's language, "412 kB" or "1,2 MB", unbroken."""
    if size < 999_500:
        return f"{max(1, round(size / 1000))}\N{NO-BREAK SPACE}kB"
    return f"{number_format(round(size / 1_000_000, 1), 1)}\N{NO-BREAK SPACE}MB"
