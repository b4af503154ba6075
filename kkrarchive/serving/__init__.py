"""Serving the archive on one machine: `manage.py serve` prepares, starts, watches and stops all it takes."""

from kkrarchive.serving.errors import CannotServe
from kkrarchive.serving.running import serve

__all__ = ["CannotServe", "serve"]
