"""What a council itself does in a sentence of its minutes, and what a recommendation asks of it.

A verb counts in a sentence's main clause: not in a relative clause ("kriterier, der blev godkendt"), nor in what
somebody remarked ("bemærkede, at det bør drøftes"), nor where a member or another body is the subject, nor within
quotation marks, nor as an attribute ("den godkendte plan").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from danish.tolerant_patterns import tolerant_pattern
from ingest.fields.verbs import COUNCILS

SENTENCE_LETTERS = 2_000
# What a KKR was called before, and still is in full.
_COUNCIL = tolerant_pattern(r"\b(?:det\s+)?kommunekontaktråd(?:et)?(?:\s+for)?\b")
_ABBREVIATED = "".join(
    rf"(?<!\b{word}[.])" for word in ("Johs", "vedr", "inkl", "pkt", "hhv", "ang", "jvf", "eks", "evt", "mio")
)
_SENTENCES = re.compile(
    rf"{_ABBREVIATED}(?<=[^\W\d_][^\W\d_][^\W\d_][.!?])\s+(?=[A-ZÆØÅ@•–-])|"
    r"(?<=\b(?:19|20)\d\d[.!?])\s+(?=[A-ZÆØÅ])|(?<=\d[.!?])\s+(?=(?:KKR|Det|Der|Herudover)\b)|\n+|(?<=\)\.)\s+"
)
# What one member or a party did is not the council's act, except in the passive: "Bo Lund blev valgt".
_NAME = r"(?!KKR\b|Region\b)[A-ZÆØÅ@][\w’'-]+(?:\s+[A-ZÆØÅ@][\w.’'-]*)+(?:\s*\([^()]+\))?"
_PASSIVE = r"(?:blev|bliver|er|var)\b|\w+(?:es|edes|tes)\b"
_MEMBERS = re.compile(
    rf"(?>{_NAME}(?:,\s[^,.]+,)?(?:(?:,\s|\s+og\s+){_NAME})*|(?:[Ee]t par|[A-ZÆØÅ]\w+)\s+(?:af\s+)?medlemmer\w*|"
    r"(?:Et )?[Mm]indretal\w*|Venstre|Socialdemokratiet|Enhedslisten|SF|Alternativet|[Ff]ormanden|[Nn]æstformanden)"
    rf"\s+(?!{_PASSIVE})"
)
_OTHER_BODY = (
    r"(?:Region(?:en|srådet|\s+\w+)|KL(?:['’]s\s+\w+)?|Kommunerne|(?:\w+\s+)?[Kk]ommune\b|Byråd\w*|Regeringen|Folketinget|"
    r"Danske\s+Regioner|[Mm]inister\w*|\w+minister\w*|\w*[Bb]estyrelse[nr]\w*|Vækstforum|Kommunalbestyrelse\w*|"
    r"(?!KKR)\w+(?:udvalget|rådet|gruppen|nævnet|huset|selskabet|forummet))"
)
_OTHERS = re.compile(rf"(?:De\s+\w+\s+)?{_OTHER_BODY}(?:\s+\w+)?\s+(?!{_PASSIVE})")
# "blev godkendt af regionsrådet": the agent of the passive is another body.
_BY_OTHERS = re.compile(
    rf"\b(?!anbefal)(?:\w+t|\w+s)\s+(?:af|i|hos)\s+(?:de\s+|den\s+|det\s+|hver\s+|hele\s+)?(?!KKR){_OTHER_BODY}|"
    r"\b(?:godkendt|godkendes|vedtaget|vedtages|tiltrådt|tiltrædes)\s+(?:lokalt|politisk|i\s+(?:hver|alle|de)\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:tidligere|allerede|på\s+(?:det\s+)?(?:sidste|seneste|forrige|foregående)\s+møde)\b", re.IGNORECASE
)
_QUOTED = re.compile(r"[“”»\"][^“”«\"\n]{3,}[”“«\"]")
_ATTRIBUTE = re.compile(
    r"(?<!følge\s)(?<!følger\s)(?<!følges\s)(?<!fulgte\s)\b(de|den|det|en|et|deres|allerede|tidligere|nylig|senest)\s+(?:\w+\s+)?\w+(?:ede|endte|ttede|ådte|valgte|endt|erede)"
    r"(?=\s+(?-i:[a-zæøå]))",
    re.IGNORECASE,
)
_FORESEEN = re.compile(
    r"\b(?:skal|bør|burde|forventes|ventes|må|kræver)\b[^,;.]*?\b(?:godkendes|godkendt|tiltrædes|vedtages|drøftes|afvises|udpeges)\b"
    r"(?!\s+(?:\w+\s+){0,2}på\s)",
    re.IGNORECASE,
)
# "bemærkede, at det bør drøftes" reports, up to an act of the council: ", og godkendte"; "besluttede at drøfte"
# decides, and so does "ønskede ikke at godkende".
_COMPLEMENT = re.compile(
    r"(?:,?\s+(?:om\s+)?at|,\s+(?:om|hvorvidt|hvordan))\s.*?"
    r"(?=,?\s+(?:og|men)\s+(?:(?:\w+(?:te|de)|tog|vedtog)\b|anbefaler\b)|,\s+til\s+efterretning|$)",
    re.DOTALL,
)
_DECIDES = re.compile(
    r"\b(?:beslut\w*|vedtog\w*|vedtaget|aftal\w+|bestem\w+|enedes|enige?|enighed\Z|grundlag\s+for|valgte|ønske\w*\s+ikke|undlod|"
    r"kunne\s+ikke|afviste|afvist)\b",
    re.IGNORECASE,
)
# "godkendte, at sagen udsættes": what is approved is itself the decision.
_APPROVED_ACT = re.compile(
    r"\b(?:godkendte|tiltrådte|besluttede|vedtog|godkendt|besluttet)(?:\s+\w+)?,?\s+at\s+"
    r"(?=(?:sagen|punktet|behandlingen|indstillingen)\s+(?:blev\s+|bliver\s+)?(?:udsæt|udskyd|udgår|trækkes|tages|afvises|genoptag|sendes)|"
    r"(?:udsætte|udskyde|afvise|trække|sende)\s+(?:sagen|punktet|indstillingen))",
    re.IGNORECASE,
)
# A relative clause decides nothing, except where it forwards something now: "svaret, som sendes til regionen".
_RELATIVE = re.compile(
    r"(?!,?\s*(?:som|der)\s+(?:\w+\s+)?(?:vider|over|frem)?sendes\b)(?:,\s*(?:og\s+)?(?:som|hvor\w*|hvilke[nt]?|hvis|idet|da|efter\s+at)|(?<!\bog)(?<!\bat)(?<=\w),?\s+der|"
    r"(?<=\w)\s+(?:og\s+)?som(?=\s+(?:blev|er|var|har|havde|skal|kan|vil|KKR|kommunerne|de|vi)\b))\s(?:[^,.;]|(?<=\d)[.,](?=\d))*",
    re.IGNORECASE,
)
# What the council decides of its own matter may stand in a relative clause: "sagen, som udsættes".
_OWN_RELATIVE = re.compile(
    r",\s*(?:som|der|hvorfor\s+(?:sagen|punktet))\s+(?:derfor\s+|hermed\s+|dermed\s+)?(?=(?:udsættes|genoptages|udskydes|udgår)\b)",
    re.IGNORECASE,
)
# "Formanden gennemgik sagen, som blev drøftet." At the sentence's end it is the council that discussed it.
_ENDS_IN_ACT = re.compile(
    r"\b((?:sag|punkt|indstilling|orientering|forslag|oplæg|redegørelse)(?:en|et)),\s+(?:som|der)\s+(?:herefter\s+|derefter\s+)?"
    r"(?=blev\s+(?:drøftet|godkendt|tiltrådt|afvist|udsat|taget\s+til\s+efterretning)\W*$)",
    re.IGNORECASE,
)
# "anbefaler kommunerne at tiltræde planen": to accede is for the municipalities to decide.
_ADVISED = re.compile(
    rf"(\b(?:anbefal\w*|opfordr\w*|henstil\w*|indstill\w+\s+til\s+{COUNCILS})\b[^.;\n]*?)"
    r"(?:\bat\s(?:(?!\sog\s)[^.;\n])*|(?<=\s)(?:godkendt|tiltrådt|vedtaget)\b)",
    re.IGNORECASE,
)
# Officials may advise the council in the same words as the council advises the municipalities.
_ADVISES_COUNCIL = re.compile(r"\bdet\s+(?:anbefales|foreslås)(?=,?\s+at\s+KKR)", re.IGNORECASE)
_LAID_BEFORE = re.compile(
    r"^.*\b(?:forelægges|fremlægges|fremsendes|indstilles|forelagt)\s+(?:for\s+)?(?:KKR\s+)?"
    r"(?=til\s+(?:drøftelse|godkendelse|beslutning|stillingtagen|efterretning)\b)",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\bfor at\b.*|\bsamt at\s+få\b.*|\b(?:om|for),\s+at\b[^,]*(?=,)|,\s*herunder\b[^,]*(?=,)",
    re.IGNORECASE | re.DOTALL,
)
_PURPOSE = re.compile(rf"\bmed henblik på\b.*|{_REASON.pattern}", re.IGNORECASE | re.DOTALL)
# "drøfter, om kommunerne skal godkende planen": to discuss is all that is asked.
_WHAT_IS_ASKED = re.compile(
    r"\b(drøft\w+|godkend(?:er|e)|tiltræder?|noterer\s+sig),?\s+(?:om|hvorvidt|hvordan|at)\s+(?!KKR\b)[^,.;\n]*?"
    r"(?=[,.;\n]|\s+og\s+\w+(?:er|r)\b|\s+og\s+at\b|$)",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\b(?:orienter(?:ede|et|er|ing)|oplyste|fortalte|bemærk\w+|nævnte|meddel(?:te|elser)|redegjorde|fremhæve\w*|"
    r"understregede|spurgte|foreslog|påpegede|gjorde\s+opmærksom|gav\s+(?:en\s+)?status|efterlyste|refererede)\b",
    re.IGNORECASE,
)
_OF_THE_MATTER = tolerant_pattern(
    r"^(?:[–-]\s)?(?:Herefter|Derefter|Dermed|På den baggrund|Ad\b|Punkt\b|Pkt\.|Sagen|Punkte|Indstilling|Orientering|"
    r"Forslag|Dagsorden|Referat|Beslutning|Meddelelse|Redegørelse|Udkast|Godkend|Tiltråd|Tage[ts]\b|Til efterretning|"
    r"Drøft|Udsat|Det blev (?:besluttet|vedtaget)|Der var (?:enighed|tilslutning|opbakning))|\bKKR\b"
)


def split_sentences(text: str) -> list[str]:
    """Return the sentences and list entries of a text."""
    return [sentence.strip() for sentence in _SENTENCES.split(text) if sentence and sentence.strip()]


def own_sentences(decision: str) -> Iterator[str]:
    """Yield the sentences of a decision that may state an act of the council: not those of somebody's report."""
    for paragraph in re.split(r"\n\s*\n", decision):
        within = listed = False
        for sentence in split_sentences(paragraph):
            entry = sentence.startswith("– ")
            if listed and entry:
                continue
            is_own = _OF_THE_MATTER.search(_with_council(sentence))
            within = is_report(sentence) or (within and not is_own)
            listed = (sentence.endswith(":") and bool(_REPORTS.search(sentence))) or (listed and entry)
            if not within:
                yield sentence


