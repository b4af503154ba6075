"""Files that an archive's processes share: its log, and locks, which the kernel lets go however their holder dies."""

import fcntl
import os
from pathlib import Path

FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC


def open_shared(path: Path) -> int:
    """Open a file for reading and appending, made where missing, and return its descriptor.

    Made by root in a folder of another's, it becomes the other's, who may start the next process without root.
    """
    descriptor = os.open(path, FLAGS, 0o600)
    owner = path.parent.stat()
    if os.geteuid() == 0 and os.fstat(descriptor).st_uid != owner.st_uid:
        os.fchown(descriptor, owner.st_uid, owner.st_gid)
    return descriptor


def is_still_at(descriptor: int, path: Path) -> bool:
    """Whether an open file is still the one at a path: a data folder may be deleted, and made anew, in use."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def try_lock(descriptor: int, *, shared: bool = False) -> bool:
    """Take a lock on an open file if that is possible at once, and say whether it was."""
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
