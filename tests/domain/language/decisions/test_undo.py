"""What is taken back is named."""

import pytest

from tests.domain.language.answers import answer


@pytest.mark.parametrize(
    ("script", "at", "line", "said"),
    [
        ("", "1:00", "/undo", "There is nothing to take back."),
        ("0:00 /start\n", "1:00", "/undo", "Taken back: start of “Opening”."),
        ("0:00 /start\n0:10 /skip 3", "1:00", "/undo", "Taken back: “Break” skipped."),
        ("0:00 /start\n0:10 /add 90s", "1:00", "/undo", "Taken back: 90s more for “Opening”."),
        ("0:00 /start\n0:10 /trim", "1:00", "/undo", "Taken back: 1m less for “Opening”."),
        ("0:00 /start\n0:10 /floor bo", "1:00", "/undo", "Taken back: the floor for Bo Ek."),
        ("0:00 /start\n0:10 /floor them", "1:00", "/undo", "Taken back: the floor for the candidate."),
        ("0:00 /start\n0:10 /floor bo\n0:11 /floor off", "1:00", "/undo", "Taken back: the end of the speaker clock."),
        ("0:00 /start\n0:10 /cover 2", "1:00", "/undo", "Taken back: q2 covered by Ann Lee."),
        ("0:00 /start\n0:10 /handoff 2 bo", "1:00", "/undo", "Taken back: q2 to Bo Ek."),
        ("0:00 /start\n0:10 a note", "1:00", "/undo", "Taken back: note “a note”."),
        (
            "0:00 /start\n0:10 a note\n0:11 /edit 1 other words",
            "1:00",
            "/undo",
            "Taken back: the change to “other words”.",
        ),
        ("0:00 /start\n0:10 a note\n0:11 /file 1 q2", "1:00", "/undo", "Taken back: where that note was filed."),
        ("0:00 /start\n0:10 a note\n0:11 /strike 1", "1:00", "/undo", "Taken back: the striking of that note."),
        ("0:00 /start\n0:10 /rate craft 4 by bo", "1:00", "/undo", "Taken back: Bo Ek's 4 for Craft."),
        ("0:00 /start\n0:10 /recommend strong no", "1:00", "/undo", "Taken back: Ann Lee's recommendation, strong no."),
        ("0:00 /start\n0:10 /with Ilse", "1:00", "/undo", "Taken back: the name Ilse."),
        ("0:00 /start\n0:10 /them Why?", "1:00", "/undo", "Taken back: their question “Why?”."),
        (
            "0:00 /start\n0:10 /them Why?\n0:20 /answered 1",
            "1:00",
            "/undo",
            "Taken back: what became of their question.",
        ),
        (
            "0:00 /start\n0:10 /them Why?\n0:20 /owed 1 bo",
            "1:00",
            "/undo",
            "Taken back: what became of their question.",
        ),
        ("1:00 /start\n1:10 /late 10s", "2:00", "/undo", "Taken back: the moved start of “Opening”."),
        ("0:00 /start\n0:10 /pause", "1:00", "/undo", "Taken back: the pause."),
        ("0:00 /start\n0:10 /pause\n0:11 /resume", "1:00", "/undo", "Taken back: the end of the pause."),
        ("0:00 /start\n0:10 /end", "1:00", "/undo", "Taken back: the end of the interview."),
        ("0:00 /start\n1:00 /end\n1:10 /vote strong yes", "2:00", "/undo", "Taken back: Ann Lee's vote, strong yes."),
        ("0:00 /start\n1:00 /end\n1:10 /decide yes", "2:00", "/undo", "Taken back: the panel's decision."),
        ("0:00 /start\n1:00 /end\n1:10 /dissent no", "2:00", "/undo", "Taken back: Ann Lee's dissent."),
    ],
)
def test_what_is_taken_back_is_named(script: str, at: str, line: str, said: str):
    assert answer(script, at, line) == said
