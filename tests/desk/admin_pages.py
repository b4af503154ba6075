"""Shared by the tests of the admin: a logged-in archivist, and an archive with contents."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.test import Client

from desk import archivists
from meetings.models import Abbreviation, AgendaItem, FormerItemAddress, LearnedPair, LearnedWord, Synonym
from tests.ingest.make import MINUTES, load, make_item, make_person, make_record

PEOPLE = (make_person("Asta Holm", "Aalborg"), make_person("Bo Friis", "Hjørring"))


def make_archive() -> None:
    """Make one meeting from one document, with a row of every kind."""
    more = {"presentation": "Budgettet for 2026.", "attachments": ("Budget.pdf",), "topics": ("oekonomi",)}
    item = make_item("1", "Budget", decided="Godkendt.", **more)
    load(make_record(MINUTES, item, participants=PEOPLE, warnings=("Punkt 2 mangler.",)))
    FormerItemAddress.objects.create(
        region_id="nordjylland", meeting_address="2025-10-23", address="1", item=AgendaItem.objects.get()
    )
    Abbreviation.objects.create(item=AgendaItem.objects.get(), short="KL", long="Kommunernes Landsforening")
    Synonym.objects.create(term="budget", other="økonomi")
    LearnedWord.objects.create(word="budget", times=3)
    LearnedPair.objects.create(before="et", word="budget", times=2)


def log_in() -> Client:
    """Return a client logged in as an archivist who is not a superuser."""
    archivists.new_password("arkivar")
    client = Client()
    client.force_login(User.objects.get(username="arkivar"))
    return client
