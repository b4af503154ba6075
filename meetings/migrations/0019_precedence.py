"""What decides which of a meeting's documents count, and an archivist's decisions about it."""

import django.db.models.constraints
import django.db.models.deletion
import meetings.shared.vocabulary
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0018_notice'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='agendaitem',
            name='item_address_unique_in_meeting',
        ),
        migrations.AddField(
            model_name='document',
            name='choice',
            field=models.CharField(blank=True, choices=[('counts', 'Valgt til at gælde'), ('taken_in', 'Taget ind'), ('kept_out', 'Holdt ude')], max_length=10, verbose_name='afgørelse'),
        ),
        migrations.AddField(
            model_name='document',
            name='chosen_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='afgjort'),
        ),
        migrations.AddField(
            model_name='document',
            name='chosen_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='chosen_documents', to=settings.AUTH_USER_MODEL, verbose_name='afgjort af'),
        ),
        migrations.AddField(
            model_name='document',
            name='dispatched',
            field=models.DateField(blank=True, help_text='Som der står i dokumentet.', null=True, verbose_name='udsendt'),
        ),
        migrations.AddField(
            model_name='document',
            name='item_count',
            field=models.PositiveIntegerField(default=0, verbose_name='punkter og overskrifter'),
        ),
        migrations.AddField(
            model_name='document',
            name='set_aside',
            field=models.CharField(blank=True, choices=[('items', 'Ville tage punkter fra mødet'), ('kept_out', 'Holdt ude')], max_length=10, verbose_name='hvorfor det ikke gælder'),
        ),
        # Forwards, what was read is counted. Rolled back, what was set aside is unread: it would be shown otherwise.
        migrations.RunSQL(
            [
                "UPDATE meetings_document SET item_count = jsonb_array_length(record->'items') "
                "WHERE jsonb_typeof(record->'items') = 'array'",
                "SET CONSTRAINTS ALL IMMEDIATE",
            ],
            [
                "UPDATE meetings_document SET state = 'failed', record = NULL, meeting_id = NULL WHERE set_aside <> ''",
                "SET CONSTRAINTS ALL IMMEDIATE",
            ],
            elidable=False,
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('meeting', 'address'), name='item_address_unique_in_meeting'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside__in', ['items', 'kept_out', ''])), name='document_set_aside_in_vocabulary'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(('choice__in', ['counts', 'taken_in', 'kept_out', ''])), name='document_choice_in_vocabulary'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('choice', ''), ('chosen_at__isnull', True)), models.Q(models.Q(('choice', ''), _negated=True), ('chosen_at__isnull', False)), _connector='OR'), name='document_choice_has_time'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside', ''), models.Q(('meeting__isnull', False), ('record__isnull', False), ('set_aside', meetings.shared.vocabulary.SetAside['ITEMS'])), models.Q(('choice', meetings.shared.vocabulary.DocumentChoice['KEPT_OUT']), ('set_aside', meetings.shared.vocabulary.SetAside['KEPT_OUT']), ('meeting__isnull', True), ('record__isnull', False)), _connector='OR'), name='document_set_aside_was_read'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', meetings.shared.vocabulary.DocumentState['READ']), _negated=True), ('set_aside', ''), _connector='OR'), name='document_read_is_not_set_aside'),
        ),
    ]
