"""The PostgreSQL releases known when this version was made: the archive compares with them and asks no network.

From https://www.postgresql.org/docs/release/. docs/drift.md says how to follow them; whoever pins a newer server
updates the figures here.
"""

from datetime import date, timedelta

RELEASED = date(2026, 11, 12)  # all majors are released on the same day, once a quarter or sooner
NEWEST_MINOR = {15: 20, 16: 16, 17: 12, 18: 7}  # by major; each fixes vulnerabilities of the minor before it
STALE_AFTER = timedelta(days=183)  # by then there have been two scheduled releases


def find_newer(server: int) -> str | None:
    """Return the newest known release of a server's major, such as "18.7", if the server is older; else None.

    `server` is PostgreSQL's version number: 180006 is 18.6.
    """
    major, minor = divmod(server, 10_000)
    newest = NEWEST_MINOR.get(major, 0)
    return f"{major}.{newest}" if minor < newest else None


def is_stale(today: date) -> bool:
    """Return whether there must be newer releases by now than the ones known here."""
    return today - RELEASED > STALE_AFTER
