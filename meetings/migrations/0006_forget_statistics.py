"""Drop the planner's samples of vectors, which archives from before 0003 still have and load for each plan: 4 ms."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("meetings", "0005_changes")]

    operations = [
        # To the type that it already has: rewrites nothing, but drops the statistics.
        migrations.RunSQL(
            "ALTER TABLE meetings_searchentry ALTER COLUMN vector TYPE tsvector", migrations.RunSQL.noop
        ),
    ]
