"""Whether the recommendation was followed, point by point of the rule in `ingest.fields.followed`."""

from __future__ import annotations

import pytest

from ingest.fields.followed import judge
from meetings.shared.vocabulary import Following

NOTE, APPROVE, DISCUSS = ("Det indstilles, at KKR " + ask for ask in (
    "tager orienteringen til efterretning.", "godkender planen.", "drøfter oplægget."
))  # fmt: skip
BOTH = "Det indstilles, at KKR\n– godkender planen, og\n– udpeger to medlemmer."
NOTE_AND_DISCUSS = "Det indstilles, at KKR drøfter oplægget og tager det til efterretning."
CASES = [
    # 1: what was told, thanks and praise are no steps
    (NOTE, "KKR takkede for oplægget.", "not_said"),
    (APPROVE, "Bo Lund roste planen.", "not_said"),
    # 2: the same step, or more
    (APPROVE, "KKR tiltrådte planen.", "followed"),
    (NOTE, "Godkendt.", "followed"),
    (BOTH, "Som indstillet.", "followed"),
    ("Til beslutning.", "Indstillingen blev fulgt.", "followed"),
    (DISCUSS, "KKR godkendte oplægget.", "followed"),
    (NOTE, "KKR drøftede orienteringen.", "not_said"),
    (DISCUSS, "KKR tog oplægget til efterretning.", "not_said"),
    (APPROVE, "KKR tog planen til efterretning.", "not_said"),
    (
        "Det indstilles, at KKR beslutter, at der nedsættes et udvalg.",
        "KKR besluttede at nedsætte et udvalg.",
        "followed",
    ),
    ("Det indstilles, at KKR tager stilling til tilbuddet.", "KKR afviste tilbuddet.", "followed"),
    ("Det indstilles, at KKR afviser ansøgningen.", "Ansøgningen blev afvist.", "followed"),
    ("Det indstilles, at KKR afviser ansøgningen.", "KKR godkendte indstillingen.", "followed"),
    # 3: refused, postponed, withdrawn, sent back or replaced
    (APPROVE, "Planen blev ikke godkendt.", "otherwise"),
    (APPROVE, "KKR drøftede planen. Sagen tages op på næste møde.", "otherwise"),
    (APPROVE, "Punktet bortfaldt.", "otherwise"),
    (APPROVE, "Sagen blev sendt tilbage til sekretariatet.", "otherwise"),
    (APPROVE, "Indstillingen blev ikke tiltrådt. KKR godkendte i stedet en kortere tekst.", "otherwise"),
    (NOTE, "KKR tog ikke orienteringen til efterretning.", "otherwise"),
    ("Det indstilles, at KKR godkender model A.", "KKR valgte model B.", "otherwise"),
    ("Det indstilles, at KKR udpeger Åse Holm.", "KKR udpegede Bo Lund.", "otherwise"),
    # 4: silence and additions do not count
    (BOTH, "KKR godkendte planen.", "followed"),
    (NOTE_AND_DISCUSS, "KKR drøftede oplægget.", "followed"),
    (DISCUSS, "KKR drøftede oplægget og udpegede Bo Lund.", "followed"),
    (DISCUSS, "KKR drøftede oplægget. Sagen genoptages på næste møde.", "followed"),
    (APPROVE, "KKR godkendte planen. Et ændringsforslag fra Bo Lund blev forkastet.", "followed"),
    (APPROVE, "Planen blev godkendt uden ændringer.", "followed"),
    (APPROVE, "Planen blev godkendt med den bemærkning, at Bo Lund ikke var til stede.", "followed"),
    ("Det indstilles, at KKR godkender referatet med rettelsen.", "Godkendt med rettelsen.", "followed"),
    ("Det indstilles, at KKR udpeger en afløser for Åse Holm.", "KKR udpegede Bo Lund.", "followed"),
    # 5: some of it, or changed
    (BOTH, "KKR godkendte planen. Udpegningen blev udsat.", "partly"),
    (BOTH, "KKR godkendte planen, men afviste at udpege medlemmer.", "partly"),
    (APPROVE, "KKR godkendte planen med den ændring, at fristen flyttes.", "partly"),
    (APPROVE, "KKR godkendte planen under forudsætning af, at regionen betaler.", "partly"),
    (APPROVE, "Godkendt, idet punkt 3.4 udgik.", "partly"),
    (APPROVE, "Planen blev godkendt, idet prisen hæves til 40 kr.", "partly"),
    ("Det indstilles, at KKR godkender et budget på 2,5 mio. kr.", "KKR godkendte et budget på 2 mio. kr.", "partly"),
    (APPROVE, "KKR godkendte planen, hvis regionen betaler.", "partly"),
    (APPROVE, "KKR godkendte planen.\n\nGodkendelsen forudsætter, at regionen betaler.", "partly"),
    (APPROVE, "KKR godkendte planen for byerne. For de øvrige områder afventes en analyse.", "partly"),
    ("Det indstilles, at KKR godkender en aftale for fem år.", "KKR godkendte en aftale for tre år.", "partly"),
    # 6: neither done nor refused
    (APPROVE, "KKR besluttede at sende et brev til ministeren.", "not_said"),
    (APPROVE, "KKR besluttede at nedsætte en gruppe, der skal se på planen.", "not_said"),
]


@pytest.mark.parametrize(("recommendation", "decision", "expected"), CASES)
def test_a_decision_is_judged_by_the_steps_that_were_asked_for(
    recommendation: str, decision: str, expected: str
) -> None:
    judgement = judge(recommendation, decision)
    assert judgement
    assert judgement.followed == Following(expected)


@pytest.mark.parametrize(("recommendation", "decision"), [(None, "Godkendt."), (APPROVE, None), (None, None)])
def test_without_both_there_is_no_judgement(recommendation: str | None, decision: str | None) -> None:
    assert judge(recommendation, decision) is None


def test_a_judgement_rests_on_the_sentences_that_do_or_refuse_what_was_asked() -> None:
    judgement = judge(BOTH, "Bo Lund takkede. KKR godkendte planen. Mødet sluttede. Udpegningen blev udsat.")
    assert judgement
    assert judgement.basis == ("KKR godkendte planen.", "Udpegningen blev udsat.")
