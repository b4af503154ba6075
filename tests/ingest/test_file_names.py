"""File names that are not valid UTF-8: each is decoded as intended, and stops no other file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from ingest.extract.files import readable, stored_name
from meetings.models import Document, Meeting
from tests.ingest.papers import MINUTES_TEXT
from tests.ingest.test_ingest import ingest
from tests.ingest.working import environment

LATIN_1 = b"referat-\xe6\xf8\xe5.txt"
# Terminals that can show less than Danish: file names are printed on all of them.
TERMINALS = [{"PYTHONIOENCODING": "utf-8:strict"}, {"PYTHONIOENCODING": "ascii:strict"}, {"LC_ALL": "C"}]


def put(folder: Path, name: bytes, day: int = 3) -> Path:
    """Write minutes of a day to a file whose name is any bytes."""
    path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(MINUTES_TEXT.replace(b"3. maj", f"{day}. maj".encode()))
    return path


def manage(*arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "manage.py", *map(str, arguments)]
    return subprocess.run(
        command, cwd=settings.BASE_DIR, env={**environment(), **variables}, capture_output=True, check=False
    )


def test_a_cpr_number_in_a_name_is_masked_since_names_are_public() -> None:
    assert stored_name("Afgørelse 010180-1234.pdf") == "Afgørelse 010180-••••.pdf"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Møde.pdf".encode(), "Møde.pdf"),
        ("Møde nr. 3 – Bilag.pdf".encode("cp1252"), "Møde nr. 3 – Bilag.pdf"),
        ("KØGE ÅRSMØDE.PDF".encode("cp850"), "KØGE ÅRSMØDE.PDF"),
        (b"\xff\xfe.pdf", r"\xff\xfe.pdf"),
        (b"to\nlinjer\x1b[31m.pdf", r"to\nlinjer\x1b[31m.pdf"),
        ("2024/Mødet".encode() + b"/\xe6.pdf", "2024/Mødet/æ.pdf"),
    ],
)  # fmt: skip
def test_a_name_reads_as_it_was_meant(name: bytes, text: str) -> None:
    assert readable(os.fsdecode(name)) == text


def test_a_name_that_grows_too_long_keeps_its_beginning_and_its_ending() -> None:
    name = stored_name(os.fsdecode(b"\xff" * 251 + b".pdf"))
    assert (len(name), name[:4], name[-4:]) == (255, r"\xff", ".pdf")


def test_a_name_from_a_mac_is_composed() -> None:
    assert stored_name("A\N{COMBINING RING ABOVE}r.pdf") == "År.pdf"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", [LATIN_1, b"\xff\xfe.txt", b"\xff" * 251 + b".txt", b"a\nb.txt", b"m\xf8de/a.txt"])
def test_a_file_of_any_name_gets_in_and_the_next_one_too(tmp_path: Path, name: bytes) -> None:
    put(tmp_path, name)
    put(tmp_path, b"\xff\xffsidste.txt", day=4)
    assert ingest("--dry-run", tmp_path) == 0
    assert ingest(tmp_path) == 0
    assert Meeting.objects.count() == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", [LATIN_1, b"a\nb.txt", b"\xff.txt"])
def test_the_original_is_found_under_the_name(client: Client, tmp_path: Path, name: bytes) -> None:
    call_command("ingest", str(put(tmp_path, name)))
    document = Document.objects.get()
    answer = client.get(document.original_url)
    assert b"".join(answer) == MINUTES_TEXT


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("terminal", TERMINALS)
def test_a_name_is_printed_on_any_terminal(tmp_path: Path, terminal: dict[str, str]) -> None:
    put(tmp_path, LATIN_1)
    put(tmp_path, b"tom-\xe6.txt").write_bytes(b"")
    done = manage("ingest", tmp_path, **terminal)
    assert done.returncode == 1, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert Document.objects.get().name == "referat-æøå.txt"


@pytest.mark.parametrize("terminal", TERMINALS)
def test_parse_prints_json_on_any_terminal(tmp_path: Path, terminal: dict[str, str]) -> None:
    path = put(tmp_path, LATIN_1)
    done = subprocess.run(
        [sys.executable, "manage.py", "parse", str(path)], cwd=settings.BASE_DIR, env={**os.environ, **terminal},
        capture_output=True, check=True,
    )  # fmt: skip
    assert json.loads(done.stdout)["place"] == "Rådhuset"


def test_parse_names_a_file_that_it_cannot_read_on_one_line(tmp_path: Path) -> None:
    path = put(tmp_path, b"a\n\xe6.txt")
    path.write_bytes(b"")
    command = [sys.executable, "manage.py", "parse", str(path)]
    done = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
    assert done.stderr == f"{tmp_path}/a\\næ.txt: Filen er tom. Hent den igen fra kilden.\n"


@pytest.mark.django_db(transaction=True)
def test_a_name_that_is_too_long_for_the_disk_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert ingest("a" * 300) == 1
    assert "Filen kan ikke åbnes" in capsys.readouterr().out
