"""The log of changes to the archive, however made: by ingest, by an archivist, by hand in the database."""

from __future__ import annotations

import datetime

from django.db import connection, models, transaction
from django.db.models.functions import Now
from django.utils import timezone

REMEMBERED = datetime.timedelta(days=1)


class ChangeQuerySet(models.QuerySet["Change"]):
    def edition(self) -> str:
        """Return a string that differs after each committed change to what the archive shows.

        It holds the number of rows besides the highest id, since a transaction with a lower id may commit later.
        """
        with connection.cursor() as cursor:
            cursor.execute("SELECT max(id), count(*) FROM meetings_change")
            latest, count = cursor.fetchone()
        return f"{latest}-{count}"

    def forget_old(self) -> None:
        """Delete rows that are no longer needed to tell editions apart."""
        with transaction.atomic():
            self.create()  # raises the highest id, so that no earlier edition returns when the count falls
            self.filter(at__lt=timezone.now() - REMEMBERED).delete()


class Change(models.Model):
    """A transaction that wrote to a table of the archive. Triggers insert these rows (`meetings.change_triggers`)."""

    at = models.DateTimeField(db_default=Now())

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.pk}"
