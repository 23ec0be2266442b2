"""What the commands about questions say, and why they refuse."""

import pytest

from tests.domain.language.answers import answer


@pytest.mark.parametrize(
    ("script", "at", "line", "said"),
    [
        ("", "1:00", "/ask 1", "Bo Ek is asking q1."),
        ("", "1:00", "/ask q2 by bo", "Bo Ek is asking q2."),
        ("0:00 /start\n1:00 /cover 2 by bo", "3:30", "/ask 2", "Ann Lee is asking q2. Bo Ek covered it at 1:00."),
        ("1:00 /start\n2:30 /cover 2 by bo", "3:30", "/cover 2", "Ann Lee has covered q2. Bo Ek covered it at 1:30."),
        ("1:30 /cover 2 by bo", "3:30", "/cover 2", "Ann Lee has covered q2. Bo Ek covered it at 1:30."),
        ("1:30 /cover 2 by bo", "3:30", "/cover 2 bo", "Bo Ek has covered q2."),
        ("1:30 /cover 1", "3:30", "/ask 1", "Bo Ek is asking q1. It no longer counts as covered."),
        ("1:30 /cover 1", "3:30", "/partly 1", "Bo Ek has partly covered q1. It no longer counts as covered."),
        ("1:30 /cover 1\n1:40 /partly 1", "3:30", "/ask 1", "Bo Ek is asking q1."),
        (
            "1:30 /cover 2 by bo\n2:00 /cover 2 by ann",
            "3:30",
            "/ask 2 ann",
            "Ann Lee is asking q2. Bo Ek covered it at 1:30.",
        ),
        ("1:30 /cover 3 by bo", "3:30", "/cover 3", "Ann Lee has covered q3."),
        ("1:30 /cover 2 by bo\n2:00 /ask 2 by bo", "3:30", "/cover 2", "Bo Ek has covered q2."),
        ("1:30 /cover 2 by bo", "3:30", "/cover 1", "Bo Ek has covered q1."),
        (
            "1:00 /cover 2 by bo\n2:00 /cover 2 by cy",
            "3:30",
            "/cover 2",
            "Ann Lee has covered q2. Cy Roy covered it at 2:00.",
        ),
        (
            "1:00 /cover 2 by cy\n2:00 /cover 2 by bo",
            "3:30",
            "/cover 2",
            "Ann Lee has covered q2. Bo Ek covered it at 2:00.",
        ),
        (
            "0:00 /start\n40:00 /cover 2 by bo",
            "41:00",
            "/ask 2",
            "Ann Lee is asking q2. Bo Ek covered it at 40:00.",
        ),
        ("", "1:00", "/drop 1", "q1 is dropped (Bo Ek). It was a must-ask."),
        ("", "1:00", "/drop 2 no time", "q2 is dropped (Ann Lee)."),
        ("", "1:00", "/handoff 1 ann", "q1 goes to Ann Lee."),
        ("", "1:00", "/handoff 1 to bo", "q1 is already Bo Ek's."),
        ("", "1:00", "/handoff 1 cy", "Cy Roy is a shadow, who only watches."),
        ("1:00 /handoff 1 ann", "2:00", "/handoff 1 ann", "q1 is already Ann Lee's."),
        ("1:00 /handoff 1 ann", "2:00", "/handoff 1 bo", "q1 goes to Bo Ek."),
        ("", "1:00", "/cover 1 by bo now", "“now” is too much: write /cover Q [by P]"),
    ],
)
def test_what_is_said_about_a_question(script: str, at: str, line: str, said: str):
    assert answer(script, at, line) == said
