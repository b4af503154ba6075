"""Filters of lists and of search: each FilterSet is form, validation and queryset in one."""

from __future__ import annotations

from copy import copy
from functools import cached_property
from typing import Any, cast

import django_filters
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_lazy as _
from django_filters.fields import ChoiceField

from meetings.models import Meeting, Municipality, Participant, Person, SearchEntry
from meetings.models.choices import choices
from meetings.models.people import PersonQuerySet
from meetings.models.search_entry import SearchEntryQuerySet
from meetings.reference import municipality_slugs
from meetings.search import language
from meetings.search.answers.people_asked import everybody_named
from meetings.search.language.facets import FACETS, YEAR, Facet
from meetings.shared.vocabulary import Labelled, RegionSlug

MAX_QUERY_LENGTH = 200
_UNKNOWN_CHOICE = {"invalid_choice": _("Arkivet kender ikke dette valg.")}
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_NO_YEAR = dict.fromkeys(("invalid", "min_value", "max_value"), _("Skriv året med fire tal, fx 2025."))
_UNREADABLE_TEXT = {
    "max_length": _("Skriv højst %(limit_value)d tegn."),
    "null_characters_not_allowed": _("Der er et tegn, som arkivet ikke kan læse. Skriv det igen."),
}


class _Filters(dict[str, django_filters.Filter]):
    """The filters of a set. Each request copies them, but not what they hold: that is the same for all."""

    def __deepcopy__(self, _memo: dict[int, Any]) -> dict[str, django_filters.Filter]:
        made = {name: copy(one) for name, one in self.items()}
        for one in made.values():
            one.method = one.method  # binds the method to the copy
        return made


class _Fields(dict[str, forms.Field]):
    """The fields of a form. Nothing changes them, so that requests share them."""

    def __deepcopy__(self, _memo: dict[int, Any]) -> dict[str, forms.Field]:
        return dict(self)


class Narrowing(django_filters.FilterSet):
    """Base of the filter sets. Builds the form class once, since it is the same for every request."""

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        """Return the filters."""
        return _Filters(super().get_filters())

    def get_form_class(self) -> type[forms.Form]:
        """Return the form class."""
        if type(self) not in _FORMS:
            made = _FORMS[type(self)] = super().get_form_class()
            made.base_fields = _Fields(made.base_fields)
        return _FORMS[type(self)]


_FORMS: dict[type[Narrowing], type[forms.Form]] = {}


class NarrowingForm(forms.Form):
    """A form in whose address each parameter may have one value: of several, none is used without a word."""

    def clean(self) -> dict[str, Any]:
        """Return the cleaned data; add an error to each field that was given several values."""
        cleaned = super().clean() or {}
        for name in self.fields:
            if len(set(cast(QueryDict, self.data).getlist(name))) > 1:
                self.add_error(name, _("Der er givet flere. Vælg én af dem."))
        return cleaned


class SearchForm(NarrowingForm):
    """The search form, with the validation that involves more than one field."""

    def clean(self) -> dict[str, Any]:
        """Return the cleaned data; add an error if the period ends before it begins."""
        cleaned = super().clean()
        since, until = cleaned.get("fra"), cleaned.get("til")
        if since and until and since > until:
            self.add_error("til", _("Perioden slutter, før den begynder. Byt om på de to datoer."))
        return cleaned


class _Choice(django_filters.ChoiceFilter):
    def __init__(self, vocabulary: type[Labelled], *args: Any, **kwargs: Any) -> None:
        known = choices(vocabulary)
        # A function, since Django copies anything else for each form.
        super().__init__(*args, choices=lambda: known, error_messages=_UNKNOWN_CHOICE, **kwargs)


class _Year(django_filters.Filter):
    field_class = forms.IntegerField

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=_FIRST_YEAR, max_value=_LAST_YEAR, error_messages=_NO_YEAR, **kwargs)


class _Day(django_filters.DateFilter):
    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        wrong = {"invalid": _("Skriv datoen som 24-10-2025 eller 2025-10-24.")}
        formats = ["%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"]
        super().__init__("date", widget=widget, input_formats=formats, error_messages=wrong, **kwargs)


class MunicipalityField(ChoiceField):
    """One of the 98 municipalities by its slug, looked up without a database query."""

    def clean(self, value: Any) -> Municipality | None:
        """Return the municipality; None if none is chosen. Raises ValidationError for an unknown slug."""
        return municipality_slugs().get(super().clean(value))


class _Municipality(django_filters.ChoiceFilter):
    field_class = MunicipalityField

    def __init__(self, **kwargs: Any) -> None:
        named = [(slug, one.name) for slug, one in municipality_slugs().items()]
        super().__init__(choices=lambda: named, error_messages=_UNKNOWN_CHOICE, **kwargs)


def facet_filter(facet: Facet, *, is_shown: bool) -> django_filters.Filter:
    """Return the filter that validates a facet's parameter: a visible choice if `is_shown`, else a hidden field."""
    told: dict[str, Any] = {"field_name": facet.name, "label": gettext_lazy(facet.label)}
    told |= {"empty_label": _("Alle")} if is_shown else {"widget": forms.HiddenInput}
    if facet.values == YEAR:
        return _Year(method="of_year", **told)
    if facet.vocabulary:
        return _Choice(facet.vocabulary, method="tagged", **told)
    return _Municipality(method="tagged", **told)


