"""The cases of the archive that a typed case number may mean."""

from __future__ import annotations

from meetings.models import SearchEntry

MOST = 10  # cases with the same number, each of another year


def cases_called(number: str) -> list[str]:
    """Return the case numbers of the archive that one in its standard form means, the newest first.

    That is at most one, but where the year was not typed (SAG-03687) there may be one of each year.
    """
    held = SearchEntry.objects.tagged(f"sag:{number}").order_by("-item__case_number")
    return list(held.values_list("item__case_number", flat=True).distinct()[:MOST])
