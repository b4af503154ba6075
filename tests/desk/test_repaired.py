"""A document's raw and repaired text side by side in the admin."""

from __future__ import annotations

import pytest
from django.urls import reverse

from meetings.models import Document
from tests.desk.admin_pages import log_in
from tests.make import make_document, make_meeting

pytestmark = pytest.mark.django_db


def page_of(document: Document) -> str:
    return log_in().get(reverse("admin:meetings_document_change", args=[document.pk])).content.decode()


def test_raw_and_repaired_text_stand_side_by_side() -> None:
    document = make_document(make_meeting(), text="På mgdet <nu>", changes=[[1, 0, 3, "mgdet", "mødet"]])
    html = page_of(document)
    assert '<td>På <del title="Rettet til mødet">mgdet</del> &lt;nu&gt;</td>' in html
    assert '<td>På <ins title="Læst som mgdet">mødet</ins> &lt;nu&gt;</td>' in html


def test_a_text_as_it_came_stands_alone() -> None:
    html = page_of(make_document(make_meeting(), text="På mødet"))
    assert "På mødet" in html
    assert "compared" not in html
