"""Pages go compressed over the line; static files are compressed once, by WhiteNoise."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class CompressedPages(GZipMiddleware):
    """Compress what is made anew for each request: pages and data.

    Files are left as they are: an original is sent byte for byte, with the length by which a reader sees how far it is,
    and a PDF is compressed already. Django pads what it compresses, so that lengths tell nothing of secrets in it.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        return response if response.streaming else super().process_response(request, response)
