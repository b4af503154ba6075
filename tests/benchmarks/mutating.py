"""Damage as files meet it, by a number each: a sample, changed one to four times at random.

The same seed and number always make the same file.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.benchmarks.specimens import every_feature, text_in_columns
from tests.ingest.papers import MINUTES_TEXT, make_pdf

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus" / "documents"
MOST_CHANGES = 4
SMALL = 60_000  # bytes; larger samples are taken more rarely
SHARES = {"tiny": 70, "corpus": 14, "text": 15, "sample": 1}  # per cent

Change = Callable[[bytes, Random], bytes]

_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
_NUMBERS = (b"0", b"-1", b"65535", b"65536", b"2147483647", b"-2147483648", b"4294967296", b"99999999999999999999",
            b"1e308", b"0.000000001", b"-99999.5", b"nan")  # fmt: skip
_STREAM = re.compile(rb"(?<!end)stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_OBJECT = re.compile(rb"\d+ \d+ obj\b.*?endobj", re.DOTALL)
_CHARSETS = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp865", "cp850", "mac-roman", "utf-7")


class Mutant(NamedTuple):
    """A mutated file: the name of the sample, the changes made, and the bytes."""

    name: str
    changes: tuple[str, ...]
    data: bytes


def make(seed: int, number: int) -> Mutant:
    """Return the mutant of that number."""
    chance = Random(f"{seed}-{number}")
    [kind] = chance.choices(list(SHARES), list(SHARES.values()))
    name, data = chance.choice(samples()[kind])
    changes = CHANGES | (ON_TEXTS if kind == "text" else ON_PDFS)
    made = tuple(chance.choice(list(changes)) for _ in range(chance.randint(1, MOST_CHANGES)))
    for change in made:
        data = changes[change](data, chance)
    return Mutant(name, made, data)


@cache
def samples() -> dict[str, list[tuple[str, bytes]]]:
    """Return the names and bytes of the files that are mutated, by kind."""
    corpus = sorted(CORPUS.glob("*.pdf"))
    shown = sorted((ROOT / "samples" / "documents").glob("*"))
    texts = [path for path in shown if path.suffix == ".txt"]
    return {
        "tiny": _tiny(),
        "corpus": [(path.name, path.read_bytes()) for path in corpus if path.stat().st_size < SMALL],
        "text": [("minutes.txt", MINUTES_TEXT), *((path.name, path.read_bytes()) for path in texts)],
        "sample": [(path.name, path.read_bytes()) for path in [*corpus, *shown] if path not in texts],
    }


def _tiny() -> list[tuple[str, bytes]]:
    """Return small PDFs; most with their streams in the open, where a changed byte is a changed operator."""
    own = {"typeset.pdf": make_pdf(), "features.pdf": every_feature(), "columns.pdf": text_in_columns()}
    return [*own.items(), *((name, (CORPUS / name).read_bytes()) for name in ("qpdf-open.pdf", "qpdf-rc4.pdf"))]


def flip(data: bytes, chance: Random) -> bytes:
    """Change up to 20 bytes."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 20) if made else 0):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def cut(data: bytes, chance: Random) -> bytes:
    """Leave out the end, or the beginning."""
    at = chance.randint(0, len(data))
    return data[at:] if chance.random() < 0.2 else data[:at]


def remove(data: bytes, chance: Random) -> bytes:
    """Leave out a block."""
    start, end = _block(data, chance)
    return data[:start] + data[end:]


def duplicate(data: bytes, chance: Random) -> bytes:
    """Repeat a block up to 8 times."""
    start, end = _block(data, chance)
    return data[:end] + data[start:end] * chance.randint(1, 8) + data[end:]


def move(data: bytes, chance: Random) -> bytes:
    """Put a block in another place."""
    start, end = _block(data, chance)
    rest = data[:start] + data[end:]
    at = chance.randint(0, len(rest))
    return rest[:at] + data[start:end] + rest[at:]


def renumber(data: bytes, chance: Random) -> bytes:
    """Replace up to 5 numbers by huge, negative or odd ones."""
    for _ in range(chance.randint(1, 5)):
        found = _one_of(_NUMBER, data, chance)
        if found:
            data = data[: found.start()] + chance.choice(_NUMBERS) + data[found.end() :]
    return data


def repack(data: bytes, chance: Random) -> bytes:
    """Change what is in a stream and pack it again, padded to its old length so that other places stay right."""
    found = _one_of(_STREAM, data, chance)
    if not found:
        return data
    old = found[1]
    try:
        new = zlib.compress(_anyhow(zlib.decompress(old), chance))
    except zlib.error:
        new = _anyhow(old, chance)
    return data[: found.start(1)] + new.ljust(len(old), b"\0") + data[found.end(1) :]


def swap(data: bytes, chance: Random) -> bytes:
    """Let two objects stand in each other's place."""
    one, other = _one_of(_OBJECT, data, chance), _one_of(_OBJECT, data, chance)
    if not one or not other or one.start() == other.start():
        return data
    first, second = sorted((one, other), key=lambda found: found.start())
    return data[: first.start()] + second[0] + data[first.end() : second.start()] + first[0] + data[second.end() :]


def rename(data: bytes, chance: Random) -> bytes:
    """Give a number that stands in the file, often a reference, the place of another."""
    one, other = _one_of(_NUMBER, data, chance), _one_of(_NUMBER, data, chance)
    return data[: one.start()] + other[0] + data[one.end() :] if one and other else data


def recode(data: bytes, chance: Random) -> bytes:
    """Write a text in another encoding, or as if it were in another."""
    text = data.decode(chance.choice(_CHARSETS), "replace")
    return text.encode(chance.choice(_CHARSETS), "replace")


def mix(data: bytes, chance: Random) -> bytes:
    """Write a block of a text in another encoding."""
    start, end = _block(data, chance)
    return data[:start] + recode(data[start:end], chance) + data[end:]


def strew(data: bytes, chance: Random) -> bytes:
    """Strew characters that no Danish text has into a text."""
    odd = (
        "\0",
        "\u202e",
        "\u00ad",
        "\ud7ff",
        "\ufeff",
        "\u2028",
        "\x85",
        "\f",
        "\v",
        "\U0001f4a3",
        "\u0308",
        "ﬁ",
        "²",
        "٣",
    )
    for _ in range(chance.randint(1, 30)):
        at = chance.randint(0, len(data))
        data = data[:at] + chance.choice(odd).encode() + data[at:]
    return data


def _anyhow(data: bytes, chance: Random) -> bytes:
    return chance.choice([flip, cut, remove, duplicate, move, renumber, rename])(data, chance)


def _block(data: bytes, chance: Random) -> tuple[int, int]:
    """Return where a block begins and ends; most are short."""
    start = chance.randint(0, len(data))
    return start, min(len(data), start + int(len(data) ** chance.random()))


def _one_of(pattern: re.Pattern[bytes], data: bytes, chance: Random) -> re.Match[bytes] | None:
    found: Sequence[re.Match[bytes]] = list(pattern.finditer(data))
    return chance.choice(found) if found else None


CHANGES: dict[str, Change] = {one.__name__: one for one in (flip, cut, remove, duplicate, move, renumber, rename)}
ON_PDFS: dict[str, Change] = {one.__name__: one for one in (repack, swap)}
ON_TEXTS: dict[str, Change] = {one.__name__: one for one in (recode, mix, strew)}
