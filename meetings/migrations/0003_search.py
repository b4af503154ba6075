import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models

import meetings.search.matching


class Migration(migrations.Migration):
    dependencies = [("meetings", "0002_repair")]

    operations = [
        TrigramExtension(),
        migrations.DeleteModel("SearchEntry"),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="search_entry",
                        serialize=False, to="meetings.agendaitem",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="meetings.meeting"
                    ),
                ),
                ("date", models.DateField()),
                ("place", models.PositiveSmallIntegerField()),
                ("tags", django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ("vector", meetings.search.matching.VectorField()),
            ],
            options={"ordering": ["-date", "meeting_id", "place"]},
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[("word", models.TextField(primary_key=True, serialize=False))],
            options={"ordering": ["word"]},
        ),
        migrations.AddIndex(
            "searchentry",
            django.contrib.postgres.indexes.GinIndex(fields=["vector"], name="search_entry_vector"),
        ),
        migrations.AddIndex(
            "searchentry", django.contrib.postgres.indexes.GinIndex(fields=["tags"], name="search_entry_tags")
        ),
        migrations.AddIndex(
            "searchentry",
            models.Index(models.F("date").desc(), models.F("meeting"), models.F("place"), name="search_entry_newest"),
        ),
        migrations.AddIndex(
            "searchword",
            django.contrib.postgres.indexes.GinIndex(
                fields=["word"], name="search_word_trigrams", opclasses=["gin_trgm_ops"]
            ),
        ),
        # The planner must know rare words from common ones; vectors are read whole, so packing them only costs time.
        migrations.RunSQL(
            "ALTER TABLE meetings_searchentry ALTER COLUMN vector SET STATISTICS 2000, "
            "ALTER COLUMN vector SET STORAGE EXTERNAL",
            migrations.RunSQL.noop,
        ),
    ]
