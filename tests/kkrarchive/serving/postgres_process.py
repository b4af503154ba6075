"""A PostgreSQL server for tests, reached through a DATABASE_URL, that can be stopped and started again."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from urllib.parse import urlencode

from kkrarchive.embedded import processes, usage_lock
from kkrarchive.embedded.paths import DATABASE, PORT, ROLE, find_paths
from tests.kkrarchive.supervisors import find_supervisor

PATIENCE = 30  # seconds


class PostgresProcess:
    """A server on a data folder of its own, kept running by this process."""

    def __init__(self, data: Path) -> None:
        self.places = find_paths(data)
        query = urlencode({"host": str(self.places.sockets), "port": PORT, "user": ROLE})
        self.url = f"postgresql:///{DATABASE}?{query}"

    def start(self) -> None:
        """Start the server with its existing data; return when it accepts connections."""
        usage_lock.ensure_server(self.places.data)

    def stop(self) -> None:
        """Stop the server, even if clients are connected; return when it is gone."""
        supervisor = find_supervisor(self.places.data)
        assert supervisor, "no supervisor of the server"
        os.kill(supervisor, signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE
        while processes.find_server(self.places.cluster) or processes.find_folder(supervisor):
            assert time.monotonic() < deadline, "the server does not stop"
            time.sleep(0.02)
