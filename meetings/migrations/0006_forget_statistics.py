"""Archives from before 0003 still have what the planner once sampled of vectors, and look it up in each plan: 4 ms."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("meetings", "0005_changes")]

    operations = [
        # To the type that it has: that writes nothing anew, but the statistics go.
        migrations.RunSQL(
            "ALTER TABLE meetings_searchentry ALTER COLUMN vector TYPE tsvector", migrations.RunSQL.noop
        ),
    ]
