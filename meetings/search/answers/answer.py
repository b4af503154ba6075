"""An answer: a page that a query names, with a line that answers it."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext as _

from meetings.search.answers.named import Kind
from meetings.shared.vocabulary import gettext_noop

KINDS = {
    Kind.CASE: gettext_noop("Sag"),
    Kind.MEETING: gettext_noop("Møde"),
    Kind.PERSON: gettext_noop("Deltager"),
    Kind.REGION: gettext_noop("KKR"),
    Kind.MUNICIPALITY: gettext_noop("Kommune"),
    Kind.TOPIC: gettext_noop("Emne"),
}


class Answer(NamedTuple):
    """A page: its kind, address and title, and the line that says what the reader wants to know of it.

    `is_sure` is false for what was only meant by a guess: a name with a slip, the nearest meeting. `region` is the slug
    of the council that it belongs to, "" for none.
    """

    kind: Kind
    address: str
    title: str
    line: str = ""
    is_sure: bool = True
    region: str = ""

    @property
    def label(self) -> str:
        """The kind, in the reader's language."""
        return _(KINDS[self.kind])
