"""Who came in whose place: "X, stedfortræder for Y", "Y, Odense Kommune, supp. X deltog", "I stedet for Y deltog X"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.fields.municipalities import find_municipality, municipality_at_end

_STAND_IN = r"(?:personlig\s+)?(?:sup(?:p(?:l(?:eant(?:en)?)?)?)?\b\.?|stedfortræder(?:en)?|stedf\.|substitut|vikar)"
_CAME = r"(?:deltog|deltager|mødte|var\s+mødt|var\s+til\s?stede|er\s+til\s?stede)"
_PARTICLE = r"(?:von|van|der|den|de|af|la|du|dos|el|al|bin|zu)"
_WORD = r"[^\W\d_a-zæøå][\w.’'´`&-]*"
_NAME = rf"(?-i:(?:[A-Za-z.]*orgmester\s+)?{_WORD}(?:\s+{_PARTICLE})*(?:\s+{_WORD}){{1,5}})"
_WHO = rf"(?P<who>{_NAME}(?:\s*\([^()]{{1,40}}\))?)"
_OPEN, _CLOSE = r"\s*(?:[,;(–-]\s*)*", r"\s*\)?"
_IN_STEAD = r"(?:i\s+stedet|istedet)"
_IN_THEIR_PLACE = (
    rf"(?:{_IN_STEAD}(?:\s+for\s+(?:hende|ham|vedkommende))?|i\s+(?:hendes|hans)\s+sted|for\s+(?:hende|ham)"
    rf"|som\s+{_STAND_IN})"
)

# After a member's name: another came.
_REPLACED = (
    rf"{_STAND_IN}\s*[:,]?\s*{_WHO}\s+{_CAME}(?:\s+{_IN_THEIR_PLACE})?",
    rf"{_WHO}\s+{_CAME}\s+{_IN_THEIR_PLACE}",
    rf"(?:{_IN_THEIR_PLACE}|{_STAND_IN})\s+{_CAME}\s*:?\s+{_WHO}",
    rf"(?:afløst|erstattet|repræsenteret)\s+(?:af|ved)\s+{_WHO}",
)
# The same where the list says that the member was away.
_REPLACED_ABSENT = (*_REPLACED, rf"(?:{_STAND_IN}|i\s+stedet)\s*[:,]?\s*{_WHO}", rf"{_WHO}\s*,?\s*{_IN_THEIR_PLACE}")
# After the name of the one who came.
_REPLACES = (
    rf"(?:{_CAME}\s+)?(?:som\s+)?{_STAND_IN}\s+for\s+{_WHO}",
    rf"(?:{_CAME}\s+)?{_IN_STEAD}\s+for\s+{_WHO}",
    rf"(?:afløste|erstattede|repræsenterede|afløser)\s+{_WHO}",
    rf"(?:(?<=[,(–-]\s)|(?<=[,(])|{_CAME}\s+)for\s+{_WHO}",
)
_FOR = rf"(?:{_IN_STEAD}\s+for|på\s+vegne\s+af|(?:som\s+)?{_STAND_IN}\s+for|for)"
# A line such as "I stedet for Ea Holm (V), Odense Kommune, deltog Ib Bo".
_INSTEAD = re.compile(rf"{_FOR}\s+(?P<missed>[^:]{{3,120}}?)[\s,]+{_CAME}\s+(?P<came>\S.{{2,160}})", re.IGNORECASE)
# A line such as "Stedfortræder for Ea Holm (V): Ib Bo (V), Odense Kommune".
_HEADED = re.compile(rf"{_STAND_IN}\s+for\s+(?P<missed>{_NAME}[^:]{{0,60}}?)\s*:\s*(?P<came>\S.*)", re.IGNORECASE)
_BEGINS = re.compile(
    rf"\(?(?:{_STAND_IN}\s+(?!.*:)|(?:{_CAME}\s+)?{_IN_STEAD}\s+(?:for|deltog|mødte)\b|(?:afløst|erstattet)\s+af\b)",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(rf"(?:{_STAND_IN}|\bfor)\s*:?(?:\s+\S+){{0,1}}$", re.IGNORECASE)
_UNCLEAR = re.compile(rf"{_STAND_IN}\s*:\s*(?P<who>{_NAME})", re.IGNORECASE)


def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_OPEN + pattern + _CLOSE, re.IGNORECASE) for pattern in patterns)


_PRESENT_MEMBER, _ABSENT_MEMBER, _STANDING_IN = map(_compiled, (_REPLACED, _REPLACED_ABSENT, _REPLACES))


@dataclass(frozen=True, slots=True)
class StandIn:
    """An entry parted in two: the text on who came, and on who was missed; `listed` says which the entry is of.

    One of the texts may be a bare name, whose municipality is that of the other.
    """

    came: str
    missed: str
    both: bool


def find_stand_in(entry: str, *, absent: bool) -> StandIn | None:
    """Part an entry of a list of participants into who came and who was missed; None where nobody stood in.

    `both` is true where the member missed is on the list, false where only named. `absent` says that the entry stands
    in a list of those who were away.
    """
    instead = _INSTEAD.fullmatch(entry) or _HEADED.fullmatch(entry)
    if instead:
        return StandIn(instead["came"], instead["missed"], both=True)
    for pattern in _STANDING_IN:
        if (found := pattern.search(entry)) and found.start():
            return _read_standing_in(entry, found)
    for pattern in _ABSENT_MEMBER if absent else _PRESENT_MEMBER:
        if (found := pattern.search(entry)) and found.start():
            return StandIn(found["who"], _without(entry, found), both=True)
    return None


def _read_standing_in(entry: str, found: re.Match[str]) -> StandIn:
    """Return the one who came and the one missed. A municipality at the end is of the latter if the former has one."""
    came, rest = entry[: found.start()].rstrip(" ,;–-"), entry[found.end() :].strip(" ,;.)–-")
    if municipality_at_end(came)[1] and find_municipality(rest):
        return StandIn(came, f"{found['who']}, {rest}", both=False)
    return StandIn(_without(entry, found), found["who"], both=False)


def _without(entry: str, found: re.Match[str]) -> str:
    """Return the rest of an entry; what stands after the match is set off by a comma."""
    before, after = entry[: found.start()].rstrip(" ,;–-"), entry[found.end() :].strip(" ,;.)–-")
    return ", ".join(filter(None, [before, after]))


def find_unclear_stand_in(entry: str) -> str | None:
    """Return the name after "stedfortræder:" where the entry does not say which of the two came; None elsewhere."""
    found = _UNCLEAR.search(entry)
    return found["who"] if found and found.start() else None


def begins_stand_in(text: str) -> bool:
    """Return whether a line goes on with who stood in for the person above: "supp. Ib Bo deltog"."""
    return _BEGINS.match(text) is not None and not is_stand_in(text)


def is_stand_in(text: str) -> bool:
    """Return whether a line is an entry of its own on two people: "I stedet for Ea Holm deltog Ib Bo, Odense"."""
    return bool(_INSTEAD.fullmatch(text) or _HEADED.fullmatch(text))


def without_stand_in(text: str) -> str:
    """Return a text without what it says at its end of who came: "Odense" for "Odense (Ib Bo deltog i stedet)"."""
    matches = (pattern.search(text) for pattern in (*_STANDING_IN, *_ABSENT_MEMBER))
    return next((text[: found.start()] for found in matches if found and found.end() == len(text)), text)


def lacks_stand_in(text: str) -> bool:
    """Return whether a line breaks off within the name of one who stood in: "Ea Holm, Odense, supp. Ib"."""
    return _UNFINISHED.search(text) is not None
