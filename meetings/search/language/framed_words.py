"""Words of a query that say of which meeting an item is: "sundhedsreform 29. august 2025", "busser Hovedstaden 2020".

They rarely stand in the item itself. Where nothing has all words, the same words are meant as fields.
"""

from __future__ import annotations

import calendar
import datetime

from meetings.search.language.dates import AskedDate, read_dates
from meetings.search.language.query import Query, read_query
from meetings.search.language.words import fold, read_tokens
from meetings.shared.vocabulary import RegionSlug

_COUNCILS = frozenset(map(str, RegionSlug))


def as_fields(query: Query, today: datetime.date) -> Query | None:
    """Return a query with its day, month or year, and its council, as fields; None if it has none, or nothing else."""
    if query.is_question or query.fields or query.excluded or '"' in query.text:
        return None
    dates, rest = read_dates(fold(query.text), today)
    left = {token.text for token in read_tokens(rest)}
    words = [token.text for token in read_tokens(query.text) if fold(token.text) in left]
    councils = [fold(word) for word in words if fold(word) in _COUNCILS]
    others = [word for word in words if fold(word) not in _COUNCILS and not (councils and fold(word) == "kkr")]
    limits = [limit for one in dates if one.year is not None for limit in _limits(one, one.year)]
    if len(dates) > 1 or len(councils) > 1 or not (limits or councils):
        return None
    meant = read_query(" ".join(others))
    if not meant.clauses:
        return None
    return read_query(" ".join([*others, *(f"region:{one}" for one in councils), *limits]))


def _limits(asked: AskedDate, year: int) -> tuple[str, str]:
    """Return the typed fields for a day, month, season or year: from its first day, and before the day after it."""
    if asked.is_year:
        return f"efter:{year}", f"før:{year + 1}"
    first, last = asked.months or (1, 12)
    since = datetime.date(year, first, asked.day or 1)
    until = datetime.date(year, last, asked.day or calendar.monthrange(year, last)[1])
    return f"efter:{since}", f"før:{until + datetime.timedelta(days=1)}"
