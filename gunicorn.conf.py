"""How gunicorn serves the archive, under `make run` and in the container. The address is given on the command line."""

import resource

wsgi_app = "kkrarchive.wsgi:application"
workers = 2
worker_class = "gthread"
threads = 4  # a slow upload holds a thread, not a process
preload_app = True  # load once, fork twice
timeout = 60
graceful_timeout = 5
# A worker begins anew now and then, should something leak, but seldom: with it go the pages that it kept.
max_requests = 200_000
max_requests_jitter = 20_000
loglevel = "warning"
control_socket_disable = True


# All files of an upload are open until they are taken in, and each thread may have an upload at hand; often a process
# may have no more than 1,024.
SOFT, HARD = resource.getrlimit(resource.RLIMIT_NOFILE)
OPEN_FILES = threads * 2_000
if SOFT != resource.RLIM_INFINITY and SOFT < OPEN_FILES:
    resource.setrlimit(
        resource.RLIMIT_NOFILE, (OPEN_FILES if HARD == resource.RLIM_INFINITY else min(OPEN_FILES, HARD), HARD)
    )


def on_starting(_server: object) -> None:
    """Serve no archive that was migrated but not prepared: it would show half of what it holds."""
    from django.db import OperationalError, connections

    from meetings.preparation import what_is_missing

    try:
        told = what_is_missing()
    except OperationalError:
        return  # the pages say that the database is away
    finally:
        connections.close_all()  # no process may inherit one
    if told:
        raise SystemExit(told)


def when_ready(_server: object) -> None:
    """Read the lexicon before the workers part: no reader waits for it, and they share its memory."""
    from ingest.gc_tuning import collect_seldom
    from meetings.search.language import words

    words.keys("sundhedsreformen")
    collect_seldom()
