"""Topics of items."""

from __future__ import annotations

import pytest

from ingest.fields.topics import TermTable, WeightedTerm, default_terms, read_topics
from meetings.shared.vocabulary import Outcome, TopicSlug

TITLES = [
    ("Godkendelse af dagsorden", "moedeformalia"),
    ("Referat fra mødet den 8. juni 2011", "moedeformalia"),
    ("Punkter til næste møde", "moedeformalia"),
    ("Siden sidst", "moedeformalia"),
    ("Eventuelt", "moedeformalia"),
    ("KKR", "demokrati-og-organisering"),
    ("Udpegninger", "udpegninger"),
    ("Status på sundhedsreformen", "sundhed"),
    ("Kommunekvoter for flygtninge i 2026", "integration"),
    ("Tværkommunalt samarbejde om it-driftsorganisationer", "it-og-digitalisering"),
    ("Socialtilsyn Nord - budget og takster 2026", "socialomraadet oekonomi"),
    ("EU-kulturhovedstad i 2032", "kultur-og-fritid"),
    ("Status pa udrulning af den kollektive trafik", "infrastruktur-og-trafik"),  # misread
    ("Feelles gkonomi for zldreplejen", "aeldre oekonomi"),  # misread
    ("Sager til behandling", ""),
    ("Mødets åbning", "moedeformalia"),
    ("Evt.", "moedeformalia"),
    ("Emner til kommende møder", "moedeformalia"),
    ("Bemærkninger til referatet", "moedeformalia"),
    ("Orientering fra KL", "moedeformalia"),
    ("Lægevagt i regionen", "sundhed"),
    ("VISO", "socialomraadet"),
    ("Hverdagsrehabilitering", "aeldre"),
    ("Pædagogisk-psykologisk rådgivning", "boern-og-unge"),
    ("Ordblinde unge", "uddannelse"),
    ("RAR's prioriteringer", "beskaeftigelse"),
    ("Uledsagede asylansøgere", "integration"),
    ("Strukturfonde 2014-2020", "erhverv"),
    ("Vandplaner i høring", "klima-og-miljoe"),
    ("Togfonden", "infrastruktur-og-trafik"),
    ("KOMBIT og monopolbruddet", "it-og-digitalisering"),
    ("Fælles indkøb", "oekonomi"),
    ("Midttrafiks budget 2012", "infrastruktur-og-trafik oekonomi"),
    ("Landsstævne", "kultur-og-fritid"),
    ("Kvalitetsreformen", "demokrati-og-organisering"),
    ("Valg af repræsentanter til Vækstforum", "udpegninger erhverv"),
    ("Værtsnationsstøtte", "beredskab-og-forsvar"),
]


@pytest.mark.parametrize(("title", "topics"), TITLES)
def test_a_title_tells_the_topics(title: str, topics: str) -> None:
    assert " ".join(read_topics(title, [])) == topics


def test_the_text_tells_where_the_title_is_silent() -> None:
    text = "Kommunerne drøfter botilbud og herberger for udsatte borgere. Botilbud er dyre."
    assert read_topics("Fælles huse", [text]) == (TopicSlug.SOCIALOMRAADET,)


def test_an_appointment_is_filed_as_one() -> None:
    assert TopicSlug.UDPEGNINGER in read_topics("Bestyrelse for sundhedsskolen", [], asks_for=[Outcome.APPOINTED])


def test_there_are_never_more_than_three() -> None:
    title = "Sundhed, ældrepleje, folkeskoler, klima, kollektiv trafik og turisme"
    assert len(read_topics(title, [])) == 3


def test_other_terms_file_otherwise() -> None:
    terms = TermTable([WeightedTerm(TopicSlug.ERHVERV, "madmesse*", 4.0)])
    assert read_topics("Tilskud til en madmesse", [], terms) == (TopicSlug.ERHVERV,)


def test_every_topic_has_terms() -> None:
    assert {term.topic for term in default_terms()} | {TopicSlug.MOEDEFORMALIA} == set(TopicSlug)
