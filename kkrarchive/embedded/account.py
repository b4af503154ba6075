"""The user account that the server runs as: PostgreSQL refuses to run as root."""

import contextlib
import os
import pwd
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kkrarchive.embedded.errors import EmbeddedPostgresError
from kkrarchive.terminal_language import gettext as _

UNPRIVILEGED = ("postgres", "nobody")


class Account(NamedTuple):
    """A user id and its group id."""

    uid: int
    gid: int

    @property
    def is_other(self) -> bool:
        """Whether this is an account other than this process's own."""
        return self.uid != os.geteuid()

    def give(self, path: Path) -> None:
        """Make the account the owner of a path and everything below it, unless it owns the path already.

        The path itself comes last: if the account owns it, the rest has been done too.
        """
        if path.lstat().st_uid == self.uid:
            return
        for each in (*path.rglob("*"), path):
            os.chown(each, self.uid, self.gid, follow_symlinks=False)


def find_account(cluster: Path) -> Account:
    """Return the account for the server of a cluster, which need not exist yet.

    An ordinary user's server runs as that user. Root's runs as the owner of the cluster, else of the data folder
    (`sudo` in a user's clone), else as `postgres` or `nobody`. Raises EmbeddedPostgresError if there is none of these.
    """
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    for account in _unprivileged_accounts(cluster):
        return account
    raise EmbeddedPostgresError(
        _("PostgreSQL kan ikke køre som root, og her er ingen af brugerne %(names)s. Opret en, eller sæt DATABASE_URL.")
        % {"names": ", ".join(UNPRIVILEGED)}
    )


def _unprivileged_accounts(cluster: Path) -> Iterator[Account]:
    if cluster.exists() and (owner := cluster.stat()).st_uid != 0:
        yield Account(owner.st_uid, owner.st_gid)
    with contextlib.suppress(KeyError):  # initdb needs an account with a name
        entry = pwd.getpwuid(cluster.parent.stat().st_uid)
        if entry.pw_uid != 0:
            yield Account(entry.pw_uid, entry.pw_gid)
    for name in UNPRIVILEGED:
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            yield Account(entry.pw_uid, entry.pw_gid)
