"""That the archive has changed, in whatever way: by ingest, by an archivist, by hand in the database."""

from __future__ import annotations

import datetime

from django.db import connection, models, transaction
from django.db.models.functions import Now
from django.utils import timezone

REMEMBERED = datetime.timedelta(days=1)


class ChangeQuerySet(models.QuerySet["Change"]):
    def edition(self) -> str:
        """Return a word that is another after each committed change to what the archive shows.

        Transactions are counted, not only numbered: one that was begun earlier may end later.
        """
        with connection.cursor() as cursor:
            cursor.execute("SELECT max(id), count(*) FROM meetings_change")
            latest, count = cursor.fetchone()
        return f"{latest}-{count}"

    def forget_old(self) -> None:
        """Delete what no edition needs to be told by any more."""
        with transaction.atomic():
            self.create()  # another edition from here on: counts can begin anew
            self.filter(at__lt=timezone.now() - REMEMBERED).delete()


class Change(models.Model):
    """A transaction that wrote in a table of the archive. Triggers write these rows (`meetings.change_triggers`)."""

    at = models.DateTimeField(db_default=Now())

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.pk}"
