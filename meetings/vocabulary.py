"""The closed lists of the archive: slugs as stored and exchanged, labels as a Danish reader sees them.

Plain `StrEnum`s, so that the reading of documents (`ingest`) can use them without Django; the models take them as
choices through `choices()`. The labels are Danish source strings: they pass through gettext where they are shown.
The slugs are those of the contract of `manage.py parse`.
"""

from __future__ import annotations

from enum import StrEnum


def gettext_noop(danish: str) -> str:
    """Mark a Danish source string for the message catalogue without Django; it is translated where it is shown."""
    return danish


class Labelled(StrEnum):
    """A string that carries the Danish words it is shown as."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Labelled:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class RegionSlug(Labelled):
    """The five municipal councils (KKR), from north to east as KL lists them."""

    NORDJYLLAND = "nordjylland", gettext_noop("Nordjylland")
    MIDTJYLLAND = "midtjylland", gettext_noop("Midtjylland")
    SYDDANMARK = "syddanmark", gettext_noop("Syddanmark")
    SJAELLAND = "sjaelland", gettext_noop("Sjælland")
    HOVEDSTADEN = "hovedstaden", gettext_noop("Hovedstaden")


class DocumentKind(Labelled):
    """What a document is. A later agenda replaces an earlier one, a supplementary agenda adds to it."""

    AGENDA = "agenda", gettext_noop("Dagsorden")
    SUPPLEMENTARY_AGENDA = "supplementary_agenda", gettext_noop("Tillægsdagsorden")
    MINUTES = "minutes", gettext_noop("Referat")


class DocumentState(Labelled):
    """How far an uploaded document has come."""

    WAITING = "waiting", gettext_noop("Venter")
    READING = "reading", gettext_noop("Læses")
    READ = "read", gettext_noop("Læst")
    NEEDS_OCR = "needs_ocr", gettext_noop("Kræver OCR")
    FAILED = "failed", gettext_noop("Kunne ikke læses")


class PageOrigin(Labelled):
    """Where the text of a page comes from."""

    FILE = "file", gettext_noop("tekst i filen")
    OCR = "ocr", gettext_noop("læst med OCR")
    NONE = "none", gettext_noop("ikke læst: siden er et billede")


class Attendance(Labelled):
    """Whether a participant was there."""

    PRESENT = "present", gettext_noop("Til stede")
    ABSENT = "absent", gettext_noop("Afbud")


class Outcome(Labelled):
    """What a council did with an item, the strongest first: `Decision.outcome` is the first of its outcomes."""

    APPROVED = "approved", gettext_noop("Godkendt")
    REJECTED = "rejected", gettext_noop("Ikke godkendt")
    RECOMMENDED = "recommended", gettext_noop("Anbefalet")
    APPOINTED = "appointed", gettext_noop("Udpeget")
    FORWARDED = "forwarded", gettext_noop("Sendt videre")
    POSTPONED = "postponed", gettext_noop("Udsat")
    WITHDRAWN = "withdrawn", gettext_noop("Udgået")
    NOTED = "noted", gettext_noop("Taget til efterretning")
    DISCUSSED = "discussed", gettext_noop("Drøftet")
    OTHER = "other", gettext_noop("Andet")


class Following(Labelled):
    """Whether a decision followed what the recommendation asked for."""

    FOLLOWED = "followed", gettext_noop("Indstillingen blev fulgt")
    PARTLY = "partly", gettext_noop("Indstillingen blev delvist fulgt")
    OTHERWISE = "otherwise", gettext_noop("Der blev besluttet andet end indstillet")
    NOT_SAID = "not_said", gettext_noop("Det fremgår ikke, om indstillingen blev fulgt")


class Sameness(Labelled):
    """Why two items are thought to treat one matter, the strongest first."""

    CASE_NUMBER = "case_number", gettext_noop("samme sagsnummer")
    TITLE = "title", gettext_noop("samme titel")
    LIKE_TITLE = "like_title", gettext_noop("næsten samme titel")
    WORDS = "words", gettext_noop("fælles ord")


class TopicSlug(Labelled):
    """What an item is about."""

    SUNDHED = "sundhed", gettext_noop("Sundhed")
    SOCIALOMRAADET = "socialomraadet", gettext_noop("Socialområdet")
    AELDRE = "aeldre", gettext_noop("Ældre")
    BOERN_OG_UNGE = "boern-og-unge", gettext_noop("Børn og unge")
    UDDANNELSE = "uddannelse", gettext_noop("Uddannelse")
    BESKAEFTIGELSE = "beskaeftigelse", gettext_noop("Beskæftigelse")
    INTEGRATION = "integration", gettext_noop("Integration")
    ERHVERV = "erhverv", gettext_noop("Erhverv")
    KLIMA_OG_MILJOE = "klima-og-miljoe", gettext_noop("Klima og miljø")
    INFRASTRUKTUR_OG_TRAFIK = "infrastruktur-og-trafik", gettext_noop("Infrastruktur og trafik")
    IT_OG_DIGITALISERING = "it-og-digitalisering", gettext_noop("It og digitalisering")
    OEKONOMI = "oekonomi", gettext_noop("Økonomi")
    KULTUR_OG_FRITID = "kultur-og-fritid", gettext_noop("Kultur og fritid")
    DEMOKRATI_OG_ORGANISERING = "demokrati-og-organisering", gettext_noop("Demokrati og organisering")
    UDPEGNINGER = "udpegninger", gettext_noop("Udpegninger")
    BEREDSKAB_OG_FORSVAR = "beredskab-og-forsvar", gettext_noop("Beredskab og forsvar")
    MOEDEFORMALIA = "moedeformalia", gettext_noop("Mødeformalia")


def strongest(outcomes: tuple[Outcome, ...] | list[Outcome]) -> Outcome | None:
    """Give the one of `outcomes` that stands first in the vocabulary's order, None for none."""
    return min(outcomes, key=list(Outcome).index, default=None)
