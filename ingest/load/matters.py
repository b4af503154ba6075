"""Links between items of the same matter in different meetings, made when a meeting is loaded, in both directions.

The compared terms of each item are stored (`ItemWords`), so a new item is compared only with the few that share a
distinctive word of its title, which an index finds. How distinctive words are is counted again whenever the archive has
doubled (`WordRarity`); `settle_matters` then compares again the items compared by an older count, so the order of
import makes no difference.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from django.db import models, transaction

from ingest.load.word_rarity import IN_TITLES, find_count
from ingest.matters.same_matter import DAYS_A_YEAR, MOST_YEARS, TITLES_ENOUGH, JudgedItem, find_match
from ingest.matters.similarity import ItemTerms, Rarity, cosine, distinctive_terms, read_words, weigh, weigh_title
from kkrarchive.terminal_language import gettext as _
from meetings.models import AgendaItem, ItemTopic, ItemWords, Meeting, SameMatter
from meetings.shared.batches import BATCH, batches
from meetings.shared.vocabulary import TopicSlug

MOST_MET = 100  # how many titles a new one is compared with, about, besides those with its most distinctive word
MOST_COMPARED = 8  # of those, how many have their texts compared too: the most similar in title and nearest in time
MOST_OF_A_WORD = 400  # a word in more titles than this is not searched for: it is in the titles of too many matters
REACH = datetime.timedelta(days=MOST_YEARS * DAYS_A_YEAR + 1)
NEVER = -1  # `weighed_by` of an item that has not been compared yet
EVERY = models.Q()
TOLD_EVERY = 100  # meetings between two progress lines
MOST_KEPT = 4_000  # items in memory, about 15 kB each

_postponed = ContextVar("_postponed", default=False)


@contextmanager
def many_documents() -> Iterator[None]:
    """Load many documents without linking matters after each: call `settle_matters` afterwards, once for all."""
    token = _postponed.set(True)
    try:
        yield
    finally:
        _postponed.reset(token)


def load_matters(meeting: Meeting, changed: Collection[int]) -> None:
    """Link the items of a meeting that changed to those of the same matter in other meetings, in both directions."""
    if _postponed.get():
        _write_words(meeting, NEVER, changed)
        return
    count = find_count(growth=2.0)
    _link(meeting, _write_words(meeting, count.key, changed), _JudgedItems(count.rarity))


def settle_matters(each: Callable[[int, int], object] = lambda _done, _all: None) -> int:
    """Compare items never compared, or compared by an older count of words; return how many meetings had such items.

    `each` is called after each of these meetings with how many are done and how many there are.
    """
    for meeting in Meeting.objects.filter(pk__in=_without_words().values("meeting")):
        with transaction.atomic():
            _write_words(meeting, NEVER, ())
    count = find_count(growth=1.25)
    stale = ItemWords.objects.exclude(weighed_by=count.key)
    meetings = list(Meeting.objects.filter(pk__in=stale.values("meeting")))
    settled = models.Q(weighed_by=count.key)  # each pair is compared once: when the second of them is settled
    sides = _JudgedItems(count.rarity)
    for nth, meeting in enumerate(meetings, 1):
        with transaction.atomic():
            unsettled = set(stale.filter(meeting=meeting).values_list("pk", flat=True))
            matters = [_read_matter(one) for one in _find_candidates(meeting) if one.item.pk in unsettled]
            _link(meeting, matters, sides, settled)
            stale.filter(meeting=meeting).update(weighed_by=count.key)
        each(nth, len(meetings))
    return len(meetings)


def settling_lines(write: Callable[[str], object]) -> Callable[[int, int], None]:
    """Return a callback for `settle_matters` that writes its progress at intervals and at the end."""

    def tell(done: int, all_: int) -> None:
        if done % TOLD_EVERY == 0 or done == all_:
            write(_("Leder efter samme sag: %(done)s af %(all)s møder") % {"done": done, "all": all_})

    return tell


def are_found() -> bool:
    """Return whether all items have been compared, whatever the result."""
    return not _without_words().exists()


def find_missing(tell: Callable[[str], object]) -> None:
    """Link the matters of an archive loaded by a version that did not, and report the progress."""
    settle_matters(settling_lines(tell))


def _formal() -> models.QuerySet[ItemTopic]:
    """Return the topic rows that mark items as formalities of the meeting."""
    return ItemTopic.objects.filter(topic=TopicSlug.MOEDEFORMALIA, position=0)


def _without_words() -> models.QuerySet[AgendaItem]:
    """Return the items that may be linked to others but have not been compared."""
    is_formal = models.Exists(_formal().filter(item=models.OuterRef("pk")))
    return AgendaItem.objects.current().readable().filter(~is_formal, words__isnull=True)


class MatterItem(NamedTuple):
    """An item that may be linked to others, its own case number, and its terms as compared and as shown to readers."""

    item: AgendaItem
    own_case: str
    words: ItemTerms


class Candidate(NamedTuple):
    """An item that may be linked to others, and its own case number."""

    item: AgendaItem
    own_case: str


def _find_candidates(meeting: Meeting) -> list[Candidate]:
    """Return the items of a meeting that may be linked to others: current, with text, and not formalities."""
    items = list(meeting.items.current().select_related("decision"))
    formal = set(_formal().filter(item__meeting=meeting).values_list("item", flat=True))
    cases = Counter(item.case_number for item in items if item.case_number)
    return [
        Candidate(item, item.case_number if cases[item.case_number] == 1 else "")
        for item in items
        if item.has_text and item.pk not in formal
    ]


def _read_matter(one: Candidate) -> MatterItem:
    return MatterItem(one.item, one.own_case, read_words(one.item.title, _texts(one.item)))


def _words(row: ItemWords) -> ItemTerms:
    return ItemTerms(frozenset(row.title_terms), dict(zip((*row.title_terms, *row.terms), row.times, strict=True)))


def _texts(item: AgendaItem) -> list[str]:
    decided = item.decision.text if hasattr(item, "decision") else ""
    return [item.background, item.recommendation, item.presentation, decided]


def _write_words(meeting: Meeting, weighed_by: int, changed: Collection[int]) -> list[MatterItem]:
    """Write the terms of a meeting's items that changed, or have none that hold; return those items."""
    candidates = _find_candidates(meeting)
    stored = {row.pk: row for row in ItemWords.objects.filter(meeting=meeting).defer("title_terms", "terms", "times")}
    kept = {one.item.pk for one in candidates if one.item.pk not in changed and _holds(stored, one, weighed_by)}
    matters = [_read_matter(one) for one in candidates if one.item.pk not in kept]
    _unlink(stored.keys() - {one.item.pk for one in candidates})
    for keys in batches(stored.keys() - kept):
        ItemWords.objects.filter(pk__in=keys).delete()
    rows = (_row(meeting, matter, weighed_by) for matter in matters)
    ItemWords.objects.bulk_create(rows, batch_size=BATCH)
    return matters


