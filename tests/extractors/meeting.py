"""The invented meeting that every paper of this folder tells of, and what a reader finds in it."""

from __future__ import annotations

from typing import NamedTuple


class Person(NamedTuple):
    """One of the list of participants."""

    name: str
    party: str
    municipality: str
    away: bool = False


class Point(NamedTuple):
    """An item: its texts have paragraphs separated by a blank line; an entry of a list begins with "– "."""

    number: str
    title: str
    case: str = ""
    background: str = ""
    recommendation: str = ""
    presentation: str = ""
    decision: str = ""
    outcomes: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()


REGION = "sjaelland"
COUNCIL = "KKR Sjælland"
DATE, PRINTED_DATE = "2023-09-08", "08-09-2023"
START = "10:00"
PLACE = "Hotel Strandporten, Havnegade 12, 4300 Holbæk"

PEOPLE = (
    Person("Asta Krogh-Lund", "A", "Køge"),
    Person("Birger Holmsted", "V", "Greve"),
    Person("Conny E. Ravnsø", "C", "Faxe"),
    Person("Ditlev von der Mark", "F", "Lejre"),
    Person("Else-Marie Tofte", "A", "Vordingborg"),
    Person("Frode Ågesen", "V", "Guldborgsund"),
    Person("Gerda Nymand", "B", "Roskilde", away=True),
    Person("Hakon Skovby Ibsen", "O", "Odsherred", away=True),
)

POINTS = (
    Point("1", "Godkendelse af dagsorden og referat"),
    Point(
        "1.1",
        "Godkendelse af dagsorden",
        "SAG-2023-04410",
        background="Dagsordenen er udsendt den 25. august 2023.",
        recommendation="Det indstilles, at KKR Sjælland godkender dagsordenen.",
        decision="KKR Sjælland godkendte dagsordenen.",
        outcomes=("approved",),
    ),
    Point("2", "Sager til beslutning"),
    Point(
        "2.1",
        "Fælles indsats for flere lærepladser på de tekniske skoler",
        "SAG-2023-04417",
        background=(
            "De tekniske skoler i regionen melder om, at hver femte elev på grundforløbet mangler en læreplads. "
            "Kommunerne har selv knap tre hundrede pladser, men kun to ud af tre bliver besat, fordi mange elever ikke "
            "kender mulighederne.\n\n"
            "Embedsmandsudvalget har i foråret 2023 talt med skolerne og de faglige udvalg om, hvad der kan gøres."
        ),
        recommendation=(
            "Det indstilles, at KKR Sjælland\n"
            "– godkender, at kommunerne slår ledige lærepladser op på en fælles side\n"
            "– anbefaler kommunerne at udpege en kontaktperson på hver skole."
        ),
        presentation=(
            "Forslaget er tredelt. Den fælles side drives af erhvervsskolerne og koster kommunerne 40.000 kr. om året. "
            "Kontaktpersonen bruger omkring en dag om måneden på skolen og kan tage elever med på arbejde.\n\n"
            "Erfaringerne fra Vestsjælland viser, at antallet af besatte pladser steg med en fjerdedel på to år, da "
            "eleverne fik en fast person at spørge. Skolerne ønsker, at ordningen begynder efter vinterferien, så de "
            "elever, der starter i januar, kan nå at være med."
        ),
        decision=(
            "KKR Sjælland godkendte den fælles side for ledige lærepladser.\n\n"
            "KKR Sjælland anbefaler kommunerne at udpege en kontaktperson på hver skole inden "
            "den 1. februar 2024."
        ),
        outcomes=("approved", "recommended"),
        attachments=("Notat om lærepladser i kommunerne", "Oversigt over besatte pladser 2021-2023"),
    ),
    Point(
        "2.2",
        "Status for busdrift i yderområderne",
        "SAG-2023-04423",
        background="Trafikselskabet har opgjort passagertallene for første halvår.",
        recommendation="Det indstilles, at KKR Sjælland drøfter opgørelsen og tager den til efterretning.",
        presentation=(
            "Antallet af passagerer er faldet på 14 af de 31 ruter. På de øvrige er det uændret eller steget. "
            "Trafikselskabet peger på, at korrespondancen med togene er den vigtigste årsag til faldet."
        ),
        decision="KKR Sjælland drøftede opgørelsen og tog den til efterretning.",
        outcomes=("noted", "discussed"),
    ),
    Point("3", "Eventuelt", decision="Intet at bemærke.", outcomes=("other",)),
)
