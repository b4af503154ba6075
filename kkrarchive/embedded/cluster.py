"""Making a cluster, and starting and stopping its server."""

import contextlib
import os
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from kkrarchive.embedded import processes
from kkrarchive.embedded.account import Account
from kkrarchive.embedded.binaries import Binaries
from kkrarchive.embedded.errors import EmbeddedPostgresError
from kkrarchive.embedded.files import open_shared
from kkrarchive.embedded.paths import DATABASE, PORT, ROLE, ServerPaths
from kkrarchive.terminal_language import gettext as _

START_SECONDS = 180  # recovery after a kill may replay up to max_wal_size
STOP_SECONDS = 20  # seen on 18: a fast shutdown during recovery hangs; an immediate one only costs another recovery
ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C.UTF-8"}  # nothing inherited: PGPORT, PGDATA and LANG would take effect

# Alphabetical order is not PostgreSQL's task here (the wheel has no ICU): comparing bytes is fastest, and lets an index
# serve LIKE 'x%'. Character classes are Unicode's, or lower() would leave ÆØÅ as they are.
INITDB = ("--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--lc-collate=C", "--data-checksums")
TRUST = ("--auth-local=trust", "--auth-host=reject", "--no-instructions")  # the socket folder's mode controls access

# The role owns its database and is no superuser: what works here works on a server that somebody else runs.
FIRST_STATEMENTS = f"CREATE ROLE {ROLE} LOGIN CREATEDB;\nCREATE DATABASE {DATABASE} OWNER {ROLE};\n"

