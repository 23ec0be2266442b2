"""`/late` and `/early` move where the running segment began; what was taken in between belongs where it belongs."""

import pytest

from facilitator.domain.language.decision import Refusal
from facilitator.domain.notes.filing import Filing
from facilitator.domain.text.durations import clock_text, over_under
from facilitator.domain.time import timing
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(
    part("Opening", "5m", questions=[ask("aims", "2m", must=True)]),
    part("Talk", "10m", questions=[ask("slip", "4m", must=True), ask("cost", "3m")]),
    part("Closing", "5m"),
)


def places(room: Room) -> dict[str, str | None]:
    """Each note's text and the segment that it belongs to."""
    filing = Filing(room.session)
    return {note.text: filing.segment(note.at) for note in room.session.notes.values()}


def visits(room: Room) -> list[str]:
    return [f"{visit.segment} {room.text(visit.started_at)}" for visit in room.session.visits]


def test_late_takes_the_notes_in_between_along():
    """The issue's own case: entered at 6:00, `/late 90s` at 6:30, so it began at 4:30."""
    room = Room(PLAN, "0:00 /start\n4:00 four\n5:00 five\n6:00 /next\n6:15 six")
    assert places(room) == {"four": "opening", "five": "opening", "six": "talk"}
    room.play("6:30 /late 90s")
    assert visits(room) == ["opening 0:00", "talk 4:30"]
    assert places(room) == {"four": "opening", "five": "talk", "six": "talk"}
    room.play("6:40 /undo")
    assert visits(room) == ["opening 0:00", "talk 6:00"]
    assert places(room) == {"four": "opening", "five": "opening", "six": "talk"}


def test_early_gives_the_notes_in_between_back():
    room = Room(PLAN, "0:00 /start\n5:00 /next\n5:30 still there\n7:00 here\n7:30 /early 1m")
    assert visits(room) == ["opening 0:00", "talk 6:00"]
    assert places(room) == {"still there": "opening", "here": "talk"}


def test_a_question_asked_in_between_goes_along():
    room = Room(PLAN, "0:00 /start\n5:00 /ask slip\n5:10 about slipping\n6:00 /next\n6:10 more of it")
    before = Filing(room.session)
    notes = list(room.session.notes.values())
    assert [before.question(note) for note in notes] == ["slip", None]
    room.play("6:30 /late 90s")
    after = Filing(room.session)
    assert [after.question(note) for note in notes] == ["slip", "slip"]


@pytest.mark.parametrize(
    ("script", "at", "expected"),
    [
        ("0:00 /start\n6:00 /next\n6:30 /late 90s", "6:30", "8:00 left, 0:30 under"),
        ("0:00 /start\n6:00 /next\n6:30 /late 1m", "6:30", "8:30 left, on time"),
        ("0:00 /start\n6:00 /next\n6:30 /late 6m", "6:30", "3:30 left, 5:00 under"),
        ("0:00 /start\n6:00 /next\n6:30 /early 30s", "6:30", "10:00 left, 1:30 over"),
        ("0:00 /start\n6:00 /next\n8:30 /early 2m", "8:30", "9:30 left, 3:00 over"),
        # Twice: each from where it stood.
        ("0:00 /start\n6:00 /next\n6:30 /late 1m\n6:40 /late 30s", "6:40", "7:50 left, 0:30 under"),
        ("0:00 /start\n6:00 /next\n6:30 /late 1m\n6:40 /early 1m", "6:40", "9:20 left, 1:00 over"),
        # The interview as a whole: the first segment has no other before it.
        ("2:00 /start\n3:00 /late 1m", "3:00", "3:00 left, on time"),
        ("2:00 /start\n3:00 /late 2m", "3:00", "2:00 left, on time"),
        ("2:00 /start\n3:00 /early 1m", "3:00", "5:00 left, on time"),
        # With a pause on either side of the boundary.
        ("0:00 /start\n1:00 /pause\n3:00 /resume\n6:00 /next\n6:30 /late 1m", "6:30", "8:30 left, on time"),
        ("0:00 /start\n6:00 /next\n7:00 /pause\n9:00 /resume\n9:30 /late 1m", "9:30", "7:30 left, 2:00 over"),
        # Across a pause: what was paused before now counts in neither.
        ("0:00 /start\n4:00 /pause\n5:00 /resume\n6:00 /next\n6:30 /late 90s", "6:30", "8:30 left, on time"),
    ],
)
def test_the_clock_after_a_moved_boundary(script: str, at: str, expected: str):
    room = Room(PLAN, script)
    now, segment = room.at(at), room.session.current
    assert segment is not None
    left = clock_text(timing.remaining_seconds(room.session, segment, now))
    assert f"{left} left, {over_under(timing.over_seconds(room.session, now))}" == expected


