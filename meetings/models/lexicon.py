"""Words and word pairs that the archive has learned, counted in its clean documents."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _


class LearnedQuerySet(models.QuerySet["LearnedWord"]):
    def in_use(self) -> Self:
        """Leave out words that an archivist has struck."""
        return self.filter(is_struck=False)


class LearnedWord(models.Model):
    """A lower-case word, and how often it occurs in clean documents. One that is struck stays struck."""

    word = models.CharField(_("ord"), max_length=100, unique=True)
    times = models.PositiveIntegerField(_("gange"))
    is_struck = models.BooleanField(
        _("strøget"), default=False, help_text=_("Bruges ikke, når fejllæste bogstaver rettes.")
    )

    objects = LearnedQuerySet.as_manager()

    class Meta:
        verbose_name = _("lært ord")
        verbose_name_plural = _("lærte ord")
        ordering = ["-times", "word"]

    def __str__(self) -> str:
        return self.word


class LearnedPairQuerySet(models.QuerySet["LearnedPair"]):
    def in_use(self) -> Self:
        """Leave out pairs that an archivist has struck, and pairs that contain a struck word."""
        struck = LearnedWord.objects.filter(is_struck=True).values("word")
        return self.filter(is_struck=False).exclude(before__in=struck).exclude(word__in=struck)


class LearnedPair(models.Model):
    """Two consecutive lower-case words, and how often they occur in clean documents."""

    before = models.CharField(_("første ord"), max_length=100)
    word = models.CharField(_("næste ord"), max_length=100)
    times = models.PositiveIntegerField(_("gange"))
    is_struck = models.BooleanField(
        _("strøget"), default=False, help_text=_("Bruges ikke, når fejllæste bogstaver rettes.")
    )

    objects = LearnedPairQuerySet.as_manager()

    class Meta:
        verbose_name = _("lært ordpar")
        verbose_name_plural = _("lærte ordpar")
        ordering = ["-times", "before", "word"]
        constraints = [models.UniqueConstraint(fields=["before", "word"], name="learned_pair_once")]

    def __str__(self) -> str:
        return f"{self.before} {self.word}"


class LearnedLexicon(models.Model):
    """The words and pairs in use, packed for the processes that read documents without a database. One row at most."""

    packed = models.BinaryField()
    documents = models.PositiveIntegerField(_("dokumenter"))
    counted_at = models.DateTimeField(_("talt op"))

    class Meta:
        verbose_name = _("lært ordliste")
        verbose_name_plural = _("lærte ordlister")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="learned_lexicon_only_one")]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
