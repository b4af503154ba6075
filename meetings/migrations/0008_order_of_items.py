"""Sort the items of a meeting in search by `AgendaItem.sort_key`: the old key was the same for 3.1, 3.1.1 and 3.1.2."""

import django.contrib.postgres.fields
from django.db import migrations, models

_FORWARD = """
    ALTER TABLE meetings_searchentry ADD COLUMN sort_key integer[];
    UPDATE meetings_searchentry AS entry SET sort_key = item.sort_key
    FROM meetings_agendaitem AS item WHERE item.id = entry.item_id;
    SET CONSTRAINTS ALL IMMEDIATE; -- or what waits to be checked stands in the way of ALTER
    SET CONSTRAINTS ALL DEFERRED;
    ALTER TABLE meetings_searchentry ALTER COLUMN sort_key SET NOT NULL;
    ALTER TABLE meetings_searchentry DROP COLUMN place;
    CREATE INDEX search_entry_newest ON meetings_searchentry (date DESC, meeting_id, sort_key);
"""
_BACK = """
    ALTER TABLE meetings_searchentry ADD COLUMN place smallint CHECK (place >= 0);
    UPDATE meetings_searchentry SET place = least(sort_key[1], 120) * 256 + least(coalesce(sort_key[2], 0), 255);
    SET CONSTRAINTS ALL IMMEDIATE;
    SET CONSTRAINTS ALL DEFERRED;
    ALTER TABLE meetings_searchentry ALTER COLUMN place SET NOT NULL;
    ALTER TABLE meetings_searchentry DROP COLUMN sort_key;
    CREATE INDEX search_entry_newest ON meetings_searchentry (date DESC, meeting_id, place);
"""


class Migration(migrations.Migration):
    dependencies = [("meetings", "0007_former_item_address")]

    operations = [
        migrations.RunSQL(
            _FORWARD,
            _BACK,
            state_operations=[
                migrations.RemoveIndex("SearchEntry", "search_entry_newest"),
                migrations.AlterModelOptions("SearchEntry", {"ordering": ["-date", "meeting_id", "sort_key"]}),
                migrations.RemoveField("SearchEntry", "place"),
                migrations.AddField(
                    "SearchEntry",
                    "sort_key",
                    django.contrib.postgres.fields.ArrayField(models.IntegerField()),
                    preserve_default=False,
                ),
                migrations.AddIndex(
                    "SearchEntry",
                    models.Index(models.F("date").desc(), "meeting", "sort_key", name="search_entry_newest"),
                ),
            ],
        )
    ]
