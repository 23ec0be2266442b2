"""Where nobody can listen, it is said what is wrong, where, and what helps."""

import errno
import socket

import pytest

from facilitator.page.listening import listen_at
from facilitator.page.place import HostAndPort
from facilitator.workspace.services.page import PageTrouble


def test_it_listens_on_a_free_port_of_this_computer():
    with listen_at(HostAndPort()) as listening:
        host, port = listening.getsockname()
        assert host == "127.0.0.1"
        with socket.create_connection((host, port), timeout=60):
            pass


def test_a_port_in_use_is_named_with_a_way_out():
    with listen_at(HostAndPort()) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PageTrouble, match=rf"^Port {port} of 127\.0\.0\.1 is in use\. Name another port, or 0"):
            listen_at(HostAndPort("127.0.0.1", port))


def test_a_host_that_is_not_ours_is_named():
    with pytest.raises(PageTrouble, match=r"^192\.0\.2\.1 is not an address of this computer\. Name one that is"):
        listen_at(HostAndPort("192.0.2.1", 0))


@pytest.mark.parametrize("host", ["no-such-host.invalid", "x" * 80, "a..b"])
def test_a_name_without_an_address_is_named(host: str):
    with pytest.raises(
        PageTrouble, match=rf"^There is no address for “{host}”: it is misspelt, or the network is down"
    ):
        listen_at(HostAndPort(host, 0))


def test_a_name_server_that_hangs_is_waited_for_a_moment_only(monkeypatch: pytest.MonkeyPatch):
    def hang(*_: object) -> None:
        raise TimeoutError

    monkeypatch.setattr("facilitator.page.listening.do_patiently", hang)
    with pytest.raises(PageTrouble, match=r"There is no address for “room\.example”"):
        listen_at(HostAndPort("room.example", 0))


@pytest.mark.parametrize(
    ("number", "said"), [(errno.EACCES, "Port 80 is not for everybody"), (errno.ENOBUFS, r"can't be used: No buffer")]
)
def test_other_reasons_are_told_as_well(monkeypatch: pytest.MonkeyPatch, number: int, said: str):
    def fail(*_: object) -> None:
        raise OSError(number, "No buffer space available")

    monkeypatch.setattr(socket.socket, "bind", fail)
    with pytest.raises(PageTrouble, match=said):
        listen_at(HostAndPort("127.0.0.1", 80))
