"""The processes that `manage.py serve` starts and stops: in order, quietly, and never left behind."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.conf import settings

from kkrarchive.serving.errors import CannotServe
from kkrarchive.terminal_language import gettext as _

STOP_SECONDS = 20  # what a child may take to finish what it has in hand
STEADY_SECONDS = 30  # a child that falls sooner than this is started again after a pause
FIRST_PAUSE, LONGEST_PAUSE = 1, 60  # seconds; each fall in a row doubles the pause
PR_SET_PDEATHSIG = 1
ASKED_TO_STOP = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

_libc = ctypes.CDLL(None, use_errno=True)


@dataclass
class Child:
    """A process that runs as long as the archive does: what it is called, its command and the sockets it is given."""

    name: str
    command: Sequence[str]
    descriptors: Sequence[int] = ()
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    started: float = field(default=0.0, init=False)
    pause: float = field(default=0.0, init=False)
    restart_at: float | None = field(default=None, init=False)

    def start(self) -> None:
        """Start the process in a session of its own: Ctrl-C in a terminal reaches only its parent, who stops it."""
        self.started, self.restart_at = time.monotonic(), None
        with _signals_held_back() as before:
            self.process = subprocess.Popen(
                self.command,
                cwd=settings.BASE_DIR,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,  # what goes wrong stands on stderr
                pass_fds=self.descriptors,
                start_new_session=True,
                preexec_fn=_end_with_parent(os.getpid(), before),  # noqa: PLW1509 (no threads here)
            )

    def require(self) -> None:
        """Raise CannotServe if the process died: one that cannot start at all is not started again."""
        if self.process is not None and self.process.poll() is not None:
            died = {"name": self.name, "code": self.process.returncode}
            raise CannotServe(_("%(name)s stoppede af sig selv (kode %(code)d). Årsagen står ovenfor.") % died)

    def watch(self) -> None:
        """Start the process again if it died: at once if it had run for a while, else after a pause that grows."""
        if self.process is None or self.process.poll() is None:
            return
        if self.restart_at is None:
            self._plan_restart(self.process.returncode)
        if self.restart_at is not None and time.monotonic() >= self.restart_at:
            self.start()

    def _plan_restart(self, code: int) -> None:
        was_steady = time.monotonic() - self.started >= STEADY_SECONDS
        self.pause = 0 if was_steady else min(max(FIRST_PAUSE, self.pause * 2), LONGEST_PAUSE)
        self.restart_at = time.monotonic() + self.pause
        told = {"name": self.name, "code": code, "pause": self.pause}
        if was_steady:
            print(_("%(name)s stoppede (kode %(code)d) og startes igen.") % told, file=sys.stderr)
        else:
            print(_("%(name)s stoppede (kode %(code)d) og startes igen om %(pause)d s.") % told, file=sys.stderr)

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


@contextmanager
def _signals_held_back() -> Iterator[set[signal.Signals]]:
    """Let who asks to stop wait a moment; hold the mask before. Interrupted, a start would leave a process behind."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ASKED_TO_STOP)
    try:
        yield {signal.Signals(number) for number in before}
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent(parent: int, mask: set[signal.Signals]) -> Callable[[], None]:
    """Return what a child does first: ask the kernel for a SIGTERM when its parent ends, even by kill -9."""

    def ask() -> None:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)

    return ask
