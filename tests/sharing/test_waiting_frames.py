"""What has come waits in its order, and no more of it than there is room for."""

from facilitator.sharing.waiting_frames import WaitingFrames


def test_it_is_taken_once_and_in_order():
    waiting = WaitingFrames()
    assert not waiting
    waiting.put([b"one", b"two"])
    waiting.put([b"three"])
    assert waiting
    assert waiting.take() == [b"one", b"two", b"three"]
    assert waiting.take() == []


def test_what_is_too_much_or_too_many_is_dropped_and_there_is_room_again_later():
    waiting = WaitingFrames(most=3, most_bytes=10)
    waiting.put([bytes(4)] * 9)
    assert len(waiting.take()) == 2
    waiting.put([b""] * 9)
    assert len(waiting.take()) == 3
