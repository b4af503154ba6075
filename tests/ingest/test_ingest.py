"""`manage.py ingest` on real files: what is loaded, what is refused and why, what is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from ingest.load import matters
from meetings.models import AgendaItem, Document, ItemWords, Meeting

pytestmark = pytest.mark.django_db(transaction=True)

MINUTES = """REFERAT 2024

KKR SJÆLLAND

Dato: 14-03-2024 10:00
Sted: Rådhuset, Greve
\f1. Økonomi

1.1. Budget 2025
SAG-2024-00123 abcd

Indstilling
Det indstilles, at KKR Sjælland godkender budgettet.

Beslutning
KKR Sjælland godkendte budgettet.
"""


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "documents" / "referat.txt"
    path.parent.mkdir()
    path.write_text(MINUTES)
    return path


def ingest(*arguments: object) -> int:
    """Run the command and return its exit status."""
    try:
        call_command("ingest", *map(str, arguments))
    except SystemExit as stop:
        return int(stop.code or 0)
    return 0


def counts() -> tuple[int, int, int]:
    return Document.objects.count(), Meeting.objects.count(), AgendaItem.objects.count()


def test_a_folder_is_read_with_all_that_is_in_it(minutes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (minutes.parent / ".hidden.txt").write_text("x")
    assert ingest(minutes.parent) == 0
    assert AgendaItem.objects.get(number="1.1").decision.outcome == "approved"
    assert "nyt" in capsys.readouterr().out


def test_the_same_bytes_twice_are_unchanged(minutes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ingest(minutes)
    before = counts()
    capsys.readouterr()
    (minutes.parent / "kopi.txt").write_text(MINUTES)
    assert ingest(minutes.parent) == 0
    assert counts() == before
    assert capsys.readouterr().err.count("uændret") == 2


def test_a_dry_run_writes_nothing(minutes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ingest("--dry-run", minutes) == 0
    assert counts() == (0, 0, 0)
    assert "intet er skrevet" in capsys.readouterr().out


def test_a_dry_run_leaves_what_waits_to_be_compared(minutes: Path) -> None:
    ingest(minutes)
    ItemWords.objects.update(weighed_by=matters.NEVER)
    ingest("--dry-run", minutes)
    assert set(ItemWords.objects.values_list("weighed_by", flat=True)) == {matters.NEVER}


def test_one_bad_file_is_named_and_the_good_ones_get_in(minutes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (minutes.parent / "tom.pdf").write_bytes(b"")
    (minutes.parent / "billede.pdf").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    assert ingest(minutes.parent, "mangler.pdf") == 1
    assert counts()[:2] == (1, 1)
    told = capsys.readouterr().out
    assert all(name in told for name in ("tom.pdf", "billede.pdf", "mangler.pdf"))


def test_a_file_that_the_database_refuses_stops_no_other(minutes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (minutes.parent / "andet.txt").write_text(MINUTES.replace("14-03-2024", "15-03-2024"))
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE meetings_document ADD CONSTRAINT refused CHECK (name <> 'andet.txt')")
        try:
            assert ingest(minutes.parent) == 1
        finally:
            cursor.execute("ALTER TABLE meetings_document DROP CONSTRAINT refused")
    assert counts()[:2] == (1, 1)
    assert "uventet fejl" in capsys.readouterr().out


def test_what_the_document_does_not_say_can_be_stated(tmp_path: Path) -> None:
    path = tmp_path / "uden-forside.txt"
    path.write_text(MINUTES.partition("\f")[2].replace("KKR Sjælland", "Rådet"))
    assert ingest(path) == 1
    assert ingest("--region", "sjaelland", "--date", "2024-03-14", "--kind", "minutes", path) == 0
    assert ingest("--force", path) == 0
    assert str(Meeting.objects.get()) == "KKR Sjælland 14. marts 2024"


def test_a_copy_that_states_something_new_updates_the_document(minutes: Path) -> None:
    ingest(minutes)
    assert ingest("--date", "2024-03-15", minutes) == 0
    assert [meeting.address for meeting in Meeting.objects.all()] == ["2024-03-15"]


def test_samples_leave_when_a_real_document_comes(minutes: Path) -> None:
    ingest(minutes)
    Document.objects.update(is_sample=True)
    real = minutes.with_name("nyt.txt")
    real.write_text(MINUTES.replace("14-03-2024", "15-03-2024"))
    ingest(real)
    assert [meeting.address for meeting in Meeting.objects.all()] == ["2024-03-15"]
    assert not Document.objects.filter(is_sample=True).exists()
