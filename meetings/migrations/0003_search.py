"""One index for words and tags, and a character for each facet value; `renew_outdated` fills existing entries."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("meetings", "0002_same_matter")]

    operations = [
        migrations.CreateModel(
            name="SearchChoice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tag", models.TextField(unique=True)),
            ],
            options={"ordering": ["pk"]},
        ),
        migrations.RemoveIndex("SearchEntry", "search_entry_tags"),
        migrations.RemoveIndex("SearchEntry", "search_entry_vector"),
        # A default first, since a reverse migration has no tags for existing entries.
        migrations.AlterField(
            "SearchEntry",
            "tags",
            django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None),
        ),
        migrations.RemoveField("SearchEntry", "tags"),
        migrations.AddField("SearchEntry", "choices", models.TextField(default="")),
        migrations.AddField("SearchEntry", "edition", models.PositiveSmallIntegerField(default=0)),
        migrations.AddIndex(
            "SearchEntry",
            django.contrib.postgres.indexes.GinIndex(
                fields=["vector"], name="search_entry_vector", gin_pending_list_limit=512
            ),
        ),
        # Search determines its plans itself; sampling vectors for the planner would only cost time, at each ANALYZE
        # and in each plan.
        migrations.RunSQL(
            "ALTER TABLE meetings_searchentry ALTER COLUMN vector SET STATISTICS 0",
            "ALTER TABLE meetings_searchentry ALTER COLUMN vector SET STATISTICS 2000",
        ),
    ]
