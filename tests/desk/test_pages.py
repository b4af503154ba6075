"""The archivist can view all records, and change those that she may change."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from desk import archivists
from meetings.models import AgendaItem, Document, Meeting, MeetingAddress, Person
from tests.desk.admin_pages import log_in, make_archive

pytestmark = pytest.mark.django_db

MODELS = [model for model in apps.get_app_config("meetings").get_models() if model in admin.site._registry]
NAMES = [model._meta.model_name for model in MODELS]


def test_all_records_but_technical_ones_are_in_the_admin() -> None:
    left_out = set(apps.get_app_config("meetings").get_models()) - set(MODELS)
    matters = {"ItemWords", "SameMatter", "WordRarity"}
    search = {"SearchChoice", "SearchEntry", "SearchRebuild", "SearchWord"}
    of_documents = {"DocumentPage", "EnclosurePage", "Fact", "FoundCprNumber"}  # made from their document
    technical = {"Change", "ItemTopic", "LearnedLexicon"}
    assert {model.__name__ for model in left_out} == technical | matters | search | of_documents


@pytest.mark.parametrize("model", NAMES)
def test_every_list_opens_and_is_searched(model: str) -> None:
    make_archive()
    client = log_in()
    address = reverse(f"admin:meetings_{model}_changelist")
    assert client.get(address).status_code == 200
    assert client.get(address, {"q": "budget aalborg"}).status_code == 200


@pytest.mark.parametrize("model", NAMES)
def test_every_row_opens(model: str) -> None:
    make_archive()
    MeetingAddress.objects.create(meeting=Meeting.objects.get(), region_id="sjaelland", address="2024-03-13")
    row = apps.get_model("meetings", model).objects.first()
    assert log_in().get(reverse(f"admin:meetings_{model}_change", args=[row.pk])).status_code == 200


def test_rows_of_documents_cannot_be_changed_and_say_so() -> None:
    make_archive()
    address = reverse("admin:meetings_agendaitem_change", args=[AgendaItem.objects.get().pk])
    client = log_in()
    assert "kan det ikke rettes her" in client.get(address).content.decode()
    assert client.post(address, {"title": "Andet"}).status_code == 403


def test_outcomes_are_shown_in_danish() -> None:
    make_archive()
    item = AgendaItem.objects.get()
    AgendaItem.objects.filter(pk=item.pk).update(asks_for=["noted", "appointed"])
    page = log_in().get(reverse("admin:meetings_agendaitem_change", args=[item.pk])).content.decode()
    assert "Taget til efterretning, Udpeget" in page
    assert "appointed" not in page


def test_a_meeting_leads_to_its_page_on_the_site() -> None:
    make_archive()
    meeting = Meeting.objects.get()
    page = log_in().get(reverse("admin:meetings_meeting_change", args=[meeting.pk])).content.decode()
    assert f'href="{meeting.get_absolute_url()}"' in page


def test_a_document_that_was_not_read_has_no_page_on_the_site() -> None:
    document = Document.objects.create(name="a.txt", sha256="0" * 64, size=1, state="failed", original="x.txt")
    page = log_in().get(reverse("admin:meetings_document_change", args=[document.pk])).content.decode()
    assert document.get_absolute_url() not in page


def test_a_name_put_right_stays() -> None:
    make_archive()
    person = Person.objects.get(name="Bo Friis")
    log_in().post(reverse("admin:meetings_person_change", args=[person.pk]), {"name": "Bo Friis Lund", **no_inlines()})
    person.refresh_from_db()
    assert (person.name, person.slug) == ("Bo Friis Lund", "bo-friis")


def no_inlines() -> dict[str, str]:
    inlines = ("participations", "merged", "aliases")
    return {f"{inline}-{count}_FORMS": "0" for inline in inlines for count in ("TOTAL", "INITIAL")}


def test_the_front_page_says_how_many_documents_wait() -> None:
    Document.objects.create(name="a.txt", sha256="0" * 64, size=1, original="x.txt")
    page = log_in().get(reverse("admin:index")).content.decode()
    assert "1 dokument venter på at blive læst" in page
    assert reverse("admin:meetings_document_upload") in page


def test_the_queues_own_tables_are_not_shown() -> None:
    assert "procrastinate" not in log_in().get(reverse("admin:index")).content.decode()


def test_strangers_see_nothing_of_the_admin() -> None:
    for name in ("upload", "queue"):
        response = Client().get(reverse(f"admin:meetings_document_{name}"))
        assert response.headers["Location"].startswith(reverse("admin:login"))


def test_a_colleague_without_rights_is_turned_away() -> None:
    client = Client()
    client.force_login(User.objects.create(username="anden", is_staff=True))
    assert client.get(reverse("admin:meetings_document_upload")).status_code == 403


def test_the_first_account_is_made_once() -> None:
    assert archivists.ensure_archivist("arkivar")
    assert archivists.ensure_archivist("arkivar") is None


def test_a_new_password_opens_the_door() -> None:
    password = archivists.new_password("arkivar")
    assert Client().login(username="arkivar", password=password)
    assert archivists.new_password("arkivar") != password
    assert not Client().login(username="arkivar", password=password)


def test_the_door_says_whose_it_is_and_leads_back() -> None:
    page = Client().get(reverse("admin:login")).content.decode()
    assert "Log ind som arkivar" in page
    assert '<a href="/">← Tilbage til arkivet</a>' in page
