"""How many keys the most frequent acts take while one types, without their text; what is half typed stays."""

import pytest
from msgspec import to_builtins

from facilitator.ui.app import FacilitatorApp, Opened
from tests.ui.live.test_live_screen import Stage
from tests.ui.sessions import opened, screen_of, small_agenda

PRESSES = {
    "start": ([], ["ctrl+n"], 1, "SegmentStarted"),
    "next": (["/start"], ["ctrl+n"], 1, "SegmentStarted"),
    "end": (["/start", "/next"], ["ctrl+n", "enter"], 2, "InterviewEnded"),
    "ask next": (["/start"], ["ctrl+g"], 1, "QuestionMarked"),
    "cover": (["/start", "/ask 1"], ["ctrl+o"], 1, "QuestionMarked"),
    "add 2 min": (["/start"], ["escape", "plus"], 2, "TimeAdded"),
    "recover": (["/start", "/add 5m"], ["ctrl+r", "a"], 2, None),
    "their question": (["/start"], ["f9", *"Why?", "enter"], 2 + len("Why?"), "CandidateAsked"),
    "owed": (["/start", "/them Why?"], ["escape", "w", *"1 bo", "enter"], 10, "AnswerOwed"),
    "rate with the note just written": (
        ["/start", "+ drew it twice #craft"],
        ["escape", "r", "4", "enter"],
        4,
        "CompetencyRated",
    ),
    "rate with a note of its question's competency": (
        ["/start", "/ask 1", "drew it twice"],
        ["escape", "r", "4", "enter"],
        4,
        "CompetencyRated",
    ),
    "rate with a note of none": (
        ["/start", "drew it twice"],
        ["escape", "r", "a", "4", "enter"],
        5,
        "CompetencyRated",
    ),
    "undo": (["/start", "/next"], ["f8"], 1, "Revoked"),
    "undo, as terminals send it": (["/start", "/next"], ["ctrl+underscore"], 1, "Revoked"),
}
"""What is done, after which lines, with which keys, in at most how many, and the fact that it leads to."""


@pytest.mark.parametrize("act", PRESSES)
async def test_an_act_takes_as_few_keys_as_promised_and_leaves_the_note_alone(act):
    lines, keys, most, fact = PRESSES[act]
    conductor, clock = opened(small_agenda())
    for line in lines:
        conductor.submit(line)
    clock.advance(10)
    stage = Stage(conductor, clock)
    async with stage.run() as pilot:
        live = stage.screen
        await pilot.press(*"half")
        before = len(conductor.events)
        await pilot.press(*keys)
        await pilot.pause()
        assert len(keys) <= most
        done = [type(event.fact).__name__ for event in conductor.events[before:]]
        assert done if fact is None else done[-1] == fact
        assert live.note_line.text == "half"
        assert stage.app.focused is live.note_line or conductor.session.ended_at is not None


async def test_the_ways_to_recover_have_a_letter_each_and_any_other_is_typed():
    conductor, _ = opened(small_agenda())
    for line in ("/start", "/add 5m"):
        conductor.submit(line)
    stage = Stage(conductor, None)
    async with stage.run() as pilot:
        await pilot.press("ctrl+r")
        shown = ["".join(span.text for span in row.spans) for row in stage.screen.completions.rows]
        assert shown[0].startswith("a ")
        assert not any(row.startswith("Tab") for row in shown)
        await pilot.press(*"zero")
        assert stage.screen.note_line.text == "zero"
        await pilot.press("ctrl+r", "escape", "a")
        assert stage.screen.note_line.text == "zeroa"
    assert type(conductor.events[-1].fact).__name__ == "TimeAdded"


async def test_where_nothing_is_to_be_recovered_it_says_so():
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    stage = Stage(conductor, None)
    async with stage.run() as pilot:
        await pilot.press("ctrl+r", "a")
        assert "nothing to recover" in stage.said
        assert stage.screen.note_line.text == "a"


async def test_a_key_from_the_settings_acts_while_one_types_and_what_it_did_before_is_told():
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    app = FacilitatorApp(Opened(conductor), keymap={"command.next": "f9", "command.pause": "ctrl+g"})
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        told = [notification.message for notification in app._notifications]
        assert told == [
            "F9 is “next” in your settings, no longer “Their question”.\n"
            "Ctrl+G is “pause / resume” in your settings, no longer “Ask next”."
        ]
        await pilot.press(*"half", "f9", "ctrl+g")
        assert screen_of(app).note_line.text == "half"
    assert conductor.session.is_paused
    assert conductor.session.visits[-1].segment == "second"
    assert to_builtins(conductor.session.marks) == []
