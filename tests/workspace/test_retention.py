"""How long sessions are kept: how old they are, which are due, whom they are about, and what is under a hold."""

import pytest

from facilitator.storage.library import Entry
from facilitator.storage.retaining.legal_hold import Held
from facilitator.workspace import retention
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.retention import DAY_MS

ENDED = "00:00 /start\n01:00 /end"


@pytest.mark.parametrize(
    ("times", "since"),
    [({"started_at": 2, "ended_at": 3}, 3), ({"started_at": 2}, 2), ({}, 1)],
)
def test_a_session_is_as_old_as_its_end_else_its_start_else_its_opening(times, since):
    entry = Entry(session="s", title="t", opened_at=1, used_at=9, **times)
    assert retention.age_days(entry, since + DAY_MS) == 1


def test_what_is_older_is_found(workspace, keep):
    old = keep(ENDED, starts="2020-01-05 10:00")
    keep(ENDED, starts="2099-01-05 10:00")
    assert [entry.session for entry in retention.older_than(workspace, 30)] == [old]


def test_sessions_are_about_a_person_whatever_the_case_of_their_name(workspace, keep):
    session = keep(ENDED, candidate="Robin Reyes")
    keep(ENDED, candidate="Kim Ode", starts="2026-01-06 10:00")
    assert [entry.session for entry in retention.sessions_about(workspace, "robin  REYES")] == [session]
    for nobody in ("Robin", "", "Somebody Else"):
        with pytest.raises(WrongRequest, match="There is no session with"):
            retention.sessions_about(workspace, nobody)


def test_a_session_whose_journal_is_damaged_can_still_be_named(workspace, keep):
    session = keep(ENDED)
    workspace.home.path(session, "journal").write_bytes(b"damage\n")
    assert retention.named(workspace, session) == session
    assert retention.named(workspace, "2026-01-05") == session
    with pytest.raises(WrongRequest):
        retention.named(workspace, "1999")


def test_what_is_erased_is_gone_and_what_is_under_a_hold_is_not(workspace, keep):
    session = keep(ENDED)
    retention.place_hold(workspace, session, "a\ncomplaint")
    assert retention.is_held(workspace, session)
    with pytest.raises(Held, match="a complaint"):
        retention.erase_session(workspace, session)
    assert retention.release_hold(workspace, session)
    assert not retention.release_hold(workspace, session)
    retention.erase_session(workspace, session)
    assert workspace.entries() == ()
    assert workspace.home.session_ids() == []
