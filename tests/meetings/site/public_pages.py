"""The public pages: addresses of each kind in the archive that `make_archive` makes, and a function to read them."""

from __future__ import annotations

from django.test import Client

from tests.make import MINUTES

# One of every kind of page, and of every state that changes it. Tests of all pages go through this list.
PAGES = {
    "front": "/",
    "meetings": "/moeder/",
    "meetings that are none": "/moeder/?aar=1999",
    "year": "/moeder/2025/",
    "month": "/moeder/2025/10/",
    "region": "/nordjylland/",
    "meeting": "/nordjylland/2025-10-24/",
    "changes": "/nordjylland/2025-10-24/aendringer/",
    "item": "/nordjylland/2025-10-24/punkt/3.1/",
    "item with hits": "/nordjylland/2025-10-24/punkt/3.1/?q=drift",
    "heading": "/nordjylland/2025-10-24/punkt/3/",
    "document": f"/dokument/{MINUTES}/",
    "document's page": f"/dokument/{MINUTES}/side/1/",
    "document's page with hits": f"/dokument/{MINUTES}/side/2/?q=drift",
    "document's page with an item": f"/dokument/{MINUTES}/side/2/?punkt=3.1",
    "document's page that is missing": f"/dokument/{MINUTES}/side/3/",
    "cases": "/sag/",
    "case": "/sag/SAG-2025-03687/",
    "topics": "/emner/",
    "topic": "/emne/it-og-digitalisering/",
    "people": "/deltagere/",
    "people by name": "/deltagere/?q=holm",
    "people that are none": "/deltagere/?q=xyzzy",
    "person": "/deltager/asta-holm/",
    "municipalities": "/kommuner/",
    "municipality": "/kommune/aalborg/",
    "overview": "/overblik/",
    "outcomes": "/overblik/udfald/",
    "topics over years": "/overblik/emner/",
    "attendance": "/overblik/fremmoede/",
    "coverage": "/overblik/daekning/",
    "search": "/soeg/",
    "search that found": "/soeg/?q=drift&region=nordjylland&udfald=approved",
    "search with answers": "/soeg/?q=afbud+24.+oktober",
    "search for a verdict": "/soeg/?q=ikke+godkendt",
    "search that found nothing": "/soeg/?q=xyzzy",
    "search that cannot be read": "/soeg/?fra=x",
    "about": "/om/",
    "accessibility": "/tilgaengelighed/",
    "missing": "/findes/ikke/",
}
# Those that are answered with another status than 200.
STATUS = {"search that cannot be read": 400, "missing": 404, "document's page that is missing": 404}


def text_of(client: Client, address: str, status: int = 200) -> str:
    """Return the HTML of a page, after checking the status."""
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()
