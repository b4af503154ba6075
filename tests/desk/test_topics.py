"""The archivist changes the terms that assign topics to items."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from desk.archivists import ensure_archivist
from meetings.models import TopicTerm

pytestmark = pytest.mark.django_db


@pytest.fixture
def archivist(client: Client) -> Client:
    ensure_archivist("arkivar")
    client.force_login(User.objects.get(username="arkivar"))
    return client


def test_an_archivist_adds_a_term(archivist: Client) -> None:
    new = {"topic": "integration", "term": "kvoteflygtning*", "weight": "4"}
    assert archivist.post("/admin/meetings/topicterm/add/", new).status_code == 302
    assert TopicTerm.objects.filter(term="kvoteflygtning*").exists()


@pytest.mark.parametrize("term", ["Flygtning", "ab", "*flygt", "flygt*ning"])
def test_a_term_that_could_not_be_found_is_refused(archivist: Client, term: str) -> None:
    answer = archivist.post("/admin/meetings/topicterm/add/", {"topic": "integration", "term": term, "weight": "4"})
    assert "Mindst tre små bogstaver" in answer.content.decode()


def test_filing_anew_is_queued_once_however_often_it_is_asked_for(archivist: Client) -> None:
    for _time in range(2):
        answer = archivist.post("/admin/meetings/topicterm/refile/", follow=True)
    assert "emner på ny i baggrunden" in answer.content.decode()
    assert ProcrastinateJob.objects.filter(task_name="documents:file").count() == 1


def test_filing_anew_takes_more_than_a_link(archivist: Client) -> None:
    assert archivist.get("/admin/meetings/topicterm/refile/").status_code == 405
