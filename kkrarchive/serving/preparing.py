"""The steps before the archive can be served; each prints what it does and how long it took."""

from __future__ import annotations

import hashlib
import importlib.metadata
import io
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import OperationalError, connection
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override

from kkrarchive.embedded import EmbeddedPostgresError, releases
from kkrarchive.embedded.backend.base import is_server_away
from kkrarchive.embedded.paths import ENGINE
from kkrarchive.serving.errors import CannotServe
from kkrarchive.terminal_language import gettext as _
from kkrarchive.terminal_language import terminal_language

PAUSE_SECONDS = 1.0  # between checks of whether the database is back
MANAGE = [sys.executable, str(settings.BASE_DIR / "manage.py")]


@contextmanager
def step(title: str) -> Iterator[None]:
    """Print what is being done, and afterwards the seconds it took, if at least one."""
    print(f"{title} …", flush=True)
    began = time.monotonic()
    yield
    taken = time.monotonic() - began
    if taken >= 1:
        print(f"  {seconds(taken)}", flush=True)


def seconds(number: float) -> str:
    """Return a number of seconds in the language of the terminal: "3,2 s" in Danish."""
    written = f"{number:.1f} s"
    return written.replace(".", ",") if terminal_language() == "da" else written


def prepare(documents: Path | None) -> None:
    """Prepare database, tables, static files and documents: those in a folder, or the samples if there are none.

    Raises CannotServe if the database cannot be used.
    """
    open_database()
    with step(_("Gør tabellerne klar")):
        call_command("migrate", verbosity=0, interactive=False)
        bring_up_to_date()
    collect_static_files()
    load_documents(documents)
    warn_of_old_server()
    connection.close()


def open_database() -> None:
    """Connect, which starts the embedded server; wait for an external server that is away.

    Raises CannotServe if the embedded server cannot start, or the server refuses the connection.
    """
    with step(_("Åbner databasen")):
        told = ""
        while reason := _why_away():
            if reason != told:
                print(_("  Databasen svarer ikke; arkivet venter på den (stop med Ctrl-C): %s") % reason, flush=True)
            told = reason
            time.sleep(PAUSE_SECONDS)


def _why_away() -> str:
    """Try to connect; return why no server answers, "" if one does. Raises CannotServe if waiting would not help."""
    try:
        connection.ensure_connection()
    except OperationalError as error:
        if isinstance(error, EmbeddedPostgresError) or not is_server_away(error):
            raise CannotServe(_("Databasen kan ikke bruges: %s") % error) from None
        return " ".join(str(error).split())
    return ""


def warn_of_old_server() -> None:
    """Print a warning if the embedded server lacks known security fixes, or if the list of releases is old.

    A server that DATABASE_URL names is kept up to date by those who run it.
    """
    if connection.settings_dict["ENGINE"] != ENGINE:
        return
    with override(terminal_language()):
        known = {"date": date_format(releases.RELEASED)}
    if newer := releases.find_newer(connection.pg_version):  # type: ignore[attr-defined]
        lack = _("Den indbyggede PostgreSQL mangler sikkerhedsrettelserne i %(newer)s af %(date)s.")
        print(lack % {"newer": newer, **known})
    elif releases.is_stale(timezone.localdate()):
        print(_("Arkivet kender kun PostgreSQLs sikkerhedsrettelser til og med %(date)s.") % known)
    else:
        return
    print("  " + _("Se »Sikkerhedsrettelser« i docs/drift.md."), flush=True)


def bring_up_to_date() -> None:
    """Write the rows and triggers that go with the tables, and renew search entries of an older version."""
    from meetings import preparation

    preparation.prepare(lambda line: print(f"  {line}", flush=True))


def load_documents(folder: Path | None) -> None:
    """Ingest a folder, or the samples if the archive is empty; a document that cannot be read stops nothing."""
    from meetings.models import Document

    if folder:
        print(_("Læser dokumenterne i %s:") % folder, flush=True)
        subprocess.run([*MANAGE, "ingest", str(folder)], check=False)
    elif not Document.objects.exists():
        print(_("Arkivet er tomt. Læser eksemplerne ind:"), flush=True)
        subprocess.run([*MANAGE, "samples", "load"], check=False)


def ensure_archivist() -> str:
    """Create the first archivist's account if there is none; return how to log in, "" if there was one."""
    said = io.StringIO()
    call_command("archivist", ensure=True, stdout=said)
    connection.close()
    return said.getvalue().strip()


def collect_static_files() -> None:
    """Collect and compress the static files if any of them changed."""
    stamp = settings.STATIC_ROOT / ".collected"
    state = _static_state()
    if stamp.exists() and stamp.read_text() == state:
        return
    with step(_("Samler statiske filer")):
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(state)


def _static_state() -> str:
    digest = hashlib.sha256(importlib.metadata.version("whitenoise").encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            digest.update(f"{path} {storage.size(path)} {storage.get_modified_time(path)}\n".encode())
    return digest.hexdigest()
