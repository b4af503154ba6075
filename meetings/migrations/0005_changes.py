"""The log of transactions that changed a table; `meetings.change_triggers` creates the triggers that write it."""

import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("meetings", "0004_document_coverage")]

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={"ordering": ["pk"]},
        ),
        migrations.RunSQL(
            migrations.RunSQL.noop, "DROP FUNCTION IF EXISTS kkrarchive_note_change() CASCADE", elidable=False
        ),
    ]
