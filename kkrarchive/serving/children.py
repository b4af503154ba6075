"""The child processes of `manage.py serve`: started, restarted if they die, and never left behind."""

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

STOP_SECONDS = 20  # for a child to finish its current work
STEADY_SECONDS = 30  # a child that dies sooner than this is restarted after a pause
FIRST_PAUSE, LONGEST_PAUSE = 1, 60  # seconds; each early death in a row doubles the pause
PR_SET_PDEATHSIG = 1
ASKED_TO_STOP = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

_libc = ctypes.CDLL(None, use_errno=True)


@dataclass
class Child:
    """A process that runs as long as the archive does: its name, its command and the descriptors that it inherits."""

    name: str
    command: Sequence[str]
    descriptors: Sequence[int] = ()
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    started: float = field(default=0.0, init=False)
    pause: float = field(default=0.0, init=False)
    restart_at: float | None = field(default=None, init=False)

    def start(self) -> None:
        """Start the process in a session of its own: Ctrl-C in a terminal reaches only the parent, which stops it."""
        self.started, self.restart_at = time.monotonic(), None
        with _signals_held_back() as before:
            self.process = subprocess.Popen(
                self.command,
                cwd=settings.BASE_DIR,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,  # errors go to stderr
                pass_fds=self.descriptors,
                start_new_session=True,
                preexec_fn=_end_with_parent(os.getpid(), before),  # noqa: PLW1509 (no threads here)
            )

    def require(self) -> None:
        """Raise CannotServe if the process died: used during startup, when it is not restarted."""
        if self.process is not None and self.process.poll() is not None:
            died = {"name": self.name, "code": self.process.returncode}
            raise CannotServe(_("%(name)s stoppede af sig selv (kode %(code)d). Årsagen står ovenfor.") % died)

    def watch(self) -> None:
        """Restart the process if it died: at once if it had run for a while, else after a pause that grows."""
        if self.process is None or self.process.poll() is None:
            return
        if self.restart_at is None:
            self._plan_restart(self.process.returncode)
        if self.restart_at is not None and time.monotonic() >= self.restart_at:
            try:
                self.start()
            except (OSError, subprocess.SubprocessError) as error:  # as when memory is short
                print(_("%(name)s kan ikke startes: %(error)s") % {"name": self.name, "error": error}, file=sys.stderr)
                self._plan_restart(self.process.returncode)

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
        """Stop the process with SIGTERM, and kill its process group if it has not ended within STOP_SECONDS."""
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
    """Block the signals that ask to stop, and yield the previous mask: an interrupted start would leave a process."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ASKED_TO_STOP)
    try:
        yield {signal.Signals(number) for number in before}
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent(parent: int, mask: set[signal.Signals]) -> Callable[[], None]:
    """Return a preexec function: restore the signal mask, and have the kernel send SIGTERM when the parent ends."""

    def ask() -> None:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)

    return ask
