"""The archivists' forms."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from meetings.models import Document, Participant, Person

if TYPE_CHECKING:
    DocumentForm: TypeAlias = forms.ModelForm[Document]
    PersonChoice: TypeAlias = forms.ModelChoiceField[Person]
    ParticipationsChoice: TypeAlias = forms.ModelMultipleChoiceField[Participant]
else:
    DocumentForm = forms.ModelForm
    PersonChoice = forms.ModelChoiceField
    ParticipationsChoice = forms.ModelMultipleChoiceField

# The KKR were founded in 2007, and agendas appear at most months ahead; any other date is a typing error.
FIRST_YEAR, YEARS_AHEAD = 2005, 2


ACCEPT = {"accept": ".pdf,.txt,application/pdf,text/plain"}


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """A field for several files. A faulty file is no error of the form, since the others are still accepted."""

    widget = FilesInput(attrs={**ACCEPT})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        files = [one for one in (data or []) if one]
        if not files:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return files


class StatedForm(DocumentForm):
    """A form for what a person states about documents that do not say it themselves."""

    class Meta:
        model = Document
        fields = ["stated_region", "stated_date", "stated_kind"]
        labels = {"stated_region": _("KKR"), "stated_date": _("Mødets dato"), "stated_kind": _("Art")}
        widgets = {"stated_date": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Who may only view a document gets the form without its fields.
        for name in {"stated_region", "stated_kind"} & set(self.fields):
            field = self.fields[name]
            assert isinstance(field, forms.TypedChoiceField)
            _no_choice, *choices = field.widget.choices
            field.choices = [("", _("Fremgår af dokumentet")), *choices]

    @property
    def stated_fields(self) -> list[forms.BoundField]:
        """The stated fields, for templates that lay out the other fields themselves."""
        return [self[name] for name in StatedForm.Meta.fields]

    def clean_stated_date(self) -> datetime.date | None:
        date: datetime.date | None = self.cleaned_data["stated_date"]
        last_year = datetime.datetime.now(tz=datetime.UTC).year + YEARS_AHEAD
        if date and not FIRST_YEAR <= date.year <= last_year:
            raise forms.ValidationError(
                _("Året skal ligge mellem %(first)s og %(last)s."), params={"first": FIRST_YEAR, "last": last_year}
            )
        return date


class UploadForm(StatedForm):
    """A form for files, and for what is stated about all of them."""

    documents = FilesField(label=_("Filer"), error_messages={"required": _("Vælg mindst én fil.")})


class ReplaceForm(forms.Form):
    """A form for the file that replaces another."""

    file = forms.FileField(label=_("Ny fil"), widget=forms.FileInput(attrs={**ACCEPT}), allow_empty_file=True)


class PersonWithMeetings(PersonChoice):
    """A choice of persons, who may be namesakes: each label has name, address and seats to tell them apart."""

    def label_from_instance(self, obj: Person) -> str:
        return describe_person(obj)


class MergeForm(forms.Form):
    """A form for which of several persons to keep."""

    keep = PersonWithMeetings(
        queryset=Person.objects.none(), widget=forms.RadioSelect, empty_label=None,
        error_messages={"required": _("Vælg den, der skal beholdes.")},
    )  # fmt: skip

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["keep"]
        assert isinstance(field, PersonWithMeetings)
        field.queryset = people


class Participations(ParticipationsChoice):
    def label_from_instance(self, obj: Participant) -> str:
        parts = [str(obj.meeting), obj.name, obj.party, str(obj.municipality or "")]
        return " · ".join(part for part in parts if part)


class SplitForm(forms.Form):
    """A form for which of a person's participations belong to somebody else, and to whom."""

    participations = Participations(
        queryset=Participant.objects.none(), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Sæt kryds ved de møder, hvor det er en anden.")},
    )  # fmt: skip
    into = PersonWithMeetings(
        queryset=Person.objects.none(), widget=forms.RadioSelect, required=False, blank=True,
        empty_label=_("En ny person"),
    )  # fmt: skip

    def __init__(self, *args: Any, participations: Any, namesakes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in {"participations": participations, "into": namesakes}.items():
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows


def describe_person(person: Person) -> str:
    """Return a person's name with the parties and municipalities represented, and the address on the site."""
    sat = person.participations.values_list("party", "municipality__name").distinct()
    places = sorted({", ".join(one for one in row if one) for row in sat} - {""})
    return f"{person.name} ({'; '.join(places) or '–'}) · /deltager/{person.slug}/"
