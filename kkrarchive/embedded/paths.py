"""The paths and settings of the embedded server, as pure functions of the archive's data folder."""

import hashlib
import os
from pathlib import Path
from typing import NamedTuple

ENGINE = "kkrarchive.embedded.backend"  # Django's database engine for the embedded server
ROLE = "kkrarchive"
DATABASE = "kkrarchive"
PORT = "5432"  # not a TCP port: PostgreSQL names its socket after it. Stated so that PGPORT has no effect
SOCKET_ROOT = Path("/tmp")  # not TMPDIR: all processes must agree. The owner of the folder in it is checked


class ServerPaths(NamedTuple):
    """The paths of one archive's server.

    data: the archive's data folder, absolute and without symlinks.
    """

    data: Path

    @property
    def cluster(self) -> Path:
        """PostgreSQL's own data directory."""
        return self.data / "postgres"

    @property
    def making(self) -> Path:
        """A cluster being made; renamed to `cluster` when it is complete."""
        return self.data / "postgres.making"

    @property
    def users(self) -> Path:
        """The file on which each process that uses the server holds a shared lock."""
        return self.data / "postgres.users"

    @property
    def supervisor(self) -> Path:
        """The file on which the supervisor holds an exclusive lock."""
        return self.data / "postgres.keeper"  # the name of version 0.1: both lock the same file during an upgrade

    @property
    def log(self) -> Path:
        """The log of the server and the supervisor."""
        return self.data / "postgres.log"

    @property
    def sockets(self) -> Path:
        """The folder of the Unix socket: the same for all processes, and short (a socket's path may have 107 bytes)."""
        digest = hashlib.sha256(os.fsencode(self.data)).hexdigest()[:16]
        return SOCKET_ROOT / f"kkrarchive-{digest}"


def find_paths(data: Path | str) -> ServerPaths:
    """Return the paths that belong to a data folder, which need not exist yet."""
    return ServerPaths(Path(os.path.realpath(data)))


def database_settings(data: Path | str) -> dict[str, str]:
    """Return an entry for Django's DATABASES, for the embedded server of a data folder; starts and creates nothing."""
    places = find_paths(data)
    return {
        "ENGINE": ENGINE,
        "NAME": DATABASE,
        "USER": ROLE,
        "HOST": str(places.sockets),
        "PORT": PORT,
        "DATA": str(places.data),
    }
