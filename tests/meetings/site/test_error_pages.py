"""The error pages: for a wrong address, an invalid form, missing permission, or a failure of the archive."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

FOREIGN = "foreign.example"


@pytest.fixture
def reader() -> Client:
    """Return a client that gets the error page, where the test client would raise the exception."""
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


@pytest.mark.parametrize("path", ["/", "/soeg/?q=drift", "/not/there/", "/admin/", "/admin/login/", "/soeg"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_a_host_name_that_is_not_ours_is_a_bad_request(reader: Client, path: str, method: str) -> None:
    answer = reader.generic(method, path, headers={"host": FOREIGN})
    assert answer.status_code == 400
    assert FOREIGN not in answer.content.decode()


@pytest.mark.parametrize("host", ["", "a b", "127.0.0.1:port", "æøå", "a" * 300])
def test_a_host_name_that_is_none_is_a_bad_request(reader: Client, host: str) -> None:
    assert reader.get("/", SERVER_NAME=host, HTTP_HOST=host).status_code == 400


def test_the_page_of_a_bad_request_has_ways_on(reader: Client) -> None:
    html = reader.get("/", headers={"host": FOREIGN}).content.decode()
    assert "Adressen kan ikke læses" in html
    assert 'href="/moeder/"' in html


def test_the_page_of_a_bad_request_speaks_the_reader_s_language(reader: Client) -> None:
    reader.cookies["sprog"] = "en"
    assert '<html lang="en">' in reader.get("/", headers={"host": FOREIGN}).content.decode()


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_an_address_of_nothing_is_not_found(reader: Client, method: str) -> None:
    assert reader.generic(method, "/not/there/").status_code == 404


def test_a_form_without_its_token_is_refused_in_words(reader: Client) -> None:
    answer = reader.post("/admin/login/", {"username": "x"})
    assert answer.status_code == 403
    assert "Formularen er for gammel" in answer.content.decode()
