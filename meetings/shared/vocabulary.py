"""The closed vocabularies of the archive: slugs as stored and exchanged, labels as a Danish reader sees them.

Plain `StrEnum`s, so that the parser (`ingest`) can use them without Django; models use them through
`meetings.models.choices`. The labels are Danish source strings: they pass through gettext where they are shown.
The slugs are those that `manage.py parse` prints (`docs/contract.md`).

All other properties of a member are part of its declaration, so that a new member cannot lack one.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Any


def gettext_noop(danish: str) -> str:
    """Return the string unchanged; marks it for the message catalogue without Django. It is translated where shown."""
    return danish


class Labelled(StrEnum):
    """A vocabulary: each member is a slug with a Danish label and a `rank`, its position in the vocabulary from 0."""

    label: str
    rank: int

    def __new__(cls, value: str, *_said: Any) -> Labelled:
        member = str.__new__(cls, value)
        member._value_ = value
        return member

    def __init__(self, _value: str, *words: Any) -> None:
        """Take what follows the value in a member's declaration. Raises ValueError if something is missing."""
        (self.label,) = words
        self.rank = len(type(self).__members__)


class Tone(StrEnum):
    """The stance that colours and symbols show, in the order in which charts stack it."""

    FOR = "for"
    AHEAD = "ahead"
    NEUTRAL = "neutral"
    WAITING = "waiting"
    AGAINST = "against"

    @property
    def outcomes(self) -> list[Outcome]:
        """The outcomes of this tone, the strongest first."""
        return [one for one in Outcome if one.tone is self]


class Toned(Labelled):
    """A vocabulary whose members also have a tone."""

    tone: Tone

    def __init__(self, value: str, *words: Any) -> None:
        label, self.tone = words
        super().__init__(value, label)


class RegionSlug(Labelled):
    """The five municipal councils (KKR), from north to east as KL lists them."""

    NORDJYLLAND = "nordjylland", gettext_noop("Nordjylland")
    MIDTJYLLAND = "midtjylland", gettext_noop("Midtjylland")
    SYDDANMARK = "syddanmark", gettext_noop("Syddanmark")
    SJAELLAND = "sjaelland", gettext_noop("Sjælland")
    HOVEDSTADEN = "hovedstaden", gettext_noop("Hovedstaden")


class DocumentKind(Labelled):
    """The kinds of document, weakest first. A later one replaces one of its kind, or adds to a broader kind.

    A notice has no items: it says only that a meeting was cancelled or moved. An enclosure belongs to a meeting, says
    nothing of its items and never counts as agenda or minutes.
    """

    ENCLOSURE = "enclosure", gettext_noop("Bilag")
    AGENDA = "agenda", gettext_noop("Dagsorden")
    SUPPLEMENTARY_AGENDA = "supplementary_agenda", gettext_noop("Tillægsdagsorden"), AGENDA
    NOTICE = "notice", gettext_noop("Meddelelse"), AGENDA
    MINUTES = "minutes", gettext_noop("Referat")

    def __init__(self, value: str, *words: Any) -> None:
        label, *broader = words
        super().__init__(value, label)
        self._broader = broader[0][0] if broader else value

    @property
    def broader(self) -> DocumentKind:
        """The broader kind that this one belongs to; itself if there is none."""
        return DocumentKind(self._broader)

    @property
    def is_addition(self) -> bool:
        """Whether documents of this kind add to those of the broader kind and never replace one another."""
        return self.broader is not self


class DocumentState(Labelled):
    """The state of an uploaded document in processing."""

    WAITING = "waiting", gettext_noop("Venter")
    READING = "reading", gettext_noop("Læses")
    READ = "read", gettext_noop("Læst")
    HELD = "held", gettext_noop("Tilbageholdt")
    NEEDS_OCR = "needs_ocr", gettext_noop("Kræver OCR")
    FAILED = "failed", gettext_noop("Kunne ikke læses")


class SetAside(Labelled):
    """Why a document that was read has no part in its meeting."""

    ITEMS = "items", gettext_noop("Ville tage punkter fra mødet")
    KEPT_OUT = "kept_out", gettext_noop("Holdt ude")


class DocumentChoice(Labelled):
    """What an archivist decided about a document's part in its meeting."""

    COUNTS = "counts", gettext_noop("Valgt til at gælde")
    TAKEN_IN = "taken_in", gettext_noop("Taget ind")
    KEPT_OUT = "kept_out", gettext_noop("Holdt ude")


class PageOrigin(Labelled):
    """Where the text of a page comes from."""

    FILE = "file", gettext_noop("tekst i filen")
    OCR = "ocr", gettext_noop("læst med OCR")
    NONE = "none", gettext_noop("ikke læst: siden er et billede")


class HiddenReason(Labelled):
    """Why a reader of a page does not see text that its file has there."""

    COVERED = "covered", gettext_noop("dækket af noget, der er tegnet oven på")
    LAYER_OFF = "layer_off", gettext_noop("på et lag, der er slået fra")
    OUTSIDE = "outside", gettext_noop("uden for den viste side")
    INVISIBLE = "invisible", gettext_noop("skrevet usynligt")
    PALE = "pale", gettext_noop("skrevet i baggrundens farve")


class PictureFailure(Labelled):
    """Why a page is not shown as a picture."""

    REFUSED = "refused", gettext_noop("filen er beskadiget, eller siden kan ikke tegnes")
    TOO_MUCH = "too_much", gettext_noop("det kræver mere tid eller hukommelse, end det må tage")
    BUSY = "busy", gettext_noop("der er mange, der ser på sider lige nu; prøv igen om lidt")


