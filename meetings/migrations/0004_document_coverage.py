"""The share of a document's words that ended in a field: null for documents read before, until they are read again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("meetings", "0003_search")]

    operations = [
        migrations.AddField(
            "Document",
            "coverage",
            models.FloatField(
                blank=True,
                help_text="Hvor stor en del af dokumentets ord der endte i et felt, fra 0 til 1; tomt, til det læses igen.",
                null=True,
                verbose_name="dækning",
            ),
        ),
        migrations.AddConstraint(
            "Document",
            models.CheckConstraint(condition=models.Q(("coverage__range", (0, 1))), name="document_coverage_is_share"),
        ),
    ]
