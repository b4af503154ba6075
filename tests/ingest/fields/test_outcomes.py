"""Outcomes of decisions and recommendations, sentence by sentence."""

from __future__ import annotations

import pytest

from ingest.fields.outcomes import read_asks_for, read_decision
from meetings.shared.vocabulary import Outcome

DECISIONS = [
    ("KKR Nordjylland godkendte referatet.", "approved"),
    ("Godkendt.", "approved"),
    ("Dagsordenen blev godkendt.", "approved"),
    ("Referatet godkendtes med den bemærkning, at Bo Lund ikke var til stede.", "approved"),
    ("KKR tiltrådte indstillingen.", "approved"),
    ("KKR besluttede at følge indstillingen.", "approved"),
    ("Indstillingen blev fulgt.", "approved"),
    ("KKR tilsluttede sig høringssvaret.", "approved"),
    ("KKR kunne ikke godkende budgettet.", "rejected"),
    ("Forslaget blev ikke godkendt.", "rejected"),
    ("KKR Sjælland kan ikke tiltræde forslaget.", "rejected"),
    ("KKR afviste forslaget.", "rejected"),
    ("KKR ikke blot drøftede, men godkendte planen.", "discussed approved"),
    ("KKR Midtjylland anbefaler kommunerne at tilslutte sig aftalen.", "recommended"),
    ("KKR anbefalede ikke forslaget.", "rejected"),
    ("Bo Lund blev valgt som nyt medlem af Vækstforum.", "appointed"),
    ("KKR udpegede Bo Lund til bestyrelsen.", "appointed"),
    ("Sagen sendes videre til kommunerne.", "forwarded"),
    ("Punktet blev udsat.", "postponed"),
    ("Sagen genoptages på mødet i juni.", "postponed"),
    ("Punktet udgik.", "withdrawn"),
    ("KKR tog orienteringen til efterretning.", "noted"),
    ("KKR tog orienteringen om, at planen godkendes i maj, til efterretning.", "noted"),
    ("KKR drøftede sagen og tog orienteringen til efterretning.", "discussed noted"),
    ("KKR drøftede og godkendte notatet.", "discussed approved"),
    ("Intet.", "other"),
    ("KKR takkede for oplægget.", "other"),
    ("KKR bakkede bredt op om arbejdet.", "other"),
    ("Flemming Tølløse Bang kunne ikke tiltræde anbefalingen.", "other"),
    ("Bo Lund (V) og Ib Holm (C) afviste forslaget.", "other"),
    ("Enkelte medlemmer kunne ikke godkende budgettet.", "other"),
    ("Bo Lund og Ib Holm blev udpeget.", "appointed"),
    ("Flere medlemmer fandt, at taksterne bør drøftes særskilt.", "other"),
    ("Bo Lund bemærkede, at planen bør godkendes.", "other"),
    ("Formanden takkede for de kriterier, der blev godkendt på sidste møde.", "other"),
    ("KKR godkendte svaret, som sendes til regionen.", "approved forwarded"),
    ("KKR godkendte kriterierne, der blev sendt til KL i maj.", "approved"),
    ("Dagsordenen godkendtes, idet punkt 3.4 udgik.", "approved"),
    ("KKR anbefalede kommunerne at tiltræde programmet.", "recommended"),
    ("KKR drgftede sagen.", "discussed"),  # misread
    ("KKR tiltraadte forslaget.", "approved"),
    ("Indstillingen følges.", "approved"),
    ("Som indstillet.", "approved"),
    ("Der var bred tilslutning til indstillingen.", "approved"),
    ("KKR bakkede op om indstillingen.", "approved"),
    ("Ansøgningen blev imødekommet.", "approved"),
    ("Et flertal stemte for forslaget.", "approved"),
    ("KKR godkendte indstillingen. 3 stemte imod.", "approved"),
    ("A, F og Ø stemte imod.", "other"),
    ("Et flertal i KKR stemte imod forslaget.", "rejected"),
    ("KKR fulgte ikke indstillingen.", "rejected"),
    ("Indstillingen blev ikke fulgt.", "rejected"),
    ("Der var ikke opbakning til forslaget.", "rejected"),
    ("KKR ønskede ikke at godkende planen.", "rejected"),
    ("KKR gav afslag på ansøgningen.", "rejected"),
    ("KKR:\n– Drøftede sagen\n– Besluttede at afvise forslaget", "discussed rejected"),
    ("KKR drøftede, om forslaget burde afvises.", "discussed"),
    ("KKR noterede, at fristen er kort, og godkendte planen.", "noted approved"),
    ("KKR opfordrer kommunerne til at tilslutte sig.", "recommended"),
    ("KKR indstiller til kommunalbestyrelserne, at aftalen godkendes.", "recommended"),
    ("Rammeaftalen blev anbefalet godkendt i kommunerne.", "recommended"),
    ("Bo Lund valgtes til formand.", "appointed"),
    ("Som formand valgtes Bo Lund (A), og som næstformand Ib Holm (V).", "appointed"),
    ("KKR indstillede Bo Lund til Væksthusets bestyrelse.", "appointed"),
    ("KKR konstituerede sig med Bo Lund som formand.", "appointed"),
    ("Udkastet sendes i høring i kommunerne.", "forwarded"),
    ("Sagen blev henvist til embedsmandsudvalget.", "forwarded"),
    ("Formanden henviste til notatet.", "other"),
    ("Behandlingen blev udskudt.", "postponed"),
    ("Sagen drøftes igen på mødet i juni.", "postponed"),
    ("KKR vender tilbage til sagen.", "postponed"),
    ("Punktet tages af dagsordenen.", "withdrawn"),
    ("Punkt 4 blev trukket.", "withdrawn"),
    ("KKR noterede sig orienteringen.", "noted"),
    ("KKR besluttede at fortsætte samarbejdet.", "other"),
    ("Taget ad notam.", "noted"),
    ("Åse Holm (A), Thisted, og Bo Lund (V), Morsø, blev valgt.", "appointed"),
    ("Model 3 blev valgt.", "other"),
    ("KKR besluttede at følge den foreslåede løsning.", "approved"),
    ("KKR valgte model B.", "approved"),
    ("KKR kunne ikke tiltræde forslaget, som dermed blev afvist.", "rejected"),
    ("Indstillingen opnåede ikke flertal.", "rejected"),
    ("KKR besluttede ikke at gå videre med projektet.", "rejected"),
    ("KKR sagde nej til forslaget.", "rejected"),
    ("For stemte 11, og imod stemte 4.", "approved"),
    ("For stemte 4, og imod stemte 11.", "rejected"),
    ("Sagen tages op på mødet i oktober.", "postponed"),
    ("Sagen afventer svar fra ministeriet.", "postponed"),
    ("KKR godkendte, at sagen udsættes til næste møde.", "postponed"),
    ("Sagen blev sendt tilbage til sekretariatet.", "postponed"),
    ("KKR drøftede indsatsen for udsatte unge.", "discussed"),
    ("KKR drøftede tilbud til de socialt udsatte.", "discussed"),
    ("Sagen er bortfaldet.", "withdrawn"),
    ("KKR noterede, at regionen har godkendt planen.", "noted"),
    ("Regionsrådet har godkendt planen.", "other"),
    ("Kommunerne tiltrådte aftalen i maj.", "other"),
    ("Aftalen er godkendt af regionsrådet.", "other"),
    ("Planen blev godkendt på sidste møde.", "other"),
    ("Budgettet skal godkendes i byrådene.", "other"),
    ("KKR drøftede de anbefalede tiltag.", "discussed"),
    ("KKR tog den godkendte plan til efterretning.", "noted"),
    ("KKR drøftede rapporten »Afvist ved døren«.", "discussed"),
    ("Høringssvaret er sendt til ministeriet.", "other"),
    ("Referatet fra sidste møde blev godkendt.", "approved"),
    ("KKR tog ikke orienteringen til efterretning.", "other"),
    ("Der blev ikke truffet beslutning.", "other"),
    ("KKR besluttede at udsætte behandlingen.", "postponed"),
    ("Punktet blev ikke nået og tages op på næste møde.", "postponed"),
    ("Udpegningen sker på næste møde.", "postponed"),
    ("Sagen hjemvises.", "postponed"),
    ("Punktet trækkes.", "withdrawn"),
    ("Forslaget bortfaldt.", "withdrawn"),
    ("Forslaget faldt.", "rejected"),
    ("Der er ikke grundlag for at tiltræde planen.", "rejected"),
    ("Der var enighed om at tiltræde planen.", "approved"),
    ("Der var enighed om, at planen skal drøftes i byrådene.", "other"),
    ("Formanden konkluderede, at KKR godkender planen.", "approved"),
    ("Formanden fremlagde sagen, som blev drøftet.", "discussed"),
    ("KKR drøftede planen, som er udsat, og som regionen har afvist.", "discussed"),
    ("Venstre kunne ikke godkende forslaget.", "other"),
    ("Kommunekontaktrådet godkendte planen for færgen.", "approved"),
    ("Kommunekontaktråd Midtjylland kunne ikke tiltræde forslaget.", "rejected"),
    ("Udviklingsrådet godkendte planen for færgen.", "other"),
]


