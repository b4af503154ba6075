"""The error of `manage.py serve`."""


class CannotServe(Exception):
    """The archive cannot be served, or not any longer; the text is the sentence to show."""
