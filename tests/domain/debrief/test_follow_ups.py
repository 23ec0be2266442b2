"""What is to be done after the interview: answers that are owed, must-asks that nobody asked, notes that ask for it."""

from facilitator.domain.debrief.debrief import debrief
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(part("Talk", "10m", questions=[ask("aims", must=True, owner="bo"), ask("slip")]))
SAID = "0:00 /start\n1:00 ? her references\n2:00 /them How many?\n2:10 /owed 1 by bo until next week\n"


def told(script: str) -> list[tuple[str, str, str | None]]:
    talk = Room(PLAN, script)
    found = debrief(talk.session, talk.conductor.now()).follow_ups
    return [(item.kind, item.text, item.by) for item in found]


def test_answers_come_first_then_must_asks_then_notes():
    assert told(SAID + "9:00 /end") == [
        ("owed_answer", "How many?", "bo"),
        ("must_ask", "What about aims?", "bo"),
        ("note", "her references", "ann"),
    ]


def test_a_must_ask_is_its_owners_who_is_there():
    assert ("must_ask", "What about aims?", "dana") in told("0:00 /standin Dana Roth for bo\n1:00 /start\n9:00 /end")


def test_of_an_interview_that_was_cut_off_nothing_is_still_to_be_asked():
    assert [kind for kind, _, _ in told(SAID + "3:00 /cancel fire alarm")] == ["owed_answer", "note"]