@pytest.mark.parametrize(("text", "outcomes"), DECISIONS)
def test_a_decision_has_the_outcomes_its_words_say(text: str, outcomes: str) -> None:
    assert " ".join(read_decision(text).outcomes) == outcomes


def test_what_somebody_reported_is_no_outcome() -> None:
    told = "Åse Holm orienterede om:\n– Brevet, der sendes til ministeren\n– Budgettet, som regionen godkendte"
    assert read_decision(f"KKR tog orienteringen til efterretning.\n\n{told}").outcomes == (Outcome.NOTED,)
    ran_on = "Bo Lund orienterede fra bestyrelsen. Ansøgningen sendes videre til fonden. Planen blev vedtaget."
    assert read_decision(f"KKR tog det til efterretning.\n\n{ran_on}").outcomes == (Outcome.NOTED,)


def test_each_outcome_rests_on_its_sentence() -> None:
    decision = read_decision("KKR drøftede sagen. Punktet blev udsat til marts.\n\nFormanden takkede.")
    assert decision.basis == ("KKR drøftede sagen.", "Punktet blev udsat til marts.")


def test_the_strongest_outcome_stands_for_all() -> None:
    assert read_decision("KKR tog sagen til efterretning. KKR godkendte planen.").outcome == Outcome.APPROVED


