"""Pages in the memory of a process, within a bound in bytes."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import NamedTuple

from django.http import HttpResponse

OBJECTS = 2_000  # bytes that the objects of a page take beside its content, about


class _Page(NamedTuple):
    content: bytes
    headers: dict[str, str]

    @property
    def size(self) -> int:
        return len(self.content) + OBJECTS


class KeptPages:
    """Pages by key, in at most `room` bytes: the one that was asked for longest ago makes room. Safe for threads."""

    def __init__(self, room: int) -> None:
        self.room, self.used = room, 0
        self._pages: OrderedDict[str, _Page] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str) -> HttpResponse | None:
        """Return a page as a response of its own; None if it is not kept."""
        with self._lock:
            page = self._pages.get(key)
            if page is None:
                return None
            self._pages.move_to_end(key)
        return HttpResponse(page.content, headers=page.headers)

    def keep(self, key: str, response: HttpResponse) -> None:
        """Keep a response with status 200, unless it is larger than the room for all."""
        page = _Page(response.content, dict(response.items()))
        if page.size > self.room:
            return
        with self._lock:
            self.used += page.size - (self._pages.pop(key).size if key in self._pages else 0)
            self._pages[key] = page
            while self.used > self.room:
                self.used -= self._pages.popitem(last=False)[1].size
