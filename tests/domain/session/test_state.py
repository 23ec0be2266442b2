"""What a session says of itself."""

import pytest

from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.session.privacy.gone_notes import ErasedNote
from facilitator.domain.session.state import CandidateQuestion, Note
from tests.domain.interviews import TEN, Room, agenda, ask, part

PLAN = agenda(part("One", "5m", questions=[ask("aims", owner="bo"), ask("why")]), part("Two", "10m"))


@pytest.mark.parametrize(
    ("script", "current", "running", "paused"),
    [
        ("", None, False, False),
        ("0:00 /start", "one", True, False),
        ("0:00 /start\n1:00 /next", "two", True, False),
        ("0:00 /start\n1:00 /pause", "one", True, True),
        ("0:00 /start\n1:00 /pause\n2:00 /resume", "one", True, False),
        ("0:00 /start\n1:00 /pause\n2:00 /next", "two", True, False),
        ("0:00 /start\n1:00 /end", None, False, False),
        ("0:00 /start\n1:00 /pause\n2:00 /end", None, False, False),
        ("0:00 /start\n1:00 /end\n2:00 /undo", "one", True, False),
    ],
)
def test_what_runs(script: str, current: str | None, running: bool, paused: bool):
    session = Room(PLAN, script).session
    assert (session.current and session.current.id) == current
    assert (session.is_running, session.is_paused) == (running, paused)


def test_a_session_begins_with_nothing():
    session = Room(PLAN).session
    assert (session.id, session.opened_at, session.started_at, session.ended_at) == ("s", TEN, None, None)
    assert (session.source, session.candidate, session.timezone) == ("", "", "UTC")
    assert (session.planned_start_at, session.hard_stop_at, session.decision) == (None,) * 3
    assert not session.acts
    assert session.wall_offset_ms == 0


def test_who_is_to_ask_a_question():
    session = Room(PLAN, "0:00 /handoff 2 bo").session
    assert [session.owner(question) for question in PLAN.questions] == ["bo", "bo"]
    assert [Room(PLAN).session.owner(question) for question in PLAN.questions] == ["bo", None]


def test_a_panelist_who_is_called_like_the_candidate_is_told_apart():
    plan = agenda(part("One", "5m"), panel=(Panelist(id="ann", name="Ilse Brandt", role="CEO"),))
    assert Room(plan).session.panelist_name("ann") == "Ilse Brandt"
    assert Room(plan, "0:00 /with Ilse Brandt").session.panelist_name("ann") == "Ilse Brandt (CEO)"


def test_the_lead_is_the_agendas():
    assert Room(PLAN).session.lead.id == "ann"


def test_what_can_be_taken_back_next():
    room = Room(PLAN, "0:00 /start\n1:00 /pause\n2:00 /next")
    assert room.session.acts[-1].at == room.at("2:00")
    room.play("3:00 /undo")
    assert room.session.acts[-1].at == room.at("1:00")
    assert room.session.is_paused


@pytest.mark.parametrize(("label", "note", "question"), [("7", "n7", "t7"), ("b7", "b7", "tb7")])
def test_what_a_note_or_a_question_of_theirs_is_called_says_which_it_is(label: str, note: str, question: str):
    assert Note("x", 7, TEN, "ann", "a note", label=label).called == note
    assert ErasedNote("x", TEN, "ann", label).called == note
    assert CandidateQuestion("x", 7, TEN, "Why?", label=label).called == question
