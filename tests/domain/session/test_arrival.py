"""Events that arrive late, twice or out of order, by example."""

import pytest

from facilitator.domain.facts.event import Author, Event, Stamp
from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.facts.kinds.running import InterviewPaused, SegmentStarted
from facilitator.domain.facts.kinds.session import Revoked, SessionOpened
from facilitator.domain.session.fold import applied, fold, in_order
from facilitator.domain.session.history import History
from tests.domain.interviews import TEN, agenda, part

PLAN = agenda(part("One", "5m"), part("Two", "5m"))


def event(name: str, ms: int, fact, counter: int = 0, by: str = "ann", group: str = "") -> Event:
    stamp = Stamp(TEN + ms, counter, Author(by, "laptop"))
    return Event(id=name, session="s", stamp=stamp, at=TEN + ms, group=group or name, fact=fact)


OPENED = event("o", 0, SessionOpened(agenda=PLAN, source="file", candidate="Ilse", timezone="Asia/Tokyo"))
STARTED = event("s", 1, SegmentStarted(segment="one"))
FIRST = event("a", 2, NoteTaken(text="first"))
SECOND = event("b", 3, NoteTaken(text="second"))


def texts(session) -> list[str]:
    return [note.text for note in session.notes.values()]


def test_the_order_is_by_stamp_then_counter_then_author_then_id():
    same = [
        event("z", 5, InterviewPaused()),
        event("b", 5, InterviewPaused(), counter=1),
        event("c", 5, InterviewPaused(), counter=1),
        event("a", 5, InterviewPaused(), counter=1, by="bo"),
        event("0", 6, InterviewPaused()),
    ]
    assert in_order([same[3], same[4], same[1], same[0], same[2], same[1]]) == tuple(same)
    assert in_order(same) == tuple(same)
    assert in_order([]) == ()


def test_the_opening_says_what_the_session_is_about():
    session = fold([OPENED])
    assert (session.id, session.opened_at, session.agenda) == ("s", TEN, PLAN)
    assert (session.source, session.candidate, session.timezone) == ("file", "Ilse", "Asia/Tokyo")
    assert not session.acts


def test_without_an_opening_there_is_no_session():
    for events in ([], [STARTED, FIRST]):
        with pytest.raises(ValueError, match="no event opens the session"):
            fold(events)
        with pytest.raises(ValueError, match="no event opens the session"):
            _ = History.of(events).session


def test_what_arrives_late_takes_its_place():
    history = History.of([OPENED, STARTED, SECOND])
    late = history.with_event(FIRST)
    assert texts(late.session) == ["first", "second"]
    assert [event.id for event in late.events] == ["o", "s", "a", "b"]
    assert texts(history.session) == ["second"]
    assert late.with_event(FIRST) is late
    assert late.with_event(SECOND) is late


def test_what_comes_last_is_added():
    history = History.of([OPENED, STARTED, FIRST]).with_event(SECOND)
    assert texts(history.session) == ["first", "second"]
    assert history.session == applied(fold([OPENED, STARTED, FIRST]), SECOND)


def test_what_was_taken_back_counts_no_longer_unless_that_was_taken_back_too():
    undo = event("u", 10, Revoked(group="a"))
    redo = event("v", 11, Revoked(group="u"))
    assert texts(fold([OPENED, FIRST, SECOND, undo])) == ["second"]
    assert texts(fold([OPENED, FIRST, SECOND, undo, redo])) == ["first", "second"]
    history = History.of([OPENED, FIRST, SECOND]).with_event(undo)
    assert texts(history.session) == ["second"]
    assert texts(history.with_event(redo).session) == ["first", "second"]


def test_a_revocation_that_arrives_before_what_it_revokes_waits_for_it():
    undo = event("u", 10, Revoked(group="a"))
    history = History.of([OPENED, undo]).with_event(FIRST)
    assert texts(history.session) == []


def test_what_was_done_together_is_taken_back_together():
    group = [event("g1", 5, InterviewPaused(), group="g1"), event("g2", 6, NoteTaken(text="third"), group="g1")]
    session = fold([OPENED, STARTED, FIRST, *group])
    assert [event.id for event in session.acts][-2:] == ["g1", "g2"]
    back = fold([OPENED, STARTED, FIRST, *group, event("u", 10, Revoked(group="g1"))])
    assert (texts(back), back.is_paused) == (["first"], False)
    assert back.acts[-1].id == "a"


def test_the_opening_cannot_be_taken_back():
    assert fold([OPENED, FIRST, event("u", 10, Revoked(group="o"))]).agenda == PLAN


def test_whether_a_segment_was_ever_entered_at_an_instant():
    history = History.of([OPENED, STARTED, FIRST, event("u", 10, Revoked(group="s"))])
    assert history.session.started_at is None
    assert history.has_started_segment_at(STARTED.at)
    assert not history.has_started_segment_at(FIRST.at)
    assert not history.has_started_segment_at(STARTED.at + 1)
