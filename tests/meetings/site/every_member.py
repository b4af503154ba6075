"""Rows with one member of a vocabulary; each function returns the addresses of the pages that show it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils import timezone

from meetings.models import AgendaItem, Decision, Document, DocumentPage, SameMatter, SearchEntry, Synonym
from meetings.pictures.store import Picture
from meetings.shared import vocabulary
from meetings.shared.page_layout import PageLayout
from meetings.shared.vocabulary import Labelled, PictureFailure
from tests.make import make_document, make_fact, make_item, make_meeting, make_participant

VOCABULARIES = [
    one for one in vars(vocabulary).values() if isinstance(one, type) and issubclass(one, Labelled) and list(one)
]
_NEXT_DAY = (f"20{year}-{month:02}-03" for year in range(10, 20) for month in range(1, 13))


def hold_region(member: str) -> list[str]:
    """Make a meeting of this KKR."""
    meeting = make_meeting(region=member, date=next(_NEXT_DAY))
    item = make_item(meeting, "1", "Havne", decision="Drøftet.", case_number="SAG-2012-00001")
    return [f"/{member}/", *pages_of(item), f"/moeder/?region={member}", f"/deltagere/?region={member}"]


def hold_kind(member: str) -> list[str]:
    """Make a document of this kind, the only one of its meeting, with an item parsed from it."""
    item = make_item(make_meeting(date=next(_NEXT_DAY)), "1", "Havne", decision="Drøftet.")
    AgendaItem.objects.filter(pk=item.pk).update(document=make_document(item.meeting, member.encode(), kind=member))
    SearchEntry.objects.renew(AgendaItem.objects.filter(pk=item.pk).with_texts())
    return [*pages_of(item), f"/soeg/?art={member}", f"/soeg/?q=havne&art={member}"]


def hold_state(member: str) -> list[str]:
    """Make a document in this state."""
    document = make_document(make_meeting(date=next(_NEXT_DAY)), member.encode(), state=member)
    return [*([document.get_absolute_url()] if member == "read" else []), *admin_pages(document)]


def hold_set_aside(member: str) -> list[str]:
    """Make a document that is set aside for this reason."""
    meeting = make_meeting(date=next(_NEXT_DAY))
    part = {"choice": member, "chosen_at": timezone.now()} if member == "kept_out" else {"meeting": meeting}
    document = make_document(meeting, member.encode())
    Document.objects.filter(pk=document.pk).update(**{"meeting": None, **part, "state": "held", "set_aside": member})
    return admin_pages(document)


def hold_choice(member: str) -> list[str]:
    """Make a document about which this was decided."""
    meeting = make_meeting(date=next(_NEXT_DAY))
    document = make_document(meeting, member.encode(), choice=member, chosen_at=timezone.now())
    return [meeting.get_absolute_url(), document.get_absolute_url(), *admin_pages(document)]


def hold_origin(member: str) -> list[str]:
    """Make a document whose page has this origin."""
    origins = [{"origin": member, "confidence": 0.9, "repaired": True, "wants_ocr": True}]
    meeting = make_meeting(date=next(_NEXT_DAY))
    item = make_item(meeting, "1", "Havne", decision="Drøftet.")
    document = make_document(meeting, member.encode(), name="a.pdf", text="Havne", pages=1, page_origins=origins)
    return [document.get_absolute_url(), *pages_of(item), *admin_pages(document)]


def hold_status(member: str) -> list[str]:
    """Make a meeting with this status, of which there is only an agenda that lists somebody."""
    day = datetime.date.fromisoformat(next(_NEXT_DAY))
    told: dict[str, Any] = {"deadline": day, "deadline_time": datetime.time(12)} if member == "written" else {}
    moved_from = datetime.date(2009, 12, 1) if member == "moved" else None
    meeting = make_meeting(date=day.isoformat(), status=member, moved_from=moved_from, extraordinary=True, **told)
    make_document(meeting, member.encode(), kind="agenda")
    item = make_item(meeting, "1", "Havne", recommendation="At …")
    person = make_participant(meeting, f"Asta {member.title()}").person
    dated = [f"/moeder/{day.year}/", f"/moeder/{day.year}/{day.month:02}/", f"/{meeting.region_id}/?aar={day.year}"]
    return [*pages_of(item), *dated, "/moeder/", person.get_absolute_url(), *admin_pages(meeting)]


def hold_attendance(member: str) -> list[str]:
    """Make minutes that list somebody with this status."""
    meeting = make_meeting(date=next(_NEXT_DAY))
    make_document(meeting, member.encode())
    one = make_participant(meeting, f"Asta {member.title()}", status=member)
    make_participant(meeting, "Bo Lund")
    return [meeting.get_absolute_url(), one.person.get_absolute_url(), *admin_pages(one.person)]


def hold_outcome(member: str) -> list[str]:
    """Make a decision with this outcome, which was also recommended, on a matter that has an item elsewhere."""
    item = make_item(make_meeting(date=next(_NEXT_DAY)), "1", "Havne", decision="Afgjort.", outcome=member)
    AgendaItem.objects.filter(pk=item.pk).update(case_number="SAG-2012-00001", asks_for=[member])
    other = make_item(make_meeting(date=next(_NEXT_DAY)), "1", "Havne", decision="Afgjort.", outcome=member)
    SameMatter.objects.create(item=other, other=item, reason="title", likeness=1)
    own = [f"/soeg/?udfald={member}", f"/soeg/?q=havne&udfald={member}", "/sag/SAG-2012-00001/"]
    return [*pages_of(item), *pages_of(other), *own, f"/kommune/aalborg/?udfald={member}", *admin_pages(item)]


def hold_following(member: str) -> list[str]:
    """Make a decision that followed its recommendation in this way."""
    item = make_item(make_meeting(date=next(_NEXT_DAY)), "1", "Havne", recommendation="At …", decision="Drøftet.")
    Decision.objects.filter(item=item).update(followed=member)
    return [*pages_of(item), *admin_pages(item.decision), f"/soeg/?fulgt={member}"]


def hold_range(member: str) -> list[str]:
    """Make an item with an amount in this range."""
    item = make_item(make_meeting(date=next(_NEXT_DAY)), "1", "Havne", decision="Drøftet.")
    make_fact(item, "amount", amount=min(vocabulary.AmountRange(member).most, Decimal(10) ** 9))
    SearchEntry.objects.renew(AgendaItem.objects.filter(pk=item.pk).with_texts())
    return [f"/soeg/?beloeb={member}", *pages_of(item)]


def hold_form(member: str) -> list[str]:
    """Make a meeting of this form with an item."""
    told = {"extraordinary": True} if member == "extraordinary" else {"status": member}
    moved_from = datetime.date(2009, 12, 1) if member == "moved" else None
    meeting = make_meeting(date=next(_NEXT_DAY), moved_from=moved_from, **told)
    return [f"/soeg/?moede={member}", *pages_of(make_item(meeting, "1", "Havne", presentation="Tekst"))]


def hold_sameness(member: str) -> list[str]:
    """Make two items that are linked as one matter for this reason."""
    one, other = (make_item(make_meeting(date=next(_NEXT_DAY)), "1", "Havne", presentation="…") for _nth in range(2))
    SameMatter.objects.create(item=one, other=other, reason=member, words=["havn"], likeness=0.5)
    return pages_of(one)


def hold_topic(member: str) -> list[str]:
    """Make an item with this topic."""
    item = make_item(make_meeting(date=next(_NEXT_DAY)), "1", "Havne", topics=[member], decision="Drøftet.")
    return [f"/emne/{member}/", f"/soeg/?emne={member}", f"/soeg/?q=havne&emne={member}", *pages_of(item)]


def hold_use(member: str) -> list[str]:
    """Make a pair of synonyms of this use."""
    return admin_pages(Synonym.objects.create(term=f"havn {member}", other="kaj", use=member))


def hold_hidden(member: str) -> list[str]:
    """Make a document whose page has text that no reader sees, for this reason."""
    document = make_document(make_meeting(date=next(_NEXT_DAY)), member.encode(), name="a.pdf", text="Havne")
    hidden = [["Skjult", member, 10, 10, 50, 20]]
    DocumentPage.objects.create(document=document, number=1, packed=PageLayout(1, 595, 842).pack(), hidden=hidden)
    return [
        document_page(document),
        reverse("admin:meetings_document_page", args=[document.pk, 1]),
        *admin_pages(document),
    ]


def hold_failure(member: str) -> list[str]:
    """Make a document of whose page no picture could be made, for this reason."""
    document = make_document(make_meeting(date=next(_NEXT_DAY)), member.encode(), name="a.pdf", text="Havne")
    Picture(document.sha256, 1).note_failure(PictureFailure(member))
    return [document_page(document)]


def document_page(document: Document) -> str:
    """Return the address of a document's first page."""
    return reverse("document-page", args=[document.pk, 1])


