"""Pages are sent compressed, originals byte for byte."""

from __future__ import annotations

import gzip

from django.core.files.base import ContentFile
from django.test import Client

from meetings.models import Meeting

GZIP = {"accept-encoding": "gzip, deflate, br"}


def test_a_page_is_sent_compressed(client: Client, archive: Meeting) -> None:
    plain, compressed = client.get("/kommuner/"), client.get("/kommuner/", headers=GZIP)
    assert compressed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(compressed.content) == plain.content
    assert len(compressed.content) < len(plain.content) / 4


def test_who_cannot_unpack_gets_the_page_plain(client: Client, archive: Meeting) -> None:
    assert "Content-Encoding" not in client.get("/kommuner/").headers


def test_an_original_is_sent_as_it_is(client: Client, archive: Meeting) -> None:
    document = archive.documents.get()
    document.original.save("referat.pdf", ContentFile(b"%PDF-1.7 " * 200))
    answer = client.get(document.original_url, headers=GZIP)
    assert "Content-Encoding" not in answer.headers
    assert answer.headers["Content-Length"] == str(len(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]
