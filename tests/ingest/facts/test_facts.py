"""Facts lifted out of sentences, with papers that only look like them."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from ingest.facts.reading import read_facts
from ingest.records import DecisionRecord, FactRecord, ItemRecord
from meetings.shared.vocabulary import FactKind

MEETING = datetime.date(2025, 6, 20)


def facts(text: str, kind: FactKind, section: str = "presentation", title: str = "Sag") -> list[FactRecord]:
    """Return the facts of a kind in a section of an item of a meeting on 20 June 2025."""
    written: Any = DecisionRecord(text, ()) if section == "decision" else text
    item = ItemRecord("3.1", title, **{section: written})
    return [fact for fact in read_facts(item, MEETING) if fact.kind == kind]


def days(text: str, kind: FactKind, **where: str) -> list[str]:
    return [str(fact.date) for fact in facts(text, kind, **where)]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Der afsættes 5,2 mio. kr. til kampagnen.", [5_200_000]),
        ("Der afsættes 1.000,- kr. til kaffe og 750 t.kr. til lokaler.", [1_000, 750_000]),
        ("Prisen er kr. 25.000.", [25_000]),
        ("Tilskuddet er på 1,5 mia. kroner.", [1_500_000_000]),
        ("Aftalen giver en halv milliard kroner årligt.", [500_000_000]),
        ("Bidraget er 2,50 kr. pr. indbygger.", [2.5]),
        ("Prisen ligger på 5-10 mio. kr.", [5_000_000, 10_000_000]),
        ("Puljen er på 100 mio. kr. i 2027 og 200 mio. kr. i 2028.", [100_000_000, 200_000_000]),
        ("Rammen er 0,7 mia. kr. fra ØA24 og 0,9 mia. kr. fra programmet.", [700_000_000, 900_000_000]),
        ("Udgiften må ikke overstige 3 mio. kr.", [3_000_000]),
        ("Der er ikke afsat 4 mio. kr. til formålet.", []),
        ("Der var 14.000 unge og 17,6 pct. ledige i 2024.", []),
        ("Anlægget koster 2 mio. euro.", []),
    ],
)
def test_amounts_are_read_in_kroner(text: str, amounts: list[float]) -> None:
    assert [fact.amount for fact in facts(text, FactKind.AMOUNT)] == amounts


def test_an_amount_says_what_it_is_for_and_how_sure_it_is() -> None:
    (fact,) = facts("Der afsættes op til 3 mio. kr. årligt til kystbroen.", FactKind.AMOUNT)
    assert (fact.what, fact.period) == ("til kystbroen (op til)", "årligt")


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Svar afgives senest den 1. september 2025.", ["2025-09-01"]),
        ("Svar afgives senest 1/9 2025.", ["2025-09-01"]),
        ("Ansøgningsfrist: 15. august 2025 kl. 12.", ["2025-08-15"]),
        ("Forslaget er i høring til og med den 15. august 2025.", ["2025-08-15"]),
        ("Den 9. juli 2025\n\nValget skal være afsluttet.", ["2025-07-09"]),
        ("Forbund meldes senest tre hverdage før mødet.", ["None"]),
        ("Klinikken er i drift senest september 2026.", ["None"]),
        ("Høringsfristen var den 1. maj 2025.", []),
        ("Kommunerne indsendte deres svar senest den 1. maj 2025.", []),
        ("Rådet drøftede senest sagen den 3. maj 2024.", []),
        ("Der er ingen frist for svar.", []),
    ],
)
def test_deadlines_are_what_is_still_to_be_done(text: str, due: list[str]) -> None:
    assert days(text, FactKind.DEADLINE) == due


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Næste møde i KKR Sjælland er fredag den 12. september 2025.", ["2025-09-12"]),
        ("Næste møde er det konstituerende.\n\nMødet afholdes i Vejle den 23. januar 2026.", ["2026-01-23"]),
        ("Næste møde, som var den 3. september 2025, er flyttet til den 10. september 2025.", ["2025-09-10"]),
        ("KKR Sjællands næste møde holdes den 4. september 2025.", ["2025-09-04"]),
        ("Næste møde i Kontaktudvalget er den 3. september 2025.", []),
        ("Udvalgets næste møde er den 4. september 2025.", []),
        ("Næste møde den 12. september 2025 er aflyst.", []),
        ("Næste møde i KKR er det nye, der vælges ud fra valget den 18. november 2025.", []),
    ],
)
def test_the_next_meeting_is_the_councils_own(text: str, held: list[str]) -> None:
    assert days(text, FactKind.NEXT_MEETING) == held


def test_the_next_meeting_has_its_time_and_place() -> None:
    text = "Fredag den 12. september 2025 kl. 9.30 - 12.00, Hotel Havblik, Strandvej 10, 7190 Billund."
    (fact,) = facts(text, FactKind.NEXT_MEETING, title="Næste møde")
    assert (fact.time, fact.end_time) == (datetime.time(9, 30), datetime.time(12))
    assert fact.place == "Hotel Havblik, Strandvej 10, 7190 Billund"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("På mødet den 3. april 2024 drøftede KKR planen.", ["2024-04-03"]),
        ("Sagen blev behandlet på KKR-mødet d. 12/6-2024.", ["2024-06-12"]),
        ("KKR godkendte den 5. maj 2023 budgettet.", ["2023-05-05"]),
        ("På sidste møde den 2. oktober var der enighed.", ["None"]),
        ("På mødet den 20. juni drøfter KKR planen.", []),
        ("Mødet holdes den 12. september 2025.", []),
        ("Loven blev vedtaget af Folketinget den 3. maj 2024.", []),
        ("Forslaget blev præsenteret på Grønt topmøde den 26. maj 2025.", []),
        ("Mødet den 3. april 2024 blev aflyst.", []),
    ],
)
def test_meetings_that_were_are_earlier_ones(text: str, held: list[str]) -> None:
    assert days(text, FactKind.EARLIER_MEETING) == held


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Planen sendes til behandling i kommunerne.", ["kommunerne"]),
        ("Planen fremsendes til kommunalbestyrelserne.", ["kommunalbestyrelserne"]),
        ("Planen forelægges byrådene til godkendelse.", ["byrådene"]),
        ("Planen sendes ikke videre til byrådene.", []),
        ("Hvis planen godkendes, sendes den til kommunerne.", []),
        ("Brevet blev sendt til kommunerne i maj.", []),
    ],
)
def test_what_is_sent_on_goes_to_the_municipalities(text: str, bodies: list[str]) -> None:
    assert [fact.body for fact in facts(text, FactKind.SENT_ON)] == bodies


@pytest.mark.parametrize(
    ("text", "appointed"),
    [
        ("KKR udpegede Ida Holm (A), Køge Kommune, og Bo Lund (V) til Havrådet.", ["Ida Holm", "Bo Lund"]),
        ("KKR udpegede borgmester Ida Holm i stedet for Ole Toft.", ["Ida Holm"]),
        ("Ole Toft er udtrådt, og Ida Holm er udpeget i stedet.", ["Ida Holm"]),
        ("Til Havrådet udpegedes: Ida Holm og Bo Lund.", ["Ida Holm", "Bo Lund"]),
        ("KKR valgte Ida Holm til formand og Bo Lund til næstformand.", ["Ida Holm", "Bo Lund"]),
        ("KKR udpegede følgende til Havrådet:\n– Ida Holm (A)\n– Bo Lund (V)", ["Ida Holm", "Bo Lund"]),
        ("KKR genudpegede Bo Lund.", ["Bo Lund"]),
        ("KKR godkendte, at Ida Holm udpeges til Havrådet.", ["Ida Holm"]),
        ("KKR besluttede at udpege Ida Holm til Havrådet.", ["Ida Holm"]),
        ("KKR indstiller, at Ida Holm udpeges til Havrådet.", []),
        ("Ole Toft udtræder af Havrådet.", []),
        ("Ida Holm blev ikke valgt.", []),
        ("Skagen Havn er udpeget som placering.", []),
    ],
)
def test_who_was_appointed_is_named_one_by_one(text: str, appointed: list[str]) -> None:
    assert [fact.person for fact in facts(text, FactKind.APPOINTMENT, section="decision")] == appointed


def test_an_appointment_says_to_what_as_what_for_how_long_and_proposed_by_whom() -> None:
    text = "KKR udpegede Ida Holm som medlem af Havrådet for perioden 2022-2025 efter indstilling fra Venstre."
    (fact,) = facts(text, FactKind.APPOINTMENT, section="decision")
    assert (fact.what, fact.body, fact.period, fact.proposed_by) == ("medlem", "Havrådet", "2022-2025", "Venstre")


def test_the_stand_in_of_a_person_is_appointed_to_no_body() -> None:
    (fact,) = facts("Som suppleant for Bo Lund udpegedes Ida Holm.", FactKind.APPOINTMENT, section="decision")
    assert (fact.person, fact.what, fact.body) == ("Ida Holm", "suppleant for Bo Lund", None)


def test_a_proposed_appointment_is_none_yet() -> None:
    text = "Det indstilles, at KKR udpeger Ida Holm til Havrådet."
    assert not facts(text, FactKind.APPOINTMENT, section="recommendation")
