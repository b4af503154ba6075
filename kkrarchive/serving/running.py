"""The running archive: one process that prepares, starts the web server and the queue, watches them and stops them."""

from __future__ import annotations

import fcntl
import os
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import TextIO

from django.conf import settings
from django.urls import reverse

from kkrarchive.serving.children import Child
from kkrarchive.serving.errors import CannotServe
from kkrarchive.serving.preparing import MANAGE, ensure_archivist, prepare, seconds
from kkrarchive.terminal_language import gettext as _

HOST = "127.0.0.1"
PORT_PATIENCE = 3  # seconds: what was killed a moment ago may take a while to let go of the port
FIRST_PAGE_PATIENCE = 60


def serve(port: int, documents: Path | None) -> None:
    """Serve the archive on a port until somebody asks to stop (Ctrl-C, SIGTERM, a closed terminal).

    `documents` is a folder to take in first. Raises CannotServe where it cannot go on.
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
        finally:
            _stop(children)


def _interrupt_when_asked_to_stop() -> None:
    """Let each signal that asks to stop do what Ctrl-C does; `nohup` is not to be overruled."""
    for asked in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if asked != signal.SIGHUP or signal.getsignal(asked) != signal.SIG_IGN:
            signal.signal(asked, signal.default_int_handler)


def _lock(port: int) -> TextIO:
    """Give the open, locked file that says who serves this archive; the kernel lets go of it however we end."""
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
    """Give a socket bound to the port, not listening yet: the web server inherits it."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    for _turn in range(PORT_PATIENCE * 10):
        try:
            listener.bind((HOST, port))
            return listener
        except PermissionError:
            raise CannotServe(_("Port %d kræver root. Vælg en anden: make run PORT=8000") % port) from None
        except OSError:
            time.sleep(0.1)
    raise CannotServe(
        _("Port %(port)d bruges af et andet program. Vælg en anden: make run PORT=%(other)d")
        % {"port": port, "other": port + 1}
    )


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
    while time.monotonic() < deadline:
        for child in children:
            child.watch()
        if _answers(port):
            return
        time.sleep(0.05)
    raise CannotServe(_("Webserveren svarer ikke. Årsagen står ovenfor."))


def _answers(port: int) -> bool:
    """Tell whether the front page is there. Raises CannotServe if it is there and broken."""
    try:
        urllib.request.urlopen(_address(port), timeout=FIRST_PAGE_PATIENCE).close()
    except urllib.error.HTTPError as error:
        if error.code >= 500:  # 400: the archive is set up for other host names than this one
            raise CannotServe(_("Forsiden svarer med fejl %d. Årsagen står ovenfor.") % error.code) from None
    except OSError:
        return False
    return True


def _watch(children: list[Child]) -> None:
    while True:
        for child in children:
            child.watch()
        time.sleep(0.5)


def _stop(children: list[Child]) -> None:
    """Stop the children, the web server first: what was uploaded last still reaches the queue."""
    for asked in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(asked, signal.SIG_IGN)
    for child in children:
        child.stop()


def _address(port: int) -> str:
    return f"http://{HOST}:{port}/"
