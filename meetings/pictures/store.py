"""The pictures of pages on disk: named by what they show, made when they are missing, removed when they are old.

A picture is named by the SHA-256 of its document, its page and its turn, so it never changes. Those not looked at for
long go first when the folder is full. A page that cannot be shown is remembered for a while, so that a crowd asking for
it does not keep the machine busy.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from django.conf import settings

from meetings.pictures.bounds import REFUSED, SECONDS
from meetings.shared.vocabulary import PictureFailure

PROJECT = Path(__file__).parents[2]
PATIENCE = 2 * SECONDS  # seconds of wall time, for the making of a picture and for the wait until others are made
AT_ONCE = 2  # pictures made at the same time, whoever asks
QUEUES = 64  # locks that the pictures share
AGAIN = 3_600  # seconds after which a page that could not be shown is tried again
DAYS = 90  # how long a picture is kept that nobody looks at
DAY = 86_400
Scale = Literal[1, 2]
SCALES: tuple[Scale, ...] = (1, 2)


class NoPicture(Exception):
    """A page cannot be shown as a picture. `reason` says why."""

    def __init__(self, reason: PictureFailure) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture of a page (from 1) of the PDF with this SHA-256, turned by some degrees clockwise."""

    sha256: str
    number: int
    turn: int = 0

    def name(self, scale: Scale) -> str:
        """Return what identifies the picture within its page: "0123456789abcdef-90-2x.webp"."""
        return f"{self.sha256[:16]}-{self.turn}-{scale}x.webp"

    def file(self, scale: Scale) -> Path:
        """Return where the picture is kept, whether it is there or not."""
        return self._folder / f"{self._stem}-{scale}x.webp"

    @property
    def is_made(self) -> bool:
        """Whether the picture is there in both sizes."""
        return self.file(1).exists() and self.file(2).exists()

    @property
    def failure(self) -> PictureFailure | None:
        """Why the picture could not be made lately; None if it could, or was not tried."""
        try:
            if time.time() - self._failed.stat().st_mtime < AGAIN:
                return PictureFailure(self._failed.read_text())
        except (FileNotFoundError, ValueError):
            pass
        return None

    def note_failure(self, reason: PictureFailure) -> None:
        """Remember for a while that the picture cannot be made."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._failed.write_text(reason)

    def make(self, pdf: Path) -> None:
        """Make the picture from its document unless it is there; others that want it wait. Raises NoPicture."""
        with _lock(f"queue-{int(self.sha256[:8], 16) % QUEUES}"):
            if self.is_made:
                return
            if self.failure:
                raise NoPicture(self.failure)
            with _lock(*(f"slot-{n}" for n in range(AT_ONCE))):
                self._make(pdf)
        remove_old(settings.PICTURES_DIR, settings.PICTURES_MB * 1_000_000)

    def _make(self, pdf: Path) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=settings.PICTURES_DIR, prefix="new-") as folder:
            files = [Path(folder, f"{scale}x") for scale in SCALES]
            failure = _render(pdf, self, files)
            if failure:
                self.note_failure(failure)
                raise NoPicture(failure)
            for scale, file in zip(SCALES, files, strict=True):
                file.replace(self.file(scale))

    @property
    def _folder(self) -> Path:
        return Path(settings.PICTURES_DIR, self.sha256[:2])

    @property
    def _stem(self) -> str:
        return f"{self.sha256}-{self.number}-{self.turn}"

    @property
    def _failed(self) -> Path:
        return self._folder / f"{self._stem}.failed"


def note_use(file: Path) -> None:
    """Note, at most daily, that somebody looked at a picture."""
    if time.time() - file.stat().st_mtime > DAY:
        os.utime(file)


def remove_pictures(sha256: str) -> None:
    """Remove all pictures of a document."""
    for file in Path(settings.PICTURES_DIR, sha256[:2]).glob(f"{sha256}-*"):
        file.unlink(missing_ok=True)


def remove_old(folder: Path, most: int) -> None:
    """Remove what nobody looked at for DAYS, then the least recently used until `most` bytes are left."""
    kept = sorted(_files(folder), key=lambda one: one[1].st_mtime, reverse=True)
    oldest, size = time.time() - DAYS * DAY, 0
    for file, status in kept:
        size += status.st_size
        if size > most or status.st_mtime < oldest:
            file.unlink(missing_ok=True)
    for left in folder.glob("new-*"):  # by a process that was killed
        if left.stat().st_mtime < time.time() - AGAIN:
            shutil.rmtree(left, ignore_errors=True)


def _files(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    for file in folder.glob("??/*"):
        try:
            yield file, file.stat()
        except FileNotFoundError:
            continue  # another process removed it


@contextmanager
def _lock(*names: str) -> Iterator[None]:
    """Hold the first of the named locks that is free. Raises NoPicture if that takes longer than PATIENCE."""
    folder = Path(settings.PICTURES_DIR, "locks")
    folder.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + PATIENCE
    held = [os.open(folder / name, os.O_RDWR | os.O_CREAT, 0o600) for name in names]
    try:
        while not any(map(_is_taken, held)):
            if time.monotonic() > until:
                raise NoPicture(PictureFailure.BUSY)
            time.sleep(0.02)
        yield
    finally:
        for one in held:
            os.close(one)


def _is_taken(lock: int) -> bool:
    """Take a lock and return True; False if another process or thread has it."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _render(pdf: Path, picture: Picture, files: list[Path]) -> PictureFailure | None:
    """Run the program that draws a page. Return why it failed; None if it did not."""
    program = [sys.executable, "-m", "meetings.pictures.render", str(pdf), str(picture.number), str(picture.turn)]
    quiet = subprocess.DEVNULL
    try:
        command = [*program, *map(str, files)]
        ended = subprocess.run(
            command, cwd=PROJECT, stdin=quiet, stdout=quiet, stderr=quiet, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return PictureFailure.TOO_MUCH
    if ended.returncode:
        return PictureFailure.REFUSED if ended.returncode == REFUSED else PictureFailure.TOO_MUCH
    return None
