"""The invites that this device has made, as whoever admits others needs them."""

from facilitator.domain.facts.kinds.panel import Role
from facilitator.storage.invites import Invites, KeptInvite
from facilitator.workspace.shared.inviting import invite
from facilitator.workspace.shared.known_invites import known_invite


def test_one_that_was_made_here_is_known_with_whom_it_is_for(devices):
    made = invite(devices.host, devices.session, "bo")
    known = known_invite(Invites(devices.host.home, devices.session), made.id)
    assert known is not None
    assert (known.invite, known.seat, known.role) == (made, "bo", Role.PANELIST)


def test_any_other_isnt(devices):
    invites = Invites(devices.host.home, devices.session)
    assert known_invite(invites, "0" * 16) is None
    invites.save("1" * 16, KeptInvite(text="no invite", seat="bo", role=Role.PANELIST, until=0))
    assert known_invite(invites, "1" * 16) is None