class MeetingStatus(Toned):
    """What became of a meeting, and whether its members met: not where it was cancelled or decided in writing."""

    HELD = "held", gettext_noop("Som planlagt"), Tone.NEUTRAL, True
    MOVED = "moved", gettext_noop("Flyttet"), Tone.WAITING, True
    WRITTEN = "written", gettext_noop("Skriftlig behandling"), Tone.AHEAD, False
    CANCELLED = "cancelled", gettext_noop("Aflyst"), Tone.AGAINST, False

    is_gathering: bool

    def __init__(self, value: str, *words: Any) -> None:
        label, tone, self.is_gathering = words
        super().__init__(value, label, tone)


class Attendance(Toned):
    """Whether a participant was present."""

    PRESENT = "present", gettext_noop("Til stede"), Tone.FOR
    ABSENT = "absent", gettext_noop("Afbud"), Tone.WAITING


class Outcome(Toned):
    """What a council did with an item, the strongest first: `Decision.outcome` is the first of its outcomes."""

    APPROVED = "approved", gettext_noop("Godkendt"), Tone.FOR
    REJECTED = "rejected", gettext_noop("Ikke godkendt"), Tone.AGAINST
    RECOMMENDED = "recommended", gettext_noop("Anbefalet"), Tone.AHEAD
    APPOINTED = "appointed", gettext_noop("Udpeget"), Tone.AHEAD
    FORWARDED = "forwarded", gettext_noop("Sendt videre"), Tone.AHEAD
    POSTPONED = "postponed", gettext_noop("Udsat"), Tone.WAITING
    WITHDRAWN = "withdrawn", gettext_noop("Udgået"), Tone.WAITING
    NOTED = "noted", gettext_noop("Taget til efterretning"), Tone.NEUTRAL
    DISCUSSED = "discussed", gettext_noop("Drøftet"), Tone.NEUTRAL
    OTHER = "other", gettext_noop("Andet"), Tone.NEUTRAL

    @classmethod
    def strongest(cls, outcomes: Iterable[Outcome]) -> Outcome:
        """Return the strongest of the outcomes; OTHER if there are none."""
        return min(outcomes, key=lambda one: one.rank, default=cls.OTHER)


class Following(Labelled):
    """Whether a decision followed what the recommendation asked for."""

    FOLLOWED = "followed", gettext_noop("Fulgt")
    PARTLY = "partly", gettext_noop("Delvist fulgt")
    OTHERWISE = "otherwise", gettext_noop("Ikke fulgt")
    NOT_SAID = "not_said", gettext_noop("Ikke sagt")


class FactKind(Labelled):
    """The kinds of fact that are lifted out of the text, in the order in which pages list them."""

    NEXT_MEETING = "next_meeting", gettext_noop("Næste møde")
    DEADLINE = "deadline", gettext_noop("Frist")
    APPOINTMENT = "appointment", gettext_noop("Udpegning")
    AMOUNT = "amount", gettext_noop("Beløb")
    SENT_ON = "sent_on", gettext_noop("Sendes til kommunerne")
    EARLIER_MEETING = "earlier_meeting", gettext_noop("Tidligere møde")


class AmountRange(Labelled):
    """The ranges that an amount of money may be in; `most` is the largest amount of the range, in kroner.

    10 and 100 millions are in the lower of the two ranges that name them.
    """

    UNDER_1 = "under-1-mio", gettext_noop("Under 1 mio. kr."), Decimal("999999.99")
    FROM_1 = "1-10-mio", gettext_noop("1-10 mio. kr."), Decimal(10_000_000)
    FROM_10 = "10-100-mio", gettext_noop("10-100 mio. kr."), Decimal(100_000_000)
    OVER_100 = "over-100-mio", gettext_noop("Over 100 mio. kr."), Decimal("Infinity")

    most: Decimal

    def __init__(self, value: str, *words: Any) -> None:
        label, self.most = words
        super().__init__(value, label)

    @classmethod
    def of(cls, kroner: Decimal) -> AmountRange:
        """Return the range of an amount."""
        return next(one for one in cls if kroner <= one.most)


class MeetingForm(Labelled):
    """What sets a meeting apart from one that is held as planned: what became of it, or that it is extraordinary."""

    EXTRAORDINARY = "extraordinary", gettext_noop("Ekstraordinært møde")
    MOVED = MeetingStatus.MOVED.value, MeetingStatus.MOVED.label
    WRITTEN = MeetingStatus.WRITTEN.value, MeetingStatus.WRITTEN.label
    CANCELLED = MeetingStatus.CANCELLED.value, MeetingStatus.CANCELLED.label

    @classmethod
    def of(cls, status: str, *, extraordinary: bool) -> list[MeetingForm]:
        """Return the forms of a meeting; none if it was held as planned."""
        return [one for one in cls if one == status or (extraordinary and one is cls.EXTRAORDINARY)]


class Sameness(Labelled):
    """The reasons to think that two items concern one matter, the strongest first."""

    CASE_NUMBER = "case_number", gettext_noop("samme sagsnummer")
    TITLE = "title", gettext_noop("samme titel")
    LIKE_TITLE = "like_title", gettext_noop("næsten samme titel")
    WORDS = "words", gettext_noop("fælles ord")


class TopicSlug(Labelled):
    """The topics that items are about."""

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


class SynonymUse(Labelled):
    """What an archivist says of two terms: a search for the one finds the other too, or never does."""

    BOTH = "both", gettext_noop("Begge veje: de to betyder det samme")
    ONE_WAY = "one_way", gettext_noop("Kun den ene vej: fra det første til det andet")
    NEVER = "never", gettext_noop("Aldrig: de to betyder ikke det samme")
