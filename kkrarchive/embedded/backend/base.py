"""A database backend that starts the embedded server when a connection is opened, and not before."""

import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db.backends.postgresql import base, client
from django.db.utils import OperationalError

from kkrarchive.embedded import usage_lock
from kkrarchive.embedded.binaries import find_psql
from kkrarchive.embedded.errors import EmbeddedPostgresError
from kkrarchive.embedded.paths import find_paths

PATIENCE_SECONDS = 60
PAUSE_SECONDS = 0.1
COMES_AND_GOES = ("the database system is", "terminating connection")


class EmbeddedServerError(EmbeddedPostgresError, OperationalError):
    """The embedded server cannot be used; also an OperationalError, which Django expects of a backend."""


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell`, with the server up and the psql that came with it."""

    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        """Return the command line of psql and the environment variables to add, after starting the server."""
        _hold_usage_lock(settings_dict)
        command, environment = super().settings_to_cmd_args_env(settings_dict, parameters)
        return [find_psql(find_paths(settings_dict["DATA"]).cluster), *command[1:]], environment


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the embedded server; its settings come from `embedded.database_settings`."""

    client_class = DatabaseClient

    def get_connection_params(self) -> dict[str, Any]:
        """Return the connection's parameters, after starting the server.

        All callers are about to connect; one of them is the queue's worker, which opens connections of its own.
        """
        _hold_usage_lock(self.settings_dict)
        return super().get_connection_params()

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect; if the server is away, wait until it is back, for at most PATIENCE_SECONDS."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                return super().get_new_connection(conn_params)
            except self.Database.OperationalError as error:
                if not is_server_away(error) or time.monotonic() > deadline:
                    raise
            _hold_usage_lock(self.settings_dict, anew=True)
            time.sleep(PAUSE_SECONDS)


def is_server_away(error: Exception) -> bool:
    """Return whether no server answered, or one that is starting or stopping; it writes English (LC_ALL)."""
    return "FATAL:" not in str(error) or any(sentence in str(error) for sentence in COMES_AND_GOES)


def _hold_usage_lock(settings_dict: dict[str, Any], *, anew: bool = False) -> None:
    data = Path(settings_dict["DATA"])
    try:
        (usage_lock.ensure_server if anew else usage_lock.hold)(data)
    except EmbeddedPostgresError as error:
        raise EmbeddedServerError(str(error)) from error
