"""Serving the archive on one machine: `manage.py serve` prepares it, and starts, watches and stops its processes."""

from kkrarchive.serving.errors import CannotServe
from kkrarchive.serving.running import serve

__all__ = ["CannotServe", "serve"]
