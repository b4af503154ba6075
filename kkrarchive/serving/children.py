"""The processes that `manage.py serve` starts and stops: in order, quietly, and never left behind."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.conf import settings

from kkrarchive.serving.errors import CannotServe
from kkrarchive.terminal_language import gettext as _

STOP_SECONDS = 20  # what a child may take to finish what it has in hand
STEADY_SECONDS = 30  # a child that dies sooner than this will not do better the next time
PR_SET_PDEATHSIG = 1

_libc = ctypes.CDLL(None, use_errno=True)


@dataclass
class Child:
    """A process that runs as long as the archive does: what it is called, its command and the sockets it is given."""

    name: str
    command: Sequence[str]
    descriptors: Sequence[int] = ()
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    started: float = field(default=0.0, init=False)

    def start(self) -> None:
        """Start the process in a session of its own: Ctrl-C in a terminal reaches only its parent, who stops it."""
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            self.command,
            cwd=settings.BASE_DIR,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # what goes wrong stands on stderr
            pass_fds=self.descriptors,
            start_new_session=True,
            preexec_fn=_end_with_parent(os.getpid()),  # noqa: PLW1509 (no threads here)
        )

    def watch(self) -> None:
        """Start the process again if it died. Raises CannotServe if it had only just been started."""
        if self.process is None or self.process.poll() is None:
            return
        died = {"name": self.name, "code": self.process.returncode}
        if time.monotonic() - self.started < STEADY_SECONDS:
            raise CannotServe(_("%(name)s stoppede af sig selv (kode %(code)d). Årsagen står ovenfor.") % died)
        print(_("%(name)s stoppede (kode %(code)d) og startes igen.") % died, file=sys.stderr)
        self.start()

    def stop(self) -> None:
        """Ask the process to end, and end it if it has not done so in time."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def _end_with_parent(parent: int) -> Callable[[], None]:
    """Give what a child does first: ask the kernel for a SIGTERM when its parent ends, even by kill -9."""

    def ask() -> None:
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)

    return ask
