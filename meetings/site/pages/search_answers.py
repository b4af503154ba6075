"""The answers above the results of a search, with a heading that says how sure they are."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from meetings.search.answers import Answer, Kind, answers
from meetings.search.answers.verdicts import VerdictChoice, verdict_choices
from meetings.shared.vocabulary import gettext_noop

_ONE = {
    Kind.CASE: gettext_noop("Sagen, du søger"),
    Kind.MEETING: gettext_noop("Mødet, du søger"),
    Kind.PERSON: gettext_noop("Personen, du søger"),
    Kind.REGION: gettext_noop("Den KKR, du søger"),
    Kind.MUNICIPALITY: gettext_noop("Kommunen, du søger"),
    Kind.TOPIC: gettext_noop("Emnet, du søger"),
}
_SEVERAL = {
    Kind.CASE: gettext_noop("Sagerne, du søger"),
    Kind.MEETING: gettext_noop("Møderne, du søger"),
    Kind.PERSON: gettext_noop("Personerne, du søger"),
    Kind.REGION: gettext_noop("De KKR, du søger"),
    Kind.MUNICIPALITY: gettext_noop("Kommunerne, du søger"),
    Kind.TOPIC: gettext_noop("Emnerne, du søger"),
}


@dataclass(frozen=True)
class ShownAnswers:
    """The answers to a query, and the choices of a facet that it names."""

    pages: list[Answer]
    choices: list[VerdictChoice]

    def __bool__(self) -> bool:
        return bool(self.pages or self.choices)

    @property
    def is_sure(self) -> bool:
        """Whether the first page is what the query names, and no guess."""
        return bool(self.pages) and self.pages[0].is_sure

    @property
    def heading(self) -> str:
        """The heading: what the query is, if it is nothing but the name of pages of one kind."""
        kinds = {one.kind for one in self.pages}
        if self.choices or not self.is_sure or len(kinds) > 1:
            return _("Svar") if self.is_sure or self.choices else _("Måske søger du")
        return _((_ONE if len(self.pages) == 1 else _SEVERAL)[kinds.pop()])


def shown_answers(typed: str, parameters: QueryDict) -> ShownAnswers:
    """Return the answers to what was typed, for the first page of the results; none for the others."""
    if not typed or parameters.get("side", "1") != "1":
        return ShownAnswers([], [])
    return ShownAnswers(answers(typed), verdict_choices(typed))
