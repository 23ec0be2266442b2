"""A host and a port are written as everywhere; a link needs an address that others reach."""

import ipaddress

import pytest

from facilitator.page.place import HostAndPort, is_ip_address, is_only_here, place_named, reachable_address


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("192.168.1.5:8080", ("192.168.1.5", 8080)),
        (":8080", ("127.0.0.1", 8080)),
        ("room.local:0", ("room.local", 0)),
        ("[::1]:80", ("::1", 80)),
        (" localhost:65535 ", ("localhost", 65535)),
    ],
)
def test_a_place_is_read(text: str, place: tuple[str, int]):
    assert place_named(text) == place


@pytest.mark.parametrize(
    "text", ["", "vp-sales-final", "host", "host:", "host:x", "host:65536", "::1:80:90", "a:-1", "h:²"]
)
def test_what_is_none_is_told_with_the_right_form(text: str):
    with pytest.raises(ValueError, match="is not HOST:PORT, such as"):
        place_named(text)


@pytest.mark.parametrize("text", ["192.168.1.5:8080", "[::1]:80", "room.local:0"])
def test_it_is_written_as_it_is_read(text: str):
    assert place_named(text).written == text


def test_addresses_are_told_from_names():
    assert [is_ip_address(host) for host in ("10.0.0.1", "::1", "fe80::1%eth0", "localhost", "10.0.0", "")] == [
        *(True, True, True),
        *(False, False, False),
    ]


def test_only_loopback_is_for_this_computer_alone():
    assert [is_only_here(address) for address in ("127.0.0.1", "127.8.8.8", "::1", "0.0.0.0", "192.168.1.5")] == [
        *(True, True, True),
        *(False, False),
    ]


def test_an_address_that_stands_for_all_leads_to_one_that_can_be_reached():
    assert reachable_address("192.168.1.5") == "192.168.1.5"
    found = ipaddress.ip_address(reachable_address("0.0.0.0"))
    assert not found.is_unspecified


def test_without_a_network_it_leads_here(monkeypatch: pytest.MonkeyPatch):
    class NoNetwork:
        def __init__(self, *_: object) -> None:
            raise OSError("Network is unreachable")

    monkeypatch.setattr("facilitator.page.place.socket.socket", NoNetwork)
    assert (reachable_address("0.0.0.0"), reachable_address("::")) == ("127.0.0.1", "::1")


def test_without_a_place_it_is_for_this_computer_at_any_free_port():
    assert HostAndPort() == ("127.0.0.1", 0)
