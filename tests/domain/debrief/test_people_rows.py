"""Who was there, since when and for whom, as the debrief tells it."""

import pytest

from facilitator.domain.debrief.change_rows import change_rows
from facilitator.domain.debrief.people_rows import cancelled_row, people_rows
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(part("Talk", "10m", questions=[ask("aims", owner="bo")]), part("Closing", "5m"))


def rows(script: str) -> dict[str, str]:
    """What is said of each who was on the panel, in words."""
    talk = Room(PLAN, script)
    told = {}
    for row in people_rows(talk.session):
        parts = [
            "lead" * row.lead,
            *(f"for {who}" for who in row.stands_in_for),
            f"joined {row.joined[11:16]}" if row.joined else "",
            f"left {row.left[11:16]}" if row.left else "",
            "" if row.present else "gone",
        ]
        told[row.id] = ", ".join(filter(None, parts))
    return told


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("", {"ann": "lead", "bo": "", "cy": ""}),
        ("0:00 /absent bo\n1:00 /start", {"ann": "lead", "bo": "gone", "cy": ""}),
        ("0:00 /start\n2:00 /absent bo", {"ann": "lead", "bo": "gone", "cy": ""}),
        ("0:00 /start\n1:00 bo> hello\n2:00 /absent bo", {"ann": "lead", "bo": "left 10:02, gone", "cy": ""}),
        ("0:00 /start\n2:00 /arrived Eve Moss", {"ann": "lead", "bo": "", "cy": "", "eve": "joined 10:02"}),
        ("0:00 /arrived Eve Moss\n1:00 /start", {"ann": "lead", "bo": "", "cy": "", "eve": ""}),
        ("0:00 /absent bo\n1:00 /start\n3:00 /arrived bo", {"ann": "lead", "bo": "joined 10:03", "cy": ""}),
        (
            "0:00 /start\n2:00 /standin Eve for bo",
            {"ann": "lead", "bo": "gone", "cy": "", "eve": "for bo, joined 10:02"},
        ),
        (
            "0:00 /absent bo\n1:00 /start\n3:00 /arrived bo\n5:00 /absent bo",
            {"ann": "lead", "bo": "joined 10:03, left 10:05, gone", "cy": ""},
        ),
        (
            "0:00 /start\n1:00 bo> hello\n2:00 /absent bo\n4:00 /arrived bo",
            {"ann": "lead", "bo": "", "cy": ""},
        ),
        (
            "0:00 /absent bo\n1:00 /start\n3:00 /standin bo for ann\n5:00 /arrived ann\n6:00 /absent bo",
            {"ann": "lead", "bo": "for ann, joined 10:03, left 10:06, gone", "cy": ""},
        ),
        (
            "0:00 /start\n3:00 /standin bo for ann\n5:00 /arrived ann\n6:00 /absent bo",
            {"ann": "lead", "bo": "for ann, left 10:06, gone", "cy": ""},
        ),
        ("0:00 /absent ann", {"ann": "gone", "bo": "lead", "cy": ""}),
        ("0:00 /start\n9:00 /end\n9:30 /absent bo", {"ann": "lead", "bo": "gone", "cy": ""}),
    ],
)
def test_each_is_told_with_what_became_of_them(script: str, expected: dict[str, str]):
    assert rows(script) == expected


def test_the_changes_are_told_in_words():
    talk = Room(PLAN, "0:00 /standin Eve Moss for bo\n1:00 /arrived bo\n2:00 /start\n3:00 bo> hello\n4:00 /absent bo")
    assert [(row.kind, row.text) for row in change_rows(talk.session)] == [
        ("panelist_arrived", "Eve Moss joined the panel"),
        ("panelist_absent", "Bo Ek absent"),
        ("stand_in_named", "Eve Moss sits in for Bo Ek"),
        ("panelist_arrived", "Bo Ek present"),
        ("panelist_absent", "Bo Ek absent"),
    ]


def test_an_interview_that_took_its_course_wasnt_called_off():
    assert cancelled_row(Room(PLAN, "0:00 /start\n9:00 /end").session) is None


def test_how_an_interview_was_called_off():
    off = cancelled_row(Room(PLAN, "0:00 /start\n5:00 /cancel fire alarm").session)
    assert off is not None
    assert (off.at, off.reason, off.no_show) == ("2026-12-01T10:05:00.000Z", "fire alarm", False)
    nobody = cancelled_row(Room(PLAN, "5:00 /noshow").session)
    assert nobody is not None
    assert (nobody.reason, nobody.no_show) == ("", True)
