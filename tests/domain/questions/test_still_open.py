"""What is still open, a line for each kind; nothing, once everything was asked or if nothing was planned."""

from facilitator.domain.questions.still_open import open_lines, still_open
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(part("Talk", "10m", questions=[ask("slip", must=True, owner="bo"), ask("cost")]))


def test_what_is_open_has_a_line_for_each_kind():
    session = Room(PLAN, "0:00 /start\n1:00 /them Why?").session
    lines = ["Must-asks not asked: q1 (Bo Ek).", "1 other question not asked."]
    lines.append("1 of their questions neither answered nor owed.")
    assert open_lines(session) == lines
    assert still_open(session) == "\n".join(lines)


def test_what_leaves_nothing_open_has_none():
    for plan, script, said in (
        (PLAN, "0:00 /start\n1:00 /cover 1\n1:00 /drop 2", "Everything was asked."),
        (agenda(part("Talk", "10m")), "0:00 /start", "No questions were planned."),
    ):
        session = Room(plan, script).session
        assert open_lines(session) == []
        assert still_open(session) == said
