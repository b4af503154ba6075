"""PostgreSQL of the archive's own: started by the process that first needs it, stopped by the last one to leave.

A client process (`usage_lock`) holds a shared lock in the data folder for as long as it lives, and starts a supervisor
where there is none. The supervisor (`supervisor`) starts the server (`cluster`), starts it again if it dies, and stops
it once nobody holds the shared lock. The locks are the kernel's (flock), so they are released however a process ends.

Linux only: /proc tells which server belongs to which cluster.
"""

from kkrarchive.embedded.errors import EmbeddedPostgresError
from kkrarchive.embedded.paths import database_settings

__all__ = ["EmbeddedPostgresError", "database_settings"]
