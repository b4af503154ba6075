"""An archive for the browser tests, with one of everything that a page can show, and with very long words."""

from __future__ import annotations

from meetings.models import Document, Meeting
from meetings.shared.vocabulary import DocumentKind
from tests.ingest.make import make_item as make_item_record
from tests.ingest.make import make_record
from tests.ingest.typeset import typeset
from tests.make import make_archive, make_document, make_item, make_meeting, make_pages, make_participant

LONG = "Sundhedsberedskabskoordinationsudvalgets\nhttps://www.kl.dk/" + "kommunekontaktraad/" * 8
TABLE = "\n".join(" | ".join(["Uddannelsesdimensionering"] * 6) for _ in range(3))
FIGURES = "Kommune | 2024 | 2025\nAalborg | 12 | 14\nHjørring | 3 | 5"
PRINTED = "#set page(width: 600pt, height: 800pt)\nOm driften i Aalborg."
PRINTED_KEY = 900_000


def make_full_archive() -> Meeting:
    """Make meetings of three KKR over some years, and return the one with most contents, of Nordjylland in 2025."""
    meeting = make_archive()
    text = f"{LONG}\n\n{TABLE}\n\n– et\n– to\n\n{FIGURES}"
    make_item(meeting, "3.2", "Sundhedsberedskabskoordinationsudvalgsmøde", presentation=text, decision="Drøftet.")
    make_item(meeting, "3.9", "Et punkt, der udgik", is_current=False, presentation="Om driften.")
    make_participant(meeting, "Bo Friis", "Læsø", party="V", status="absent")
    make_participant(meeting, "Eva Lund", None, party="")
    make_document(meeting, b"Dagsorden", name="dagsorden.txt", kind="agenda", warnings=["Punkt 2 mangler."])
    for region, date in [("nordjylland", "2025-06-13"), ("hovedstaden", "2025-09-01"), ("sjaelland", "2019-03-04")]:
        other = make_meeting(region, date, place="Rådhuset")
        make_item(
            other, "1", "Fælles it-drift i regionen", decision="Godkendt.", case_number="SAG-2025-03687",
            topics=["it-og-digitalisering", "oekonomi"], presentation="Om driften i Aalborg.",
        )  # fmt: skip
        make_participant(other, "Asta Holm"), make_document(other, f"{region} {date}".encode())
    make_pages(make_document(other, typeset(PRINTED), name="trykt.pdf", pk=PRINTED_KEY), [["Om driften i Aalborg."]])
    make_changes()
    return meeting


def make_changes() -> None:
    """Make minutes with one item changed from the agenda, one new and one dropped."""
    old, new = make_item_record("3.1", "Fælles it-drift", presentation="Om driften."), make_item_record("5", "Udgået")
    agenda = make_record(DocumentKind.AGENDA, old, new)
    changed = make_item_record("3.1", "Fælles it-drift", presentation="Om drift i Aalborg.", decided="Tiltrådt.")
    minutes = make_record(DocumentKind.MINUTES, changed, make_item_record("3.2", "Sundhedsberedskab"))
    Document.objects.update(record=make_record(DocumentKind.MINUTES).to_json())
    Document.objects.filter(name="dagsorden.txt").update(record=agenda.to_json())
    Document.objects.filter(name="referat.pdf").update(record=minutes.to_json(), coverage=0.94)


def first_document() -> str:
    """Return the address of a document parsed from a PDF."""
    return Document.objects.get(name="referat.pdf").get_absolute_url()
