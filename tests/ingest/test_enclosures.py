"""Enclosures in the archive: they belong to a meeting and never count as its agenda or minutes."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from ingest.load import remove
from meetings.models import AgendaItem, Document, Meeting
from tests.ingest.test_ingest import MINUTES, ingest

pytestmark = pytest.mark.django_db(transaction=True)

BUNDLE = """Bilagssamling

Møde i KKR Sjælland den 14. marts 2024

1. Diger
Digerne er lave.

2. Havne
Havnene er dybe.
"""


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    return write(tmp_path / "referat.txt", MINUTES)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return write(tmp_path / "bundt.txt", BUNDLE)


def write(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


def test_a_bundle_leaves_the_items_alone_and_is_listed(minutes: Path, bundle: Path, client: Client) -> None:
    assert ingest(minutes, bundle) == 0
    assert list(AgendaItem.objects.current().values_list("number", flat=True)) == ["1", "1.1"]
    page = client.get(Meeting.objects.get().get_absolute_url()).content.decode()
    enclosure = Document.objects.get(kind="enclosure")
    assert f'<a href="/dokument/{enclosure.pk}/">bundt.txt</a>' in page
    assert "Digerne er lave." in client.get(enclosure.get_absolute_url()).content.decode()


def test_a_search_finds_the_page_of_an_enclosure_and_says_so(minutes: Path, bundle: Path, client: Client) -> None:
    ingest(bundle, minutes)
    address = f"/dokument/{Document.objects.get(kind='enclosure').pk}/side/1/?q=digerne#fund"
    assert f'href="{address}"' in client.get("/soeg/?q=digerne").content.decode()
    assert "Fundet i bilag" in client.get("/soeg/?q=digerne&region=sjaelland&aar=2024").content.decode()
    for other in ("q=budgettet", "q=digerne&region=nordjylland", "q=digerne&fra=2024-03-15", "q=digerne&udfald=noted"):
        assert "Fundet i bilag" not in client.get(f"/soeg/?{other}").content.decode()


def test_an_enclosure_that_comes_first_waits_for_its_meeting(
    minutes: Path, bundle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ingest(bundle) == 1
    assert "arkivet har ikke det møde" in "".join(capsys.readouterr())
    assert ingest(minutes) == 0
    enclosure = Document.objects.get(kind="enclosure")
    assert (enclosure.state, enclosure.failure, enclosure.meeting) == ("read", "", Meeting.objects.get())


def test_an_enclosure_outlives_its_meeting(minutes: Path, bundle: Path) -> None:
    ingest(minutes, bundle)
    remove(Document.objects.get(kind="minutes"))
    assert Meeting.objects.count() == 0
    assert (enclosure := Document.objects.get()).state == "failed"
    assert "arkivet har ikke det møde" in enclosure.failure


def test_an_enclosure_without_a_day_asks_for_it(
    minutes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = write(tmp_path / "notat.txt", "NOTAT\n\n1. Diger\nDigerne er lave.\n")
    ingest(minutes)
    assert ingest(notes) == 1
    assert "Angiv mødets KKR og dato" in "".join(capsys.readouterr())
    assert ingest("--region", "sjaelland", "--date", "2024-03-14", notes) == 0
    assert Document.objects.get(kind="enclosure").meeting == Meeting.objects.get()


def test_any_paper_can_be_stated_to_be_an_enclosure(minutes: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "andet.txt", MINUTES.replace("KKR SJÆLLAND", "Regionsrådet"))
    ingest(minutes)
    assert ingest("--kind", "enclosure", "--region", "sjaelland", "--date", "2024-03-14", other) == 0
    assert list(AgendaItem.objects.current().values_list("number", flat=True)) == ["1", "1.1"]
