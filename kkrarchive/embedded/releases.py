"""The PostgreSQL releases known when this edition was made: without a network there is no more to compare with.

From https://www.postgresql.org/docs/release/. docs/drift.md says how to follow them; whoever pins a newer server brings
the new figures along.
"""

from datetime import date, timedelta

RELEASED = date(2026, 11, 12)  # all majors are released on the same day, once a quarter or sooner
NEWEST_MINOR = {15: 20, 16: 16, 17: 12, 18: 7}  # each fixes vulnerabilities of the one before
STALE_AFTER = timedelta(days=183)  # two planned releases later


def find_newer(server: int) -> str | None:
    """Return the known release with security fixes that a server lacks, as "18.7"; None where none is known.

    `server` is PostgreSQL's own number for its version: 180006 is 18.6.
    """
    major, minor = divmod(server, 10_000)
    newest = NEWEST_MINOR.get(major, 0)
    return f"{major}.{newest}" if minor < newest else None


def is_stale(today: date) -> bool:
    """Return whether there must be newer releases than the ones known here."""
    return today - RELEASED > STALE_AFTER
