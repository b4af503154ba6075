"""How gunicorn serves the archive, under `make run` and in the container. The address is given on the command line."""

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


def when_ready(_server: object) -> None:
    """Read the lexicon before the workers part: no reader waits for it, and they share its memory."""
    from ingest.garbage import collect_seldom
    from meetings.search import words

    words.keys("sundhedsreformen")
    collect_seldom()
