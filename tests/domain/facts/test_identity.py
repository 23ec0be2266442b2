"""Ids that are computed: everybody comes to the same, and nobody to somebody else's."""

import hashlib

from facilitator.domain.facts.event import Author, Stamp
from facilitator.domain.facts.identity import automatic_id, event_id


def test_an_id_on_a_panel_comes_from_device_milliseconds_and_counter():
    stamp = Stamp(1000, 3, Author("ann", "d1"))
    assert event_id(stamp) == hashlib.sha256(b'["d1",1000,3]').hexdigest()[:16]
    assert event_id(stamp) == event_id(Stamp(1000, 3, Author("bo", "d1")))
    others = [Stamp(1001, 3, stamp.author), Stamp(1000, 4, stamp.author), Stamp(1000, 3, Author("ann", "d2"))]
    assert len({event_id(stamp), *map(event_id, others)}) == 4


def test_an_automatic_advance_is_the_same_event_wherever_it_is_made():
    assert automatic_id("v1", 5000) == hashlib.sha256(b'["auto","v1",5000]').hexdigest()[:16]
    assert len({automatic_id("v1", 5000), automatic_id("v2", 5000), automatic_id("v1", 5001)}) == 3
