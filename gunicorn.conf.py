"""The settings of gunicorn, under `make run` and in the container; the address to bind is on the command line."""

import resource

wsgi_app = "kkrarchive.wsgi:application"
workers = 2
worker_class = "gthread"
threads = 4  # a slow upload holds a thread, not a process
preload_app = True  # load once, fork twice
timeout = 60
graceful_timeout = 5
# Workers are restarted now and then in case something leaks, but seldom: a worker's page cache goes with it.
max_requests = 200_000
max_requests_jitter = 20_000
loglevel = "warning"
control_socket_disable = True


# All files of an upload stay open until they are stored, and each thread may be handling an upload; the usual limit is
# 1,024 open files per process.
SOFT, HARD = resource.getrlimit(resource.RLIMIT_NOFILE)
OPEN_FILES = threads * 2_000
if SOFT != resource.RLIM_INFINITY and SOFT < OPEN_FILES:
    resource.setrlimit(
        resource.RLIMIT_NOFILE, (OPEN_FILES if HARD == resource.RLIM_INFINITY else min(OPEN_FILES, HARD), HARD)
    )


def on_starting(_server: object) -> None:
    """Refuse to serve an archive that is not migrated and prepared: it would show only half of its contents."""
    from django.db import OperationalError, connections

    from meetings.preparation import why_not_servable

    try:
        told = why_not_servable()
    except OperationalError:
        return  # the pages say that the database cannot be reached
    finally:
        connections.close_all()  # the workers must not inherit a connection
    if told:
        raise SystemExit(told)


def when_ready(_server: object) -> None:
    """Load the lexicon before the workers fork: no request waits for it, and they share its memory."""
    from ingest.gc_tuning import tune_gc
    from meetings.search.language import words

    words.keys("sundhedsreformen")
    tune_gc()
