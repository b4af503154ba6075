"""The definition of a bare heading: an item without content ("Eventuelt"), neither linked nor counted."""

from __future__ import annotations

from collections.abc import Iterable


def is_bare_heading(number: str, case_number: str | None, texts: Iterable[object]) -> bool:
    """Return whether an item is at the top of the outline, has no case number, and nothing in `texts`."""
    return "." not in number and not case_number and not any(texts)
