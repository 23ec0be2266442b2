"""An invite is for a seat of this panel, for some hours, and is kept for its owner alone."""

import pytest

from facilitator.domain.facts.kinds.panel import Role
from facilitator.storage.invites import Invites
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.running_session import start
from facilitator.workspace.shared.inviting import invite
from tests.ui.sessions import small_agenda


def test_it_is_for_the_seat_and_the_hours_that_were_said(devices):
    made = invite(devices.host, devices.session, "BO", 2)
    kept = Invites(devices.host.home, devices.session).find(made.id)
    assert kept is not None
    assert (kept.text, kept.seat, kept.role) == (made.text, "bo", Role.PANELIST)
    assert 0 < kept.until - devices.host.now() <= 2 * 3_600_000


def test_it_can_be_made_while_the_session_is_open(devices):
    devices.open(devices.host)
    assert invite(devices.host, devices.session, "bo").hours == 24


@pytest.mark.parametrize(("seat", "hours", "why"), [("zoe", 24, "There is no panelist"), ("bo", 0, "1 to 255 hours")])
def test_what_cant_be_is_told(devices, seat, hours, why):
    with pytest.raises(WrongRequest, match=why):
        invite(devices.host, devices.session, seat, hours)


def test_a_session_that_isnt_shared_has_none(workspace):
    with start(workspace, small_agenda(), "small", "", None) as running:
        session = running.conductor.session.id
    with pytest.raises(WrongRequest, match="isn't shared yet"):
        invite(workspace, session, "bo")
