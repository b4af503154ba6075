"""The upload handler, which discards files that exceed the size limit while they are still arriving."""

from __future__ import annotations

from django.conf import settings
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """A handler that writes files to disk; one beyond the limit is emptied, its size only counted, to be reported."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) <= settings.MAX_UPLOAD_BYTES:
            super().receive_data_chunk(raw_data, start)
        else:
            self.file.truncate(0)
