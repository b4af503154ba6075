"""Attachments of an item: the entries of a Bilag list, or documents named in paragraphs with the paper-clip mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from danish.tolerant_patterns import tolerant, tolerant_pattern
from ingest.line_patterns import (
    split_bullet,
)
from ingest.structure.lines import Line
from ingest.structure.paragraphs import Style, join_texts, read_prose

# The mark in the margin: "./." in clean extracts, a lone "A" or "J." after a poor OCR.
MARK = re.compile(r"^(?:\./\.?|[📎🖇]\ufe0f?|[.•]/[.•]|(?:A|J\.)(?=\s+(?:[A-ZÆØÅ|@&\"”I])))\s*")
_NUMBERED = re.compile(
    # "Bilag 1 til sundhedsaftalen" has no other name.
    r"^(?:bilag\s*(?:nr\.?\s*)?(?:\d{1,2}(?:\.\d{1,2})*|[a-z])(?:\s*[.:–—-]+\s+|\s+(?!(?-i:til|for|fra|om|i)\b))"
    r"|\d{1,2}[.)]\s+)",
    re.IGNORECASE,
)
_WRAPPED = re.compile(r"(?:[-–—,(&/]|\b(?:og|i|af|for|til|om|på|pa|med|fra|ved|et|en|den|det|de|the|of|samt|vedr\.))$")
_NAME_END = re.compile(r"(?:\)|\.(?:pdf|docx?|xlsx?|pptx?)|[”\"])$", re.IGNORECASE)
PARAGRAPH_LINES = 14
NAMED_WITHIN = 2000  # letters of the paragraph; 14 lines have fewer
HEADING_LETTERS = 80
NONE_GIVEN = re.compile(r"^(?:ingen|intet|der er ingen bilag)(?:\s+bilag)?\.?$", re.IGNORECASE)

_DOCUMENT = (
    r"[\w-]*(?:notat|oversigt|liste|rapport|udkast|kommissorium|brev|skrivelse|faktaark|plan|strategi|aftale|analyse|"
    r"undersøgelse|tilkendegivelse|papir|oplæg|materiale|forslag|budget|regnskab|evaluering|redegørelse|vejledning|"
    r"præsentation|katalog|pjece|forretningsorden|høringssvar|referat|dagsorden|resultatkontrakt|status|tidsplan|skema|"
    r"beskrivelse|opgørelse|vedtægter?|program|udtalelse|anbefalinger|rammeaftale|kort|bilag)(?:et|en|erne|s)?"
)
_END = (
    r"(?=\s*(?:\(vedlagt|\(bilag|,?\s*(?:jf\.|jævnfør)|,\s+(?:som|der|hvor|hvad)|\bsamt,?\s+hv|\bpå\s+vegne|"
    r"\s(?:er|var|blev)\s+(?:vedlagt|vedhæftet|udsendt)|\s(?:vedlægges|vedhæftes|fremgår)"
    r"|\s(?:viser|indeholder|beskriver|redegør|giver|belyser|omfatter|dækker|peger|består)\s|[.;:](?:\s|$)|$))"
)
# Patterns for the document that a marked paragraph names, the most explicit first.
_NAMED = tuple(
    re.compile(tolerant(form) + tolerant(_END), re.IGNORECASE)
    for form in (
        r"^(?!der\b|i\b)(?P<name>(?:(?!,\s(?:som|der)\s)[^.]){4,200}?)(?=\s(?:er|var)\s+(?:vedlagt|vedhæftet)|\s(?:vedlægges|vedhæftes))",
        r"\b(?:vedlagte|vedhæftede)\s+(?!bilag\b)(?P<name>[^.,]+?)",
        r"\bvedl(?:agte|ægges som) bilag\s+(?:ses|fremgår|findes|er)?\s*(?:et|en)?\s*(?P<name>[^.,]+?)",
        r"\b(?:vedlægges|vedhæftes|vedlagt er)\s+(?:som bilag\s+)?(?:et|en)?\s*(?P<name>[^.,]+?)",
        r"\budarbejde[ts]?\s+(?:et|en)\s+(?P<name>[^.,]+?)",
        rf"^(?:[^.]|(?<=\d)\.)*?\b(?:et|en)\s+(?:[\w-]+\s)?(?P<name>{_DOCUMENT}(?:\s[^.,]+?)?)",
        rf"^(?P<name>{_DOCUMENT}\s+[^.,]+?)",
    )
)
_QUOTE = '”"“„»«'
_QUOTED = re.compile(rf"[{_QUOTE}](?P<name>[^{_QUOTE}]{{3,150}})[{_QUOTE}]")
_ATTACHED = tolerant_pattern(
    r"\b(?:er|var|som|der)?\s*(?:vedlagt|vedhæft|vedlægges)\w*|\(bilag|\bjf\.\s+bilag|\bse\s+bilag"
)
_RELATIVE = re.compile(r"^,\s+(?:som|der)\s[^.,]+")


def read_attachments(listed: Sequence[Line], texts: Sequence[Sequence[Line]], style: Style) -> tuple[str, ...]:
    """Return the names of an item's attachments. `listed` are the lines of its Bilag list, `texts` its other sections.

    A list names all of them; without one, the marked paragraphs do.
    """
    if listed:
        return tuple(dict.fromkeys(_listed(listed, style)))
    return tuple(dict.fromkeys(name for lines in texts for name in _marked(lines, style)))


def without_marks(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without the marks at their beginnings."""
    return [_without_mark(line, starts) for line, starts in _starts(lines)]