def _holds(stored: Mapping[int, ItemWords], one: Candidate, weighed_by: int) -> bool:
    """Return whether the stored terms of an item that did not change are what would be written, and were compared."""
    row = stored.get(one.item.pk)
    if row is None or (row.weighed_by == NEVER and weighed_by != NEVER):
        return False
    return row.own_case == one.own_case and row.date == one.item.meeting.date


def _unlink(items: Iterable[int]) -> None:
    """Delete the links to and from items."""
    for keys in batches(items):
        SameMatter.objects.filter(item__in=keys).delete()
        SameMatter.objects.filter(other__in=keys).delete()  # one query per index: a joint one would scan the table


def _row(meeting: Meeting, matter: MatterItem, weighed_by: int) -> ItemWords:
    title, counts = sorted(matter.words.title), matter.words.counts
    terms = [term for term in counts if term not in matter.words.title]
    return ItemWords(
        item=matter.item, meeting=meeting, date=meeting.date, own_case=matter.own_case, title_terms=title, terms=terms,
        times=[counts[term] for term in (*title, *terms)], weighed_by=weighed_by,
    )  # fmt: skip


def _link(meeting: Meeting, matters: Sequence[MatterItem], sides: _JudgedItems, among: models.Q = EVERY) -> None:
    """Rewrite the links to and from items of a meeting, comparing only with items that match `among`."""
    rarity = sides.rarity
    met = _find_met(meeting, matters, rarity, among)
    others = sides.of({key for keys in met.values() for key in keys})
    links: list[SameMatter] = []
    for matter in matters:
        one = JudgedItem(matter.item.title, meeting.date, matter.own_case, matter.words, weigh(matter.words, rarity))
        for key in met.get(matter.item.pk, ()):
            found = find_match(one, others[key], rarity)
            if found:
                told = {"reason": found.reason, "words": list(found.words), "likeness": found.likeness}
                links.append(SameMatter(item=matter.item, other_id=key, **told))
                links.append(SameMatter(item_id=key, other=matter.item, **told))
    _unlink(matter.item.pk for matter in matters)
    SameMatter.objects.bulk_create(links, ignore_conflicts=True, batch_size=BATCH)


