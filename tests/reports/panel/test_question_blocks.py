"""What was asked, by both sides, and what is to be done about it."""

from facilitator.domain.debrief.debrief import debrief
from facilitator.reports import export_text
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(part("Talk", "10m", questions=[ask("aims", must=True, owner="bo"), ask("slip")]))


def told(script: str, heading: str) -> str:
    """The text under a heading of the second level, without the columns' padding; empty if there is none."""
    room = Room(PLAN, f"0:00 /start\n{script}\n9:00 /end")
    source = export_text(debrief(room.session, room.at("9:30")), "md")
    lines = source.partition(f"\n## {heading}\n")[2].partition("\n## ")[0].splitlines()
    return "\n".join(" ".join(line.split()) for line in lines)


def test_how_many_questions_are_covered_is_counted():
    assert "1 of 2 questions covered." in told("1:00 /cover 1 by bo", "Coverage")


def test_a_question_of_theirs_says_who_owes_the_answer_and_until_when():
    assert "| How many? | owed by Bo Ek by next week |" in told(
        "2:00 /them How many?\n2:10 /owed 1 by bo until next week", "Their questions"
    )


def test_a_question_of_theirs_is_called_what_it_is_called_in_the_interview():
    assert "| t1 | How many? |" in told("2:00 /them How many?", "Their questions")


def test_what_the_first_page_has_room_for_is_not_told_again_under_the_follow_ups():
    three = "\n".join(f"{place}:00 ? thing {place}" for place in (1, 2, 3))
    assert told(three, "Follow-ups") == ""
    fourth = told(f"{three}\n4:00 ? thing 4", "Follow-ups")
    assert "thing 4" in fourth
    assert "thing 3" not in fourth
