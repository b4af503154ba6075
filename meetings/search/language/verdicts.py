"""Verdicts in a query: "ikke godkendt" asks for what was refused, and not for items with these words.

A verdict is read only where it says what became of a matter: "udsat", but not "udsatte borgere"; "godkendt", but not
"godkendt af ministeren". What follows it after "med" or "uden" must stand in the decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from meetings.search.language.words import STOP_WORDS, match_words
from meetings.shared.vocabulary import Following, Outcome


class VerdictForm(NamedTuple):
    """A way to say a verdict: its pattern, the tag that it asks for, and the headwords that tell of it in a text.

    One that `may_be_told` is also met by an item that has such a word near what else is typed.
    """

    pattern: str
    tag: str
    words: tuple[str, ...]
    may_be_told: bool = False


_APPROVED = r"(?:godkendt|godkendte|godkendes|tiltrådt|tiltrådte|vedtaget|vedtog)"
_TO_MUNICIPALITIES = r"(?:kommunerne|kommunalbestyrelserne|byrådene)"
_MEETING = r"(?:til|indtil) (?:et )?(?:næste|senere|kommende) møde"
# The longer come first: what one takes is not read again.
_FORMS = (
    VerdictForm(
        rf"(?:ikke|ej) (?:blevet |blev |er )?{_APPROVED}|{_APPROVED} ikke|kunne ikke (?:godkende|tiltræde)s?"
        r"|afvist|afviste|forkastet|forkastede|nedstemt|stemt ned",
        f"udfald:{Outcome.REJECTED}", ("afvise", "forkaste", "godkende", "tiltraede"),
    ),
    VerdictForm(
        r"(?:delvist?|til dels) (?:fulgt|godkendt|imødekommet|tiltrådt)|(?:fulgt|godkendt) (?:delvist?|til dels)",
        f"fulgt:{Following.PARTLY}", ("godkende", "foelge", "tiltraede"),
    ),
    VerdictForm(
        r"ikke fulgt|anderledes end indstillet|i?mod indstillingen",
        f"fulgt:{Following.OTHERWISE}", ("foelge", "indstilling"),
    ),
    VerdictForm(r"fulgt", f"fulgt:{Following.FOLLOWED}", ("foelge", "indstilling")),
    VerdictForm(
        rf"(?:udsat|udskudt)(?: {_MEETING})?", f"udfald:{Outcome.POSTPONED}", ("udsaette", "udskyde"),
    ),
    VerdictForm(
        r"udgået|udgik|trukket(?: tilbage| ud)?(?: (?:af|fra) dagsordenen)?|taget af dagsordenen",
        f"udfald:{Outcome.WITHDRAWN}", ("udgaa", "traekke"),
    ),
    VerdictForm(_APPROVED, f"udfald:{Outcome.APPROVED}", ("godkende", "tiltraede", "vedtage"), may_be_told=True),
    VerdictForm(
        rf"anbefal(?:et|ede)(?: (?:til )?{_TO_MUNICIPALITIES})?", f"udfald:{Outcome.RECOMMENDED}", ("anbefale",),
        may_be_told=True,
    ),
    VerdictForm(r"udpeget", f"udfald:{Outcome.APPOINTED}", ("udpege",), may_be_told=True),
    VerdictForm(
        rf"sendt videre(?: til {_TO_MUNICIPALITIES})?|videresendt|oversendt", f"udfald:{Outcome.FORWARDED}",
        ("sende", "videresende", "oversende"), may_be_told=True,
    ),
    VerdictForm(
        r"taget til (?:efterretning|orientering)", f"udfald:{Outcome.NOTED}", ("efterretning",), may_be_told=True
    ),
    VerdictForm(r"drøftet|drøftede", f"udfald:{Outcome.DISCUSSED}", ("droefte",), may_be_told=True),
)  # fmt: skip
_LETTERS = str.maketrans({"å": "(?:å|aa)", "ø": "(?:ø|oe)", "æ": "(?:æ|ae)"})
# What somebody else did ("godkendt af ministeren"), or another meaning ("udsat for vold"), is no verdict.
_VERDICT = re.compile(
    r"(?<![\w-])(?<!socialt )(?<!særligt )(?:"
    + "|".join(f"(?P<form{at}>{form.pattern.translate(_LETTERS)})" for at, form in enumerate(_FORMS))
    + r")(?![\w-])(?! (?:af|for|hos)\b)",
    re.IGNORECASE,
)
_SAID = re.compile(r"\s*,?\s*\b(?P<how>med|uden|under)\s(?P<words>.*)$", re.IGNORECASE)
# "godkendte plejefamilier" are such families; "KKR godkendte" and "ikke godkendte" are verdicts.
_PAST = re.compile(r"^(?!ikke|ej|kunne)\w+[td]e$", re.IGNORECASE)
_BY_COUNCIL = re.compile(r"\bkkr(?: \w+)? $", re.IGNORECASE)
_MANNER = frozenset({"enstemmigt", "enigt"})
# Words that only say that it is a verdict on something.
_MATTERS = frozenset(
    "sag sagen sager sagerne punkt punktet punkter punkterne indstilling indstillingen indstillinger forslag forslaget "
    "forslagene beslutning beslutninger beslutningen dagsordenspunkt dagsordenspunkter emner blev bliver er og kkr alt "
    "eller endeligt".split()
)
_WHETHER = frozenset("er blev bliver har mon findes kan skal".split())
_STRONG = frozenset(
    f"{name}:{value}"
    for name, value in (
        ("udfald", Outcome.REJECTED), ("udfald", Outcome.POSTPONED), ("udfald", Outcome.WITHDRAWN),
        ("fulgt", Following.PARTLY), ("fulgt", Following.OTHERWISE),
    )
)  # fmt: skip


@dataclass(frozen=True)
class Verdict:
    """What a query asks of decisions: of each group of `forms` one must be met, and `said` must be in the decision.

    `without` is None where that does not matter, else whether "uden" must stand before what is said, or must not.
    """

    forms: tuple[tuple[VerdictForm, ...], ...]
    said: tuple[str, ...] = ()
    without: bool | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The headwords that tell of it in a text."""
        return tuple(dict.fromkeys(word for group in self.forms for form in group for word in form.words))


