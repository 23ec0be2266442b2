"""What goes between devices can be read and changed by nobody who lacks the panel's key."""

import pytest

from facilitator.conducting.sealing import signing
from facilitator.conducting.sealing.group_key import FILLED_BYTES, LARGEST_FRAME_BYTES, CannotOpen, GroupKey
from tests.conducting.packed_panels import PANEL, SECRET, PackedPanel
from tests.conducting.sealing.test_signing import BO, NOTE

KEY = GroupKey(PANEL, SECRET)
PACKET = BO.packed([NOTE])
FRAME = KEY.frame(PACKET)


def test_a_packet_comes_out_as_it_was_put_in():
    assert KEY.packet(FRAME) == PACKET


def test_whoever_passes_a_packet_on_makes_the_same_bytes():
    assert GroupKey(PANEL, KEY.secret).frame(KEY.packet(FRAME)) == FRAME


def test_a_new_key_is_like_no_other():
    assert GroupKey(PANEL).secret != GroupKey(PANEL).secret


def test_no_word_of_it_can_be_read():
    panel = PackedPanel()
    frame = KEY.frame(panel.host.type("+ closed three of five #craft"))
    assert not any(word in frame for word in (b"closed", b"NoteTaken", b"ann", panel.host.device.encode()))


def test_short_and_long_notes_look_alike():
    panel = PackedPanel()
    lengths = {len(KEY.frame(panel.host.type("x" * number))) for number in range(1, 200, 20)}
    assert len(lengths) <= 2
    assert all((length - 9 - 16) % FILLED_BYTES == 0 for length in lengths)


@pytest.mark.parametrize(
    ("frame", "why"),
    [
        (b"", "newer version"),
        (b"2" + FRAME[1:], "newer version"),
        (FRAME[:20], "another key"),
        (FRAME[:-1], "changed"),
        (FRAME + b"\0", "changed"),
        (FRAME[:40] + bytes([FRAME[40] ^ 1]) + FRAME[41:], "changed"),
        (GroupKey(PANEL).frame(PACKET), "another key"),
        (GroupKey("f" * 32, KEY.secret).frame(PACKET), "changed"),
        (FRAME + bytes(LARGEST_FRAME_BYTES), "too large"),
        (KEY._sealed(b"no packet"), "makes no sense"),
        (KEY._sealed(b"\x93\xc4\x00\xc4\x00\xc4\x00"), "cut"),
        (KEY.whisper("heads", b"whispered"), "changed"),
    ],
    ids=range(12),
)
def test_what_is_cut_changed_foreign_or_too_large_is_refused(frame, why):
    with pytest.raises(CannotOpen, match=why):
        KEY.packet(frame)


def test_a_packet_that_is_too_large_is_not_sent(monkeypatch):
    monkeypatch.setattr(signing, "LARGEST_BODY_BYTES", 1 << 20)  # as an older version kept one
    panel = PackedPanel()
    packet = panel.host.type("\U0001f600" * (LARGEST_FRAME_BYTES // 4))
    with pytest.raises(CannotOpen, match="too large"):
        KEY.frame(packet)


def test_a_whisper_is_understood_as_what_it_was_whispered_for():
    assert KEY.whispered("heads", KEY.whisper("heads", b"data")) == b"data"
    with pytest.raises(CannotOpen, match="changed"):
        KEY.whispered("hashes", KEY.whisper("heads", b"data"))
