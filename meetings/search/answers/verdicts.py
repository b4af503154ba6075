"""The verdict that a query names ("ikke godkendt", "delvist fulgt"), as the choice of a facet with its count.

Those words are the archive's own and stand in no text, or in the texts of other items: "de udsatte borgere".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import override

from meetings.addresses import address_of
from meetings.models import SearchEntry
from meetings.search.answers.named import Kind
from meetings.search.answers.reading import read
from meetings.search.execution.counts import MatchCounts, MatchingEntries
from meetings.search.execution.database_query import build_database_query
from meetings.search.execution.time_windows import read_extent
from meetings.search.language.facets import BY_NAME, FACETS, Facet
from meetings.search.language.query import read_query
from meetings.search.language.weights import MOST_COUNTED
from meetings.search.language.words import fold
from meetings.shared.vocabulary import Following, Labelled, Outcome

# Besides the labels; folded.
_OTHER_WORDS: dict[Labelled, str] = {
    Outcome.APPROVED: "godkendte|vedtaget|tiltraadt|approved",
    Outcome.REJECTED: "ikke godkendte|afvist|afvistes|forkastet|nedstemt|ikke vedtaget|ikke tiltraadt|rejected",
    Outcome.RECOMMENDED: "anbefalede|recommended",
    Outcome.APPOINTED: "udpegede|appointed",
    Outcome.FORWARDED: "videresendt|forwarded",
    Outcome.POSTPONED: "udskudt|sat i bero|postponed|deferred",
    Outcome.WITHDRAWN: "trukket tilbage|taget af dagsordenen|withdrawn",
    Outcome.NOTED: "til efterretning|noted",
    Outcome.DISCUSSED: "droeftede|discussed",
    Following.FOLLOWED: "fulgte|indstilling fulgt|indstillingen fulgt|followed",
    Following.PARTLY: "delvis fulgt|fulgt delvist|fulgt delvis|partly followed|partially followed",
    Following.OTHERWISE: "ikke fulgte|fulgte ikke|fulgt anderledes|not followed",
}
_MARKS = '.,;:!?"»«()'
_UNSAID = {Outcome.OTHER, Following.NOT_SAID}
_AROUND = frozenset(
    "punkter punkt sager beslutninger beslutning indstillinger indstilling indstillingen blev bliver er som der hvad "
    "hvilke hvor alle om udfald items decisions was were that which outcome".split()
)
_MOST_WORDS = 4  # of a verdict


@dataclass(frozen=True)
class VerdictChoice:
    """A value of a facet that a query names: the labels of both, the address of the items that have it, how many."""

    facet: str
    label: str
    address: str
    count: int
    is_exact: bool


def verdict_choices(typed: str) -> list[VerdictChoice]:
    """Return the choice that a query's verdict is; none if it names none. Two queries if it does."""
    found = _find(read_query(typed).text.split())
    if not found:
        return []
    facet, member, left = found
    chosen = {facet.name: member.value, **_narrowing(left)}
    counted = _count(chosen)
    if "q" in chosen and not counted.count:
        return []
    address = f"{address_of('search')}?{urlencode(chosen)}"
    return [VerdictChoice(_(facet.label), _(member.label), address, counted.count, counted.is_whole)]


def _find(words: Sequence[str]) -> tuple[Facet, Labelled, str] | None:
    """Return the verdict of the words, the one of the most words, and what is left of them."""
    folded = [fold(word.strip(_MARKS)) for word in words]
    for length in range(_MOST_WORDS, 0, -1):
        for at in range(len(words) - length + 1):
            verdict = _verdicts().get(" ".join(folded[at : at + length]))
            if verdict:
                left = [word for n, word in enumerate(words) if not at <= n < at + length and folded[n] not in _AROUND]
                return *verdict, " ".join(left)
    return None


def _narrowing(left: str) -> dict[str, str]:
    """Return the parameters of the other words: council, topic and municipality as facets, or else as words."""
    reading = read(left)
    if not left:
        return {}
    if reading.rest or reading.dates or not reading.named:
        return {"q": left}
    return {_PARAMETERS[one.kind]: one.slug for one in reading.named}


_PARAMETERS = {Kind.REGION: "region", Kind.TOPIC: "emne", Kind.MUNICIPALITY: "kommune"}


def _count(chosen: dict[str, str]) -> MatchCounts:
    tags = (f"{name}:{value}" for name, value in chosen.items() if name in BY_NAME)
    entries = SearchEntry.objects.tagged(*tags)
    asked = build_database_query(read_query(chosen.get("q", "")))
    return MatchingEntries(asked.narrow(entries), read_extent()).survey(MOST_COUNTED)


@cache
def _verdicts() -> dict[str, tuple[Facet, Labelled]]:
    """Return the folded words of each verdict with its facet: labels in both languages, and others."""
    words: dict[str, tuple[Facet, Labelled]] = {}
    for facet in FACETS:
        for member in (one for one in facet.members.values() if isinstance(one, (Outcome, Following))):
            if member in _UNSAID:
                continue
            with override("en"):
                labels = [member.label, _(member.label)]
            others = _OTHER_WORDS.get(member, "").split("|")
            words |= {fold(word): (facet, member) for word in (*labels, *others) if word}
    return words
