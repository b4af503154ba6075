"""Synonyms that the archive holds: abbreviations that its documents introduce, and the archivist's own pairs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meetings.models.choices import choices, one_of
from meetings.models.item import AgendaItem
from meetings.search.language.abbreviations import find_abbreviations
from meetings.search.language.synonyms import MOST_WORDS, term_keys, words_of
from meetings.shared.vocabulary import SynonymUse


class TermKeys(ArrayField):  # type: ignore[type-arg]
    """The keys by which the term in another field is looked up (`meetings.search.language.synonyms.term_keys`)."""

    def __init__(self, of: str = "", **kwargs: Any) -> None:
        super().__init__(**{"base_field": models.TextField(), "editable": False, **kwargs})
        self.of = of

    def deconstruct(self) -> Any:
        """Return the field as an array, so that migrations need not know of this class."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.contrib.postgres.fields.ArrayField", args, kwargs

    def pre_save(self, model_instance: models.Model, add: bool) -> list[str]:
        """Return the keys of the term as it is saved."""
        keys = list(term_keys(words_of(getattr(model_instance, self.of))))
        setattr(model_instance, self.attname, keys)
        return keys


class AbbreviationQuerySet(models.QuerySet["Abbreviation"]):
    def renew(self, texts: Mapping[int, Mapping[str, str]]) -> None:
        """Rewrite the abbreviations that items introduce in their texts, given by the items' keys and by section."""
        self.filter(item__in=texts).delete()
        self.bulk_create(
            Abbreviation(item_id=item, short=one.short, long=one.long)
            for item, sections in texts.items()
            for one in sorted(find_abbreviations("\n\n".join(sections.values())))
        )


class Abbreviation(models.Model):
    """An abbreviation as an item introduces it, written with the item's search entry, never by hand."""

    item = models.ForeignKey(
        AgendaItem, models.CASCADE, related_name="abbreviations", verbose_name=_("dagsordenspunkt")
    )
    short = models.CharField(_("forkortelse"), max_length=20)
    long = models.CharField(_("står for"), max_length=150)
    short_keys = TermKeys("short")
    long_keys = TermKeys("long")

    objects = AbbreviationQuerySet.as_manager()

    class Meta:
        verbose_name = _("forkortelse")
        verbose_name_plural = _("forkortelser")
        ordering = ["short", "long", "item"]
        constraints = [models.UniqueConstraint(fields=["item", "short", "long"], name="abbreviation_once_an_item")]
        indexes = [
            GinIndex(fields=["short_keys"], name="abbreviation_short_keys"),
            GinIndex(fields=["long_keys"], name="abbreviation_long_keys"),
        ]

    def __str__(self) -> str:
        return f"{self.long} ({self.short})"


class Synonym(models.Model):
    """Two terms of which an archivist says that a search for the one finds the other too, or that it does not."""

    term = models.CharField(
        _("ord"),
        max_length=80,
        help_text=_("Det, som læserne skriver: et ord eller flere, i en hvilken som helst form. Fx elevplads."),
    )
    other = models.CharField(
        _("andet ord"),
        max_length=80,
        help_text=_("Det, som der står i dokumenterne. Fx læreplads. Skriv flere par, hvis der er flere ord."),
    )
    use = models.CharField(
        _("gælder"),
        max_length=10,
        choices=choices(SynonymUse),
        default=SynonymUse.BOTH,
        help_text=_("Aldrig slår et par fra, som arkivet ellers kender fra sine egne lister eller fra dokumenterne."),
    )
    term_keys = TermKeys("term")
    other_keys = TermKeys("other")

    class Meta:
        verbose_name = _("synonym")
        verbose_name_plural = _("synonymer")
        ordering = ["term", "other"]
        constraints = [
            one_of("use", SynonymUse),
            models.UniqueConstraint(
                Lower("term"),
                Lower("other"),
                name="synonym_once",
                violation_error_message=_("Det par er der allerede."),
            ),
            models.CheckConstraint(condition=~models.Q(term__iexact=models.F("other")), name="synonym_of_another"),
        ]

    def __str__(self) -> str:
        return f"{self.term}, {self.other}"

    def clean(self) -> None:
        """Raise ValidationError for terms that cannot be searched for, or that are the same to a search."""
        words = {name: words_of(getattr(self, name) or "") for name in ("term", "other")}
        wrong = {name: _what_is_wrong(said) for name, said in words.items() if _what_is_wrong(said)}
        if not wrong and not set(term_keys(words["term"])).isdisjoint(term_keys(words["other"])):
            wrong["other"] = _("Det er det samme ord for en søgning, som selv finder alle former og stavemåder.")
        if wrong:
            raise ValidationError(wrong)


def _what_is_wrong(words: Sequence[str]) -> Promise | None:
    """Return what keeps words from being a term of a search; None if nothing does."""
    if len(words) > MOST_WORDS:
        return _("Skriv højst syv ord.")
    if not any(len(key) > 1 for key in term_keys(words)) or not any(map(str.isalpha, "".join(words))):
        return _("Skriv mindst et ord, der kan søges efter: ikke kun tegn, tal, enkelte bogstaver eller ord som »og«.")
    return None
