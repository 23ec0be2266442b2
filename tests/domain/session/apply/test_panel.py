"""The devices of a panel: who is admitted, and who is no longer."""

from facilitator.domain.facts.kinds.notes import NoteKeyLeft
from facilitator.domain.facts.kinds.panel import DeviceRemoved, KeyRotated
from facilitator.domain.session.fold import fold
from tests.domain.session.panels import PANEL, event


def test_a_device_that_was_never_admitted_or_is_gone_already_cannot_be_removed():
    once = event("r1", 30, DeviceRemoved(device="bo-1"))
    session = fold([*PANEL, once])
    again = event("r2", 31, DeviceRemoved(device="bo-1"))
    stranger = event("r3", 32, DeviceRemoved(device="zed-1"))
    later = fold([*PANEL, once, again, stranger])
    assert session.removed_devices == later.removed_devices == {"bo-1"}
    assert len(later.acts) == len(session.acts)


def test_a_new_key_is_known_with_the_boxes_that_it_came_in():
    changed = KeyRotated(key="b" * 16, before="a" * 16, boxes={"bo-1": "box"})
    assert fold([*PANEL, event("k", 30, changed)]).key_rotations == [changed]


def test_a_note_key_that_was_left_is_known_by_its_device():
    left = fold([*PANEL, event("k", 30, NoteKeyLeft(wrapped="box"), by="bo")]).note_keys_left
    assert left == {"bo-1": "box"}
