"""Triggers that record in `Change` each transaction that writes to a table of the archive, so that cached pages expire.

Triggers and not the code that writes: no code can forget it, and changes made by hand in the database count too.
"""

from __future__ import annotations

from django.apps import apps
from django.db import connection

TRIGGER = "notes_change"
CHANGES = "meetings_change"
# One new row per transaction rather than a counter in one row, whose lock transactions would wait for.
FUNCTION = """
    CREATE OR REPLACE FUNCTION kkrarchive_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF coalesce(current_setting('kkrarchive.noted', true), '') <> pg_current_xact_id()::text THEN
            INSERT INTO meetings_change DEFAULT VALUES;
            PERFORM set_config('kkrarchive.noted', pg_current_xact_id()::text, true);
        END IF;
        RETURN NULL;
    END $$
"""
NOTE = """
    CREATE OR REPLACE TRIGGER {trigger} AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION kkrarchive_note_change()
"""


def exist() -> bool:
    """Return whether every table of the archive has its trigger."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = %s", [TRIGGER])
        return noting_tables() <= {table for (table,) in cursor.fetchall()}


def create() -> None:
    """Create or replace the trigger function and the trigger of every table of the archive."""
    with connection.cursor() as cursor:
        cursor.execute(FUNCTION)
        for table in sorted(noting_tables()):
            cursor.execute(NOTE.format(trigger=TRIGGER, table=connection.ops.quote_name(table)))


def noting_tables() -> set[str]:
    """Return the names of the tables whose changes may show on a page: all of the archive except that of `Change`."""
    models = apps.get_app_config("meetings").get_models(include_auto_created=True)
    return {model._meta.db_table for model in models} - {CHANGES}  # noqa: SLF001 - public, says Django
