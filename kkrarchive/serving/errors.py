"""What keeps the archive from being served."""


class CannotServe(Exception):
    """The archive cannot be served, or not any longer. `str(error)` is the Danish sentence to show."""
