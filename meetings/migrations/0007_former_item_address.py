"""The addresses of items from before their document moved to another meeting."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0006_forget_statistics'),
    ]

    operations = [
        migrations.CreateModel(
            name='FormerItemAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('meeting_address', models.CharField(max_length=14, verbose_name='mødets adresse')),
                ('address', models.CharField(max_length=24, verbose_name='adresse')),
                ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='meetings.agendaitem', verbose_name='dagsordenspunkt')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.region', verbose_name='KKR')),
            ],
            options={
                'verbose_name': 'tidligere adresse på et punkt',
                'verbose_name_plural': 'tidligere adresser på punkter',
                'ordering': ['region', 'meeting_address', 'address'],
                'constraints': [models.UniqueConstraint(fields=('region', 'meeting_address', 'address'), name='item_former_address_means_one')],
            },
        ),
    ]
