"""Which errors say that the database is away, and which are mistakes of ours."""

from __future__ import annotations

import psycopg
import pytest
from django.db import connection

from kkrarchive.known_errors import is_database_away


def refused() -> Exception:
    """Connect where nobody listens."""
    with pytest.raises(psycopg.OperationalError) as caught:
        psycopg.connect("host=127.0.0.1 port=1 connect_timeout=2")
    return caught.value


def unresolved() -> Exception:
    """Connect to a host that has no address."""
    with pytest.raises(psycopg.OperationalError) as caught:
        psycopg.connect("host=no-such-host.invalid connect_timeout=2")
    return caught.value


@pytest.mark.parametrize("failure", [refused, unresolved])
def test_a_server_that_cannot_be_reached_is_away(failure: pytest.FixtureRequest) -> None:
    assert is_database_away(failure())  # type: ignore[operator]


def test_a_session_that_the_server_ends_is_away(transactional_db: None) -> None:
    with pytest.raises(Exception) as caught, connection.cursor() as cursor:  # noqa: PT011 - whichever Django makes of it
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    connection.close()
    assert is_database_away(caught.value)


def test_too_many_parameters_and_a_closed_cursor_are_mistakes_of_ours(db: None) -> None:
    with pytest.raises(Exception) as caught, connection.cursor() as cursor:  # noqa: PT011
        cursor.execute("SELECT 1 WHERE 1 IN (" + ", ".join(["%s"] * 70_000) + ")", list(range(70_000)))
    assert not is_database_away(caught.value)
    with pytest.raises(Exception) as closed:  # noqa: PT011
        cursor.execute("SELECT 1")
    assert not is_database_away(closed.value)
