"""Words that say what is wanted of a meeting (its minutes, who was away, the next one), and words that say nothing."""

from __future__ import annotations

from enum import Enum, auto


class Wish(Enum):
    """What a word asks for."""

    MEETING = auto()
    AGENDA = auto()
    MINUTES = auto()
    NEXT = auto()
    PLAN = auto()  # of the days to come
    LATEST = auto()
    FIRST = auto()
    ABSENCE = auto()
    PRESENCE = auto()
    WHEN = auto()
    PAST = auto()
    EXTRAORDINARY = auto()
    CANCELLED = auto()


def _folded(words: str, wish: Wish) -> dict[str, Wish]:
    return dict.fromkeys(words.split(), wish)


WISHES = {
    **_folded(
        "moede moedet moeder moederne moeders moedes moederaekke moedeliste kkrmoede kkrmoedet meeting meetings",
        Wish.MEETING,
    ),
    **_folded(
        "dagsorden tillaegsdagsorden tillaegsdagsordenen dagsordenen dagsordener dagsordenerne dagsordner "
        "dagsordnerne dagsordenspunkter agenda agendas",
        Wish.AGENDA,
    ),
    **_folded(
        "referat referatet referater referaterne beslutningsreferat beslutningsreferater beslutningsreferatet "
        "moedereferat moedereferater minutes",
        Wish.MINUTES,
    ),
    **_folded(
        "naeste neste kommende naestkommende fremtidige planlagte next upcoming",
        Wish.NEXT,
    ),
    **_folded("moedeplan moedeplanen kalender moedekalender moedekalenderen moededato moededatoer", Wish.PLAN),
    **_folded("sidste seneste nyeste senest sidst forrige last latest newest previous recent", Wish.LATEST),
    **_folded("hvornaar naar when", Wish.WHEN),
    **_folded("ekstraordinaer ekstraordinaert ekstraordinaere extraordinary", Wish.EXTRAORDINARY),
    **_folded("aflyst aflyste aflysning cancelled canceled", Wish.CANCELLED),
    **_folded("var blev holdt moedtes was were", Wish.PAST),
    **_folded("foerste aeldste tidligste first oldest", Wish.FIRST),
    **_folded(
        "afbud fravaer fravaerende forfald udeblev udeblevet absent absence absences absentees apologies",
        Wish.ABSENCE,
    ),
    **_folded(
        "deltager deltagere deltagerne deltagerliste deltagerlisten deltog deltaget deltagelse fremmoede fremmoedet "
        "fremmoedt fremmoedte tilstede tilstedevaerende moedte present attendance attended attendees participants "
        "participated",
        Wish.PRESENCE,
    ),
}
PHRASES = {
    "ikke til stede": Wish.ABSENCE, "til stede": Wish.PRESENCE, "not present": Wish.ABSENCE, "moedte op": Wish.PRESENCE,
}  # fmt: skip
# Words around the names of pages, and those of questions: they are no part of a name.
FILLERS = frozenset(
    "repraesenterer rettet udkast pdf "
    "kkr sager punkt punkter beslutninger medlemmer politikere regionskommune kommunekontaktraad "
    "kommunekontaktraadet kontaktraad region regionen kommune kommunen kommuner kommunens kommunes byraad emne "
    "emnet emner topic municipality council councils sag sagen sagsnr sagsnummer nr case person personen "
    "politiker borgmester borgmesteren medlem mayor member i paa den det de der d af for fra til ved med om og et "
    "en er bliver har havde holder holdes vaeret hvad hvem hvilke hvilken hvor skal vi man meldt meldte melder "
    "sendt sendte giv gav vis find soeg se alle sad sidder kom kommer mange gang op dato datoen ikke noget nogen "
    "dagen dag the of in at on is are who what did does a an and to from all show held with".split()
)