RECOMMENDATIONS = [
    ("Det indstilles, at KKR tager orienteringen til efterretning.", "noted"),
    ("Det indstilles, at referatet godkendes.", "approved"),
    ("Det indstilles, at KKR drøfter oplægget og tager det til efterretning.", "discussed noted"),
    ("Det indstilles, at KKR godkender aftalen og sender den til kommunerne.", "approved forwarded"),
    ("Det indstilles, at KKR\n– Godkender principperne\n– Anbefaler kommunerne at følge dem", "approved recommended"),
    ("Det indstilles, at KKR drøfter sagen med henblik på godkendelse.", "discussed"),
    ("Det indstilles, at KKR tiltræder den af ministeriet fremsendte fordeling.", "approved"),
    ("Det indstilles, at KKR udpeger to medlemmer.", "appointed"),
    ("Det indstilles, at KKR anbefaler kommunerne at tiltræde programmet.", "recommended"),
    ("Det indstilles, at rammeaftalen anbefales godkendt af kommunerne.", "recommended"),
    ("Det indstilles, at KKR opfordrer kommunerne til at tilslutte sig aftalen.", "recommended"),
    ("Det anbefales, at KKR drøfter forslaget.", "discussed"),
    ("Sekretariatet indstiller, at KKR udpeger et medlem til bestyrelsen.", "appointed"),
    ("Det indstilles, at KKR indstiller to medlemmer til bestyrelsen.", "appointed"),
    ("Det indstilles, at KKR peger på to kandidater.", "appointed"),
    ("Det indstilles, at KKR sender udkastet i høring.", "forwarded"),
    ("Til godkendelse.", "approved"),
    ("Til drøftelse.", "discussed"),
    ("Det indstilles,\n– at KKR drøfter planen\n– at KKR sender den til kommunerne", "discussed forwarded"),
    ("Det indstilles, at KKR drøfter, om kommunerne skal godkende planen.", "discussed"),
    ("Det indstilles, at KKR tager status, herunder at budgettet er godkendt, til efterretning.", "noted"),
    ("Sagen forelægges til drøftelse.", "discussed"),
    ("Det indstilles, at KKR godkender, at formandskabet udpeger et medlem.", "approved"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "asks_for"), RECOMMENDATIONS)
def test_a_recommendation_asks_for_what_its_verbs_say(text: str, asks_for: str) -> None:
    assert " ".join(read_asks_for(text)) == asks_for