def test_time_that_leaves_one_segment_arrives_in_the_other():
    room = Room(PLAN, "0:00 /start\n6:00 /next\n8:00 /late 2m")
    used = [timing.used_seconds(room.session, segment, room.at("9:00")) for segment in PLAN.segments]
    assert used == [240, 300, 0]


@pytest.mark.parametrize(
    ("script", "line", "reason"),
    [
        ("", "/late 1m", "The interview hasn't started: /start begins it."),
        ("0:00 /start\n9:00 /end", "/late 1m", "The interview has ended. /reopen undoes that."),
        ("2:00 /start", "/late 13h", "That is too long before the session was opened: 12:02:00 at most."),
        ("0:00 /start\n6:00 /next", "/late 3h", "That is before “Opening” began: 6:00 at most."),
        ("0:00 /start\n6:00 /next", "/late 361s", "That is before “Opening” began: 6:00 at most."),
        ("0:00 /start\n6:00 /next", "/late", "How long? Write 2m or 90s."),
        ("0:00 /start\n6:00 /next", "/late soon", "“soon” isn't a duration: write 2m, 90s or 1:30."),
        ("0:00 /start\n6:00 /next", "/late 0", "“0” isn't a duration: write 2m, 90s or 1:30."),
        ("0:00 /start\n6:00 /next", "/early 5m", "That hasn't come yet: 4:00 at most."),
        ("0:00 /start\n6:00 /next", "/add -5m", "“-5m” is negative: /trim takes time away, /add gives more."),
        ("0:00 /start\n6:00 /next", "/add -", "“-” is negative: /trim takes time away, /add gives more."),
        ("0:00 /start\n6:00 /next", "/add 13h", "A segment can't be longer than twelve hours."),
        ("0:00 /start\n6:00 /next", "/add 2m 3m", "“3m” is too much: write /add [2m] [to N]"),
        ("0:00 /start\n6:00 /next", "/trim 7m", "Only 6:00 is left here. /next moves on."),
        ("0:00 /start", "/trim 1m", "Only 0:00 is left here. /next moves on."),
        ("0:00 /start", "/goto 99", "There is no segment 99: segments are 1–3."),
        ("0:00 /start", "/goto 0", "There is no segment 0: segments are 1–3."),
        ("0:00 /start", "/goto 1", "“Opening” is already running."),
        ("0:00 /start", "/goto", "Which segment? Give its number: 3."),
        ("0:00 /start", "/goto talking", "There is no segment “talking”. Did you mean talk?"),
        ("0:00 /start\n1:00 /next", "/skip 1", "“Opening” is no longer ahead."),
        ("0:00 /start\n1:00 /next\n1:00 /next", "/next", "This is the last segment. /end ends the interview."),
        ("0:00 /start\n1:00 /next\n1:00 /next", "/skip", "This is the last segment. /end ends the interview."),
        ("0:00 /start", "/back", "No segment ran before this one. /goto N goes to any other."),
        ("0:00 /start", "/start", "The interview is already running. /next moves on."),
        ("0:00 /start\n1:00 /end", "/start", "The interview has ended. /reopen undoes that."),
        ("0:00 /start\n1:00 /end", "/goto 1", "The interview has ended. /reopen undoes that."),
        ("0:00 /start\n1:00 /pause", "/pause", "The clock is already paused. /resume continues."),
        ("0:00 /start", "/resume", "The clock is already running. /pause stops it."),
        ("", "/pause", "The interview hasn't started: /start begins it."),
        ("", "/next", "The interview hasn't started: /start begins it."),
        ("", "/undo", "There is nothing to undo."),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_reason_and_changes_nothing(script: str, line: str, reason: str):
    room = Room(PLAN, script).wait_until("10:00")
    before, kept = room.session, len(room.log.events)
    with pytest.raises(Refusal) as refusal:
        room.conductor.submit(line)
    assert str(refusal.value) == reason
    assert room.session == before
    assert len(room.log.events) == kept
