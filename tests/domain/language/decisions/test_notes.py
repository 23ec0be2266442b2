"""What is said to a note and to the commands about notes."""

import pytest

from tests.domain.language.answers import answer


@pytest.mark.parametrize(
    ("script", "at", "line", "said"),
    [
        ("", "1:00", "a note", "Kept."),
        ("", "1:00", "+", "There is nothing to keep yet."),
        ("", "1:00", "//etc is a path", "Kept."),
        ("", "1:00", "see #kraft", "Kept; #kraft isn't in the agenda (did you mean #craft?)."),
        ("", "1:00", "see #craft #people @bo q2", "Kept."),
        (
            "",
            "1:00",
            "@zed and q9 and #nothing",
            "Kept; @zed isn't in the agenda; #nothing isn't in the agenda; there is no q9.",
        ),
        ("", "1:00", "q0", "Kept; there is no q0."),
        ("", "1:00", "@an was here", "Kept; @an isn't in the agenda (did you mean @ann?)."),
        ("", "1:00", "Good #share", "Kept."),
        ("", "1:00", "/edit 1 x", "There are no notes yet."),
        (
            "0:10 + first #craft\n0:20 second",
            "1:00",
            "/edit 1 changed",
            "Note 1 is changed; it is no strength any more.",
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
        ("0:10 + first #craft\n0:20 second", "1:00", "/edit 3 x", "There is no note 3: they go from 1 to 2."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/edit 1", "Some words are missing after the command."),
        (
            "0:10 + first #craft\n0:20 second",
            "1:00",
            "/edit 1 +",
            "Nothing would be left of the note. /strike takes it out.",
        ),
        ("0:10 + first #craft\n0:20 second", "1:00", "/file 1 q2", "Note 1 belongs to q2."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/file 1 2", "Note 1 belongs to “Talk”."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/file 1 #people", "Note 1 belongs to People."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/file 1 q2 #people", "Note 1 belongs to q2 and People."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/file 1 3 #people", "Note 1 belongs to “Break” and People."),
        (
            "0:10 + first #craft\n0:20 second",
            "1:00",
            "/file 1 q1 2",
            "A question lies in its own segment: name one of the two.",
        ),
        (
            "0:10 + first #craft\n0:20 second",
            "1:00",
            "/file 1",
            "Where does it belong? q3 is a question, 3 a segment, #name a competency.",
        ),
        ("0:10 + first #craft\n0:20 second", "1:00", "/file 1 slip", "Note 1 belongs to q2."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/file 1 Q3", "Note 1 belongs to q3."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/strike 1", "Note 1 is struck. /undo brings it back."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/strike", "Which note? They have numbers: /strike 7"),
        (
            "0:10 + first #craft\n0:20 second",
            "1:00",
            "/strike x",
            "Which note? They have numbers, and “x” is none: /strike 7",
        ),
        ("0:10 + first #craft\n0:20 second", "1:00", "/strike 9", "There is no note 9: they go from 1 to 2."),
        ("0:10 + first #craft\n0:20 second\n0:30 /strike 1", "1:00", "/strike 1", "Note 1 was struck."),
        (
            "0:10 + first #craft\n0:20 second\n0:30 /strike 1",
            "1:00",
            "/strike 3",
            "There is no note 3: they go from 1 to 2.",
        ),
        (
            "0:10 + first #craft\n0:20 second",
            "1:00",
            "/strike 123456789",
            "There is no note 123456789: they go from 1 to 2.",
        ),
        (
            "0:10 + first #craft\n0:20 second",
            "1:00",
            "/strike 1234567890",
            "There is no note 123456789: they go from 1 to 2.",
        ),
        (
            "0:10 + first #craft\n0:20 second",
            "1:00",
            "/file 1 x3",
            "No segment is called “x3”. There is opening, talk, break, theirs, closing.",
        ),
        (
            "0:10 + first #craft\n0:20 second",
            "1:00",
            "/file 1 quiz",
            "No segment is called “quiz”. There is opening, talk, break, theirs, closing.",
        ),
        ("", "1:00", "/strike 1", "There are no notes yet."),
        ("0:10 + first #craft\n0:20 second", "1:00", "/strike 0", "There is no note 0: they go from 1 to 2."),
    ],
)
def test_what_is_said_about_a_note(script: str, at: str, line: str, said: str):
    assert answer(script, at, line) == said
