"""A meeting's documents one after another: which is compared with which."""

from __future__ import annotations

from meetings.models import Document, Meeting
from meetings.provenance.current_documents import missing_kind, versions
from meetings.shared.vocabulary import DocumentKind
from meetings.site.comparing.versions import differences_by_item, stages, was_misread
from tests.ingest.make import make_item as make_item_record
from tests.ingest.make import make_record
from tests.make import make_document


def make_versions(archive: Meeting) -> list[Document]:
    """Make two agendas and corrected minutes beside the minutes, which come before them all."""
    archive.documents.update(record=make_record(DocumentKind.MINUTES, make_item_record("3.1", "It-drift")).to_json())
    told = make_record(DocumentKind.AGENDA, make_item_record("3.1", "It-drift", presentation="Nyt.")).to_json()
    make_document(archive, b"1", kind="agenda", record=told), make_document(archive, b"2", kind="agenda", record=told)
    make_document(archive, b"3", corrected=True, record=archive.documents.earliest("pk").record)
    return list(archive.documents.order_by("pk"))


def test_each_document_is_compared_with_the_one_it_took_the_place_of(archive: Meeting) -> None:
    minutes, first, second, corrected = documents = make_versions(archive)
    found = stages(documents, list(archive.items.all()))
    assert [(stage.name, stage.old, stage.new) for stage in found] == [
        ("dagsorden", first, second),
        ("referat", second, corrected),
        ("rettelse", minutes, corrected),
    ]


def test_the_latest_of_a_kind_counts_and_corrected_minutes_first(archive: Meeting) -> None:
    minutes, first, second, corrected = documents = make_versions(archive)
    assert versions(documents) == [(second, False), (first, True), (corrected, False), (minutes, True)]
    assert missing_kind(documents) is None
    assert missing_kind([minutes]) == DocumentKind.AGENDA


def test_items_without_a_change_have_no_difference(archive: Meeting) -> None:
    found = stages(make_versions(archive), list(archive.items.all()))
    assert differences_by_item(found) == {}
    assert not any(map(was_misread, archive.documents.all()))
