"""The parent process of `manage.py serve`: prepares, starts the web server and the queue, watches and stops them."""

from __future__ import annotations

import fcntl
import os
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
from http import HTTPStatus
from pathlib import Path
from typing import TextIO

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.urls import reverse

from kkrarchive.known_errors import is_database_away
from kkrarchive.serving.children import ASKED_TO_STOP, Child
from kkrarchive.serving.errors import CannotServe
from kkrarchive.serving.preparing import MANAGE, ensure_archivist, prepare, seconds
from kkrarchive.terminal_language import gettext as _

HOST = "127.0.0.1"
PORT_PATIENCE = 3  # seconds: a process killed a moment ago may still hold the port
BACKLOG = 2048  # gunicorn's
FIRST_PAGE_PATIENCE = 60


def serve(port: int, documents: Path | None) -> None:
    """Serve the archive on a port until it is asked to stop (Ctrl-C, SIGTERM, a closed terminal).

    `documents` is a folder to ingest first. Raises CannotServe if it cannot go on.
    """
    began = float(os.environ.get("KKRARCHIVE_STARTED") or time.time())
    _interrupt_when_asked_to_stop()
    children: list[Child] = []
    with _lock(port), _reserve(port) as listener:
        try:
            prepare(documents)
            children.append(_start_web_server(listener))
            login = ensure_archivist()
            _wait_for_first_page(port, children)
            _tell_ready(port, began, login)
            children.append(_start_queue())
            _watch(children)
        except KeyboardInterrupt:
            print(_("\nStopper …"), flush=True)
        except (OperationalError, InterfaceError) as error:
            if not is_database_away(error):
                raise
            raise CannotServe(_("Databasen forsvandt, før arkivet var klar. Start igen: %s") % error) from None
        finally:
            _stop(children)


def _interrupt_when_asked_to_stop() -> None:
    """Let each signal that asks to stop raise KeyboardInterrupt, except a SIGHUP that `nohup` has ignored."""
    for asked in ASKED_TO_STOP:
        if asked != signal.SIGHUP or signal.getsignal(asked) != signal.SIG_IGN:
            signal.signal(asked, signal.default_int_handler)


def _lock(port: int) -> TextIO:
    """Return the open, locked file that says who serves this archive; the kernel releases it however we end.

    Raises CannotServe if another process holds the lock.
    """
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    file = (settings.DATA_DIR / "serve.lock").open("a+")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        raise CannotServe(_("Arkivet kører allerede: %s. Stop det først.") % file.read().strip()) from None
    file.truncate(0)
    file.write(_("%(address)s (proces %(pid)d)") % {"address": _address(port), "pid": os.getpid()})
    file.flush()
    return file


def _reserve(port: int) -> socket.socket:
    """Return a socket that listens on the port; the web server inherits it, with connections made in the meantime.

    Raises CannotServe if the port cannot be had.
    """
    for _turn in range(PORT_PATIENCE * 10):
        try:
            return _listen(port)
        except PermissionError:
            raise CannotServe(_("Port %d kræver root. Vælg en anden: make run PORT=8000") % port) from None
        except OSError:
            time.sleep(0.1)
    raise CannotServe(
        _("Port %(port)d bruges af et andet program. Vælg en anden: make run PORT=%(other)d")
        % {"port": port, "other": port + 1}
    )


def _listen(port: int) -> socket.socket:
    """Return a socket bound to the port and listening. Raises OSError if another program has the port.

    SO_REUSEADDR is needed to start right after a stop. It lets several programs bind the port until one listens, so
    binding alone does not reserve it.
    """
    listener = socket.socket()
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen(BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


def _start_web_server(listener: socket.socket) -> Child:
    descriptor = listener.fileno()
    child = Child(_("Webserveren"), [sys.executable, "-m", "gunicorn", "--bind", f"fd://{descriptor}"], [descriptor])
    child.start()
    return child


def _start_queue() -> Child:
    child = Child(_("Køen"), [*MANAGE, "worker"])
    child.start()
    return child


def _tell_ready(port: int, began: float, login: str) -> None:
    ready = {"time": seconds(time.time() - began), "address": _address(port)}
    print(_("\nKlar efter %(time)s: %(address)s\n") % ready)
    print(_("  For arkivarer: %s") % (_address(port)[:-1] + reverse("admin:index")))
    for line in login.splitlines():
        print(f"  {line}")
    print(_("  Stop med Ctrl-C.\n"), flush=True)


def _wait_for_first_page(port: int, children: list[Child]) -> None:
    deadline = time.monotonic() + FIRST_PAGE_PATIENCE
    patience = 1.0
    while time.monotonic() < deadline:
        for child in children:
            child.require()
        if _answers(port, patience):
            return
        patience *= 2  # a first page may take long, but a web server that has died should be noticed soon
        time.sleep(0.05)
    raise CannotServe(_("Webserveren svarer ikke. Årsagen står ovenfor."))


def _answers(port: int, patience: float) -> bool:
    """Return whether the front page answers within `patience` seconds. Raises CannotServe on a server error."""
    front_page = urllib.request.Request(_address(port), headers={"Host": _served_host()})
    try:
        urllib.request.urlopen(front_page, timeout=patience).close()
    except urllib.error.HTTPError as error:
        if error.code >= 500 and error.code != HTTPStatus.SERVICE_UNAVAILABLE:  # 503: the database is away for now
            raise CannotServe(_("Forsiden svarer med fejl %d. Årsagen står ovenfor.") % error.code) from None
    except OSError:
        return False
    return True


def _served_host() -> str:
    """Return a host name that the archive answers to."""
    named = [host.removeprefix(".") for host in settings.ALLOWED_HOSTS if host != "*"]
    return named[0] if named else HOST


def _watch(children: list[Child]) -> None:
    while True:
        for child in children:
            child.watch()
        time.sleep(0.5)


def _stop(children: list[Child]) -> None:
    """Stop the children, the web server first, so that the last uploads still reach the queue."""
    for asked in ASKED_TO_STOP:
        signal.signal(asked, signal.SIG_IGN)
    for child in children:
        child.stop()


def _address(port: int) -> str:
    return f"http://{HOST}:{port}/"
