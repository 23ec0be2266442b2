"""Whatever is typed, in whatever order: it is done or refused with a reason, and what was done can be taken back."""

import string
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.running import SegmentSkipped
from facilitator.domain.facts.kinds.session import Revoked
from facilitator.domain.language.commands import COMMANDS
from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.decisions import decide, foreseen, is_possible
from facilitator.domain.session.fold import PERMANENT, fold
from facilitator.domain.text.plain_text import clean
from facilitator.showing.completion import completions
from tests.domain.command_lines import LINES, PLAN, RUNNING, STEPS, typist
from tests.domain.interviews import Room, agenda, apart_from_redo, part
from tests.domain.session.recorded import minutes, session_of


def try_line(room: Room, line: str, seconds: int = 0, by: str | None = None) -> tuple[Event, ...]:
    """What was recorded; nothing for a refusal, which must be for a person and change nothing."""
    room.clock.advance(seconds)
    before, kept = room.session, len(room.log.events)
    try:
        told = room.conductor.submit(line, by=by)
    except Refusal as refusal:
        reason = str(refusal)
        assert reason
        assert reason == clean(reason)
        assert room.session is before
        assert len(room.log.events) == kept
        return ()
    assert told.kept
    return room.log.events[kept:]


@given(st.lists(STEPS, max_size=25))
def test_nothing_but_a_refusal_is_ever_raised_and_every_fact_folds(steps):
    room = Room(PLAN)
    for line, seconds, panelist in steps:
        try_line(room, line, seconds, typist(panelist))
    assert room.session == fold(room.log.events)


@pytest.mark.parametrize("begin", ["", "+", '"', "cfo> ", "/note ", "/cover q1 ", "/rate ", "/with ", "/them ", "/"])
def test_a_long_run_of_any_sign_is_done_or_refused(begin: str):
    room = Room(PLAN)
    for sign in (*string.punctuation, "“", "”", "’", "· ", '" ', "# ", "a/"):
        line = begin + sign * 3_000
        try_line(room, line)
        foreseen(line, room.session, room.conductor.now(), room.session.lead.id)


@given(st.lists(STEPS, max_size=15), LINES | st.sampled_from(RUNNING))
def test_undo_restores_what_was_before(steps, line):
    room = Room(PLAN)
    for earlier, seconds, panelist in steps:
        try_line(room, earlier, seconds, typist(panelist))
    before = room.session
    done = try_line(room, line, 30)
    if not done or any(type(event.fact) in {Revoked, *PERMANENT} for event in done):
        return
    room.conductor.submit("/undo")
    assert apart_from_redo(room.session) == apart_from_redo(before)


@given(st.lists(STEPS, max_size=15))
def test_undo_goes_all_the_way_back(steps):
    room = Room(PLAN)
    opened = room.session
    for line, seconds, panelist in steps:
        if "/undo" not in line and not line.startswith("/u"):
            try_line(room, line, seconds, typist(panelist))
    while room.session.acts:
        room.conductor.submit("/undo")
    permanent = [event for event in room.log.events if type(event.fact) in PERMANENT]
    if len(permanent) == 2:
        assert apart_from_redo(room.session) == opened


OF_THE_CLOCK = ("start", "next", "back", "skip", "pause", "resume", "add", "trim", "end", "undo")


@pytest.mark.parametrize(
    ("script", "possible"),
    [
        ("", "start"),
        ("0:00 a note", "start undo"),
        ("0:00 /start", "next skip pause add trim end undo"),
        ("0:00 /start\n1:00 /pause", "next skip resume add trim end undo"),
        ("0:00 /start\n1:00 /next", "next back skip pause add trim end undo"),
        ("0:00 /start\n1:00 /goto 6", "next back skip pause add trim end undo"),
        ("0:00 /start\n1:00 /skip 3\n1:00 /skip\n2:00 /skip\n2:00 /skip\n2:00 /next", "back pause add trim end undo"),
        ("0:00 /start\n6:00 too late to trim", "next skip pause add end undo"),
        ("0:00 /start\n1:00 /end", "undo"),
        ("0:00 /start\n1:00 /undo", "start"),
    ],
)
def test_what_can_be_done_without_a_word_more(script: str, possible: str):
    room = Room(PLAN, script)
    now = room.conductor.now()
    names = [name for name in OF_THE_CLOCK if is_possible(COMMANDS[name], room.session, now)]
    assert " ".join(names) == possible