def _find_met(meeting: Meeting, matters: Sequence[MatterItem], rarity: Rarity, among: models.Q) -> dict[int, list[int]]:
    """Return for each item the keys of those in other meetings to compare with: of similar title, or of one case."""
    sought = {matter.item.pk: _sought(matter.words.title, rarity) for matter in matters}
    by_title = models.Q(title_terms__overlap=sorted({term for terms in sought.values() for term in terms}))
    near = models.Q(date__range=(meeting.date - REACH, meeting.date + REACH))
    by_case = models.Q(own_case__in={matter.own_case for matter in matters if matter.own_case})
    rows = ItemWords.objects.filter(among).exclude(meeting=meeting).filter(by_title & near | by_case)
    titles: dict[int, Mapping[str, float]] = {}
    having: defaultdict[str, list[int]] = defaultdict(list)
    dates: dict[int, datetime.date] = {}
    for key, terms, case, date in rows.order_by("pk").values_list("pk", "title_terms", "own_case", "date"):
        titles[key], dates[key] = weigh_title(terms, rarity), date
        for term in (*terms, *([case] if case else ())):
            having[term].append(key)
    met = {}
    for matter in matters:
        title, case = weigh_title(matter.words.title, rarity), matter.own_case
        candidates = {key for term in sought[matter.item.pk] for key in having.get(term, ())}
        likeness = {key: cosine(title, titles[key]) for key in candidates}
        close = [key for key in candidates if likeness[key] >= TITLES_ENOUGH]
        close.sort(key=lambda key: (-likeness[key], abs(dates[key] - meeting.date), key))
        met[matter.item.pk] = sorted({*close[:MOST_COMPARED], *having.get(case, ())})
    return met


def _sought(title: Iterable[str], rarity: Rarity) -> list[str]:
    """Return the terms of a title to search for, the rarest in titles first, as long as few titles are expected."""
    sought: list[str] = []
    expected = 0
    for term in sorted(distinctive_terms(title, rarity), key=lambda term: rarity.counts.get(IN_TITLES + term, 1)):
        times = rarity.counts.get(IN_TITLES + term, 1)
        expected += times
        if times > MOST_OF_A_WORD or (sought and expected > MOST_MET):
            break
        sought.append(term)
    return sought


class _JudgedItems:
    """A cache of items as they are compared, each read and weighed once however often it is compared."""

    def __init__(self, rarity: Rarity) -> None:
        self.rarity = rarity
        self._read: dict[int, JudgedItem] = {}

    def of(self, keys: set[int]) -> Mapping[int, JudgedItem]:
        """Return the items with these keys, and others."""
        if len(self._read) > MOST_KEPT:
            self._read.clear()
        for batch in batches(keys - self._read.keys()):
            for row in ItemWords.objects.filter(pk__in=batch).annotate(title=models.F("item__title")):
                words = _words(row)
                self._read[row.pk] = JudgedItem(row.title, row.date, row.own_case, words, weigh(words, self.rarity))
        return self._read
