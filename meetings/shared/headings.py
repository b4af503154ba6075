"""What a bare heading is: an item that leads nowhere and is counted nowhere ("Eventuelt")."""

from __future__ import annotations

from collections.abc import Iterable


def is_bare_heading(number: str, case_number: str | None, texts: Iterable[object]) -> bool:
    """Return whether an item at the top of the outline has no case and no text or decision in `texts`."""
    return "." not in number and not case_number and not any(texts)
