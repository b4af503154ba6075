"""Whether a document may be taken in: of a KKR by its head, and of the one that a person stated."""

from __future__ import annotations

from ingest.errors import ContraryRegion, NoRegion, OtherBody, SeveralCouncils
from ingest.fields.council import Heading, find_body_of_items
from ingest.fields.meeting_header import Header, find_agenda_item
from ingest.records import ItemRecord, Stated


def check_council(heading: Heading, stated: Stated) -> None:
    """Raise OtherBody, SeveralCouncils or ContraryRegion where the head forbids the document to be taken in."""
    if heading.other_body:
        raise OtherBody(body=heading.other_body)
    if not heading.regions or stated.region in heading.regions:
        return
    if len(heading.regions) > 1:
        raise SeveralCouncils(names=" og ".join(f"KKR {one.label}" for one in heading.regions))
    if stated.region:
        raise ContraryRegion(named=heading.regions[0].label, stated=stated.region.label)


def check_items(heading: Heading, header: Header, items: tuple[ItemRecord, ...], stated: Stated) -> None:
    """Raise OtherBody or NoRegion where only the items can say whose they are, and do not say that they are a KKR's."""
    if heading.is_council or header.is_of_council:
        return
    if body := find_body_of_items(items):
        raise OtherBody(body=body)
    if header.kind and not stated.region and not find_agenda_item(items):
        raise NoRegion


def find_council_warnings(heading: Heading, header: Header, stated: Stated) -> tuple[str, ...]:
    """Return the warning that no head names the KKR under which a document was taken in."""
    region = stated.region or header.region
    if heading.is_council or header.is_of_council or region is None:
        return ()
    found = "det angivne er brugt" if stated.region else f"KKR {region.label} er sluttet af punkterne"
    return (f"Dokumentets hoved nævner intet KKR; {found}.",)
