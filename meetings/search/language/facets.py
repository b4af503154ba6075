"""The facets that items are narrowed and counted by, each declared once.

From the declaration come the tags of items, the choices and their counts, the parameter of the search page and its
validation, the field that can be typed ("region:nordjylland"), and the words in the title of a search.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from typing import Any

from meetings.search.language.place_names import municipalities_in
from meetings.shared.vocabulary import (
    AmountRange,
    DocumentKind,
    FactKind,
    Following,
    Labelled,
    MeetingForm,
    Outcome,
    RegionSlug,
    TopicSlug,
    gettext_noop,
)

YEAR, MUNICIPALITY = "year", "municipality"


class Place(Enum):
    """The position of a facet in the title of a search: "Beslutninger (…) fra … om … i KKR …, der nævner …, 2025"."""

    WHAT = auto()
    SOURCE = auto()
    ABOUT = auto()
    WHERE = auto()
    NAMING = auto()
    WHEN = auto()


@dataclass(frozen=True)
class Facet:
    """A property that items are narrowed by. `name` is that of the parameter, of the tag and of the typed field.

    Its values are the members of a vocabulary, years, or slugs of municipalities. `read` returns those of an item from
    the item (fetched by `with_texts`) and its full text. `phrase` is the wording of a value in the title of a search.
    A facet that `is_typed` may also stand in the query, as `name:value`; `typed` are further names for it there, and
    `words` are further words for its values, each with the tag that it means.
    """

    name: str
    label: str
    values: type[Labelled] | str
    read: Callable[[Any, str], Iterable[str]]
    place: Place
    phrase: str
    is_typed: bool = True
    typed: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def vocabulary(self) -> type[Labelled] | None:
        return None if isinstance(self.values, str) else self.values

    @cached_property
    def members(self) -> dict[str, Labelled]:
        """The members of the vocabulary by their slugs; none for years and municipalities."""
        return {member.value: member for member in self.vocabulary or ()}


def _followed(item: Any, _text: str) -> list[str]:
    """Return whether the recommendation was followed; nothing if there is none, or no decision on it."""
    return [item.decision.followed] if item.recommendation and hasattr(item, "decision") else []


# In the order in which the search page offers them.
FACETS = (
    Facet(
        "region", gettext_noop("KKR"), RegionSlug, lambda item, _text: [item.meeting.region_id],
        Place.WHERE, gettext_noop(" i KKR %s"),
    ),
    Facet(
        "aar", gettext_noop("År"), YEAR, lambda item, _text: [str(item.meeting.date.year)],
        Place.WHEN, ", %s", is_typed=False,
    ),
    Facet(
        "emne", gettext_noop("Emne"), TopicSlug, lambda item, _text: [topic.pk for topic in item.topics.all()],
        Place.ABOUT, "%s",
    ),
    Facet(
        "udfald", gettext_noop("Udfald"), Outcome,
        lambda item, _text: item.decision.outcomes if hasattr(item, "decision") else [],
        Place.WHAT, gettext_noop("Beslutninger (%s)"),
    ),
    Facet(
        "fulgt", gettext_noop("Indstillingen"), Following, _followed, Place.NAMING, gettext_noop(", indstillingen: %s"),
        words={"ja": "fulgt:followed", "nej": "fulgt:otherwise", "andet": "fulgt:otherwise", "uvist": "fulgt:not_said"},
    ),
    Facet(
        "beloeb", gettext_noop("Beløb"), AmountRange,
        lambda item, _text: (AmountRange.of(fact.amount) for fact in item.facts.all() if fact.amount),
        Place.NAMING, gettext_noop(", beløb: %s"), typed=("beløb",),
        words={"ja": "oplysning:amount", "100-mio": "beloeb:over-100-mio"},
    ),
    Facet(
        "oplysning", gettext_noop("Værd at bemærke"), FactKind,
        lambda item, _text: (fact.kind for fact in item.facts.all()),
        Place.NAMING, gettext_noop(", med oplysning: %s"),
        words={"sendt": "oplysning:sent_on", "kommunerne": "oplysning:sent_on"},
    ),
    Facet(
        "moede", gettext_noop("Mødet"), MeetingForm,
        lambda item, _text: MeetingForm.of(item.meeting.status, extraordinary=item.meeting.extraordinary),
        Place.NAMING, gettext_noop(", mødet: %s"), typed=("møde",),
    ),
    Facet(
        "art", gettext_noop("Dokument"), DocumentKind,
        lambda item, _text: [item.document.kind] if item.document else [],
        Place.SOURCE, gettext_noop(" fra %s"), is_typed=False,
    ),
    Facet(
        "kommune", gettext_noop("Nævner kommunen"), MUNICIPALITY, lambda _item, text: municipalities_in(text),
        Place.NAMING, gettext_noop(", der nævner %s"),
    ),
)  # fmt: skip
BY_NAME = {facet.name: facet for facet in FACETS}
# The names that may be typed before a colon, each with the facet's own.
TYPED_NAMES = {name: facet.name for facet in FACETS if facet.is_typed for name in (facet.name, *facet.typed)}
