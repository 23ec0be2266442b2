"""What is taken back and brought back again is as it was, whatever has happened before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.facts.kinds.running import SegmentSkipped, SegmentStarted
from facilitator.domain.facts.kinds.session import Revoked
from facilitator.domain.language.decision import Refusal
from facilitator.domain.session.fold import fold
from facilitator.domain.session.history import History
from facilitator.domain.session.state import Session
from facilitator.domain.session.undoing import MOST_ACTS, redoable, undoable
from tests.domain.command_lines import PLAN, STEPS, typist
from tests.domain.interviews import Room
from tests.domain.session.panels import PANEL, event


def played(steps) -> Room:
    room = Room(PLAN)
    for line, seconds, panelist in steps:
        room.clock.advance(seconds)
        try:
            room.conductor.submit(line, by=typist(panelist))
        except Refusal:
            continue
    return room


def words(session: Session) -> list[str]:
    return [note.text for note in session.notes.values()]


@given(st.lists(STEPS, max_size=20), st.integers(1, 2 * MOST_ACTS))
def test_undo_and_redo_restore_the_session_exactly(steps, most):
    room = played(steps)
    states = [room.session]
    while undoable(room.session, "ann") and len(states) <= most:
        room.conductor.submit("/undo")
        states.append(room.session)
    for before in reversed(states[:-1]):
        room.conductor.submit("/redo")
        assert room.session == before


@given(st.lists(STEPS, max_size=20), st.data())
def test_any_of_the_last_acts_is_taken_back_and_brought_back(steps, data):
    room = played(steps)
    before = room.session
    acts = undoable(before, "ann")
    if not acts:
        return
    number = data.draw(st.integers(1, len(acts)))
    room.conductor.submit(f"/undo {number}")
    assert acts[number - 1] not in undoable(room.session, "ann")
    room.conductor.submit("/redo")
    assert room.session == before


@given(st.lists(STEPS, max_size=12))
def test_after_a_new_act_there_is_nothing_to_bring_back(steps):
    room = played(steps)
    if undoable(room.session, "ann"):
        room.conductor.submit("/undo")
    room.conductor.submit("a new note")
    assert redoable(room.session, "ann") == ()
    with pytest.raises(Refusal, match="nothing to redo"):
        room.conductor.submit("/redo")


def test_the_last_ten_acts_are_remembered():
    room = Room(PLAN, "\n".join(f"0:{second:02} note {second}" for second in range(15)))
    assert [act[0].at for act in undoable(room.session, "ann")] == [
        room.at(f"0:{second:02}") for second in range(14, 4, -1)
    ]


def test_what_two_devices_took_back_is_brought_back_at_once():
    room = Room(PLAN, "0:00 a note\n0:10 /undo")
    undone = room.with_stray(Revoked(group=room.log.events[2].group), "0:20")
    assert words(undone) == []
    assert [len(known.by) for known in undone.undone] == [2]


def test_a_fact_that_means_nothing_is_not_the_next_to_be_taken_back():
    room = Room(PLAN, "0:00 /start\n1:00 a note")
    assert undoable(room.with_stray(SegmentSkipped(segment="nowhere"), "2:00"), "ann") == undoable(room.session, "ann")


def test_what_was_taken_back_by_an_act_that_was_undone_is_not_brought_back():
    room = Room(PLAN, "0:00 one\n0:10 /undo\n0:20 two\n0:30 /undo\n0:40 /redo")
    assert words(room.session) == ["two"]
    with pytest.raises(Refusal):
        room.conductor.submit("/redo")


def test_something_new_ends_what_could_be_brought_back():
    room = played([("/start", 1, None), ("one", 1, None), ("/undo", 1, None)])
    assert redoable(room.session, "ann")
    room.conductor.submit("two")
    assert not redoable(room.session, "ann")


def test_an_act_between_whose_facts_another_device_recorded_something_is_taken_back_once():
    session = fold(
        [
            *PANEL,
            event("s", 20, SegmentStarted(segment="one")),
            event("a1", 30, NoteTaken(text="one"), group="a"),
            event("b1", 31, NoteTaken(text="two"), by="bo"),
            event("a2", 32, NoteTaken(text="three"), group="a"),
        ]
    )
    assert [act[0].group for act in undoable(session, "ann")].count("a") == 1


def test_on_a_panel_something_new_ends_only_what_its_author_could_bring_back():
    events = [
        *PANEL,
        event("a", 30, NoteTaken(text="one")),
        event("u", 31, Revoked(group="a")),
        event("b", 32, NoteTaken(text="two"), by="bo"),
    ]
    by_another = History.of(events[:-1]).with_event(events[-1])
    assert [undone.author for undone in redoable(by_another.session, "ann")] == ["ann"]
    assert redoable(by_another.with_event(event("c", 33, NoteTaken(text="three"))).session, "ann") == ()
