"""Who may connect follows from secrets, on both sides alike, and nobody guesses another's."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from facilitator.conducting.sealing.invite import new_invite
from facilitator.conducting.sealing.live_access import authority, authority_key, password, to_connect_with, users
from tests.conducting.packed_panels import PANEL

SECRET, ADDRESSES = bytes(range(32)), ("10.0.0.1:7447",)


def test_an_invited_device_is_a_user_of_the_device_that_listens():
    made = [to_connect_with(new_invite(PANEL, b"key", 24), SECRET, number, ADDRESSES) for number in range(3)]
    known = users(SECRET, 64)
    assert len(known) == 64
    assert [known[invite.id] for invite in made] == [password(invite.secret) for invite in made]
    assert all(name.isalnum() and code.isalnum() for name, code in known.items())


def test_the_names_are_the_same_however_many_there_are_and_others_with_another_secret():
    assert users(SECRET, 3).items() <= users(SECRET, 64).items()
    assert not users(SECRET, 64).keys() & users(bytes(32), 64).keys()
    assert len(set(users(SECRET, 64).values())) == 64


def test_the_invite_has_the_public_key_of_who_vouches():
    invite = to_connect_with(new_invite(PANEL, b"key", 24), SECRET, 0, ADDRESSES)
    private = Ed25519PrivateKey.from_private_bytes(authority(SECRET))
    assert invite.authority == authority_key(SECRET) == private.public_key().public_bytes_raw()
    assert invite.addresses == ADDRESSES
    assert invite.panel == PANEL
