"""Topics counted, by year and by KKR: the items that have something to read, as a search finds them.

They are counted by the letters of their choices (`SearchChoice`), which stand in one narrow table: joining the items
with their topics and meetings takes five times as long.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from meetings.addresses import address_of
from meetings.finding.counting import search_address
from meetings.finding.heat import Heat, Line
from meetings.finding.outcomes import region_columns
from meetings.finding.plots import years
from meetings.models import Meeting, Region, SearchChoice, SearchEntry
from meetings.models.search_entry import SearchEntryQuerySet
from meetings.vocabulary import TopicSlug

Counted = tuple[TopicSlug, int, str]  # a topic, how many items, where they are


def topics_overview() -> tuple[Heat, Heat]:
    """Give how many items each topic has, by year and by KKR. Three queries."""
    by_year: Counter[tuple[str, str]] = Counter()
    by_region: Counter[tuple[str, str]] = Counter()
    for topic, year, region, n in _counted_by_place():
        by_year[topic, year] += n
        by_region[topic, region] += n
    lines = [Line(topic, _(topic.label), address_of("topic", topic)) for topic in TopicSlug]
    columns = years({int(year) for _topic, year in by_year})
    corner = pgettext("hvad et punkt handler om", "Emne")
    return (
        Heat("emner-aar", _("Emner efter år"), corner, [(year, year) for year in columns], lines, by_year,
             lambda topic, year: search_address(emne=topic, aar=year)),
        Heat("emner-kkr", _("Emner efter KKR"), corner, region_columns(), lines, by_region,
             lambda topic, region: search_address(emne=topic, region=region)),
    )  # fmt: skip


def _counted_by_place() -> Iterator[tuple[str, str, str, int]]:
    """Give how many items each topic has in each year and KKR where it has any."""
    letters = SearchChoice.objects.letters_of("emne")
    held = Meeting.objects.order_by().values_list("pk", "date", "region")
    places = {key: (str(day.year), region) for key, day, region in held}
    choices: defaultdict[tuple[str, str], str] = defaultdict(str)
    for meeting, of_meeting in SearchEntry.objects.choices_by_meeting():
        choices[places[meeting]] += of_meeting
    for (year, region), of_place in choices.items():
        for topic, letter in letters.items():
            if n := of_place.count(letter):
                yield topic, year, region, n


def topics_counted() -> list[Counted]:
    """Give the topics that have items, in their order, with how many and the topic's page. Two queries."""
    return [(topic, n, address_of("topic", topic)) for topic, n in _counted(SearchEntry.objects.all())]


def most_treated(region: Region, most: int = 8) -> list[Counted]:
    """Give the topics that a KKR has had most items of, formalities left out, with how many and where. Two queries."""
    counted = _counted(SearchEntry.objects.filter(meeting__region=region))
    matters = (row for row in counted if row[0] != TopicSlug.MOEDEFORMALIA)
    found = sorted(matters, key=lambda row: -row[1])[:most]
    return [(topic, n, search_address(emne=topic, region=region.pk)) for topic, n in found]


def _counted(entries: SearchEntryQuerySet) -> list[tuple[TopicSlug, int]]:
    """Give the topics of the entries, in their order, with how many there are of each."""
    letters, choices = SearchChoice.objects.letters_of("emne"), entries.all_choices()
    counted = ((topic, choices.count(letters[topic])) for topic in TopicSlug if topic in letters)
    return [(topic, n) for topic, n in counted if n]
