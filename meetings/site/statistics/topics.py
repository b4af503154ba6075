"""Searchable items counted by topic, year and KKR."""

from __future__ import annotations

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from meetings.addresses import address_of
from meetings.models import Region, SearchEntry
from meetings.shared.vocabulary import TopicSlug
from meetings.site.charts.heat import Heat, HeatRow
from meetings.site.charts.stacked import years
from meetings.site.statistics.outcomes import region_columns
from meetings.site.statistics.tallies import Tally, read_tally
from meetings.site.statistics.yearly_counts import search_address

TopicCount = tuple[TopicSlug, int, str]  # a topic, its number of items, their address


def topics_overview() -> tuple[Heat, Heat]:
    """Return heat tables of items by topic and year, and by topic and KKR. One query."""
    by_year: Counter[tuple[str, str]] = Counter()
    by_region: Counter[tuple[str, str]] = Counter()
    for topic, year, region, n in read_tally().topics_by_place():
        by_year[topic, str(year)] += n
        by_region[topic, region] += n
    lines = [HeatRow(topic, _(topic.label), address_of("topic", topic)) for topic in TopicSlug]
    columns = years({int(year) for _topic, year in by_year})
    corner = pgettext("hvad et punkt handler om", "Emne")
    return (
        Heat("emner-aar", _("Emner efter år"), corner, [(year, year) for year in columns], lines, by_year,
             lambda topic, year: search_address(emne=topic, aar=year)),
        Heat("emner-kkr", _("Emner efter KKR"), corner, region_columns(), lines, by_region,
             lambda topic, region: search_address(emne=topic, region=region)),
    )  # fmt: skip


def count_topics(tally: Tally) -> list[TopicCount]:
    """Return the topics that have items, in vocabulary order; the address is that of the topic's page."""
    return [(topic, n, address_of("topic", topic)) for topic, n in tally.topics()]


def most_frequent_topics(region: Region, most: int = 8) -> list[TopicCount]:
    """Return the `most` frequent topics of a KKR without formalities; the addresses are of searches. One query."""
    counted = read_tally(SearchEntry.objects.filter(meeting__region=region)).topics()
    matters = (row for row in counted if row[0] != TopicSlug.MOEDEFORMALIA)
    found = sorted(matters, key=lambda row: -row[1])[:most]
    return [(topic, n, search_address(emne=topic, region=region.pk)) for topic, n in found]
