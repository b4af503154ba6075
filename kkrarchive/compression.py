"""Compression of responses; static files are compressed once, by WhiteNoise."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class CompressedPages(GZipMiddleware):
    """Middleware that compresses what is rendered for each request: pages and data.

    Files are left as they are: an original is sent byte for byte with its Content-Length, so that the browser can show
    progress, and a PDF is compressed already. Django pads compressed responses at random, so that their length does not
    leak secrets (BREACH).
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        return response if response.streaming else super().process_response(request, response)
