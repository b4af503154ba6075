"""What the search page offers when nothing is found."""

from __future__ import annotations

from django.test import Client

from meetings.models import Meeting, Municipality


def test_a_name_that_no_item_holds_leads_to_its_page(client: Client, archive: Meeting) -> None:
    morsoe = Municipality.objects.get(name="Morsø")
    page = client.get("/soeg/", {"q": "Morsø"}).content.decode()
    assert f'href="{morsoe.get_absolute_url()}"' in page
    assert "Intet punkt passer på »Morsø«." in page


def test_nonsense_leads_to_no_page(client: Client, archive: Meeting) -> None:
    page = client.get("/soeg/", {"q": "xqvzplork"}).content.decode()
    assert 'class="answers"' not in page
    assert "Intet fundet om »xqvzplork«" in page
