"""Where a device listens is what was named, or every network, and others are told how to get there."""

import socket

import pytest

from facilitator.cli.errors import WrongInput
from facilitator.cli.listening.free_port import check_port, free_port
from facilitator.page.place import reachable_address


def test_a_port_alone_is_on_every_network_and_reached_by_an_address_of_this_computer():
    place, (address,) = free_port(":0")
    host, _, port = place.rpartition(":")
    assert host == "0.0.0.0"
    assert int(port) > 0
    assert address == f"{reachable_address(host)}:{port}"


def test_a_host_that_was_named_is_how_others_reach_it():
    place, addresses = free_port("localhost:0")
    assert addresses == (place,)
    assert place.startswith("localhost:")


def test_a_port_that_is_in_use_is_told_and_what_helps():
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(WrongInput, match=r"in use.*--folder"):
        free_port(f"127.0.0.1:{taken.getsockname()[1]}")


@pytest.mark.parametrize("said", ["vp-sales-final", "host", "host:port", ":70000", ""])
def test_what_is_no_place_is_told(said):
    with pytest.raises(WrongInput, match="HOST:PORT"):
        check_port(said)
