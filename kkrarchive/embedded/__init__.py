"""The embedded PostgreSQL: started by the first process that needs it, stopped when the last one exits.

A client process (`usage_lock`) holds a shared lock in the data folder for as long as it lives, and starts a supervisor
if there is none. The supervisor (`supervisor`) starts the server (`cluster`), restarts it if it dies, and stops it once
nobody holds the shared lock. The locks are the kernel's (flock), so they are released however a process ends.

Linux only: /proc shows which server belongs to which cluster.
"""

from kkrarchive.embedded.errors import EmbeddedPostgresError
from kkrarchive.embedded.paths import database_settings

__all__ = ["EmbeddedPostgresError", "database_settings"]
