"""Whom a mark belongs to that names nobody: who was last marked as asking, else the owner, else the author."""

import pytest

from facilitator.domain.questions.crediting import credited_with
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(part("Talk", "10m", questions=[ask("aims", owner="bo"), ask("slip")]))


def room(*lines: str) -> Room:
    return Room(PLAN, "\n".join(f"{place}:00 {line}" for place, line in enumerate(["/start", *lines])))


@pytest.mark.parametrize(
    ("lines", "line", "credited"),
    [
        ([], "/cover 1", "bo"),
        ([], "/cover 1 by ann", "ann"),
        ([], "/cover 1 ann", "ann"),
        ([], "/cover 2", "ann"),
        ([], "cy> /cover 2", "cy"),
        ([], "cy> /cover 1", "cy"),
        ([], "cy> /cover 1 by ann", "ann"),
        (["/as cy"], "/cover 2", "cy"),
        (["/as cy"], "/cover 1", "bo"),
        (["/handoff 1 ann"], "/cover 1", "ann"),
        (["/ask 1 by ann"], "/cover 1", "ann"),
        (["/ask 2 by ann", "/handoff 2 bo"], "/cover 2", "ann"),
        (["/ask 1 by ann", "/ask 1 by bo"], "/cover 1", "bo"),
        (["/ask 1 by ann", "/partly 1 by bo"], "/cover 1", "ann"),
        (["/ask 2 by bo"], "/partly 2", "bo"),
        (["/ask 2 by bo"], "/drop 2 no time", "bo"),
        (["/ask 2 by bo", "/absent bo"], "/cover 2", "ann"),
        (["/absent bo"], "/cover 1", "ann"),
        (["/standin Dana Roth for bo"], "/cover 1", "dana"),
    ],
)
def test_a_mark_belongs_to_whoever_asked(lines: list[str], line: str, credited: str):
    talk = room(*lines)
    told = talk.conductor.submit(line).said
    assert talk.session.marks[-1].panelist == credited
    assert talk.session.panelist_name(credited) in told


@pytest.mark.parametrize("line", ["/cover", "/cover by bo", "/partly"])
def test_without_a_number_the_question_at_hand_is_meant(line: str):
    talk = room("/ask 1", "/ask 2 by bo")
    talk.conductor.submit(line)
    assert (talk.session.marks[-1].question, talk.session.marks[-1].panelist) == ("slip", "bo")


def test_the_author_is_asked_for_last():
    session = room().session
    assert credited_with(session, PLAN.questions[1], "cy") == "cy"
    assert credited_with(session, PLAN.questions[0], "cy") == "bo"
