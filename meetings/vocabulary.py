"""The closed lists of the archive: slugs as stored and exchanged, labels as a Danish reader sees them.

Plain `StrEnum`s, so that the reading of documents (`ingest`) can use them without Django; the models take them as
choices through `choices()`. The labels are Danish source strings: they pass through gettext where they are shown.
The slugs are those of the contract of `manage.py parse`.
"""

from __future__ import annotations

from enum import StrEnum


class Labelled(StrEnum):
    """A string that carries the Danish words it is shown as."""

    label: str

    def __new__(cls, value: str, label: str) -> Labelled:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class RegionSlug(Labelled):
    """The five municipal councils (KKR), from north to east as KL lists them."""

    NORDJYLLAND = "nordjylland", "Nordjylland"
    MIDTJYLLAND = "midtjylland", "Midtjylland"
    SYDDANMARK = "syddanmark", "Syddanmark"
    SJAELLAND = "sjaelland", "Sjælland"
    HOVEDSTADEN = "hovedstaden", "Hovedstaden"


class DocumentKind(Labelled):
    """What a document is. A supplementary agenda adds to the agenda of its meeting, an agenda replaces an earlier one."""

    AGENDA = "agenda", "Dagsorden"
    SUPPLEMENTARY_AGENDA = "supplementary_agenda", "Tillægsdagsorden"
    MINUTES = "minutes", "Referat"


class DocumentState(Labelled):
    """How far an uploaded document has come."""

    WAITING = "waiting", "Venter"
    READING = "reading", "Læses"
    READ = "read", "Læst"
    FAILED = "failed", "Kunne ikke læses"


class Attendance(Labelled):
    """Whether a participant was there."""

    PRESENT = "present", "Til stede"
    ABSENT = "absent", "Afbud"


class Outcome(Labelled):
    """What a council did with an item, the strongest first: `Decision.outcome` is the first of its outcomes."""

    APPROVED = "approved", "Godkendt"
    REJECTED = "rejected", "Ikke godkendt"
    RECOMMENDED = "recommended", "Anbefalet"
    APPOINTED = "appointed", "Udpeget"
    FORWARDED = "forwarded", "Sendt videre"
    POSTPONED = "postponed", "Udsat"
    WITHDRAWN = "withdrawn", "Udgået"
    NOTED = "noted", "Taget til efterretning"
    DISCUSSED = "discussed", "Drøftet"
    OTHER = "other", "Andet"


class TopicSlug(Labelled):
    """What an item is about."""

    SUNDHED = "sundhed", "Sundhed"
    SOCIALOMRAADET = "socialomraadet", "Socialområdet"
    AELDRE = "aeldre", "Ældre"
    BOERN_OG_UNGE = "boern-og-unge", "Børn og unge"
    UDDANNELSE = "uddannelse", "Uddannelse"
    BESKAEFTIGELSE = "beskaeftigelse", "Beskæftigelse"
    INTEGRATION = "integration", "Integration"
    ERHVERV = "erhverv", "Erhverv"
    KLIMA_OG_MILJOE = "klima-og-miljoe", "Klima og miljø"
    INFRASTRUKTUR_OG_TRAFIK = "infrastruktur-og-trafik", "Infrastruktur og trafik"
    IT_OG_DIGITALISERING = "it-og-digitalisering", "It og digitalisering"
    OEKONOMI = "oekonomi", "Økonomi"
    KULTUR_OG_FRITID = "kultur-og-fritid", "Kultur og fritid"
    DEMOKRATI_OG_ORGANISERING = "demokrati-og-organisering", "Demokrati og organisering"
    UDPEGNINGER = "udpegninger", "Udpegninger"
    BEREDSKAB_OG_FORSVAR = "beredskab-og-forsvar", "Beredskab og forsvar"
    MOEDEFORMALIA = "moedeformalia", "Mødeformalia"


def strongest(outcomes: tuple[Outcome, ...] | list[Outcome]) -> Outcome | None:
    """Give the one of `outcomes` that stands first in the vocabulary's order, None for none."""
    return min(outcomes, key=list(Outcome).index, default=None)
