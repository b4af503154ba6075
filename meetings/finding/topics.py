"""Topics counted in SQL, by year and by KKR: the items that have something to read, as a search finds them."""

from __future__ import annotations

from collections import Counter

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from meetings.finding.counting import search_address
from meetings.finding.heat import Heat, Line
from meetings.finding.outcomes import region_columns
from meetings.finding.plots import years
from meetings.models import ItemTopic, Region, Topic


def topics_overview() -> tuple[Heat, Heat]:
    """Give how many items each topic has, by year and by KKR. Two queries."""
    by_year: Counter[tuple[str, str]] = Counter()
    by_region: Counter[tuple[str, str]] = Counter()
    rows = ItemTopic.objects.filter(item__search_entry__isnull=False).order_by()
    counted = rows.values_list("topic", "item__meeting__date__year", "item__meeting__region").annotate(n=Count("pk"))
    for topic, year, region, n in counted:
        by_year[topic, str(year)] += n
        by_region[topic, region] += n
    lines = [Line(topic.pk, str(topic), topic.get_absolute_url()) for topic in Topic.objects.all()]
    columns = years({int(year) for _topic, year in by_year})
    corner = pgettext("hvad et punkt handler om", "Emne")
    return (
        Heat("emner-aar", _("Emner efter år"), corner, [(year, year) for year in columns], lines, by_year,
             lambda topic, year: search_address(emne=topic, aar=year)),
        Heat("emner-kkr", _("Emner efter KKR"), corner, region_columns(), lines, by_region,
             lambda topic, region: search_address(emne=topic, region=region)),
    )  # fmt: skip


def most_treated(region: Region, most: int = 8) -> list[tuple[Topic, int, str]]:
    """Give the topics that a KKR has had most items of, with how many and where they are. Two queries."""
    counted = ItemTopic.objects.filter(item__search_entry__isnull=False, item__meeting__region=region)
    rows = counted.values_list("topic").annotate(n=Count("pk")).order_by("-n", "topic__order")[:most]
    topics = Topic.objects.in_bulk([slug for slug, _n in rows])
    return [(topics[slug], n, search_address(emne=slug, region=region.pk)) for slug, n in rows]
