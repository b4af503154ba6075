"""The errors of the embedded server, in words for the person who runs the archive."""


class EmbeddedPostgresError(Exception):
    """The embedded PostgreSQL cannot be started or reached; the text says why and what to do."""
