"""Pictures of pages: made once whoever asks, kept within bounds, and never at the price of the process that asks."""

from __future__ import annotations

import hashlib
import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pytest_django import Settings

from meetings.pictures import store
from meetings.pictures.bounds import MOST_PIXELS
from meetings.pictures.store import NoPicture, Picture, remove_old, remove_pictures
from meetings.shared.vocabulary import PictureFailure
from tests.ingest.typeset import typeset

PAGE = "#set page(width: 210mm, height: 297mm)\nReferat\n#pagebreak()\n#text(fill: red)[Rødt]"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    """Return a folder for pictures that is the test's own."""
    settings.PICTURES_DIR = tmp_path / "pictures"
    return tmp_path / "pictures"


def stored(data: bytes, tmp_path: Path) -> tuple[Path, str]:
    """Return a file with this content, and its SHA-256."""
    file = tmp_path / "file.pdf"
    file.write_bytes(data)
    return file, hashlib.sha256(data).hexdigest()


def size(file: Path) -> tuple[int, int]:
    with Image.open(file) as picture:
        assert picture.format == "WEBP"
        return picture.size


def test_a_page_is_drawn_in_two_sizes(tmp_path: Path) -> None:
    pdf, sha256 = stored(typeset(PAGE), tmp_path)
    picture = Picture(sha256, 1)
    picture.make(pdf)
    assert (size(picture.file(1)), size(picture.file(2))) == ((794, 1123), (1588, 2246))
    assert picture.file(1).stat().st_size < 5_000


def test_a_page_that_lies_on_its_side_is_turned(tmp_path: Path) -> None:
    pdf, sha256 = stored(typeset(PAGE), tmp_path)
    picture = Picture(sha256, 1, turn=90)
    picture.make(pdf)
    assert size(picture.file(1)) == (1123, 794)


def test_colours_stay(tmp_path: Path) -> None:
    pdf, sha256 = stored(typeset(PAGE), tmp_path)
    picture = Picture(sha256, 2)
    picture.make(pdf)
    with Image.open(picture.file(2)) as drawn:
        darkest = [band.getextrema()[0] for band in drawn.convert("RGB").split()]
    assert darkest[0] > 200 > 100 > max(darkest[1:])  # type: ignore[operator]


def test_a_crowd_that_wants_a_page_has_it_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf, sha256 = stored(typeset(PAGE), tmp_path)
    drawn, render = [], store._render

    def count(*told: Any) -> PictureFailure | None:
        drawn.append(told)
        return render(*told)

    monkeypatch.setattr(store, "_render", count)
    with ThreadPoolExecutor(8) as crowd:
        list(crowd.map(lambda _nth: Picture(sha256, 1).make(pdf), range(8)))
    assert (len(drawn), Picture(sha256, 1).is_made) == (1, True)


@pytest.mark.parametrize(("data", "number"), [(b"%PDF-1.7 nothing", 1), (typeset("Referat"), 2)])
def test_a_page_that_cannot_be_drawn_says_so_and_is_not_tried_again_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, number: int
) -> None:
    pdf, sha256 = stored(data, tmp_path)
    picture = Picture(sha256, number)
    with pytest.raises(NoPicture) as told:
        picture.make(pdf)
    assert told.value.reason == picture.failure == PictureFailure.REFUSED
    monkeypatch.setattr(store, "_render", lambda *_told: pytest.fail("tried again"))
    with pytest.raises(NoPicture):
        picture.make(pdf)


def test_a_page_that_could_not_be_drawn_is_tried_again_later(tmp_path: Path) -> None:
    pdf, sha256 = stored(typeset(PAGE), tmp_path)
    picture = Picture(sha256, 1)
    picture.note_failure(PictureFailure.TOO_MUCH)
    os.utime(picture._failed, (0, time.time() - store.AGAIN - 1))
    picture.make(pdf)
    assert (picture.failure, picture.is_made) == (None, True)


def nested_forms(depth: int = 12, wide: int = 12) -> bytes:
    """Return a PDF of 2 kB whose page draws forms that draw forms, in all `wide` to the power of `depth`."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"]
    named = "/Resources << /XObject << /F 5 0 R >> >>"
    objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R {named} >>")
    objects.append("<< /Length 5 >>\nstream\n/F Do\nendstream")
    for nth in range(depth):
        inner = "/F Do " * wide if nth + 1 < depth else "0 0 600 800 re f "
        below = f"/Resources << /XObject << /F {6 + nth} 0 R >> >>" if nth + 1 < depth else ""
        head = f"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] {below} /Length {len(inner)} >>"
        objects.append(f"{head}\nstream\n{inner}\nendstream")
    body = "".join(f"{nth} 0 obj\n{one}\nendobj\n" for nth, one in enumerate(objects, 1))
    return f"%PDF-1.7\n{body}trailer\n<< /Root 1 0 R /Size {len(objects) + 1} >>\n%%EOF".encode()


def test_a_page_made_to_exhaust_the_machine_ends_only_its_own_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "PATIENCE", 2)
    pdf, sha256 = stored(nested_forms(), tmp_path)
    began = time.monotonic()
    with pytest.raises(NoPicture) as told:
        Picture(sha256, 1).make(pdf)
    assert told.value.reason == PictureFailure.TOO_MUCH
    assert time.monotonic() - began < 10


def test_a_poster_is_drawn_smaller(tmp_path: Path) -> None:
    pdf, sha256 = stored(typeset("#set page(width: 400cm, height: 300cm)\nReferat"), tmp_path)
    picture = Picture(sha256, 1)
    picture.make(pdf)
    wide, high = size(picture.file(2))
    assert 0.98 * MOST_PIXELS < wide * high <= 1.01 * MOST_PIXELS


def test_while_all_places_are_taken_others_are_told_to_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.1)
    pdf, sha256 = stored(typeset(PAGE), tmp_path)
    with store._lock("slot-0"), store._lock("slot-1"), pytest.raises(NoPicture) as told:
        Picture(sha256, 1).make(pdf)
    assert (told.value.reason, Picture(sha256, 1).failure) == (PictureFailure.BUSY, None)


def keep(folder: Path, name: str, size: int, days_ago: float) -> Path:
    """Keep a picture of some bytes that was last looked at some days ago."""
    file = folder / name[:2] / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"x" * size)
    seen = time.time() - days_ago * store.DAY
    os.utime(file, (seen, seen))
    return file


def test_what_nobody_looked_at_for_long_goes_first_when_there_is_no_room(folder: Path) -> None:
    old, used, new = (keep(folder, name, 100, days) for name, days in (("aa-1", 30), ("ab-2", 2), ("ac-3", 1)))
    remove_old(folder, 250)
    assert (old.exists(), used.exists(), new.exists()) == (False, True, True)


def test_what_nobody_looked_at_for_a_season_goes(folder: Path) -> None:
    old, new = keep(folder, "aa-1", 1, store.DAYS + 1), keep(folder, "ab-2", 1, 1)
    remove_old(folder, 1000)
    assert (old.exists(), new.exists()) == (False, True)


def test_a_documents_pictures_go_and_others_stay(folder: Path) -> None:
    its, other = keep(folder, f"ab{'0' * 62}-1-0-1x.webp", 1, 0), keep(folder, f"ab{'1' * 62}-1-0-1x.webp", 1, 0)
    remove_pictures(f"ab{'0' * 62}")
    assert (its.exists(), other.exists()) == (False, True)
