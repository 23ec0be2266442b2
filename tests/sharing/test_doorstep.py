"""What is left at the door is done by whoever takes it in, in order, one at a time."""

from facilitator.sharing.doorstep import Doorstep


def test_what_was_left_first_is_done_first():
    door, done = Doorstep(), list[str]()
    door.leave(lambda: done.append("one"))
    door.leave(lambda: done.append("other"))
    assert done == []
    assert door.take_in()
    assert done == ["one"]
    assert door.take_in()
    assert not door.take_in()
    assert done == ["one", "other"]


def test_it_rings_each_time():
    door, rings = Doorstep(), list[bool]()
    door.ring = lambda: rings.append(True)
    door.leave(lambda: None)
    door.leave(lambda: None)
    assert len(rings) == 2
