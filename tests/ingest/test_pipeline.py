"""Files of every kind: readable ones are parsed correctly, and others say why they cannot be read."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from ingest import errors
from ingest.pipeline import read_meeting, read_source
from ingest.records import Stated
from meetings.shared.vocabulary import DocumentKind, RegionSlug
from tests.ingest.typeset import make_blank, make_locked_pdf, typeset_lines
from tests.reading import read_file

AGENDA = """DAGSORDEN 2021
KKR SJÆLLAND
Dato: 03-02-2021 09:30
Sted: Sorø Storkro

1. Velkomst

2. Økonomi på ældreområdet
SAG-2021-00077 åse

Indstilling
Det indstilles, at KKR Sjælland drøfter økonomien.
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_text_is_read_in_the_encodings_archives_hold(encoding: str) -> None:
    record = read_meeting(read_source(AGENDA.encode(encoding), "dagsorden.txt"))
    assert (record.items[1].title, record.place) == ("Økonomi på ældreområdet", "Sorø Storkro")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_do_not_count_as_lines(end: str) -> None:
    source = read_source(AGENDA.replace("\n", end).encode(), "dagsorden.txt")
    assert source == read_source(AGENDA.encode(), "dagsorden.txt")


def test_the_same_document_as_pdf_and_as_text_gives_the_same_record() -> None:
    pdf = read_meeting(read_source(typeset_lines([AGENDA.splitlines()]), "dagsorden.pdf"))
    assert pdf == read_meeting(read_source(AGENDA.encode(), "dagsorden.txt"))


BAD = [
    (b"", errors.EmptyFile),
    (b" \n\t\n", errors.EmptyFile),
    ("\ufeff \n".encode("utf-16"), errors.EmptyFile),
    (b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + bytes(range(256)) * 20, errors.ForeignFile),
    (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, errors.ForeignFile),
    (bytes(range(256)) * 8, errors.UnknownFormat),
    (make_locked_pdf(), errors.EncryptedPdf),
    (make_blank(), errors.NoText),
    (b"%PDF-1.7\n" + b"rubbish " * 200, errors.DamagedPdf),
    (typeset_lines([AGENDA.splitlines()])[:900], errors.DamagedPdf),
    ("Kære Ole\n\nTak for sidst. Vi ses på fredag.\n".encode(), errors.NotAMeetingDocument),
    (AGENDA.replace("KKR SJÆLLAND", "KKR").replace("KKR Sjælland", "rådet").encode(), errors.NoRegion),
    (AGENDA.replace("03-02-2021", "snart").encode(), errors.NoDate),
]


@pytest.mark.parametrize(("data", "error"), BAD)
def test_what_cannot_be_read_says_why(data: bytes, error: type[errors.IngestError]) -> None:
    with pytest.raises(error):
        read_meeting(read_source(data, "fil"))


@pytest.mark.parametrize("data", [bytes(range(256)), b"\n".join([b"2 0 obj", b"<< /Type /Page >>", b"endobj"])])
def test_what_is_called_pdf_and_is_nothing_else_is_a_damaged_pdf(data: bytes) -> None:
    with pytest.raises(errors.DamagedPdf):
        read_source(data, "referat.PDF")


def test_a_text_that_is_called_pdf_is_read_as_text() -> None:
    assert read_source(AGENDA.encode(), "dagsorden.pdf") == read_source(AGENDA.encode(), "dagsorden.txt")


def test_a_path_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    with pytest.raises(errors.UnreadablePath, match="det er en mappe"):
        read_file(tmp_path)


def test_the_day_and_the_kind_that_a_person_stated_win() -> None:
    date = datetime.date(2021, 2, 4)
    stated = Stated(RegionSlug.SJAELLAND, date, DocumentKind.MINUTES)
    record = read_meeting(read_source(AGENDA.encode(), "dagsorden.txt"), stated)
    assert (record.region, record.date, record.kind) == (stated.region, date, stated.kind)


def test_what_a_person_stated_is_enough_where_the_document_is_silent() -> None:
    text = AGENDA.replace("KKR SJÆLLAND", "KKR").replace("KKR Sjælland", "rådet").replace("03-02-2021", "snart")
    stated = Stated(RegionSlug.SJAELLAND, datetime.date(2021, 2, 3))
    assert len(read_meeting(read_source(text.encode(), ""), stated).items) == 2
