"""Whose meeting a document is of: by its head, not by what its items mention."""

from __future__ import annotations

import pytest

from ingest.fields.council import read_council
from meetings.shared.vocabulary import RegionSlug

OF_OTHERS = [
    ["Referat", "Embedsmandsudvalget for Natur under KKR Sjælland", "Dato: 14-05-2018"],
    ["REFERAT 2019", "KL's bestyrelse"],
    ["Dagsorden for KL’s bestyrelsesmøde den 3. maj 2019", "Oplæg fra KKR Syddanmark"],
    ["Referat til mødet i Udvalget for Skov og Strand den 7. maj 2019 kl. 16:30 i Rådhuset"],
    ["Referat af møde i K17", "Kommunaldirektørkredsen i Region Hovedstaden"],
    ["Formandskabet for KKR Nordjylland"],
    ["KKR Midtjyllands formandskab", "Referat"],
    ["KKR Midtjylland, formandskabet"],
    ["KKR Sjælland – Formandskabsmøde"],
    ["KKR SYDDANMARK", "Styregruppen for digitale hjælpemidler", "Dato: 09-03-2016"],
    ["Lejre Kommune", "Kommunalbestyrelsen", "Dagsorden"],
    ["Regionsrådet", "Møde: 26. august 2019"],
    ["Børne-, Unge- og Familieudvalget"],
    ["Det Regionale Arbejdsmarkedsråd Sjælland", "Afbud: Tove Lund (KKR Sjælland)"],
    ["Sundhedsklynge Midt"],
    ["Udvalg: Teknisk Udvalg", "Dato: 3. maj 2022"],
    ["Bestyrelsen for Østbanen"],
    ["Kontaktudvalget for Region Midtjylland og KKR Midtjylland"],
    ["E M B E D S M A N D S U D V A L G E T", "KKR Hovedstaden"],
]
OF_A_COUNCIL = [
    ["DAGSORDEN 2015", "KKR SJÆLLAND", "Dato: 13-04-2015", "Sted: Byrådssalen, Sorø"],
    ["KL, Kommunekontaktråd Hovedstaden"],
    ["Kommunekontaktrådet", "Region Sjælland"],
    ["Kommunekontaktrådet (KKR) Nordjylland"],
    ["KKR Midtjylland møde"],
    ["KKR - Region Sjælland"],
    ["Kommunekontaktråd Syddanmark"],
    ["K K R  S Y D D A N M A R K"],
    ["Udsendt af Embedsmandsudvalget", "KKR Sjælland"],
    ["Embedsmandsudvalget udsender hermed dagsorden til", "møde i KKR Sjælland den 3. maj 2019"],
    ["Sekretariat: Embedsmandsudvalget", "KKR Sjælland"],
    ["KKR Sjælland", "Formandskab: Sten Rosenlund"],
    ["KKR Sjælland", "Dagsordenen er forberedt af embedsmandsudvalget"],
    ["KKR Hovedstaden", "Deltagere", "Formandskabet", "Udvalget for Skov og Strand"],
    ["KKR Hovedstaden", "Dato: 03-05-2015", "Ekstraordinært møde i styregruppen den 7. maj 2015"],
    ["Vi er kommunernes", "rådgiver og forum for fælles arbejde og", "Forum for alle og", "KKR Hovedstaden"],
    ["Mission", "rådgiver og forum for alle", "Dagsorden til møde i KKR Hovedstaden"],
    ["KKR Hovedstaden", "Møde med regionsrådet"],
    ["Fællesmøde mellem KKR Sjælland og regionsrådet"],
]


@pytest.mark.parametrize("head", OF_OTHERS, ids=lambda head: head[0])
def test_another_body_is_known_by_its_name_in_the_head(head: list[str]) -> None:
    assert read_council(head).other_body


@pytest.mark.parametrize("head", OF_A_COUNCIL, ids=lambda head: " ".join(head)[:50])
def test_a_council_is_one_whoever_is_mentioned_beside_it(head: list[str]) -> None:
    heading = read_council(head)
    assert (heading.is_council, heading.other_body) == (True, None)


def test_the_name_is_told_without_the_kind_and_the_day() -> None:
    heading = read_council(["Referat fra møde i udvalget for Skov og Strand den 7. maj 2019 kl. 16.30"])
    assert heading.other_body == "Udvalget for Skov og Strand"


def test_all_councils_of_a_head_are_found() -> None:
    heading = read_council(["Møde mellem KKR Sjælland og KKR Hovedstaden"])
    assert heading.regions == (RegionSlug.SJAELLAND, RegionSlug.HOVEDSTADEN)


def test_a_running_header_says_it_where_no_head_does() -> None:
    assert read_council([], ["Byrådet 26-11-2019", "Side 2"]).other_body == "Byrådet"