@pytest.mark.parametrize(
    ("script", "possible", "impossible"),
    [
        ("", "start cover goto with", "next back pause resume end add answered strike undo"),
        ("0:00 /start", "next pause end add trim skip undo late floor", "start back resume answered strike"),
        ("0:00 /start\n1:00 /pause", "resume next end", "pause start"),
        ("0:00 a note\n0:01 /them Why?", "strike edit answered owed", "next"),
        ("0:00 /start\n1:00 /end", "undo cover", "start next pause end add skip"),
    ],
)
def test_what_can_be_done_now(script: str, possible: str, impossible: str):
    room = Room(PLAN, script)
    now = room.at("2:00")
    assert {name for name in possible.split() if not is_possible(COMMANDS[name], room.session, now)} == set()
    assert {name for name in impossible.split() if is_possible(COMMANDS[name], room.session, now)} == set()


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("edit", "0:00 a note"),
        ("file", "0:00 a note"),
        ("strike", "0:00 a note"),
        ("answered", "0:00 /them Why?"),
        ("owed", "0:00 /them Why?"),
        ("recover", "0:00 /start\n9:00 so late"),
    ],
)
def test_what_needs_words_is_possible_once_there_is_something_to_name(name: str, script: str):
    before, after = Room(PLAN), Room(PLAN, script)
    assert not is_possible(COMMANDS[name], before.session, before.conductor.now())
    assert is_possible(COMMANDS[name], after.session, after.conductor.now())


def test_what_takes_any_words_is_always_possible():
    room = Room(PLAN)
    assert is_possible(COMMANDS["them"], room.session, room.conductor.now())


@given(LINES)
def test_deciding_alone_changes_nothing(line):
    room = Room(PLAN, "0:00 /start\n1:00 a note\n2:00 /ask 1")
    before = fold(room.log.events)
    with suppress(Refusal):
        decide(line, room.session, room.at("3:00"), "ann")
    assert room.session == before


def test_somebody_who_is_not_of_the_panel_is_refused():
    room = Room(PLAN)
    with pytest.raises(Refusal, match="There is no panelist “zed”"):
        room.conductor.submit("a note", by="zed")


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_says_what_it_does(name):
    command = COMMANDS[name]
    assert command.help.endswith(".")
    assert command.usage.startswith(f"/{name}")
    assert command.heading


def test_a_key_does_one_thing_at_a_time():
    """Two commands may share a key only where never both are possible, as pause and resume."""
    room = Room(PLAN)
    for script in ("", "/start", "/pause", "/end"):
        if script:
            room.conductor.submit(script)
        now = room.conductor.now()
        keys = [command.key for command in COMMANDS.values() if command.key and is_possible(command, room.session, now)]
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("line", "by", "reason"),
    [
        ("/drop 2", "bo", ""),
        ("/drop 2 no time", "bo", "no time"),
        ("/drop 2 by ann", "ann", ""),
        ("/drop 2 by ann asked before", "ann", "asked before"),
    ],
)
def test_a_question_is_dropped_by_someone_and_for_a_reason(line: str, by: str, reason: str):
    room = Room(PLAN, f"0:00 /start\n1:00 {line}")
    mark = room.session.marks[-1]
    assert (mark.panelist, mark.reason) == (by, reason)


@pytest.mark.parametrize("line", ["/cover {}", "/add {}", "/handoff 1 {}", "/rate {} 3", "/recover {}", "/undo {}"])
def test_a_refusal_names_no_more_of_a_long_word_than_is_needed(line: str):
    room = Room(PLAN, "0:00 /start")
    with pytest.raises(Refusal) as refusal:
        room.conductor.submit(line.format("x" * 10_000))
    assert len(str(refusal.value)) < 400


def test_a_note_is_stamped_with_when_its_first_character_was_typed():
    room = Room(agenda(part("Talk", "10m")))
    assert decide("a note", room.session, room.at("1:00"), "ann", typed_at=room.at("0:58")).at == room.at("0:58")
    assert decide("a note", room.session, room.at("1:00"), "ann").at == room.at("1:00")


def test_where_every_segment_was_skipped_the_first_is_started():
    session = session_of(*((1, SegmentSkipped(segment=name)) for name in ("one", "two", "three")))
    assert decide("/start", session, minutes(2), "ann").said == "Now: One."


@given(st.lists(STEPS, max_size=8), LINES, st.integers(0, 40))
def test_whatever_is_being_typed_it_is_said_what_could_come_of_it_and_nothing_is_done(steps, line, cut):
    room = Room(PLAN)
    for earlier, seconds, panelist in steps:
        try_line(room, earlier, seconds, typist(panelist))
    before, kept, now = room.session, len(room.log.events), room.conductor.now()
    for typed in (line, line[:cut]):
        assert isinstance(foreseen(typed, before, now, "ann"), str)
        completions(typed, before, now, "ann")
    assert (room.session, len(room.log.events)) == (before, kept)


def test_a_line_has_a_longest_length_and_nothing_of_a_longer_one_is_kept():
    with pytest.raises(Refusal, match="at most 100000"):
        Room(agenda()).conductor.submit("x" * 100_001)
