"""Citations of an item: in words, in APA style, as BibTeX, and as a link that shows whether the text has changed."""

from __future__ import annotations

import datetime
import hashlib
import json
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from meetings.models import AgendaItem

VERSION = "udgave"  # the query parameter that names a version
VERSION_LETTERS = 12
ARCHIVE = "KKR-arkivet"
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip


class Citation(NamedTuple):
    """The citations of an item; `link` includes the current version of its text."""

    plain: str
    apa: str
    bibtex: str
    link: str


def version(item: AgendaItem) -> str:
    """Return the version of an item's text: the beginning of the SHA-256 of all text that its page shows."""
    attachments = [attachment.name for attachment in item.attachments.all()]
    wording = [item.number, item.title, item.case_number, item.texts, attachments]
    return hashlib.sha256(json.dumps(wording, ensure_ascii=False).encode()).hexdigest()[:VERSION_LETTERS]


def has_changed(item: AgendaItem, cited: str) -> bool | None:
    """Return whether an item's text differs from the version in a link (`cited`); None if that is not a version."""
    if len(cited) != VERSION_LETTERS or not cited.isalnum():
        return None
    return cited != version(item)


def cite(item: AgendaItem, address: str, today: datetime.date) -> Citation:
    """Return the citations of an item whose full address is `address`, accessed on `today`.

    APA, 7th edition: a web document by a group author.
    """
    link = f"{address}?{VERSION}={version(item)}"
    told = {
        "kkr": str(item.meeting.region),
        "kind": item.document.get_kind_display() if item.document else _("Punkt"),
        "number": item.number,
        "title": item.title,
        "archive": ARCHIVE,
        "link": link,
        "date": date_format(item.meeting.date, "DATE_FORMAT"),
        "year": item.meeting.date.year,
        "day": date_format(item.meeting.date, pgettext("dag og måned i en henvisning", "j. F")),
        "today": date_format(today, "DATE_FORMAT"),
    }
    plain = _("%(kkr)s, møde %(date)s, punkt %(number)s: »%(title)s«. %(kind)s. %(archive)s, %(link)s (set %(today)s).")
    apa = _("%(kkr)s. (%(year)s, %(day)s). %(title)s (punkt %(number)s) [%(kind)s]. %(archive)s. %(link)s")
    return Citation(plain % told, apa % told, _bibtex(item, link, today), link)


def _bibtex(item: AgendaItem, link: str, today: datetime.date) -> str:
    meeting = item.meeting
    kind = item.document.get_kind_display() if item.document else ""
    fields = {
        "author": f"{{{_escaped(str(meeting.region))}}}",
        "title": f"{{{_escaped(item.title)}}}",
        "date": meeting.date.isoformat(),
        "year": str(meeting.date.year),
        "howpublished": _escaped(", ".join(filter(None, [kind, _("punkt %s") % item.number, ARCHIVE]))),
        "url": link,
        "urldate": today.isoformat(),
    }
    lines = (f"  {name} = {{{value}}}" for name, value in fields.items())
    key = f"{meeting.region_id}-{meeting.address}-{item.address}"
    return f"@misc{{{key},\n" + ",\n".join(lines) + "\n}"


def _escaped(text: str) -> str:
    return text.translate(_LATEX)
