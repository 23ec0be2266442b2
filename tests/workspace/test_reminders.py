"""What is still to be done about the sessions that are kept."""

from datetime import date

import pytest

from facilitator.storage.library import Entry
from facilitator.workspace.errors import NextStep, Step
from facilitator.workspace.reminders import owed_text, reminders
from facilitator.workspace.retention import DAY_MS, place_hold

TODAY = date(2026, 1, 12)


def entry(**changes) -> Entry:
    return Entry(session="s", title="Final round", opened_at=0, used_at=0, candidate="Robin Reyes", **changes)


def told(workspace, *entries: Entry) -> list[tuple[str, NextStep | None]]:
    return [(reminder.said, reminder.next_step) for reminder in reminders(workspace, entries, TODAY)]


@pytest.mark.parametrize(
    ("owed", "said"),
    [
        ((), ""),
        (("",), "1"),
        (("2026-01-11", "next week"), "2, 1 overdue"),
        (("2026-01-12",), "1"),
    ],
)
def test_how_many_answers_are_owed_and_overdue(owed, said):
    assert owed_text(entry(owed=owed), TODAY) == said


def test_overdue_answers_are_named_with_whom_they_are_owed_to(workspace):
    assert told(workspace, entry(owed=("2026-01-11",))) == [
        ("Overdue: an answer to Robin Reyes, owed since 2026-01-11.", NextStep(Step.READ, "s"))
    ]
    assert told(workspace, entry(owed=("2026-01-11", "2026-01-09"))) == [
        ("Overdue: 2 answers to Robin Reyes, the first since 2026-01-09.", NextStep(Step.READ, "s"))
    ]


def test_what_was_planned_and_never_started_is_told_from_the_next_day_on(workspace):
    morning = 1_768_206_600_000  # 2026-01-12 08:30 UTC
    assert told(workspace, entry(planned_at=morning)) == []
    assert told(workspace, entry(planned_at=morning + DAY_MS)) == []
    assert told(workspace, entry(planned_at=morning - DAY_MS)) == [
        ("Planned for 2026-01-11, not started: Final round with Robin Reyes.", NextStep(Step.GO_ON, "s"))
    ]


def test_scorecards_that_wait_for_somebody_are_named(workspace):
    assert told(workspace, entry(cards_missing=("Ann Lee", "Bo Ek"))) == [
        ("Sealed scorecards are waiting for Ann Lee, Bo Ek.", NextStep(Step.RATE, "s"))
    ]


def test_old_sessions_are_pointed_out_only_where_a_setting_says_how_old(workspace):
    assert told(workspace, entry(ended_at=1)) == []
    workspace.home.root.mkdir()
    workspace.home.config.write_text("retention_days = 30\n")
    del workspace.__dict__["config"]
    now = workspace.now()
    assert told(workspace, entry(ended_at=now - 29 * DAY_MS)) == []
    old = entry(ended_at=now - 31 * DAY_MS)
    assert told(workspace, old) == [("Older than 30 days: 1 session.", NextStep(Step.PURGE))]


def test_an_old_one_under_a_hold_is_told_apart(workspace, keep):
    workspace.home.root.mkdir()
    workspace.home.config.write_text("retention_days = 1\n")
    held = keep("00:00 /start\n01:00 /end", starts="2020-01-05 10:00")
    place_hold(workspace, held, "a complaint")
    assert told(workspace, *workspace.entries()) == [(f"Older than 1 day, but on hold: {held}.", None)]