def pages_of(item: AgendaItem) -> list[str]:
    """Return the addresses of an item, of its meeting, and of the page of the meeting's changes."""
    meeting = item.meeting.get_absolute_url()
    return [item.get_absolute_url(), meeting, f"{meeting}aendringer/"]


def admin_pages(row: Model) -> list[str]:
    """Return the addresses of the admin pages that show a row."""
    name = row._meta.model_name
    return [reverse(f"admin:meetings_{name}_changelist"), reverse(f"admin:meetings_{name}_change", args=[row.pk])]


def hold_fact(member: str) -> list[str]:
    """Make an item with a fact of this kind."""
    meeting = make_meeting(date=next(_NEXT_DAY))
    make_document(meeting, member.encode())
    item = make_item(meeting, "1", "Havne", decision="Drøftet.")
    told: dict[str, dict[str, Any]] = {
        "amount": {"amount": 250_000, "what": "til havnen"},
        "appointment": {"person": "Bo Lund"},
    }
    make_fact(item, member, **told.get(member, {"date": meeting.date}))
    return [meeting.get_absolute_url(), *pages_of(item), f"/soeg/?oplysning={member}"]


HOLDERS: dict[type[Labelled], Callable[[str], list[str]]] = {
    vocabulary.RegionSlug: hold_region,
    vocabulary.DocumentKind: hold_kind,
    vocabulary.DocumentState: hold_state,
    vocabulary.SetAside: hold_set_aside,
    vocabulary.DocumentChoice: hold_choice,
    vocabulary.PageOrigin: hold_origin,
    vocabulary.HiddenReason: hold_hidden,
    vocabulary.PictureFailure: hold_failure,
    vocabulary.MeetingStatus: hold_status,
    vocabulary.SynonymUse: hold_use,
    vocabulary.Attendance: hold_attendance,
    vocabulary.Outcome: hold_outcome,
    vocabulary.Following: hold_following,
    vocabulary.Sameness: hold_sameness,
    vocabulary.FactKind: hold_fact,
    vocabulary.AmountRange: hold_range,
    vocabulary.MeetingForm: hold_form,
    vocabulary.TopicSlug: hold_topic,
}
