"""PostgreSQL of the archive's own: started by the process that first needs it, stopped by the last one to leave.

A client process (`lease`) holds a shared lock in the data folder for as long as it lives, and starts a keeper where
there is none. The keeper (`keeper`) starts the server (`cluster`), starts it again if it dies, and stops it once
nobody holds the lock. Locks are the kernel's (flock), so they are let go however a process ends.

Linux only: /proc tells which server belongs to which cluster.
"""

from kkrarchive.embedded.errors import EmbeddedPostgresError
from kkrarchive.embedded.paths import database_settings

__all__ = ["EmbeddedPostgresError", "database_settings"]
