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
        ("0:10 + first #craft\n0:20 second", "1:00", "/edit 1", "Some words are missing after the command."),
        (
            "0:10 + first #craft\n0:20 second",
            "1:00",
            "/edit 1 +",
            "Nothing would be left of the note. /strike takes it out.",
        ),
        ("0:10 + first #craft\n0:20 second", "1:00", "/strike 1", "Note 1 is struck. /undo brings it back."),
    ],
)
def test_what_is_said_about_a_note(script: str, at: str, line: str, said: str):
    assert answer(script, at, line) == said
