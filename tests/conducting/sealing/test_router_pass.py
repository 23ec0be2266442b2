"""A pass is one line of text, as an invite is: whatever else is pasted is refused, in words."""

import pytest

from facilitator.conducting.sealing.invite import NoInvite, as_line, invite_in, new_invite
from facilitator.conducting.sealing.router_pass import PASS_PREFIX, RouterPass, pass_in
from tests.conducting.packed_panels import PANEL

PASS = RouterPass(
    addresses=("10.0.0.5:7447", "router.example:443"), authority=bytes(range(32)), room="ab" * 8, password=bytes(16)
)


def test_it_comes_back_as_it_was_whatever_a_mail_has_made_of_it():
    text = PASS.text
    assert text.startswith(PASS_PREFIX)
    assert pass_in(text) == PASS
    assert pass_in(f"  {text[:40]}\n{text[40:].upper()}  ") == PASS


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a password", "That isn't a router's pass: one begins with facilitator-router1-"),
        (new_invite(PANEL, bytes(32), 24).text, "That isn't a router's pass"),
        (PASS.text[:-1], "damaged"),
        (PASS.text[:-3] + "aaa", "damaged"),
        (as_line(PASS_PREFIX, b"\x02", bytes(80)), "newer version"),
        (as_line(PASS_PREFIX, b"\x01", bytes(20)), "newer version"),
        (as_line(PASS_PREFIX, b"\x01", bytes(56), b"host#iface=eth0:1"), "newer version"),
    ],
    ids=["words", "invite", "cut", "changed", "newer", "short", "not an address"],
)
def test_what_is_none_is_told(text, why):
    with pytest.raises(NoInvite, match=why):
        pass_in(text)


def test_it_is_no_invite():
    with pytest.raises(NoInvite, match="That isn't an invite"):
        invite_in(PASS.text)
