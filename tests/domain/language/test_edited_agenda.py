"""What was edited in the file of an agenda is named, and taken over as far as a change of plan can express it."""

import pytest
from msgspec.structs import replace

from facilitator.domain.language.edited_agenda import edits
from facilitator.domain.plan.agenda import Agenda, Segment
from tests.domain.interviews import Room, agenda, apart_from_redo, ask, part

OPENING = part("Opening", "5m", questions=[ask("aims")])
TALK = part("Talk", "10m", questions=[ask("slip", competency="craft"), ask("cost", owner="ann")])
CLOSING = part("Closing", "4m")
PLAN = agenda(OPENING, TALK, CLOSING)


def with_questions(segment: Segment, *questions) -> Segment:
    return replace(segment, questions=questions)


def words(room: Room, edited: Agenda) -> list[str]:
    found = edits(room.conductor.situation(), edited)
    return [*(edit.words for edit in found.takeable), *(f"({other})" for other in found.others)]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((OPENING, TALK, CLOSING), []),
        (
            (OPENING, with_questions(TALK, *TALK.questions, ask("why")), CLOSING),
            ["q4 is new in “Talk”: What about why?"],
        ),
        ((OPENING, with_questions(TALK, TALK.questions[1]), CLOSING), ["q2 is gone: What about slip?"]),
        # With an id of its own, or with one that was made from its text.
        (
            (
                OPENING,
                with_questions(TALK, replace(TALK.questions[0], ask="What went wrong?"), TALK.questions[1]),
                CLOSING,
            ),
            ["q2 now reads “What went wrong?”"],
        ),
        (
            (with_questions(OPENING, replace(ask("aims"), id="aim", ask="What about your aims?")), TALK, CLOSING),
            ["q1 now reads “What about your aims?”"],
        ),
        ((OPENING, TALK, part("Demo", "8m"), CLOSING), ["4. Demo is new, 8:00"]),
        (
            (OPENING, TALK, part("Demo", "8m", questions=[ask("why")]), CLOSING),
            ["4. Demo is new, 8:00", "q4 is new in “Demo”: What about why?"],
        ),
        ((OPENING, TALK), ["3. Closing is gone"]),
        ((OPENING, replace(TALK, length_seconds=900), CLOSING), ["2. Talk takes 15:00 instead of 10:00"]),
        ((OPENING, replace(TALK, title="Our talk"), CLOSING), ["2. Talk is renamed “Our talk”"]),
        ((OPENING, replace(TALK, title="Case", id="case"), CLOSING), ["2. Talk is renamed “Case”"]),
        ((OPENING, CLOSING, TALK), ["(the order of the segments)"]),
        ((OPENING, replace(TALK, optional=True), CLOSING), ["(details of 2. Talk)"]),
        (
            (replace(OPENING, questions=()), with_questions(TALK, ask("aims"), *TALK.questions), CLOSING),
            ["(where q1 belongs)"],
        ),
        (
            (OPENING, with_questions(TALK, replace(TALK.questions[0], must=True), TALK.questions[1]), CLOSING),
            ["(details of q2)"],
        ),
    ],
)
def test_each_difference_is_named(parts: tuple[Segment, ...], expected: list[str]):
    edited = agenda(*parts)
    assert words(Room(PLAN), edited) == expected


def test_what_else_differs_is_named_in_a_word():
    assert words(Room(PLAN), replace(PLAN, title="Another", hard_stop="11:00", bell=True)) == ["(title)", "(hard stop)"]


EDITED = agenda(
    with_questions(OPENING, ask("aims"), ask("why", "2m", must=True)),
    replace(with_questions(TALK, replace(TALK.questions[0], ask="What went wrong?")), length_seconds=900),
    part("Demo", "8m", kind="practice", questions=[ask("how")]),
)


def test_what_is_taken_over_is_a_change_of_plan_and_isnt_offered_again():
    room = Room(PLAN, "0:00 /start")
    found = edits(room.conductor.situation(), EDITED)
    room.conductor.carry_out(found.decision)
    plan = room.session.plan
    assert [segment.title for segment in plan.segments] == ["Opening", "Talk", "Demo", "Closing"]
    assert [(question.number, question.ask) for question in plan.questions] == [
        (1, "What about aims?"),
        (4, "What about why?"),
        (2, "What went wrong?"),
        (3, "What about cost?"),
        (5, "What about how?"),
    ]
    assert plan.segment("talk").length_seconds == 900
    assert (room.session.skipped, room.session.marks[-1].question) == ({"closing"}, "cost")
    assert words(room, EDITED) == []
    room.play("1:00 /length 2 20m")
    assert words(room, EDITED) == []


def test_taking_it_over_is_undone_at_once():
    room = Room(PLAN, "0:00 /start")
    before = room.session
    found = edits(room.conductor.situation(), EDITED)
    assert room.conductor.carry_out(found.decision).said == "7 changes from the agenda adopted. /undo reverts them."
    room.conductor.submit("/undo")
    assert apart_from_redo(room.session) == apart_from_redo(before)
    assert edits(room.conductor.situation(), EDITED) == found


def test_what_was_added_in_the_room_is_no_difference():
    room = Room(
        PLAN, "0:00 /start\n1:00 /question Why now?\n2:00 /segment Demo 8m\n3:00 /length 3 9m\n4:00 /move 3 after 4"
    )
    assert words(room, PLAN) == []


def test_what_is_over_or_was_asked_stays_and_that_is_said():
    room = Room(PLAN, "0:00 /start\n1:00 /ask 1\n5:00 /next")
    edited = agenda(replace(with_questions(OPENING), length_seconds=60), CLOSING)
    assert words(room, edited) == [
        "q2 is gone: What about slip?",
        "q3 is gone: What about cost?",
        "(the removal of 2. Talk, which has begun)",
        "(the removal of q1, which was asked)",
        "(the length of 1. Opening, which is over)",
    ]
