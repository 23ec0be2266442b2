"""What has come waits in its order, and no more of it than there is room for."""

from facilitator.sharing.syncing.arrivals import Arrivals


def test_it_is_taken_once_and_in_order():
    arrivals = Arrivals()
    assert not arrivals
    arrivals.put([b"one", b"two"])
    arrivals.put([b"three"])
    assert arrivals
    assert arrivals.take() == [b"one", b"two", b"three"]
    assert arrivals.take() == []


def test_what_is_too_much_or_too_many_is_dropped_and_there_is_room_again_later():
    arrivals = Arrivals(most=3, most_bytes=10)
    arrivals.put([bytes(4)] * 9)
    assert len(arrivals.take()) == 2
    arrivals.put([b""] * 9)
    assert len(arrivals.take()) == 3
