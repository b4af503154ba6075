"""Fields typed in a query, such as region:nordjylland or før:2021, as tags and dates to narrow a search by."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from danish import alphabet
from meetings.search.language.case_numbers import find_case_number
from meetings.search.language.clauses import Clause, single
from meetings.search.language.expansion import expand
from meetings.search.language.facets import BY_NAME
from meetings.search.language.place_names import places_by_form
from meetings.search.language.query import Field
from meetings.search.language.query_terms import QueryTerm, TermKind
from meetings.search.language.words import TAG, read_tokens

_DAY = re.compile(r"(?:(?P<d>\d{1,2})[-./](?P<m>\d{1,2})[-./])?(?P<y>\d{4})(?:-(?P<m2>\d{1,2})(?:-(?P<d2>\d{1,2}))?)?")
NOTHING = "ukendt:"  # a tag that no item has


@dataclass
class FieldFilter:
    """The filter that fields make: tags that must all be there, cases of which an item must be of one, the first and
    last day, clauses for names of people. None of `excluded` may match. `unknown` are fields whose values mean nothing.
    """

    tags: list[str] = field(default_factory=list)
    cases: list[str] = field(default_factory=list)  # tags too
    since: datetime.date | None = None
    until: datetime.date | None = None
    clauses: list[Clause] = field(default_factory=list)
    excluded: list[Clause] = field(default_factory=list)
    unknown: list[Field] = field(default_factory=list)


def read_fields(fields: Iterable[Field], case_numbers: Iterable[str] = ()) -> FieldFilter:
    """Return the filter that fields and case numbers make; with an unknown value nothing is found."""
    found = FieldFilter()
    for one in fields:
        name, value, is_excluded = one
        if is_excluded:
            found.excluded += _clauses(read_fields([Field(name, value)]))
        elif name == "person" and (words := tuple(token.text for token in read_tokens(value.replace("_", " ")))):
            found.clauses.append(expand((_person(words),)))
        elif name == "person":
            found.tags.append(NOTHING)
        elif name in {"efter", "før"}:
            _limit(found, name, value)
        else:
            found.tags.append(_tag(name, value))
        if found.tags[-1:] == [NOTHING] and one not in found.unknown:
            found.unknown.append(one)
    found.cases += [f"sag:{case}" for case in case_numbers]
    return found


def _clauses(found: FieldFilter) -> list[Clause]:
    """Return what a filter without a period requires, as clauses."""
    return [*found.clauses, *(Clause((single(TAG + tag),)) for tag in found.tags)]


def _person(words: tuple[str, ...]) -> QueryTerm:
    return QueryTerm(TermKind.NAME if len(words) > 1 else TermKind.WORD, words)


def _tag(name: str, value: str) -> str:
    if name == "sag":
        return f"sag:{find_case_number(value) or value.upper()}"
    typed = _form(value).removeprefix("kkr-")
    if meant := BY_NAME[name].words.get(typed):
        return meant
    members = BY_NAME[name].members.values()
    if not members:
        slug = places_by_form().get(typed.removesuffix("-kommune"))
        return f"{name}:{slug}" if slug else NOTHING
    words = {_form(told): member for member in members for told in (member.value, member.label)}
    close = [member for form, member in words.items() if typed and form.startswith(typed)]
    member = words.get(typed) or (close[0] if close else None)
    return f"{name}:{member.value}" if member else NOTHING


def _form(told: str) -> str:
    """Return a slug or a label as it is compared with what was typed."""
    return alphabet.slug(told.replace("_", " "))


def _limit(found: FieldFilter, name: str, value: str) -> None:
    """Limit a filter to a period. efter:2021 begins on the first day of 2021, før:2021 ends on the last of 2020."""
    day = _day(value)
    if day is None or (name == "før" and day == datetime.date.min):
        found.tags.append(NOTHING)
    elif name == "efter":
        found.since = day
    else:
        found.until = day - datetime.timedelta(days=1)


def _day(value: str) -> datetime.date | None:
    """Return the day typed, or the first day of a month or year; None if it is not a date."""
    match = _DAY.fullmatch(value)
    try:
        return match and datetime.date(
            int(match["y"]), int(match["m"] or match["m2"] or 1), int(match["d"] or match["d2"] or 1)
        )
    except ValueError:
        return None
