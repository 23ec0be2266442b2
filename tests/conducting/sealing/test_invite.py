"""An invite is one line of text: whatever else is pasted is refused, in words."""

from base64 import b32encode
from hashlib import sha256

import pytest
from msgspec.structs import replace

from facilitator.conducting.sealing.invite import Invite, NoInvite, invite_in, new_invite
from tests.conducting.packed_panels import PANEL

OLD = "agv2xk5lvov2xk5lvov2xk5lvovritllfl44dut33mzfk5stnh3y4tigqmessf4v7vrq3tjjm3cdgzurcjkero5slnhrqvshfjka"


@pytest.fixture(params=["by a folder", "with addresses", "by a router"])
def invite(request) -> Invite:
    made = new_invite(PANEL, bytes(range(32)), 24)
    if request.param == "by a folder":
        return made
    made = replace(made, authority=bytes(range(32)), addresses=("192.168.1.5:7447", "[2001:db8::1]:7447"))
    return replace(made, room="cd" * 8, password=bytes(range(16))) if request.param == "by a router" else made


def test_how_long_it_is():
    made = new_invite(PANEL, bytes(range(32)), 24)
    assert len(made.text) < 120
    made = replace(made, authority=bytes(32), addresses=("192.168.1.5:7447",))
    assert len(made.text) < 200
    assert len(replace(made, room="cd" * 8, password=bytes(16)).text) < 240


def test_one_from_before_there_were_addresses_is_read_as_ever():
    text = "facilitator1-" + OLD
    assert invite_in(text).text == text
    assert invite_in(text).addresses == ()


@pytest.mark.parametrize(
    "address",
    ["host", ":7447", "host:", "host:port", "host:7447#iface=eth0", "host:7447?prio=1", "a b:1", "x" * 300 + ":1", ""],
)
def test_what_is_no_address_is_no_part_of_an_invite(address):
    made = new_invite(PANEL, bytes(range(32)), 24)
    with pytest.raises(NoInvite):
        invite_in(replace(made, authority=bytes(32), addresses=("host:1", address)).text)


def test_it_comes_back_as_it_was_whatever_a_mail_has_made_of_it(invite):
    text = invite.text
    assert invite_in(text) == invite
    assert invite_in(f"  {text[:40]}\n{text[40:].upper()}  ") == invite


def test_no_two_are_the_same(invite):
    other = new_invite(PANEL, bytes(range(32)), 24)
    assert other.id != invite.id
    assert other.secret != invite.secret


def test_no_letter_of_it_can_be_wrong(invite):
    text = invite.text
    for place in range(len("facilitator1-"), len(text)):
        wrong = text[:place] + ("a" if text[place] != "a" else "b") + text[place + 1 :]
        with pytest.raises(NoInvite, match="damaged"):
            invite_in(wrong)


def test_the_last_letter_cannot_be_another_one_though_some_of_its_bits_are_in_no_byte(invite):
    for letter in set("abcdefghijklmnopqrstuvwxyz234567") - {invite.text[-1]}:
        with pytest.raises(NoInvite, match="damaged"):
            invite_in(invite.text[:-1] + letter)


@pytest.mark.parametrize("text", ["", "a password", "facilitator2-abc", "x" * 100_000])
def test_what_is_none_is_told(text):
    with pytest.raises(NoInvite, match="That isn't an invite"):
        invite_in(text)


@pytest.mark.parametrize("cut", [slice(0, 60), slice(0, -1), slice(0, 14)])
def test_one_that_is_cut_is_damaged(invite, cut):
    with pytest.raises(NoInvite, match="damaged"):
        invite_in(invite.text[cut])


@pytest.mark.parametrize(
    "body",
    [
        *(b"\x04" + bytes(80), b"\x03" + bytes(80), b"\x03" + bytes(114)),
        *(b"\x01" + bytes(10), b"\x01" + bytes(58), b"\x02" + bytes(80)),
    ],
)
def test_one_of_a_newer_version_is_told_as_such(body):
    code = b32encode(body + sha256(body).digest()[:4]).decode().rstrip("=").lower()
    with pytest.raises(NoInvite, match="newer version"):
        invite_in(f"facilitator1-{code}")
