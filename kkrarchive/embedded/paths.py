"""Where the embedded server keeps its things, as pure functions of the archive's data folder."""

import hashlib
import os
from pathlib import Path
from typing import NamedTuple

ENGINE = "kkrarchive.embedded.backend"  # by which Django names the embedded server
ROLE = "kkrarchive"
DATABASE = "kkrarchive"
PORT = "5432"  # no TCP port: PostgreSQL names its socket after it. Stated, so that PGPORT changes nothing
SOCKET_ROOT = Path("/tmp")  # not TMPDIR: all processes must agree. The folder's owner is checked


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
        """A cluster in the making; renamed to `cluster` when it is whole."""
        return self.data / "postgres.making"

    @property
    def users(self) -> Path:
        """The file on which each process that uses the server holds a shared lock."""
        return self.data / "postgres.users"

    @property
    def supervisor(self) -> Path:
        """The file on which the supervisor holds an exclusive lock."""
        return self.data / "postgres.keeper"

    @property
    def log(self) -> Path:
        """What the server and the supervisor have to say."""
        return self.data / "postgres.log"

    @property
    def sockets(self) -> Path:
        """The folder of the Unix socket: short, since a socket's path has at most 107 bytes, and the same for all."""
        digest = hashlib.sha256(os.fsencode(self.data)).hexdigest()[:16]
        return SOCKET_ROOT / f"kkrarchive-{digest}"


def find_paths(data: Path | str) -> ServerPaths:
    """The places that belong to a data folder, which need not exist yet."""
    return ServerPaths(Path(os.path.realpath(data)))


def database_settings(data: Path | str) -> dict[str, str]:
    """An entry for Django's DATABASES that uses the embedded server of a data folder; starts and creates nothing."""
    places = find_paths(data)
    return {
        "ENGINE": ENGINE,
        "NAME": DATABASE,
        "USER": ROLE,
        "HOST": str(places.sockets),
        "PORT": PORT,
        "DATA": str(places.data),
    }
