"""The archive learns words from its clean documents, and repairs others by them."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

from ingest import load
from ingest.letters.learned_lexicon import ArchiveLexicon, count_words, lexicon_version, lexicon_with
from ingest.pipeline import read_meeting, read_source
from ingest.records import NOTHING_STATED
from meetings.models import Document, LearnedPair, LearnedWord
from tests.ingest.letters.test_repair import MISREAD

# Invented words that are in no list; one of them is misread in another document.
FRONT = "KKR Nordjylland\nReferat\nDato: 12-05-2017\n\n1. Sag\nBaggrund\n"
CLEAN = FRONT + "Kværnløjten på mødet er en kværnløjt, og kværnløjten går også på omgang, når året er omme.\n" * 3
UNKNOWN = MISREAD.replace("Dato: 12-05-2017", "Dato: 12-05-2018").replace(
    "ring af medarbejdere", "ring af kveernlgjten"
)


def take_in(text: str, name: str, **fields: object) -> Document:
    source = read_source(text.encode(), name, load.load_learned())
    document = load.load_document(text.encode(), name, source, read_meeting(source), NOTHING_STATED)
    Document.objects.filter(pk=document.pk).update(**fields)
    return Document.objects.get(pk=document.pk)


def update(*options: str) -> str:
    out = StringIO()
    call_command("lexicon", "update", *options, stdout=out)
    return out.getvalue()


def test_words_and_pairs_are_counted_in_small_letters() -> None:
    words, pairs = count_words([["Rådet drøfter rådet.", "Rådet drøfter"]])
    assert words == {"rådet": 3, "drøfter": 2}
    assert pairs == {("rådet", "drøfter"): 2, ("drøfter", "rådet"): 1}


def test_a_form_that_misreading_gives_is_never_learned() -> None:
    words, pairs = count_words([["Rådet mgdet ogsa"]])
    assert (words, pairs) == ({"rådet": 1}, {})


def test_what_was_learned_is_the_same_after_a_journey() -> None:
    learned = ArchiveLexicon.of({"råd": 2}, {("et", "råd"): 2})
    assert learned.counts() == ({"råd": 2}, {("et", "råd"): 2})


def test_what_was_learned_changes_the_name_of_the_lexicon() -> None:
    one, other = ArchiveLexicon.of({"råd": 2}, {}), ArchiveLexicon.of({"råd": 3}, {})
    assert len({lexicon_version(None), lexicon_version(one), lexicon_version(other)}) == 3


def test_a_learned_word_is_repaired() -> None:
    learned = ArchiveLexicon.of({"kværnløjten": 5}, {})
    assert lexicon_with(learned).cost("kværnløjten") is not None
    assert "kværnløjten" in read_source(UNKNOWN.encode(), "referat.txt", learned).text
    assert "kværnløjten" not in read_source(UNKNOWN.encode(), "referat.txt").text


@pytest.mark.django_db
class TestTheArchive:
    def test_learns_from_clean_documents(self) -> None:
        take_in(CLEAN, "ren.txt")
        told = update()
        assert "af 1 dokument uden rettelser" in told
        assert LearnedWord.objects.get(word="kværnløjten").times == 6
        assert LearnedPair.objects.filter(before="på", word="mødet").exists()

    def test_learns_nothing_from_repaired_documents_and_samples(self) -> None:
        take_in(MISREAD, "fejllæst.txt")
        take_in(CLEAN, "eksempel.txt", is_sample=True)
        assert "Lært 0 ord" in update()

    def test_learns_nothing_from_what_was_read_by_ocr(self) -> None:
        take_in(CLEAN, "skannet.txt", page_origins=[{"origin": "file"}, {"origin": "ocr", "confidence": 0.99}])
        assert "Lært 0 ord" in update()

    def test_says_which_documents_would_now_read_otherwise(self) -> None:
        take_in(CLEAN, "ren.txt")
        take_in(UNKNOWN, "fejllæst.txt")
        told = update()
        assert "1 dokument ville nu blive læst anderledes.\n– fejllæst.txt" in told

    def test_reads_by_what_it_learned_and_names_the_lexicon(self) -> None:
        take_in(CLEAN, "ren.txt")
        update()
        document = take_in(UNKNOWN, "fejllæst.txt")
        assert "kværnløjten" in [after for *_, after in document.changes]
        assert document.lexicon_version == lexicon_version(load.load_learned())
        assert "0 dokumenter ville nu blive læst anderledes." in update()

    def test_reads_again_on_demand(self) -> None:
        take_in(CLEAN, "ren.txt")
        document = take_in(UNKNOWN, "fejllæst.txt")
        assert "De er sat i kø." in update("--reread")
        document.refresh_from_db()
        assert document.state == "waiting"

    def test_keeps_struck_words_struck_and_unused(self) -> None:
        take_in(CLEAN, "ren.txt")
        update()
        LearnedWord.objects.filter(word="kværnløjten").update(is_struck=True)
        update()
        assert LearnedWord.objects.get(word="kværnløjten").is_struck
        learned = load.load_learned()
        assert learned
        words, pairs = learned.counts()
        assert "kværnløjten" not in words
        assert not [pair for pair in pairs if "kværnløjten" in pair]

    def test_forgets_words_of_documents_that_left(self) -> None:
        document = take_in(CLEAN, "ren.txt")
        update()
        load.remove(document)
        update()
        assert not LearnedWord.objects.exists()
