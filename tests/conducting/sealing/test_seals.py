"""What is sealed is opened by its key or passphrase, in its own place, and by nothing else."""

from base64 import b64decode, b64encode

import pytest
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.conducting.sealing import seals
from facilitator.conducting.sealing.seals import CannotUnseal, SealingKey

SECRET = bytes(range(32))
KEY = SealingKey("key:k1", SECRET)


@given(st.binary(max_size=9000), st.text(max_size=20))
def test_what_was_sealed_comes_back(plain, context):
    text = seals.sealed(plain, context, KEY)
    assert seals.unsealed(text, context, SECRET) == plain
    assert seals.key_id(text) == "k1"
    assert text.isascii()


@given(st.binary(max_size=5000), st.binary(max_size=5000))
def test_how_long_it_was_shows_only_in_whole_blocks(one, other):
    lengths = [len(seals.sealed(plain, "s/p", KEY)) for plain in (one, other)]
    blocks = [(len(plain) + 1 + seals.BLOCK_BYTES - 1) // seals.BLOCK_BYTES for plain in (one, other)]
    assert (lengths[0] == lengths[1]) == (blocks[0] == blocks[1])


def test_the_same_thing_is_never_sealed_the_same_way_twice():
    assert len({seals.sealed(b"card", "s/p", KEY) for _ in range(20)}) == 20


@pytest.mark.parametrize(("context", "key"), [("s/other", SECRET), ("s/p", bytes(32))])
def test_another_key_or_another_place_opens_nothing(context, key):
    text = seals.sealed(b"card", "s/p", KEY)
    with pytest.raises(CannotUnseal):
        seals.unsealed(text, context, key)


@settings(max_examples=30)
@given(st.data())
def test_a_changed_seal_opens_nothing(data):
    text = seals.sealed(b"card", "s/p", KEY)
    head, _, body = text.rpartition(":")
    place = data.draw(st.integers(0, len(body) - 8))
    changed = f"{head}:{body[:place]}{'A' if body[place] != 'A' else 'B'}{body[place + 1 :]}"
    with pytest.raises(CannotUnseal):
        seals.unsealed(changed, "s/p", SECRET)


@pytest.mark.parametrize(
    "text", ["", "key:", "key:k:", "passphrase:", "passphrase:x:y", "passphrase17:AAAA:AAAA", "öä"]
)
def test_what_is_no_seal_opens_nothing(text):
    with pytest.raises(CannotUnseal):
        seals.unsealed(text, "s/p", SECRET)
    with pytest.raises(CannotUnseal):
        seals.unsealed(text, "s/p", seals.key_again(text, "guess").secret)


def test_a_passphrase_opens_what_it_sealed_however_its_letters_are_composed():
    text = seals.sealed(b"card", "s/p", seals.key_of_passphrase("caf\u00e9 noir"))
    assert seals.key_id(text) is None
    assert seals.unsealed(text, "s/p", seals.key_again(text, "cafe\u0301 noir").secret) == b"card"
    with pytest.raises(CannotUnseal):
        seals.unsealed(text, "s/p", seals.key_again(text, "cafe noir").secret)


def test_a_passphrase_has_at_least_eight_characters():
    with pytest.raises(ValueError, match="at least 8 characters"):
        seals.key_of_passphrase("1234567")


def test_a_guess_costs_128_mebibytes_and_the_seal_says_so():
    text = seals.sealed(b"card", "s/p", seals.key_of_passphrase("12345678"))
    _, salt, _ = text.split(":")
    derived = Scrypt(salt=b64decode(salt), length=32, n=2**17, r=8, p=1).derive(b"12345678")
    assert text.startswith("passphrase17:")
    assert seals.unsealed(text, "s/p", derived) == b"card"


def test_a_seal_of_an_earlier_version_opens_at_the_cost_it_had():
    derived = Scrypt(salt=bytes(16), length=32, n=2**15, r=8, p=1).derive(b"short")
    text = seals.sealed(b"card", "s/p", SealingKey(f"passphrase:{b64encode(bytes(16)).decode()}", derived))
    assert seals.unsealed(text, "s/p", seals.key_again(text, "short").secret) == b"card"
