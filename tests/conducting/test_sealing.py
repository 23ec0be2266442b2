"""What is sealed is opened by its key or passphrase, in its own place, and by nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.conducting import sealing
from facilitator.conducting.sealing import CannotUnseal

KEY = bytes(range(32))


@given(st.binary(max_size=9000), st.text(max_size=20))
def test_what_was_sealed_comes_back(plain, context):
    text = sealing.sealed_with_key(plain, context, "k1", KEY)
    assert sealing.unsealed_with_key(text, context, KEY) == plain
    assert sealing.key_id(text) == "k1"
    assert text.isascii()


@given(st.binary(max_size=5000), st.binary(max_size=5000))
def test_how_long_it_was_shows_only_in_whole_blocks(one, other):
    lengths = [len(sealing.sealed_with_key(plain, "s/p", "k", KEY)) for plain in (one, other)]
    blocks = [(len(plain) + 1 + sealing.BLOCK_BYTES - 1) // sealing.BLOCK_BYTES for plain in (one, other)]
    assert (lengths[0] == lengths[1]) == (blocks[0] == blocks[1])


def test_the_same_thing_is_never_sealed_the_same_way_twice():
    assert len({sealing.sealed_with_key(b"card", "s/p", "k", KEY) for _ in range(20)}) == 20


@pytest.mark.parametrize(("context", "key"), [("s/other", KEY), ("s/p", bytes(32))])
def test_another_key_or_another_place_opens_nothing(context, key):
    text = sealing.sealed_with_key(b"card", "s/p", "k", KEY)
    with pytest.raises(CannotUnseal):
        sealing.unsealed_with_key(text, context, key)


@settings(max_examples=30)
@given(st.data())
def test_a_changed_seal_opens_nothing(data):
    text = sealing.sealed_with_key(b"card", "s/p", "k", KEY)
    head, _, body = text.rpartition(":")
    place = data.draw(st.integers(0, len(body) - 8))
    changed = f"{head}:{body[:place]}{'A' if body[place] != 'A' else 'B'}{body[place + 1 :]}"
    with pytest.raises(CannotUnseal):
        sealing.unsealed_with_key(changed, "s/p", KEY)


@pytest.mark.parametrize("text", ["", "key:", "key:k:", "passphrase:", "passphrase:x:y", "passphrase:AAAA:AAAA", "öä"])
def test_what_is_no_seal_opens_nothing(text):
    with pytest.raises(CannotUnseal):
        sealing.unsealed_with_key(text, "s/p", KEY)
    with pytest.raises(CannotUnseal):
        sealing.unsealed_with_passphrase(text, "s/p", "guess")


def test_a_passphrase_opens_what_it_sealed_however_its_letters_are_composed():
    text = sealing.sealed_with_passphrase(b"card", "s/p", "caf\u00e9")
    assert sealing.key_id(text) is None
    assert sealing.unsealed_with_passphrase(text, "s/p", "cafe\u0301") == b"card"
    with pytest.raises(CannotUnseal):
        sealing.unsealed_with_passphrase(text, "s/p", "cafe")
