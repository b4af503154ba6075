"""PDF portfolios: the documents in them, each for itself, wherever they come in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.db import connections

from ingest.errors import Portfolio
from ingest.extract import portfolio
from ingest.extract.portfolio import find_attachments, read_portfolio
from ingest.pipeline import read_meeting, read_source
from ingest.workers import Job, read_job
from meetings.models import Document, Meeting
from meetings.shared.vocabulary import DocumentState
from tests.ingest.papers import make_pdf
from tests.ingest.portfolios import COVER, attach, make_portfolio
from tests.ingest.test_ingest import ingest
from tests.ingest.test_parse import parse
from tests.ingest.typeset import typeset
from tests.ingest.working import empty_queue, upload, work

ONE, OTHER = make_pdf(), make_pdf("4. maj 2024")
BOTH = {"referat.pdf": ONE, "undermappe/referat æ.pdf": OTHER, "tal.xlsx": b"PK"}


def test_the_documents_in_it_have_their_own_names() -> None:
    assert read_portfolio(make_portfolio(BOTH)) == [("referat.pdf", ONE), ("referat æ.pdf", OTHER)]


@pytest.mark.parametrize("data", [ONE, attach(ONE, BOTH), make_portfolio({"a.xlsx": b"PK"}), b"%PDF-1.7 x"])
def test_other_files_are_no_portfolios(data: bytes) -> None:
    assert read_portfolio(data) == []


def test_a_document_of_its_own_with_a_collection_is_read_itself() -> None:
    assert read_portfolio(make_portfolio(BOTH, cover=COVER * 30)) == []


def test_there_is_a_bound_on_what_is_taken_out(monkeypatch: pytest.MonkeyPatch) -> None:
    data = make_portfolio(BOTH)
    monkeypatch.setattr(portfolio, "MOST_BYTES", len(ONE))
    assert [name for name, _data in read_portfolio(data)] == ["referat.pdf"]
    monkeypatch.setattr(portfolio, "MOST_FILES", 0)
    assert read_portfolio(data) == []


def test_the_error_that_names_them_crosses_between_processes() -> None:
    with pytest.raises(Portfolio, match=r"2 dokumenter: referat\.pdf, referat æ\.pdf") as raised:
        read_job(Job(make_portfolio(BOTH), Path("mappe.pdf")))
    assert [data for _name, data in raised.value.documents] == [ONE, OTHER]


def test_attachments_of_a_plain_document_are_told_and_not_read() -> None:
    data = attach(ONE, {"tal.xlsx": b"PK", "bilag.pdf": OTHER})
    assert find_attachments(data) == ["bilag.pdf", "tal.xlsx"]
    warnings = read_meeting(read_source(data)).warnings
    assert "Filen har 2 vedhæftede filer, som ikke er læst: bilag.pdf, tal.xlsx." in warnings


@pytest.mark.django_db(transaction=True)
def test_ingest_reads_each_and_reports_it_by_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mappe.pdf").write_bytes(make_portfolio(BOTH))
    assert ingest(tmp_path, "--workers=1") == 0
    assert {one.name for one in Document.objects.all()} == {"referat.pdf", "referat æ.pdf"}
    assert "nyt: " in (told := capsys.readouterr().err)
    assert "mappe.pdf/referat æ.pdf" in told
    assert ingest(tmp_path, "--workers=1") == 0
    assert capsys.readouterr().err.count("uændret: ") == 2


@pytest.mark.django_db(transaction=True)
def test_an_uploaded_one_becomes_its_documents_with_what_was_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    # The worker's thread ends with it, and must not leave its connection open.
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    empty_queue()
    container = upload(make_portfolio(BOTH), "mappe.pdf", stated_date="2024-05-03")
    work()
    container.refresh_from_db()
    assert container.state == DocumentState.FAILED
    assert "bliver læst hver for sig: referat.pdf, referat æ.pdf." in container.failure
    assert {one.date.isoformat() for one in Meeting.objects.all()} == {"2024-05-03"}
    assert Document.objects.read().count() == 2


def test_parse_reads_the_only_meeting_document_in_it(tmp_path: Path) -> None:
    path = tmp_path / "mappe.pdf"
    path.write_bytes(make_portfolio({"referat.pdf": ONE, "brev.pdf": typeset("Kære alle")}))
    assert json.loads(parse(path).stdout)["date"] == "2024-05-03"


def test_parse_names_the_documents_where_there_are_several(tmp_path: Path) -> None:
    path = tmp_path / "mappe.pdf"
    path.write_bytes(make_portfolio(BOTH))
    told = parse(path)
    assert (told.returncode, told.stdout) == (1, "")
    assert "Filen er en PDF-mappe med 2 dokumenter: referat.pdf, referat æ.pdf." in told.stderr
