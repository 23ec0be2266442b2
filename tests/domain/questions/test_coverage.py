"""How far each question got, by whom, and whether it is still open."""

import pytest

from facilitator.domain.questions.coverage import coverage, covered_by_others
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(
    part(
        "Talk",
        "10m",
        questions=[
            ask("must", must=True, owner="bo"),
            ask("free"),
            ask("each", each=True, must=True),
            ask("last", must=True),
        ],
    )
)


@pytest.mark.parametrize(
    ("lines", "status", "by"),
    [
        ([], "planned", {"bo": "planned"}),
        (["/ask 1 bo"], "asked", {"bo": "asked"}),
        (["/ask 1 ann"], "asked", {"bo": "planned", "ann": "asked"}),
        (["/partly 1 bo"], "partly", {"bo": "partly"}),
        (["/cover 1 bo"], "covered", {"bo": "covered"}),
        (["/cover 1 ann", "/ask 1 bo"], "covered", {"bo": "asked", "ann": "covered"}),
        (["/partly 1 ann", "/ask 1 bo"], "partly", {"bo": "asked", "ann": "partly"}),
        # The latest of the same panelist counts.
        (["/cover 1 bo", "/ask 1 bo"], "asked", {"bo": "asked"}),
        # Dropped while that was said last.
        (["/drop 1 by ann"], "dropped", {"bo": "planned", "ann": "dropped"}),
        (["/cover 1 bo", "/drop 1 by ann"], "dropped", {"bo": "covered", "ann": "dropped"}),
        (["/drop 1 by ann", "/ask 1 bo"], "asked", {"bo": "asked", "ann": "dropped"}),
        (["/drop 1 by bo", "/ask 2", "/ask 1 by ann"], "asked", {"bo": "dropped", "ann": "asked"}),
        (["/handoff 1 ann"], "planned", {"ann": "planned"}),
        (["/ask 1 bo", "/handoff 1 ann"], "asked", {"ann": "planned", "bo": "asked"}),
        # Somebody acts for whoever isn't there, as long as there is something left to ask.
        (["/absent bo", "/standin ann for bo"], "planned", {"ann": "planned"}),
        (["/cover 1 bo", "/absent bo", "/standin ann for bo"], "covered", {"bo": "covered"}),
        (["/partly 1 bo", "/absent bo", "/standin ann for bo"], "partly", {"ann": "planned", "bo": "partly"}),
    ],
)
def test_a_question_is_as_far_as_anybody_got_with_it(lines: list[str], status: str, by: dict[str, str]):
    row = coverage(after(*lines))[0]
    assert (row.status, row.by) == (status, by)


def after(*lines: str):
    """The session in which these lines were typed, one a minute."""
    return Room(PLAN, "\n".join(f"{minute}:00 {line}" for minute, line in enumerate(lines))).session


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        ([], "planned"),
        (["/ask 3"], "asked"),
        (["/partly 3"], "partly"),
        (["/cover 3"], "partly"),
        (["/cover 3", "/cover 3 bo"], "covered"),
        (["/cover 3", "/ask 3 bo"], "partly"),
        (["/cover 3 by cy", "/cover 3"], "partly"),
    ],
)
def test_a_question_for_each_is_as_far_as_the_last_of_them_all(lines: list[str], status: str):
    row = coverage(after(*lines))[2]
    assert row.status == status
    assert {"ann", "bo"} <= set(row.by)
    assert (row.by.get("cy") == "covered") is ("/cover 3 by cy" in lines)


@pytest.mark.parametrize(
    ("line", "is_open", "is_unasked"),
    [
        ("a note", True, True),
        ("/ask 2", True, False),
        ("/partly 2", True, False),
        ("/cover 2", False, False),
        ("/drop 2", False, False),
    ],
)
def test_what_is_still_open(line: str, is_open: bool, is_unasked: bool):
    row = coverage(after(line))[1]
    assert (row.is_open, row.is_unasked) == (is_open, is_unasked)


def test_the_reason_is_the_latest():
    assert [row.reason for row in coverage(after("/drop 1 by bo no time", "/drop 2 too easy", "/ask 2"))] == [
        "no time",
        "",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("lines", "by", "found"),
    [
        ([], "ann", None),
        (["/cover 1 bo"], "ann", ("bo", 0)),
        (["/cover 1 bo"], "bo", None),
        (["/ask 1 bo"], "ann", None),
        (["/cover 2 bo"], "ann", None),
        # A colleague's mark stands until they say otherwise.
        (["/cover 1 bo", "/ask 1 bo"], "ann", None),
        (["/ask 1 bo", "/cover 1 bo"], "ann", ("bo", 1)),
        (["/cover 1 bo", "/ask 1 cy"], "ann", ("bo", 0)),
        # Of several, the latest.
        (["/cover 1 bo", "/cover 1 cy"], "ann", ("cy", 1)),
        (["/cover 1 cy", "/cover 1 bo"], "ann", ("bo", 1)),
        (["/cover 1 cy", "/cover 1 ann"], "bo", ("ann", 1)),
        (["/cover 1 cy", "/cover 1 ann"], "cy", ("ann", 1)),
    ],
)
def test_whether_a_colleague_covered_it_already(lines: list[str], by: str, found: tuple[str, int] | None):
    mark = covered_by_others(after(*lines), PLAN.questions[0], by)
    assert (mark and (mark.panelist, (mark.at - Room.at("0:00")) // 60_000)) == found


ROUND = agenda(part("Talk", "20m", questions=[ask("aims"), ask("slip")]))


@pytest.mark.parametrize(
    ("script", "by"),
    [
        ("1:00 /ask 1 by bo", None),
        ("1:00 /cover 1 by bo", "bo"),
        ("1:00 /cover 1 by ann", None),
        ("1:00 /cover 2 by bo", None),
        # What the colleague says later counts, not what they said first.
        ("1:00 /cover 1 by bo\n2:00 /partly 1 by bo", None),
        ("1:00 /cover 1 by bo\n2:00 /drop 1 by bo", None),
        ("1:00 /partly 1 by bo\n2:00 /cover 1 by bo", "bo"),
        ("1:00 /cover 1 by bo\n2:00 /undo", None),
        # The latest of several.
        ("1:00 /cover 1 by bo\n2:00 /cover 1 by cy", "cy"),
    ],
)
def test_a_colleague_has_covered_it_as_long_as_they_say_so(script: str, by: str | None):
    room = Room(ROUND, f"0:00 /start\n{script}")
    mark = covered_by_others(room.session, ROUND.questions[0], "ann")
    assert (mark.panelist if mark else None) == by


def test_who_covers_it_anew_is_told_nothing_that_no_longer_holds():
    room = Room(ROUND, "0:00 /start\n1:00 /cover 1 by bo")
    assert room.conductor.submit("/cover 1").said == "Ann Lee has covered q1. Bo Ek covered it at 1:00."
    room.play("2:00 /partly 1 by bo")
    assert room.conductor.submit("/cover 1").said == "Ann Lee has covered q1."
