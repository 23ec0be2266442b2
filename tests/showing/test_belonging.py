"""What a note will belong to is known before it is kept, and is what it belongs to then."""

import pytest

from facilitator.domain.language.decision import Situation
from facilitator.domain.notes.filing import Filing
from facilitator.showing.belonging import Belonging, belonging
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN

TALK = "0:00 /start\n1:00 /next"
ASKED = f"{TALK}\n2:00 /ask 2"


def belongs(script: str, line: str, at: str = "3:00", author: str = "ann") -> Belonging:
    room = Room(PLAN, script)
    return belonging(line, Situation(room.session, room.at("3:00"), author, room.at(at)))


@pytest.mark.parametrize(
    ("script", "line", "found"),
    [
        ("", "", Belonging("ann")),
        (TALK, "", Belonging("ann", "2.", "Talk")),
        (ASKED, "", Belonging("ann", "2.", "Talk", "q2")),
        (ASKED, "bo> he", Belonging("bo", "2.", "Talk", "q2")),
        (ASKED, "zed> he", Belonging("ann", "2.", "Talk", "q2")),
        (ASKED, "again @q3", Belonging("ann", "2.", "Talk", "q3")),
        (ASKED, "+ knows it #craft @bo", Belonging("ann", "2.", "Talk", "q2", ("strength", "#craft", "@bo"))),
        (ASKED, "as he said #share", Belonging("ann", "2.", "Talk", "q2", ("for the candidate",))),
        (f"{ASKED}\n2:30 /cover", "", Belonging("ann", "2.", "Talk")),
        (f"{ASKED}\n2:30 /end", "", Belonging("ann", question="q2")),
        (ASKED, "/cover", Belonging("ann")),
        (ASKED, "bo> /cover", Belonging("bo")),
        (ASKED, "//start", Belonging("ann", "2.", "Talk", "q2")),
    ],
)
def test_it_follows_the_session_and_what_is_typed(script: str, line: str, found: Belonging):
    assert belongs(script, line) == found


def test_a_line_belongs_to_where_it_was_begun():
    assert belongs(ASKED, "late", at="0:30") == Belonging("ann", "1.", "Opening")
    assert belongs(ASKED, "late", at="1:30") == Belonging("ann", "2.", "Talk")


@pytest.mark.parametrize("line", ["plain", "+ knows it #craft @bo", "again @q3", "bo> he #people", "//start"])
@pytest.mark.parametrize("script", ["", TALK, ASKED])
def test_once_kept_it_belongs_there(script: str, line: str):
    room = Room(PLAN, script).wait_until("3:00")
    before = belonging(line, room.conductor.situation())
    room.conductor.submit(line)
    (note,) = room.session.notes.values()
    filing = Filing(room.session)
    assert note.author == before.author
    assert filing.place(note) == (before.title.lower() or None)
    asked = room.session.plan.question_by_id.get(filing.question(note) or "")
    assert (room.session.plan.called(asked) if asked else "") == before.question
