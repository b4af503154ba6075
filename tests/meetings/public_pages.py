"""Reading the public pages in tests."""

from __future__ import annotations

from django.test import Client


def text_of(client: Client, address: str, status: int = 200) -> str:
    """Give a page's HTML, having checked its status."""
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()
