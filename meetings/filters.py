"""What lists can be narrowed by: each FilterSet is form, validation and queryset in one."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import Any

import django_filters
from django import forms
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_lazy as _
from django_filters.fields import ChoiceField

from meetings.models import Meeting, Municipality, Person, SearchEntry
from meetings.models.choices import choices
from meetings.models.people import PersonQuerySet
from meetings.models.search_entry import SearchEntryQuerySet
from meetings.reference import municipality_slugs
from meetings.search import language
from meetings.search.language.facets import FACETS, YEAR, Facet
from meetings.shared.vocabulary import Labelled, RegionSlug

MAX_QUERY_LENGTH = 200
_UNKNOWN_CHOICE = {"invalid_choice": _("Arkivet kender ikke dette valg.")}
_UNREADABLE_TEXT = {
    "max_length": _("Skriv højst %(limit_value)d tegn."),
    "null_characters_not_allowed": _("Der er et tegn, som arkivet ikke kan læse. Skriv det igen."),
}


class Narrowing(django_filters.FilterSet):
    """What all of these are: the class of the form, which is the same each time, is made once."""

    def get_form_class(self) -> type[forms.Form]:
        """Return the class of the form."""
        if type(self) not in _FORMS:
            _FORMS[type(self)] = super().get_form_class()
        return _FORMS[type(self)]


_FORMS: dict[type[Narrowing], type[forms.Form]] = {}


class SearchForm(forms.Form):
    """The form of a search: what holds between its fields."""

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        cleaned = super().clean() or {}
        since, until = cleaned.get("fra"), cleaned.get("til")
        if since and until and since > until:
            self.add_error("til", _("Perioden slutter, før den begynder. Byt om på de to datoer."))
        return cleaned


class _Choice(django_filters.ChoiceFilter):
    def __init__(self, vocabulary: type[Labelled], *args: Any, **kwargs: Any) -> None:
        known = choices(vocabulary)
        # Given by a function, since Django copies all else for each form.
        super().__init__(*args, choices=lambda: known, error_messages=_UNKNOWN_CHOICE, **kwargs)


class _Day(django_filters.DateFilter):
    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        wrong = {"invalid": _("Skriv datoen som 24-10-2025 eller 2025-10-24.")}
        formats = ["%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"]
        super().__init__("date", widget=widget, input_formats=formats, error_messages=wrong, **kwargs)


class MunicipalityField(ChoiceField):
    """One of the 98 by its slug; they are known without asking the database."""

    def clean(self, value: Any) -> Municipality | None:
        """Return the municipality, None for none. Raises ValidationError for a slug of no municipality."""
        return municipality_slugs().get(super().clean(value))


class _Municipality(django_filters.ChoiceFilter):
    field_class = MunicipalityField

    def __init__(self, **kwargs: Any) -> None:
        named = [(slug, one.name) for slug, one in municipality_slugs().items()]
        super().__init__(choices=lambda: named, error_messages=_UNKNOWN_CHOICE, **kwargs)


def of_facet(facet: Facet, *, is_shown: bool) -> django_filters.Filter:
    """Return the filter that checks what was chosen of a facet: a choice to be shown, or a value that is handed on."""
    told: dict[str, Any] = {"field_name": facet.name, "label": gettext_lazy(facet.label)}
    told |= {"empty_label": _("Alle")} if is_shown else {"widget": forms.HiddenInput}
    if facet.values == YEAR:
        return django_filters.NumberFilter(method="of_year", min_value=1900, max_value=9999, **told)
    if facet.vocabulary:
        return _Choice(facet.vocabulary, method="tagged", **told)
    return _Municipality(method="tagged", **told)


class ItemFilter(Narrowing):
    """Search over items and decisions. The parameters are those of the address of the search page.

    What can be chosen by a facet is chosen there (`finding.facets`); the form only hands it on, unless it is `shown`.
    """

    shown: frozenset[str] = frozenset()

    q = django_filters.CharFilter(
        method="match",
        label=_("Søg i punkter og beslutninger"),
        max_length=MAX_QUERY_LENGTH,
        error_messages=_UNREADABLE_TEXT,
    )
    sag = django_filters.CharFilter(
        method="of_case", label=_("Sagsnummer"), max_length=30, error_messages=_UNREADABLE_TEXT, widget=forms.TextInput
    )
    fra = _Day(lookup_expr="gte", label=_("Fra"))
    til = _Day(lookup_expr="lte", label=_("Til"))
    sorter = django_filters.ChoiceFilter(
        method="leave",
        choices=[("relevans", _("Relevans")), ("dato", _("Nyeste først"))],
        widget=forms.HiddenInput,
        error_messages=_UNKNOWN_CHOICE,
    )

    class Meta:
        model = SearchEntry
        fields: list[str] = []
        form = SearchForm

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        """Return the filters in the order in which the page tells what was chosen: years with the days, at the end."""
        own = super().get_filters()
        made = {facet: of_facet(facet, is_shown=facet.name in cls.shown) for facet in FACETS}
        choices = {facet.name: one for facet, one in made.items() if facet.values != YEAR}
        years = {facet.name: one for facet, one in made.items() if facet.values == YEAR}
        return {"q": own.pop("q"), **choices, "sag": own.pop("sag"), **years, **own}

    @cached_property
    def query(self) -> language.Query:
        """What the reader typed, read."""
        return language.read_query(self.form.cleaned_data.get("q") or "")

    @property
    def by_relevance(self) -> bool:
        """Whether the best come first, not the newest: unless asked otherwise, where there are words to answer."""
        return bool(self.query.text) and self.form.cleaned_data.get("sorter") != "dato"

    def without(self, name: str) -> SearchEntryQuerySet:
        """Return the entries that all choices but one leave."""
        entries: SearchEntryQuerySet = self.queryset
        for other, value in self.form.cleaned_data.items():
            if other != name:
                entries = self.filters[other].filter(entries, value)
        return entries

    def match(self, entries: SearchEntryQuerySet, _name: str, _typed: str) -> SearchEntryQuerySet:
        """Leave the entries as they are: what was typed is looked for last, by `finding.results`."""
        return entries

    def tagged(self, entries: SearchEntryQuerySet, name: str, value: object) -> SearchEntryQuerySet:
        """Narrow to entries with the tag of the parameter's name."""
        return entries.tagged(f"{name}:{value.slug if isinstance(value, Municipality) else value}")

    def of_case(self, entries: SearchEntryQuerySet, name: str, typed: str) -> SearchEntryQuerySet:
        """Narrow to one case number, however typed."""
        return entries.tagged(f"{name}:{language.find_case_number(typed) or typed.upper()}")

    def of_year(self, entries: SearchEntryQuerySet, name: str, year: Decimal) -> SearchEntryQuerySet:
        """Narrow to the meetings of one year."""
        return entries.tagged(f"{name}:{year:.0f}")

    def leave(self, entries: SearchEntryQuerySet, _name: str, _value: str) -> SearchEntryQuerySet:
        """Leave the entries as they are: the order is given at the end."""
        return entries


class MentionFilter(ItemFilter):
    """The items that name a municipality: its page has a form in place of facets."""

    shown = frozenset({"region", "emne", "udfald"})


class PersonFilter(Narrowing):
    """The list of people, by the KKR they sat in and the municipality they sat for."""

    region = _Choice(RegionSlug, method="sitting", label=_("KKR"))
    kommune = _Municipality(method="sitting", label=_("Kommune"), empty_label=_("Alle kommuner"))

    class Meta:
        model = Person
        fields: list[str] = []

    def sitting(self, people: PersonQuerySet, name: str, value: object) -> PersonQuerySet:
        """Narrow to those who sat in a KKR, or for a municipality."""
        return people.sitting(**{"meeting__region" if name == "region" else "municipality": value})


class MeetingFilter(Narrowing):
    """The list of meetings, by KKR and year."""

    region = _Choice(RegionSlug, "region", label=_("KKR"))
    aar = django_filters.NumberFilter("date__year", label=_("År"), min_value=1900, max_value=9999)

    class Meta:
        model = Meeting
        fields: list[str] = []
