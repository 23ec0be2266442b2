"""Every replica puts the events of a session in the same order."""

from facilitator.domain.facts.event import Author, Event, Stamp
from facilitator.domain.facts.kinds.running import InterviewPaused

ANN, BO = Author("ann", "laptop"), Author("bo", "tablet")


def event(name: str, stamp: Stamp) -> Event:
    return Event(id=name, session="s", stamp=stamp, at=0, group=name, fact=InterviewPaused())


def test_a_stamp_goes_on_from_what_was_seen():
    seen = Stamp(100, 3, ANN)
    assert seen.next(101, BO) == Stamp(101, 0, BO)
    assert seen.next(100, BO) == Stamp(100, 4, BO)
    assert seen.next(99, BO) == Stamp(100, 4, BO)


def test_what_is_recorded_after_another_event_was_seen_comes_after_it_even_by_a_slow_clock():
    seen = Stamp(100, 3, BO)
    assert seen.next(40, ANN) > seen
    assert seen.next(40, ANN).next(101, BO) > seen.next(40, ANN)


def test_the_order_is_by_time_then_counter_then_author_then_device_then_id():
    ascending = [
        event("z", Stamp(5, 0, BO)),
        event("y", Stamp(5, 1, Author("ann", "desk"))),
        event("c", Stamp(5, 1, ANN)),
        event("d", Stamp(5, 1, ANN)),
        event("b", Stamp(5, 1, BO)),
        event("a", Stamp(6, 0, ANN)),
    ]
    arrived = [ascending[place] for place in (3, 5, 0, 2, 4, 1)]
    assert sorted(arrived, key=lambda event: event.order) == ascending


def test_when_something_happened_does_not_change_its_place():
    late = Event(id="a", session="s", stamp=Stamp(9, 0, ANN), at=1, group="a", fact=InterviewPaused())
    assert late.order > event("b", Stamp(5, 0, ANN)).order


def test_the_author_of_an_event_is_that_of_its_stamp():
    assert event("a", Stamp(5, 0, BO)).author == BO
