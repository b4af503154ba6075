"""Items get topics by the archive's own terms, and anew when these change."""

import pytest
from django.core.management import call_command

from meetings.models import AgendaItem, Topic, TopicTerm
from tests.ingest.make import AGENDA, load, make_item, make_record

pytestmark = pytest.mark.django_db


def topics() -> list[str]:
    return list(AgendaItem.objects.get().topics.order_by("itemtopic__position").values_list("slug", flat=True))


def test_preparing_brings_the_terms() -> None:
    assert TopicTerm.objects.filter(topic="integration", term="flygtning*").exists()


def test_an_item_is_filed_as_it_is_loaded() -> None:
    load(make_record(AGENDA, make_item("1", "Fordeling af flygtninge i 2025")))
    assert topics() == ["integration"]


def test_a_changed_term_files_the_archive_anew(capsys: pytest.CaptureFixture[str]) -> None:
    load(make_record(AGENDA, make_item("1", "Husbådes drivhjul")))
    assert topics() == []
    TopicTerm.objects.create(topic=Topic.objects.get(slug="infrastruktur-og-trafik"), term="drivhjul*", weight=4)
    call_command("topics")
    assert topics() == ["infrastruktur-og-trafik"]
    assert "1 punkt har fået emner på ny" in capsys.readouterr().out


def test_a_term_struck_out_files_no_more() -> None:
    TopicTerm.objects.filter(topic="integration").delete()
    load(make_record(AGENDA, make_item("1", "Fordeling af flygtninge i 2025")))
    assert topics() == []
