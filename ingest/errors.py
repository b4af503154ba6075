"""The family of errors that say why a document could not be taken into the archive, in words for an archivist.

The messages are Danish source strings; `message` and its values stay apart so that they can be translated where shown.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from meetings.shared.vocabulary import gettext_noop


class IngestError(Exception):
    """A document cannot be taken in. `str(error)` is one Danish sentence that says what to do."""

    message = gettext_noop("Dokumentet kunne ikke læses.")

    def __init__(self, **values: object) -> None:
        super().__init__(self.message.format(**values))
        self.values: dict[str, Any] = values

    def told(self, translate: Callable[[str], str]) -> str:
        """Return the message in the language into which `translate` puts Danish source strings."""
        values = {name: translate(value) if isinstance(value, str) else value for name, value in self.values.items()}
        return translate(self.message).format(**values)

    def __reduce__(self) -> tuple[Any, ...]:
        """Let the error be pickled between processes: by default it would lose its values."""
        return partial(type(self), **self.values), ()


class UnreadablePath(IngestError):
    """The file does not exist or may not be opened."""

    message = gettext_noop("Filen kan ikke åbnes ({reason}). Kontrollér stien og rettighederne.")


class EmptyFile(IngestError):
    """The file has no bytes, or nothing but white space."""

    message = gettext_noop("Filen er tom. Hent den igen fra kilden.")


class UnknownFormat(IngestError):
    """The file is neither a PDF nor text."""

    message = gettext_noop("Filen er hverken PDF eller tekst. Gem dokumentet som PDF, og prøv igen.")


class ForeignFile(IngestError):
    """The file is of a known kind that is not read: `kind` says which, `advice` what to do."""

    message = gettext_noop("Filen er {kind}. {advice}")


class EncryptedPdf(IngestError):
    """The PDF requires a password."""

    message = gettext_noop("PDF-filen er låst med adgangskode. Gem den uden adgangskode, og prøv igen.")


class DamagedPdf(IngestError):
    """The PDF is malformed or has no pages."""

    message = gettext_noop("PDF-filen er beskadiget. Hent den igen fra kilden, eller gem den på ny som PDF.")


class Portfolio(IngestError):
    """The PDF is only the wrapping of other PDF documents: `documents` are their names and bytes."""

    message = gettext_noop(
        "Filen er en PDF-mappe med {count} dokumenter: {names}. Tag dem ud, og prøv med ét ad gangen."
    )

    @property
    def documents(self) -> tuple[tuple[str, bytes], ...]:
        found: tuple[tuple[str, bytes], ...] = self.values["documents"]
        return found


class NeedsOcr(IngestError):
    """The PDF's pages are images, and Tesseract is not installed."""

    message = gettext_noop(
        "Siderne er billeder og kræver OCR. Når Tesseract er installeret med dansk, læser »manage.py ocr« dem."
    )


class NoText(IngestError):
    """The PDF has pages but no readable text on them."""

    message = gettext_noop("Der er ingen tekst på siderne, heller ikke i deres billeder. Hent filen igen fra kilden.")


class HeldBack(IngestError):
    """The document has CPR numbers that no archivist has released: it is stored, but not shown."""

    message = gettext_noop(
        "Dokumentet er tilbageholdt, for det har CPR-numre: {numbers}. En arkivar skal frigive eller tilbageholde det."
    )


class LacksItems(IngestError):
    """The document would take items from its meeting that another has: it is stored, but set aside."""

    message = gettext_noop(
        "Dokumentet er tilbageholdt, for det mangler {count} af de punkter, som står i »{name}«: {items}. "
        "En arkivar skal tage det ind eller holde det ude."
    )


class KeptOut(IngestError):
    """An archivist decided that the document has no part in its meeting."""

    message = gettext_noop("Dokumentet er holdt ude af mødet. En arkivar kan tage det ind igen.")


class NotAMeetingDocument(IngestError):
    """The text is not the agenda or minutes of a KKR: it has items, but names no KKR."""

    message = gettext_noop(
        "Dokumentet ligner ikke en dagsorden eller et referat fra et KKR: det nævner intet KKR. "
        "Er det et, så angiv hvilket KKR, og prøv igen."
    )


class NoItems(NotAMeetingDocument):
    """The text has no numbered items."""

    message = gettext_noop(
        "Dokumentet ligner ikke en dagsorden eller et referat fra et KKR: det har ingen nummererede punkter. "
        "Kontrollér, om det er den rigtige fil."
    )


class Letter(NotAMeetingDocument):
    """The text is a letter."""

    message = gettext_noop(
        "Dokumentet ligner ikke en dagsorden eller et referat fra et KKR: det er et brev. Er det et bilag til et møde, "
        "så vælg arten »Bilag« med mødets KKR og dato."
    )


