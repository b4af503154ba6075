"""A file that cannot be opened says why, in Danish."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import UnreadablePath
from ingest.extract.files import read_bytes


def test_a_file_gives_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "referat.txt").write_bytes(b"KKR")
    assert read_bytes(tmp_path / "referat.txt") == b"KKR"


def test_a_file_that_is_not_there_a_folder_and_a_circle_of_links_say_so(tmp_path: Path) -> None:
    (tmp_path / "ring").symlink_to(tmp_path / "ring")
    for name, reason in (("væk", "den findes ikke"), ("", "det er en mappe"), ("ring", "et link peger på sig selv")):
        with pytest.raises(UnreadablePath, match=reason):
            read_bytes(tmp_path / name)
