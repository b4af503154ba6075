"""Path converters: the valid values in addresses. Anything else is answered with 404."""

from __future__ import annotations

from django.urls.converters import IntConverter, StringConverter

from meetings.models import Meeting
from meetings.shared.vocabulary import RegionSlug


class RegionConverter(StringConverter):
    """The slug of one of the five KKR."""

    regex = "|".join(RegionSlug)


class MeetingAddressConverter(StringConverter):
    """An existing day, with a suffix from -2 for further meetings that day: "2025-10-24", "2025-10-24-2"."""

    regex = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:-(?:[2-9]|[1-9][0-9]))?"

    def to_python(self, value: str) -> str:
        """Return the address unchanged. Raises ValueError if there is no such day."""
        Meeting.read_address(value)
        return value


class ItemAddressConverter(StringConverter):
    """The address of an item within its meeting, mostly its number: "3.1"."""

    regex = r"[0-9][0-9a-z.-]{0,23}"


class CaseConverter(StringConverter):
    """A case number, in upper or lower case."""

    regex = r"[0-9A-Za-zÆØÅæøå._-]{1,20}"


class YearConverter(IntConverter):
    """A year of four digits: "2025"."""

    regex = r"(?:19|20)[0-9]{2}"


class MonthConverter(IntConverter):
    """A month of two digits: "01" to "12"."""

    regex = r"0[1-9]|1[0-2]"

    def to_url(self, value: int | str) -> str:
        """Return the month with two digits: "03"."""
        return f"{int(value):02}"