# A quarter of the machine's memory, as PostgreSQL's manual advises, and at most what an archive of 100,000 items fills.
_MEMORY_MB = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") >> 20
_BUFFERS_MB = min(_MEMORY_MB // 4, 1024)

# For a small machine: two cores, and memory shared with the web server.
SETTINGS = {
    "listen_addresses": "",
    "port": PORT,
    "cluster_name": "kkrarchive",
    "max_connections": "100",
    "shared_buffers": f"{_BUFFERS_MB}MB",
    "effective_cache_size": f"{_MEMORY_MB // 2}MB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "random_page_cost": "1.1",
    "jit": "off",
    "fsync": "on",
    "logging_collector": "off",
    "log_checkpoints": "off",
    "log_line_prefix": "%m [%p] ",
}


def make_cluster(places: ServerPaths, binaries: Binaries, account: Account) -> None:
    """Make an empty cluster with the archive's role and database, whole or not at all.

    Raises EmbeddedPostgresError with the output of the program that failed.
    """
    aside = f"{places.making.name}-"
    if places.making.exists():  # the initdb of a killed supervisor may still be at work there; it ends by itself
        places.making.rename(tempfile.mkdtemp(prefix=aside, dir=places.data))
    places.making.mkdir(mode=0o700)
    account.give(places.making)
    _run([binaries.folder / "initdb", *INITDB, *TRUST], places.making, account)
    _run([binaries.folder / "postgres", "--single", "postgres"], places.making, account, FIRST_STATEMENTS)
    places.making.rename(places.cluster)
    for left in places.data.glob(f"{aside}*"):
        shutil.rmtree(left, ignore_errors=True)


def _run(command: Sequence[str | Path], cluster: Path, account: Account, text: str = "") -> None:
    process = _spawn(command, cluster, account, stdin=subprocess.PIPE, output=subprocess.PIPE)
    said, _nothing = process.communicate(text.encode())
    if process.returncode != 0:
        raise EmbeddedPostgresError(
            _("PostgreSQL kunne ikke oprette en database i %(folder)s:\n%(said)s")
            % {"folder": cluster.parent, "said": said.decode(errors="replace").strip()}
        )


def _spawn(
    command: Sequence[str | Path], cluster: Path, account: Account, *, stdin: int, output: int
) -> subprocess.Popen[bytes]:
    """Start a program on a cluster as an account.

    PGDATA names the cluster by an open descriptor, since a folder above the cluster may be closed to the account.
    """
    folder = os.open(cluster, os.O_RDONLY | os.O_DIRECTORY)
    try:
        return subprocess.Popen(
            command,
            stdin=stdin,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd="/",
            env={**ENVIRONMENT, "PGDATA": f"/proc/self/fd/{folder}"},
            pass_fds=[folder],
            user=account.uid if account.is_other else None,
            group=account.gid if account.is_other else None,
            extra_groups=[] if account.is_other else None,
        )
    finally:
        os.close(folder)


class Server:
    """The running server of a cluster, started here or found running.

    `process` is its handle if this process is its parent and has to reap it.
    """

    def __init__(self, places: ServerPaths, pid: int, process: subprocess.Popen[bytes] | None = None) -> None:
        self.places = places
        self.pid = pid
        self.process = process
        self.cluster = places.cluster.stat()

    def is_alive(self) -> bool:
        """Return whether the server runs, even if its cluster has been deleted."""
        if self.process:
            return self.process.poll() is None
        return processes.works_in(self.pid, self.cluster)

    def stop(self) -> None:
        """Stop the server, with a fast shutdown if possible, and return when it is gone."""
        for how, seconds in ((signal.SIGINT, STOP_SECONDS), (signal.SIGQUIT, 5), (signal.SIGKILL, 5)):
            if how == signal.SIGINT and not self.places.cluster.exists():
                continue  # nothing left that a fast shutdown could write to
            if self.is_alive():
                os.kill(self.pid, how)
            if self._is_gone_within(seconds):
                break

    def _is_gone_within(self, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while self.is_alive():
            if time.monotonic() > deadline:
                return False
            time.sleep(0.01)
        return True


def find_server(places: ServerPaths) -> Server | None:
    """Return the server that already runs on a cluster, whoever started it, or None."""
    pid = processes.find_server(places.cluster)
    return Server(places, pid) if pid else None


def start_server(places: ServerPaths, binaries: Binaries, account: Account) -> Server:
    """Start a server on a cluster that has none and return it when it accepts connections.

    Raises EmbeddedPostgresError with the end of the server's log if it does not come up.
    """
    _clear_leftovers(places)
    account.give(places.cluster)
    _make_socket_folder(places.sockets, account)
    command: list[str | Path] = [binaries.folder / "postgres"]
    for name, value in {**SETTINGS, "unix_socket_directories": str(places.sockets)}.items():
        command += ["-c", f"{name}={value}"]
    with os.fdopen(open_shared(places.log), "ab") as log:
        said_before = log.seek(0, os.SEEK_END)
        process = _spawn(command, places.cluster, account, stdin=subprocess.DEVNULL, output=log.fileno())
    server = Server(places, process.pid, process)
    _wait_until_ready(server, said_before)
    return server


def _wait_until_ready(server: Server, said_before: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not processes.is_ready(server.places.cluster):
        if not server.is_alive() or time.monotonic() > deadline:
            server.stop()
            raise EmbeddedPostgresError(
                _("Den indbyggede PostgreSQL kunne ikke starte. Slutningen af dens log, %(log)s:\n%(end)s")
                % {"log": server.places.log, "end": read_end_of_log(server.places, said_before)}
            )
        time.sleep(0.01)


def read_end_of_log(places: ServerPaths, since: int = 0, lines: int = 15) -> str:
    """Return the last lines of the log after byte offset `since`; "" if there is no log."""
    try:
        with places.log.open("rb") as log:
            log.seek(since)
            return "\n".join(log.read().decode(errors="replace").splitlines()[-lines:])
    except FileNotFoundError:
        return ""


def _clear_leftovers(places: ServerPaths) -> None:
    """Remove a killed server's processes, pid file and socket.

    If another process has since got the pid in that file, a new server would take it for the old one.
    """
    if not (places.cluster / "postmaster.pid").exists() and not places.sockets.exists():
        return
    processes.kill_leftovers(places)
    socket = places.sockets / f".s.PGSQL.{PORT}"
    for stale in (places.cluster / "postmaster.pid", socket, socket.with_name(socket.name + ".lock")):
        stale.unlink(missing_ok=True)


def _make_socket_folder(folder: Path, account: Account) -> None:
    """Make the socket's folder for the account alone.

    Its name can be guessed and /tmp is everybody's: another user who made it first could pose as the server. Raises
    EmbeddedPostgresError if it belongs to another user.
    """
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        account.give(folder)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {account.uid, os.geteuid()}:
        raise EmbeddedPostgresError(
            _("Mappen %(folder)s tilhører en anden bruger. Slet den, eller flyt arkivet med KKRARCHIVE_DATA.")
            % {"folder": folder}
        )
    folder.chmod(0o700)
    account.give(folder)