class ItemFilter(Narrowing):
    """Search over items and decisions. The filters have the names of the search page's query parameters.

    Facet values are chosen by links (`meetings.search.execution.facet_counts`); the form only passes them on, except
    those in `shown`.
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
    ordret = django_filters.ChoiceFilter(
        method="leave",
        label=_("Kun de ord, der er skrevet"),
        choices=[("ja", _("ja"))],
        error_messages=_UNKNOWN_CHOICE,
    )
    sorter = django_filters.ChoiceFilter(
        method="leave",
        label=_("Sortering"),
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
        """Return the filters in the order in which the page lists chosen values: years last, next to the dates."""
        own = super().get_filters()
        made = {facet: facet_filter(facet, is_shown=facet.name in cls.shown) for facet in FACETS}
        choices = {facet.name: one for facet, one in made.items() if facet.values != YEAR}
        years = {facet.name: one for facet, one in made.items() if facet.values == YEAR}
        return _Filters({"q": own.pop("q"), **choices, "sag": own.pop("sag"), **years, **own})

    @cached_property
    def query(self) -> language.Query:
        """The query that the reader typed, parsed."""
        return language.read_query(self.form.cleaned_data.get("q") or "")

    @property
    def by_relevance(self) -> bool:
        """Whether to list the best first, not the newest: if words were typed, unless `sorter` asks for dates."""
        return bool(self.query.text) and self.form.cleaned_data.get("sorter") != "dato"

    @property
    def by_synonyms(self) -> bool:
        """Whether to search for words that mean the same, too."""
        return not self.form.cleaned_data.get("ordret")

    def without(self, name: str) -> SearchEntryQuerySet:
        """Return the entries that pass all filters except `name`."""
        entries: SearchEntryQuerySet = self.queryset
        for other, value in self.form.cleaned_data.items():
            if other != name:
                entries = self.filters[other].filter(entries, value)
        return entries

    @property
    def tags(self) -> list[str]:
        """The tags that a found page must have for the values chosen, years and case numbers included."""
        said = ((name, value) for name, value in self.form.cleaned_data.items() if value)
        tagging = {facet.name for facet in FACETS} | {"sag"}
        return [f"{name}:{getattr(value, 'slug', value)}" for name, value in said if name in tagging]

    def match(self, entries: SearchEntryQuerySet, _name: str, _typed: str) -> SearchEntryQuerySet:
        """Return the entries unchanged: the query is applied last, by `meetings.search.execution.results`."""
        return entries

    def tagged(self, entries: SearchEntryQuerySet, name: str, value: object) -> SearchEntryQuerySet:
        """Narrow to entries with the tag that the parameter's name and value make."""
        return entries.tagged(f"{name}:{value.slug if isinstance(value, Municipality) else value}")

    def of_case(self, entries: SearchEntryQuerySet, name: str, typed: str) -> SearchEntryQuerySet:
        """Narrow to one case number, in any spelling."""
        return entries.tagged(f"{name}:{language.find_case_number(typed) or typed.upper()}")

    def of_year(self, entries: SearchEntryQuerySet, name: str, year: int) -> SearchEntryQuerySet:
        """Narrow to the meetings of one year."""
        return entries.tagged(f"{name}:{year}")

    def leave(self, entries: SearchEntryQuerySet, _name: str, _value: str) -> SearchEntryQuerySet:
        """Return the entries unchanged: they are sorted at the end."""
        return entries


class MentionFilter(ItemFilter):
    """The items that mention a municipality, for its page, which has a form in place of facets."""

    shown = frozenset({"region", "emne", "udfald"})
    ordret = None


_SEATS = {"region": "meeting__region", "kommune": "municipality", "parti": "party"}


class PersonFilter(Narrowing):
    """Filter of the list of people: by name, the KKR they sat in, and the municipality and the party they sat for."""

    q = django_filters.CharFilter(
        method="named", label=_("Navn"), max_length=MAX_QUERY_LENGTH, error_messages=_UNREADABLE_TEXT
    )
    region = _Choice(RegionSlug, method="sitting", label=_("KKR"))
    kommune = _Municipality(method="sitting", label=_("Kommune"), empty_label=_("Alle kommuner"))
    parti = django_filters.ChoiceFilter(
        method="sitting",
        label=_("Parti"),
        empty_label=_("Alle partier"),
        choices=lambda: [(one, one) for one in Participant.objects.parties()],
        error_messages=_UNKNOWN_CHOICE,
    )

    class Meta:
        model = Person
        fields: list[str] = []
        form = NarrowingForm

    def named(self, people: PersonQuerySet, _name: str, typed: str) -> PersonQuerySet:
        """Narrow to people with all of a name's parts, in any spelling."""
        return people.filter(pk__in=everybody_named(typed))

    def sitting(self, people: PersonQuerySet, name: str, value: object) -> PersonQuerySet:
        """Narrow to people who sat in a KKR (`region`) or for a municipality (`kommune`) or party (`parti`)."""
        return people.sitting(**{_SEATS[name]: value})


class MeetingFilter(Narrowing):
    """Filter of the list of meetings: by KKR and year."""

    region = _Choice(RegionSlug, "region", label=_("KKR"))
    aar = _Year(field_name="date__year", label=_("År"))

    class Meta:
        model = Meeting
        fields: list[str] = []
        form = NarrowingForm
