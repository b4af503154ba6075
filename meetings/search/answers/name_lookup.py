"""People looked up by the words of a name, in the keys that the database holds of each (`Person.name_keys`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from django.db import connection

from meetings.models import Person
from meetings.person_identity import merge_target
from meetings.search.language.person_names import (
    INITIALS,
    SOUND,
    NameMatch,
    fragments,
    fragments_left,
    match_all,
)

MOST_WITH_SLIPS = 60  # candidates, the likest
MOST_UNFINISHED = 100  # people whose name begins so, while it is typed
# Written out, since Django takes longer to generate it than PostgreSQL to run it.
_NAMED = "SELECT id, name_keys, merged_into_id FROM meetings_person WHERE {where}"
_LIKEST = " ORDER BY word_similarity(%s, name_keys) DESC, id DESC LIMIT %s"


class NamedPerson(NamedTuple):
    """The key of a person, and how well the name matches."""

    key: int
    match: NameMatch


def with_words(words: Sequence[str], *, unfinished: bool = False, most: int | None = None) -> list[NamedPerson]:
    """Return the people with every word in their names, as written or by sound, the best match first. One query."""
    if not _has_letters(words):
        return []
    last = len(words) - 1
    where, params = _where(fragments(word, unfinished=unfinished and at == last) for at, word in enumerate(words))
    limit = f" LIMIT {most}" if most else ""
    return _matching(_NAMED.format(where=where) + limit, params, words, unfinished=unfinished)


def with_slips(words: Sequence[str]) -> list[NamedPerson]:
    """Return the people with every word in their names, some perhaps with a slip, the best match first. One query."""
    if not _has_letters(words):
        return []
    where, params = _where([*fragments(word), *fragments_left(word)] for word in words)
    return _matching(_NAMED.format(where=where) + _LIKEST, [*params, " ".join(words), MOST_WITH_SLIPS], words)


def with_initials(initials: str) -> list[NamedPerson]:
    """Return the people of these initials. One query."""
    rows = _rows(_NAMED.format(where="name_keys LIKE %s"), [f"% {INITIALS}{initials} %"])
    return _standing((key, NameMatch.INITIAL, merged) for key, _keys, merged in rows)


def _has_letters(words: Iterable[str]) -> bool:
    return any(word.isalpha() for word in words)


def _where(words: Iterable[Sequence[tuple[str, ...]]]) -> tuple[str, list[str]]:
    """Return the SQL, and its parameters, for keys that have for each word all fragments of one way of writing it."""
    clauses, params = [], list[str]()
    for ways in words:
        clauses.append(" OR ".join(" AND ".join(["name_keys LIKE %s"] * len(way)) for way in ways))
        params += [f"%{part}%" for way in ways for part in way]
    return " AND ".join(f"({clause})" for clause in clauses), params


def _rows(sql: str, params: Sequence[str | int]) -> list[tuple[int, str, int | None]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [(key, keys, merged) for key, keys, merged in cursor.fetchall()]


def _matching(
    sql: str, params: Sequence[str | int], words: Sequence[str], *, unfinished: bool = False
) -> list[NamedPerson]:
    rows = _rows(sql, params)
    matched = ((key, _match(words, keys, unfinished=unfinished), merged) for key, keys, merged in rows)
    return _standing(sorted((one for one in matched if one[1]), key=itemgetter(1), reverse=True))


def _match(words: Sequence[str], keys: str, *, unfinished: bool) -> NameMatch:
    if len(words) == len(set(words)) and all(f" {word} " in keys for word in words):
        return NameMatch.EXACT
    name = [key for key in keys.split() if key[0] not in (SOUND, INITIALS)]
    return match_all(words, name, unfinished=unfinished)


def _standing(found: Iterable[tuple[int, NameMatch, int | None]]) -> list[NamedPerson]:
    """Return each person once, for those that were merged the person they are one with."""
    best: dict[int, NameMatch] = {}
    for key, match, merged in found:
        best.setdefault(merge_target(Person.objects.get(pk=merged)).pk if merged else key, match)
    return [NamedPerson(key, match) for key, match in best.items()]
