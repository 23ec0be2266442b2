"""Asking and answering: only who has the invite can ask, only who has invited can answer, and nobody else can read."""

import os
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from facilitator.conducting.sealing.invite import Invite, new_invite
from facilitator.conducting.sealing.signing import Signer, key_text
from facilitator.conducting.sealing.welcome import (
    Guest,
    NotSealed,
    Welcome,
    answered,
    asked_in,
    words_for,
)
from facilitator.domain.facts.kinds.panel import DeviceAdmitted
from tests.conducting.packed_panels import PANEL, secret

ANN = Signer(secret("ann"), PANEL)
WELCOME = Welcome(session="s", seat="bo", host_key=ANN.public_key, group_keys=(bytes(range(64)),), at=7, wall=8)


@pytest.fixture
def invite() -> Invite:
    return new_invite(PANEL, ANN.public_key, 24)


@pytest.fixture
def guest() -> Guest:
    return Guest(secret("bo"), secret("bo's box"))


def test_who_was_invited_is_welcomed_and_both_see_the_same_words(invite, guest):
    asked = asked_in(invite, guest.ask(invite))
    assert (asked.sign_key, asked.box_key) == (guest.sign_key, guest.box_key)
    welcomed = guest.welcomed(invite, answered(invite, asked, secret("ann"), WELCOME))
    assert welcomed.welcome == WELCOME
    admitted = DeviceAdmitted(
        device="d", seat="bo", invite=invite.id, sign_key=key_text(guest.sign_key), box_key=key_text(guest.box_key)
    )
    assert welcomed.words == words_for(PANEL, admitted, ANN.public_key)


def test_somebody_in_between_with_keys_of_their_own_is_heard_by_the_words(invite, guest):
    between = Guest(os.urandom(32), os.urandom(32))
    said = guest.welcomed(invite, answered(invite, asked_in(invite, guest.ask(invite)), secret("ann"), WELCOME)).words
    other = between.welcomed(
        invite, answered(invite, asked_in(invite, between.ask(invite)), secret("ann"), WELCOME)
    ).words
    assert said != other


@pytest.mark.parametrize("field", ["secret", "panel", "id"])
def test_who_has_another_invite_can_neither_ask_nor_read(invite, guest, field):
    other = replace(invite, **{field: bytes(16) if field == "secret" else "f" * len(getattr(invite, field))})
    with pytest.raises(NotSealed):
        asked_in(invite, guest.ask(other))
    answer = answered(invite, asked_in(invite, guest.ask(invite)), secret("ann"), WELCOME)
    with pytest.raises(NotSealed):
        guest.welcomed(other, answer)


def test_an_invite_that_is_read_later_opens_no_answer(invite, guest):
    answer = answered(invite, asked_in(invite, guest.ask(invite)), secret("ann"), WELCOME)
    with pytest.raises(NotSealed):
        Guest(secret("bo"), os.urandom(32)).welcomed(invite, answer)


def test_nobody_else_can_pretend_to_have_invited(invite, guest):
    answer = answered(invite, asked_in(invite, guest.ask(invite)), secret("stranger"), WELCOME)
    with pytest.raises(NotSealed, match="isn't from whoever invited"):
        guest.welcomed(invite, answer)
    forged = ANN.public_key + answer[32:]
    with pytest.raises(NotSealed, match="changed"):
        guest.welcomed(invite, forged)


def test_an_answer_for_one_device_is_none_for_another(invite, guest):
    answer = answered(invite, asked_in(invite, guest.ask(invite)), secret("ann"), WELCOME)
    with pytest.raises(NotSealed):
        Guest(secret("cy"), secret("bo's box")).welcomed(invite, answer)


def test_keys_of_others_cant_be_claimed(invite, guest):
    """The proof binds both keys and the invite: nobody asks with somebody else's key."""
    other = new_invite(PANEL, ANN.public_key, 24)
    taken = replace(asked_in(other, guest.ask(other)))
    with pytest.raises(NotSealed):
        asked_in(invite, _sealed(invite, taken))


def _sealed(invite: Invite, asked: object) -> bytes:
    import msgspec
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

    from facilitator.conducting.sealing import welcome

    cipher = AESSIV(welcome._derived(invite.secret))
    return cipher.encrypt(msgspec.msgpack.encode(asked), welcome._bound_to(invite, b"ask"))


def test_a_box_key_that_opens_to_everybody_is_refused(invite, guest):
    """A point of low order would make the shared secret known."""
    asked = asked_in(invite, guest.ask(invite))
    with pytest.raises(NotSealed):
        asked_in(invite, _sealed(invite, replace(asked, box_key=bytes(32))))


@pytest.mark.parametrize("data", [b"", b"x", b"x" * 200, b"x" * 20_000])
def test_what_is_cut_forged_or_oversized_is_refused(invite, guest, data):
    with pytest.raises(NotSealed):
        asked_in(invite, data)
    with pytest.raises(NotSealed):
        guest.welcomed(invite, data)


def test_every_byte_counts(invite, guest):
    answer = answered(invite, asked_in(invite, guest.ask(invite)), secret("ann"), WELCOME)
    for place in range(0, len(answer), 7):
        with pytest.raises(NotSealed):
            guest.welcomed(invite, answer[:place] + bytes([answer[place] ^ 1]) + answer[place + 1 :])


def test_a_device_that_nobody_invited_has_no_words():
    assert words_for(PANEL, DeviceAdmitted(device="d", seat="ann"), ANN.public_key) == ""
    assert words_for(PANEL, DeviceAdmitted(device="d", seat="bo", invite="no hex", sign_key="?"), ANN.public_key) == ""


@pytest.mark.parametrize(
    "lacking",
    [
        replace(WELCOME, group_keys=()),
        replace(WELCOME, group_keys=(bytes(3),)),
        replace(WELCOME, host_key=b"short"),
        replace(WELCOME, at=2**63),
        replace(WELCOME, wall=-1),
    ],
)
def test_a_welcome_with_which_nobody_could_go_on_is_none(invite, guest, lacking):
    with pytest.raises(NotSealed):
        guest.welcomed(invite, answered(invite, asked_in(invite, guest.ask(invite)), secret("ann"), lacking))


def test_a_refusal_does_nothing_to_the_terminal_and_is_short(invite, guest):
    refused = Welcome(refusal="No.\x1b]52;c;aGk=\x07\n" + "no " * 5000)
    answer = answered(invite, asked_in(invite, guest.ask(invite)), secret("ann"), refused)
    said = guest.welcomed(invite, answer).welcome.refusal
    assert said.startswith("No.")
    assert said.isprintable()
    assert len(said) <= 300


def test_an_answer_that_is_nested_without_end_is_refused(invite, guest):
    asked = asked_in(invite, guest.ask(invite))
    newer: Any = {"session": "s", "newer": msgspec.Raw(b"\x91" * 5000 + b"\x90")}
    answer = answered(invite, asked, secret("ann"), newer)
    with pytest.raises(NotSealed, match="changed"):
        guest.welcomed(invite, answer)
