"""An invite is for a seat of this panel, for some hours, and is kept for its owner alone."""

from pathlib import Path

import pytest

from facilitator.domain.facts.kinds.panel import Role
from facilitator.storage.invites import Invites
from facilitator.workspace import exports
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.running_session import start
from facilitator.workspace.shared.inviting import invite
from facilitator.workspace.shared.join import join, read_invite
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


def test_in_the_interview_it_goes_to_the_clipboard_and_is_said_nowhere(devices, monkeypatch):
    copied: list[str] = []

    def copy(text: str, folder: Path) -> str:
        copied.append(text)
        return "Copied."

    monkeypatch.setattr(exports, "put_on_clipboard", copy)
    ann = devices.open(devices.host)
    said = ann.shared.invite("bo")
    assert said.startswith(
        "The invite for bo, for one device and 24 hours: Copied. Send it as you would send a password."
    )
    assert "four words to compare" in said
    assert copied[0] not in said
    devices.while_it_runs(lambda: join(devices.workspace("bo"), read_invite(copied[0]), devices.folder, str))
    assert len(ann.conductor.session.devices) == 2
    assert copied[0].encode() not in devices.host.home.path(devices.session, "journal").read_bytes()
    assert ann.shared.invite("nobody").startswith("Nobody is invited: There is no panelist")


def test_invites_that_are_long_over_are_cleared_away(devices, monkeypatch):
    day = 24 * 3_600_000
    late, now = invite(devices.host, devices.session, "bo"), devices.host.now()
    monkeypatch.setattr(devices.host, "now", lambda: now + day + 1000)
    just_over = invite(devices.host, devices.session, "bo")
    invites = Invites(devices.host.home, devices.session)
    assert invites.find(late.id) is not None, "for a day late comers are told"
    monkeypatch.setattr(devices.host, "now", lambda: now + 2 * day + 2000)
    invite(devices.host, devices.session, "bo")
    assert invites.find(late.id) is None
    assert invites.find(just_over.id) is not None
