"""When the host's device is gone, another hosts what it has, and the others connect to that one with a new invite."""

import pytest

from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.shared.inviting import invite
from facilitator.workspace.shared.join import join
from facilitator.workspace.shared.moving import session_of
from facilitator.workspace.shared.share import Port, share
from tests.sharing.transports.zenoh.panels import free_port
from tests.workspace.shared.devices import Devices


def quietly(why: str) -> None:
    pass


def test_another_device_hosts_on_and_the_others_go_on_with_it(tmp_path):
    with Devices(tmp_path, live=True) as devices:
        devices.open(devices.host)
        bo, _ = devices.joined("bo", "bo")
        other, _ = devices.joined("bo's other device", "bo")
        devices.leave()
        address = f"127.0.0.1:{free_port()}"
        share(bo, devices.session, None, Port(address, (address,)))
        hosting = devices.open(bo)
        hosting.conductor.submit("/clock me")
        moved = join(other, invite(bo, devices.session, "bo"), None, quietly)
        assert (moved.session, moved.name, moved.words) == (devices.session, "Bo Chen", "")
        going_on = devices.open(other)
        going_on.conductor.submit("/them How big is the team?")
        devices.agree(hosting, going_on)
        assert going_on.conductor.session.clock_owner == "bo"
        assert len(hosting.conductor.session.devices) == 3


def test_an_invite_of_its_own_moves_nothing(tmp_path):
    with Devices(tmp_path, live=True) as devices:
        before = devices.keys(devices.host)
        with pytest.raises(WrongRequest, match="already on this device"):
            join(devices.host, invite(devices.host, devices.session, "bo"), None, quietly)
        assert devices.keys(devices.host) == before


def test_a_panel_that_isnt_here_has_no_session(devices):
    assert session_of(devices.host, devices.keys(devices.host).panel) == devices.session
    assert session_of(devices.host, "f" * 32) == ""