class OtherBody(IngestError):
    """The document is by its head of another body than a KKR: `body` is its name there."""

    message = gettext_noop(
        "Dokumentet er ikke fra et KKR, men fra en anden forsamling: »{body}«. Arkivet har kun KKR'ernes egne "
        "dagsordener og referater. Find KKR'ets eget papir, eller vælg arten »Bilag«, hvis dette er bilag til et møde."
    )


class SeveralCouncils(IngestError):
    """The document names more than one KKR in its head, and nobody has stated which it is to be kept under."""

    message = gettext_noop("Dokumentet er efter sit hoved fra flere KKR: {names}. Angiv et af dem, og prøv igen.")


class ContraryRegion(IngestError):
    """The document is by its head of another KKR than the one that a person stated."""

    message = gettext_noop(
        "Dokumentet er efter sit hoved fra KKR {named}, men KKR {stated} er angivet. Ret det angivne, og prøv igen."
    )


class NoRegion(IngestError):
    """The document does not say which KKR it belongs to."""

    message = gettext_noop("Det fremgår ikke, hvilket KKR dokumentet hører til. Angiv det, og prøv igen.")


class EnclosureWithoutMeeting(IngestError):
    """The document is an enclosure, and does not say of which meeting."""

    message = gettext_noop(
        "Filen er et bilag, og det fremgår ikke, hvilket møde det hører til. Angiv mødets KKR og dato, og prøv igen."
    )


class MeetingNotThere(IngestError):
    """The document is an enclosure of a meeting of which the archive has neither agenda nor minutes."""

    message = gettext_noop(
        "Filen er et bilag til mødet i KKR {region} den {date}, og arkivet har ikke det møde. Bilaget følger med, når "
        "mødets dagsorden eller referat kommer; hører det til et andet møde, så angiv dets KKR og dato."
    )


class IsEnclosure(IngestError):
    """The document is an enclosure, where an agenda or minutes were wanted."""

    message = gettext_noop(
        "Filen er et bilag til mødet i KKR {region} den {date}, ikke en dagsorden eller et referat. "
        "»manage.py ingest« gemmer den som bilag til mødet."
    )


class NoDate(IngestError):
    """The document does not say when the meeting was."""

    message = gettext_noop("Det fremgår ikke, hvornår mødet blev holdt. Angiv datoen, og prøv igen.")


class UnexpectedFailure(IngestError):
    """A bug of ours, not a fault of the document; the traceback is in the log."""

    message = gettext_noop(
        "Der opstod en uventet fejl under læsningen ({reason}). Fejlen er skrevet i loggen; dokumentet er ikke ændret."
    )


class ReadingTookTooLong(IngestError):
    """Reading was stopped at its time limit."""

    message = gettext_noop(
        "Læsningen blev stoppet efter {seconds} sekunder. Gem dokumentet på ny som PDF, og prøv igen."
    )


class ReadingTookTooMuchMemory(IngestError):
    """Reading was stopped at its memory limit."""

    message = gettext_noop(
        "Læsningen blev stoppet, fordi dokumentet kræver mere end {megabytes} MB hukommelse. "
        "Gem det på ny som PDF, og prøv igen."
    )


class ReadingInterrupted(IngestError):
    """The process that read the document died without a report: killed from outside, or out of memory."""

    message = gettext_noop("Læsningen blev afbrudt. Prøv igen; sker det hver gang, kan maskinen ikke klare dokumentet.")


class ReadingCrashed(IngestError):
    """The library that reads the file broke down over it, and so did the other that was tried after it."""

    message = gettext_noop(
        "Filen fik læseprogrammet til at bryde ned. Gem dokumentet på ny som PDF, for eksempel ved at udskrive det til "
        "en PDF-fil, og prøv igen."
    )


class TooManyPages(IngestError):
    """The PDF has more pages than the archive reads."""

    message = gettext_noop(
        "Filen har {pages} sider, og arkivet læser højst {most}. Del den, og prøv med en del ad gangen."
    )


class TooMuchText(IngestError):
    """The text file is larger than the archive reads."""

    message = gettext_noop(
        "Teksten fylder {megabytes} MB, og arkivet læser højst {most} MB. Kontrollér, om det er den rigtige fil."
    )


class TooMuchUnpacked(IngestError):
    """The streams of the PDF are larger than the archive reads when they are unpacked."""

    message = gettext_noop(
        "PDF-filen fylder mere end {megabytes} MB, når den pakkes ud. Gem dokumentet på ny som PDF, og prøv igen."
    )


class LineTooLong(IngestError):
    """A line has more letters than any line of a page, so the file is no text set in lines."""

    message = gettext_noop(
        "En linje på side {page} er på {letters} tegn, og arkivet læser højst {most}. "
        "Kontrollér, om det er den rigtige fil, eller gem den med linjeskift."
    )