def _starts(lines: Sequence[Line]) -> list[tuple[Line, bool]]:
    return [(line, line.apart or n == 0 or _may_begin(lines[n - 1].text)) for n, line in enumerate(lines)]


def _may_begin(above: str) -> bool:
    return bool(re.search(r"[.:!?]$", above)) or split_bullet(above) is not None or len(above) < 50


def _without_mark(line: Line, starts: bool) -> Line:
    mark = MARK.match(line.text)
    if not mark or not (starts or line.text.startswith("./")):
        return line
    return Line(line.text[mark.end() :], line.page, line.place, max(line.gap, 1), line.top)


def _listed(lines: Sequence[Line], style: Style) -> list[str]:
    groups: list[list[str]] = []
    for n, line in enumerate(lines):
        if n and not _begins_entry(lines[n - 1], line, style):
            groups[-1].append(line.text)
        else:
            groups.append([line.text])
    names = [_own_name(join_texts(group, style)) for group in groups]
    return [name for name in names if name and not NONE_GIVEN.match(name)]


def _begins_entry(above: Line, line: Line, style: Style) -> bool:
    """Return whether a line begins an entry of a Bilag list, by its bullet, number, gap or the line above."""
    text, before = line.text, above.text
    if split_bullet(text) is not None or _NUMBERED.match(text):
        return True
    if text[:1].islower() or _WRAPPED.search(before):
        return False
    if line.apart or _NAME_END.search(before):
        return True
    return len(before) + 1 + len(text.split(" ", 1)[0]) < style.width * 0.9 or (
        "." not in before and text[0].isupper() and (len(before) < style.width * 0.85)
    )


def _own_name(entry: str) -> str:
    bare = split_bullet(entry)
    name = _NUMBERED.sub("", entry if bare is None else bare).strip(" .")
    return name.removesuffix(".")


def _marked(lines: Sequence[Line], style: Style) -> list[str]:
    marked = (n for n, (line, starts) in enumerate(_starts(lines)) if _without_mark(line, starts) is not line)
    return [name for n in marked for name in find_attached(*_paragraph(lines, n, style))]


def find_attached(text: str, headed: bool = False) -> list[str]:
    """Return the names of the documents that a marked paragraph mentions: titles in quotation marks whole."""
    first = re.split(rf"(?<=[.?!{_QUOTE}])\s+(?=[A-ZÆØÅ])", text[:NAMED_WITHIN], maxsplit=1)[0]
    if _QUOTED.search(first) and _ATTACHED.search(first):
        return [_capital(match["name"]) for match in _QUOTED.finditer(first)]
    names = find_named(text, headed)
    return _each(names) if names else []


def _each(names: str) -> list[str]:
    """Split "Oplægget, tidsplanen og et udkast til vedtægter"; a relative clause stays with its name."""
    parts = re.split(r",\s+|\s+og\s+(?:et|en)\s+", names) if re.search(r",\s[^,]+\sog\s", names) else [names]
    return [_capital(re.sub(r"^(?:et|en)\s", "", part)) for part in parts if not part.startswith("der ")]


def _paragraph(lines: Sequence[Line], n: int, style: Style) -> tuple[str, bool]:
    """Return the marked paragraph without its list, and False; at a heading, the paragraph below it and True."""
    bare = [_without_mark(lines[n], starts=True), *lines[n + 1 : n + PARAGRAPH_LINES]]
    blocks = [block.split("\n")[0] for block in (read_prose(bare, style) or "").split("\n\n")]
    headed = len(blocks) > 1 and len(blocks[0]) < HEADING_LETTERS and not re.search(r"[.:](?:\s|$)", blocks[0])
    return blocks[headed], headed


def find_named(text: str, headed: bool = False) -> str | None:
    """Return the name of the document that a marked paragraph mentions; None where it names none.

    `headed` says that the mark is at a heading above the text, which then need not begin with the name.
    """
    text = text[:NAMED_WITHIN]
    for pattern in _NAMED[:-1] if headed else _NAMED:
        match = pattern.search(text)
        if match and match["name"].strip():
            return _capital(_whole_name(match["name"], text[match.end("name") :]))
    return None


def _whole_name(name: str, rest: str) -> str:
    """Return the name, with its relative clause if it is a bare "notat": "notat, der beskriver indsatserne"."""
    relative = _RELATIVE.match(rest)
    return name.strip() + (relative[0] if relative and " " not in name.strip() else "")


def _capital(name: str) -> str:
    name = name.strip(" ,")
    return name[:1].upper() + name[1:]
