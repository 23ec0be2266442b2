"""What is said to a note and to the commands about notes."""

import pytest

from facilitator.domain.language.decisions import decide
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN, answer
from tests.domain.session.sealed import SEALED


@pytest.mark.parametrize(
    ("script", "at", "line", "said"),
    [
        ("", "1:00", "a note", "Kept."),
        ("", "1:00", "+", "The note is empty: write it after its sign."),
        ("", "1:00", "//etc is a path", "Kept."),
        ("", "1:00", "see #kraft", "Kept; #kraft isn't in the agenda (did you mean #craft?)."),
        (
            "",
            "1:00",
            "see #craft #people @bo @q2",
            "Kept, #craft, q2, @bo; #people is ignored: one competency per note.",
        ),
        ("", "1:00", "in q2 and q3 of @q2", "Kept, q2; not filed: @q3."),
        ("", "1:00", "by q2", "Kept; not filed: @q2."),
        ("", "1:00", "by q9, Q2 and faq2", "Kept."),
        ("", "1:00", "@q2 or @q3", "Kept, q2; q3 is ignored: one question per note."),
        ("", "1:00", "+ - closed", "Kept, strength; “-” is ignored: one sign per note."),
        ("", "1:00", "++ +5 % of it", "Kept, strength."),
        (
            "",
            "1:00",
            "@zed and @q9 and #nothing",
            "Kept; @zed isn't in the agenda; there is no q9; #nothing isn't in the agenda.",
        ),
        ("", "1:00", "@q0", "Kept; there is no q0."),
        ("", "1:00", "@an was here", "Kept; @an isn't in the agenda (did you mean @ann?)."),
        ("", "1:00", "Good #share", "Kept, for the candidate."),
        (
            "0:10 + first #craft\n0:20 second",
            "1:00",
            "/edit 1 changed",
            "Note 1 is changed; it is no longer a strength.",
        ),
        ("0:10 + first #craft\n0:20 second", "1:00", "/edit 1 + changed", "Note 1 is changed."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/edit 2 changed", "Note 2 is changed."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/edit 2 - changed", "Note 2 is changed."),
        (
            "0:10 + first #craft\n0:20 second",
            "1:00",
            "/edit n2 changed #kraft",
            "Note 2 is changed; #kraft isn't in the agenda (did you mean #craft?).",
        ),
        (
            "0:10 + first #craft\n0:20 second",
            "1:00",
            "/edit 1",
            "The text is missing: write it after the command.",
        ),
        (
            "0:10 + first #craft\n0:20 second",
            "1:00",
            "/edit 1 +",
            "That would leave the note empty. /strike removes it.",
        ),
        ("0:10 + first #craft\n0:20 second", "1:00", "/strike 1", "Note 1 is struck. /undo brings it back."),
    ],
)
def test_what_is_said_about_a_note(script: str, at: str, line: str, said: str):
    assert answer(script, at, line) == said


UNDONE = "0:10 of zanzibar\n0:20 /undo\n0:30 another\n0:40 more of it\n0:50 /undo"


@pytest.mark.parametrize(
    ("script", "line", "said"),
    [
        (UNDONE, "/erase undone", "2 undone notes are erased."),
        (UNDONE, "/erase 1", "Note 1 is erased."),
        (UNDONE, "/erase 2", "There is no note 2: the last is 1. /erase undone erases what was undone."),
        ("0:10 of zanzibar\n0:20 /undo", "/erase Undone", "The undone note is erased."),
        ("0:10 of zanzibar", "/erase undone", "No note of yours was undone."),
        ("0:10 of zanzibar\n0:20 /undo\n0:30 /redo", "/erase undone", "No note of yours was undone."),
    ],
)
def test_what_is_said_about_erasing_what_was_undone(script: str, line: str, said: str):
    assert answer(script, "1:00", line) == said


@pytest.mark.parametrize(
    ("script", "line", "doubt"),
    [
        ("0:10 of zanzibar", "/erase 1", "This erases note 1, “of zanzibar”, for good: its text, its changes and"),
        (UNDONE, "/erase undone", "This erases 2 undone notes, “of zanzibar”, “more of it”, for good: their text,"),
        (
            "\n".join(f"0:{10 + at} note {at}\n0:{10 + at} /undo" for at in range(5)),
            "/erase undone",
            "This erases 5 undone notes, “note 0”, “note 1”, “note 2”, 2 more, for good: their text, their changes",
        ),
    ],
)
def test_it_is_said_first_what_goes(script: str, line: str, doubt: str):
    room = Room(PLAN, script)
    assert decide(line, room.session, room.at("1:00"), "ann").doubt.startswith(doubt)


def test_what_was_undone_and_erased_leaves_no_gap_and_names_nothing():
    room = Room(PLAN, f"{UNDONE}\n1:00 /erase undone\n1:10 the second")
    assert [note.label for note in room.session.notes.values()] == ["1", "2"]
    assert [(one.called, one.by) for one in room.session.erased.values()] == [("", "ann"), ("", "ann")]
    assert not room.session.undone_notes


def test_whose_sealed_note_would_be_erased_is_said_since_its_text_cant_be_read():
    asked = decide("/erase b2", SEALED, 30_000, "ann", recorder="ann", device="ann-1").doubt
    assert asked.startswith("This erases Bo Ek's sealed note b2 for good, on every device")