def is_report(sentence: str) -> bool:
    """Return whether a sentence says what somebody told, not what the council did."""
    if re.search(r"\bKKR\b|efterretning|notam", _with_council(sentence)):
        return False
    return bool(_REPORTS.search(sentence)) and (
        bool(_MEMBERS.match(sentence))
        or bool(re.match(r"Der\s+blev|Formandskab|Sekretariat|Orientering\w*\s+(?:om|fra|ved)", sentence))
    )


def own_clause(sentence: str) -> str:
    """Return what the council itself does in a sentence; empty where others are its subject."""
    stated = _concluded(_stated(_with_council(sentence)))
    stated = _OWN_RELATIVE.sub(" og ", _APPROVED_ACT.sub("besluttede at ", stated))
    act = _ENDS_IN_ACT.search(stated)
    if _is_of_others(stated):
        return f"{act[1]} {stated[act.end() :]}" if act else ""
    stated = _ENDS_IN_ACT.sub(r"\1, og \1 ", stated)
    bare = _ADVISED.sub(r"\1", _RELATIVE.sub(" ", stated))
    bare = _ATTRIBUTE.sub(r"\1 ", _BY_OTHERS.sub(" ", bare))
    complement = _COMPLEMENT.search(bare)
    if not complement or _DECIDES.search(bare[: complement.start()]):
        return bare if _DECIDES.search(bare) else _FORESEEN.sub(" ", bare)
    noted = " til efterretning" if re.search(r"\btog\b.*\btil efterretning", bare, re.DOTALL) else ""
    return bare[: complement.start()] + noted + bare[complement.end() :]


