"""The accessibility statement: what the law requires, and what it says while the operator's details are missing."""

from __future__ import annotations

import pytest
from django.core.checks import run_checks
from django.test import Client
from pytest_django import Settings

from meetings.models import Meeting
from tests.meetings.site.public_pages import text_of

STATEMENT = "/tilgaengelighed/"
WAS = "https://was.digst.dk/arkiv-example-dk"


@pytest.fixture
def told(settings: Settings) -> None:
    """Set all details of the operator."""
    settings.OPERATOR = {"name": "Eksempel Kommune", "email": "arkiv@example.dk", "phone": "12 34 56 78"}
    settings.WAS_URL = WAS


@pytest.mark.parametrize(
    "words",
    [
        "lov nr. 692 af 8. juni 2018",
        "EN 301 549",
        "WCAG 2.2 på niveau AA",
        "delvis i overensstemmelse",
        "22. november 2026",
        "selvevaluering",
        "Digitaliseringsstyrelsen fører tilsyn",
        "Mange er PDF-filer",
    ],
)
def test_the_statement_has_the_parts_of_the_model(client: Client, db: None, words: str) -> None:
    assert words in text_of(client, STATEMENT)


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    "words", ["testserver, som Eksempel Kommune driver", 'href="mailto:arkiv@example.dk"', 'href="tel:12345678"', WAS]
)
def test_the_statement_says_who_runs_the_archive(client: Client, db: None, words: str) -> None:
    assert words in text_of(client, STATEMENT)


def test_the_statement_says_plainly_what_the_operator_has_not_told(client: Client, db: None) -> None:
    html = text_of(client, STATEMENT)
    assert "har endnu ikke oplyst sit navn" in html
    assert "har endnu ikke oplyst, hvordan man kommer i kontakt" in html
    assert "mailto:" not in html


def test_every_page_leads_to_the_statement(client: Client, archive: Meeting) -> None:
    assert f'<a href="{STATEMENT}">Tilgængelighedserklæring</a>' in text_of(client, "/moeder/")


@pytest.mark.usefixtures("told")
def test_the_short_address_leads_to_the_national_statement_tool(client: Client, db: None) -> None:
    assert client.get("/was/").headers["location"] == WAS


def test_without_a_place_there_the_short_address_leads_to_our_own_page(client: Client, db: None) -> None:
    assert client.get("/was/").headers["location"] == STATEMENT


def test_who_deploys_is_warned_of_what_is_missing() -> None:
    (warning,) = [one for one in run_checks(include_deployment_checks=True) if one.id == "kkrarchive.W001"]
    assert "KKRARCHIVE_OPERATOR_EMAIL" in warning.msg


@pytest.mark.usefixtures("told")
def test_who_has_told_everything_is_not_warned() -> None:
    assert "kkrarchive.W001" not in {one.id for one in run_checks(include_deployment_checks=True)}
