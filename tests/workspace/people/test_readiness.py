"""An interview for which somebody is ready is planned until it starts."""

import os
import time

import pytest

from facilitator.workspace.errors import NextStep, Step, WrongRequest
from facilitator.workspace.people.readiness import LONGEST_WANT, called_on, planned_session, say_ready, waiting_session
from facilitator.workspace.retention import older_than
from facilitator.workspace.running_session import in_hand
from tests.ui.sessions import small_agenda


def planned(workspace, candidate: str = "", starts: str | None = None) -> str:
    session = planned_session(workspace, small_agenda(), "small", candidate, starts)
    say_ready(workspace, session, "bo", "  the   numbers ")
    return session


def status(workspace, session: str) -> str:
    return next(entry.status for entry in workspace.entries() if entry.session == session)


def test_it_is_planned_until_it_starts(workspace):
    session = planned(workspace)
    assert status(workspace, session) == "planned"
    with in_hand(workspace, session) as running:
        assert running.conductor.session.ready == {"bo": "the numbers"}
        running.conductor.submit("/start")
    assert status(workspace, session) == "unfinished"
    with pytest.raises(WrongRequest, match="has begun"):
        say_ready(workspace, session, "bo", "")


def test_the_others_come_to_the_same_session_and_another_candidate_has_another(workspace):
    session = planned(workspace, "Robin Reyes")
    assert planned(workspace) == session
    assert planned(workspace, "Robin Reyes") == session
    assert planned(workspace, "Sam Vale") != session


def test_a_name_in_another_form_is_the_same_candidate(workspace):
    assert planned(workspace, "Robin Reyes") == planned(workspace, "REYES, robin")


def test_of_several_that_are_planned_one_has_to_be_named(workspace):
    first, second = planned(workspace, "Robin Reyes"), planned(workspace, "Sam Vale")
    with pytest.raises(WrongRequest, match="Several interviews are planned") as asked:
        planned(workspace)
    assert first in str(asked.value)
    assert f"{second} (Sam Vale)" in str(asked.value)


def test_a_start_tells_one_interview_from_another(workspace):
    first = planned(workspace, starts="2099-01-05 10:00")
    second = planned(workspace, starts="2099-01-06 10:00")
    assert planned(workspace, starts="2099-01-05 10:00") == first != second


def test_a_start_that_isnt_that_of_the_plan_is_told_and_one_that_is_no_time(workspace):
    session = planned(workspace, "Robin Reyes", "2099-01-05 10:00")
    with pytest.raises(WrongRequest, match=f"{session} is planned for another time"):
        planned(workspace, "Robin Reyes", "2099-01-05 11:00")
    with pytest.raises(WrongRequest, match="is not a time"):
        planned(workspace, "Robin Reyes", "25:99")


def test_an_interview_goes_on_with_the_session_in_which_somebody_is_ready_if_it_is_sure_which(workspace):
    def waiting(candidate: str, starts: str | None = None) -> str | None:
        return waiting_session(workspace, small_agenda(), "small", candidate, starts)

    assert waiting("") is None
    unnamed = planned(workspace)
    assert (waiting(""), waiting("Robin Reyes")) == (unnamed, None)
    named = planned(workspace, "Robin Reyes", "2099-01-05 10:00")
    assert (waiting("reyes, robin"), waiting("")) == (named, None)
    assert waiting("Robin Reyes", "2099-01-05 10:00") == named
    assert waiting("Robin Reyes", "2099-01-05 11:00") is None


@pytest.mark.parametrize("knows_others", [False, True])
def test_who_is_ready_is_known_even_if_a_kill_kept_the_library_from_hearing_of_it(workspace, knows_others, monkeypatch):
    if knows_others:
        assert workspace.entries() == ()
    monkeypatch.setattr(workspace, "record", lambda session, used_at: None)
    session = planned(workspace)
    assert waiting_session(workspace, small_agenda(), "small", "", None) == session


def test_a_library_that_has_heard_of_all_and_knows_of_none_planned_is_not_loaded(workspace, monkeypatch):
    with in_hand(workspace, planned(workspace)) as running:
        running.conductor.submit("/start")
    workspace.entries()
    later = time.time_ns() + 1_000_000_000
    os.utime(workspace.home.library, ns=(later, later))
    monkeypatch.setattr(workspace, "entries", pytest.fail)
    assert waiting_session(workspace, small_agenda(), "small", "", None) is None


def test_what_is_gone_on_with_unasked_is_another(workspace):
    session = planned(workspace)
    with pytest.raises(WrongRequest, match="no unfinished session, but one that is planned") as told:
        workspace.latest_unfinished()
    assert told.value.next_step == NextStep(Step.GO_ON, session)


def test_its_age_counts_from_the_day_it_is_planned_for(workspace):
    later = planned(workspace, starts="2099-01-05 10:00")
    past = planned(workspace, "Sam Vale", starts="2020-01-05 10:00")
    assert [entry.session for entry in older_than(workspace, 0)] == [past]
    assert later != past


def test_nobody_is_ready_who_isnt_on_the_panel(workspace):
    with pytest.raises(WrongRequest, match="no panelist"):
        called_on(small_agenda().panel, "zz")
    session = planned(workspace)
    with pytest.raises(WrongRequest, match="no panelist"):
        say_ready(workspace, session, "zz", "")


def test_what_nobody_could_read_in_passing_is_refused(workspace):
    session = planned(workspace)
    say_ready(workspace, session, "bo", "x" * LONGEST_WANT)
    with pytest.raises(WrongRequest, match="At most"):
        say_ready(workspace, session, "bo", "x" * (LONGEST_WANT + 1))