class VerdictReading(NamedTuple):
    """The verdict of a query, None without one, and what is typed beside it."""

    verdict: Verdict | None
    text: str


def read_verdict(text: str, *, is_question: bool = False) -> VerdictReading:
    """Return the verdict of a query and the text without it; none is read in quotes or beside fields."""
    found = [] if re.search(r'["“”»«„:]', text) else list(_VERDICT.finditer(text))
    found = [one for one in found if not _is_attribute(text, one)]
    if is_question:
        found = [one for one in found if _is_asked_for(text.lower().split(), one)]
    if not found:
        return VerdictReading(None, text)
    said = _SAID.match(text, found[-1].end())
    kept = _between(text[: said.start()] if said else text, found)
    words = [word for word in kept.split() if word.lower().strip(",.;?!") not in _MATTERS | _MANNER]
    manner = [word for word in kept.lower().split() if word in _MANNER]
    told = [word[0] for word in match_words(said["words"]) if word[0].lower() not in STOP_WORDS] if said else []
    without = said["how"].lower() == "uden" if said and told else None
    return VerdictReading(Verdict(tuple(_groups(text, found)), (*manner, *told), without), " ".join(words))


def _is_attribute(text: str, found: re.Match[str]) -> bool:
    """Return whether a past form says of what kind something is."""
    is_past = _PAST.match(found[0]) and text[found.end() :].strip() not in {"", "?"}
    return bool(is_past) and not _BY_COUNCIL.search(text[: found.start()])


def _is_asked_for(words: Sequence[str], found: re.Match[str]) -> bool:
    """Return whether a question asks for what became so: "hvad blev udsat", but not "er letbanen vedtaget"."""
    if "hvem" in words or words[0] in _WHETHER or found[0].lower().startswith("vedt"):
        return False
    return _form(found).tag in _STRONG or not {"hvad", "hvilke", "hvilken"}.isdisjoint(words)


def _between(text: str, found: Sequence[re.Match[str]]) -> str:
    starts = [0, *(one.end() for one in found)]
    ends = [*(one.start() for one in found), len(text)]
    return " ".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _groups(text: str, found: Sequence[re.Match[str]]) -> Iterator[tuple[VerdictForm, ...]]:
    """Yield the verdicts of which each must be met, those joined by "eller" together."""
    group = [_form(found[0])]
    for before, one in pairwise(found):
        if text[before.end() : one.start()].strip().lower() in {"eller", "or", "|"}:
            group.append(_form(one))
        else:
            yield tuple(group)
            group = [_form(one)]
    yield tuple(group)


def _form(found: re.Match[str]) -> VerdictForm:
    return next(form for at, form in enumerate(_FORMS) if found[f"form{at}"])
