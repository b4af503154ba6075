"""Files that an archive's processes share: the log, and locks, which the kernel releases however their holder ends."""

import fcntl
import os
from pathlib import Path

FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC


def open_shared(path: Path) -> int:
    """Open a file for reading and appending, creating it if it is missing, and return its descriptor.

    If root creates it in another user's folder, it becomes that user's, who may start the next process without root.
    """
    descriptor = os.open(path, FLAGS, 0o600)
    owner = path.parent.stat()
    if os.geteuid() == 0 and os.fstat(descriptor).st_uid != owner.st_uid:
        os.fchown(descriptor, owner.st_uid, owner.st_gid)
    return descriptor


def is_still_at(descriptor: int, path: Path) -> bool:
    """Return whether an open file is still the one at a path: a data folder may be deleted and remade while in use."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def try_lock(descriptor: int, *, shared: bool = False) -> bool:
    """Take a lock on an open file without waiting; return whether it was taken."""
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
