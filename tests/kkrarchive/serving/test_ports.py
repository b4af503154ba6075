"""The archive has its port to itself before it says that it is ready."""

from __future__ import annotations

import socket

import pytest

from kkrarchive.serving import CannotServe
from kkrarchive.serving.running import _reserve
from tests.kkrarchive.serving.archive_process import find_free_port


@pytest.mark.parametrize("options", [[], [socket.SO_REUSEADDR], [socket.SO_REUSEPORT]])
@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0", "::"])
def test_a_port_that_another_program_listens_on_is_refused(host: str, options: list[int]) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as other:
        for option in options:
            other.setsockopt(socket.SOL_SOCKET, option, 1)
        other.bind((host, 0))
        other.listen()
        with pytest.raises(CannotServe, match="bruges af et andet program"):
            _reserve(other.getsockname()[1])


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_no_other_program_comes_to_listen_on_a_port_that_is_reserved(host: str) -> None:
    with _reserve(find_free_port()) as ours, socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with pytest.raises(OSError, match="in use"):
            other.bind((host, ours.getsockname()[1]))


def test_a_port_that_was_used_a_moment_ago_is_free() -> None:
    port = find_free_port()
    with _reserve(port) as ours, socket.create_connection(("127.0.0.1", port)) as reader:
        accepted, _address = ours.accept()
        accepted.close()  # whoever closes first keeps the connection in TIME_WAIT
        assert reader.recv(1) == b""
    _reserve(port).close()
