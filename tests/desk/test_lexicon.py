"""The archivist sees the learned words, and strikes wrong ones."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from desk.archivists import ensure_archivist
from ingest import load
from meetings.models import LearnedPair, LearnedWord

pytestmark = pytest.mark.django_db
WORDS = "/admin/meetings/learnedword/"


@pytest.fixture
def archivist(client: Client) -> Client:
    ensure_archivist("arkivar")
    client.force_login(User.objects.get(username="arkivar"))
    return client


@pytest.fixture
def word() -> LearnedWord:
    LearnedPair.objects.create(before="en", word="kværnløjt", times=3)
    word = LearnedWord.objects.create(word="kværnløjt", times=7)
    load.pack_learned(1)
    return word


def act(client: Client, action: str, word: LearnedWord) -> str:
    chosen = {"action": action, "_selected_action": [word.pk]}
    return client.post(WORDS, chosen, follow=True).content.decode()


def test_learned_words_and_pairs_are_listed(archivist: Client, word: LearnedWord) -> None:
    assert "kværnløjt" in archivist.get(WORDS).content.decode()
    assert "kværnløjt" in archivist.get("/admin/meetings/learnedpair/").content.decode()


def test_a_struck_word_is_no_longer_used(archivist: Client, word: LearnedWord) -> None:
    assert "1 er strøget" in act(archivist, "strike", word)
    learned = load.load_learned()
    assert learned
    assert learned.counts() == ({}, {})


def test_a_struck_word_can_be_used_again(archivist: Client, word: LearnedWord) -> None:
    act(archivist, "strike", word)
    act(archivist, "use_again", word)
    learned = load.load_learned()
    assert learned
    assert learned.counts() == ({"kværnløjt": 7}, {("en", "kværnløjt"): 3})


def test_words_are_counted_not_written(archivist: Client, word: LearnedWord) -> None:
    assert archivist.get(f"{WORDS}add/").status_code == 403
    assert archivist.post(f"{WORDS}{word.pk}/delete/").status_code == 403