def _with_council(sentence: str) -> str:
    """Return a sentence in which the council is called KKR."""
    return _COUNCIL.sub("KKR", sentence)


def _concluded(stated: str) -> str:
    """Return what the chair concluded that the council did."""
    return re.sub(r"^(?:Næstf|F)ormanden\s+(?:konkluderede|sammenfattede|konstaterede),?\s+at\s+(?=KKR\b)", "", stated)


def _is_of_others(stated: str) -> bool:
    if _MEMBERS.match(stated) or _OTHERS.match(stated):
        return True
    return bool(_BEFORE.search(stated)) and not re.match(r"KKR\b", stated)


def asked_clauses(recommendation: str, *, purposes: bool = False) -> list[tuple[str, str]]:
    """Return the clauses of a recommendation, without what is asked of others, each with its sentence.

    What the council is only to prepare for ("med henblik på at godkende") is among them with `purposes`.
    """
    clauses = []
    for sentence in split_sentences(recommendation):
        bare = _LAID_BEFORE.sub("", _ADVISES_COUNCIL.sub("det indstilles", _stated(sentence)))
        bare = _ADVISED.sub(r"\1", _RELATIVE.sub(" ", _WHAT_IS_ASKED.sub(r"\1 ", bare)))
        bare = (_REASON if purposes else _PURPOSE).sub("", bare)
        clauses.append((_ATTRIBUTE.sub(r"\1 ", bare), sentence))
    return clauses


def _stated(sentence: str) -> str:
    """Return as much of a sentence as is searched for verbs, without quotations; no real one is longer."""
    shown = sentence[:SENTENCE_LETTERS].lstrip("–-• ")
    return _QUOTED.sub("»…«", shown) if not re.fullmatch(_QUOTED, shown) else shown
