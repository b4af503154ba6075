"""A connection that sees to it that its server is up. A process that opens none starts none."""

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
    """The embedded server cannot be used, in a form that Django knows."""


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell`, with the server up and the psql that came with it."""

    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        """The command line of psql and what its environment needs besides."""
        _hold_usage_lock(settings_dict)
        command, environment = super().settings_to_cmd_args_env(settings_dict, parameters)
        return [find_psql(find_paths(settings_dict["DATA"]).cluster), *command[1:]], environment


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL's connection; its settings come from `embedded.database_settings`."""

    client_class = DatabaseClient

    def get_connection_params(self) -> dict[str, Any]:
        """What to connect with. Whoever asks is about to connect, the queue's worker too: the server must be up."""
        _hold_usage_lock(self.settings_dict)
        return super().get_connection_params()

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect; where the server has gone, wait until it is back."""
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
    """Whether no server answered, or one that is just starting or stopping; its messages are in English (LC_ALL)."""
    return "FATAL:" not in str(error) or any(sentence in str(error) for sentence in COMES_AND_GOES)


def _hold_usage_lock(settings_dict: dict[str, Any], *, anew: bool = False) -> None:
    data = Path(settings_dict["DATA"])
    try:
        (usage_lock.ensure_server if anew else usage_lock.hold)(data)
    except EmbeddedPostgresError as error:
        raise EmbeddedServerError(str(error)) from error
