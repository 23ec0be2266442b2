"""What past interviews took is read from their journals, without those of practice."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.facts.event import Author
from facilitator.workspace.past.past_times import forecast_of
from facilitator.workspace.workspace import Workspace
from tests.ui.sessions import small_agenda

Hold = Callable[..., None]


@pytest.fixture
def hold(workspace: Workspace) -> Hold:
    """Keeps so many interviews as if they had been held on a laptop, each with a script."""

    def held(count: int, script: str, device: str = "laptop") -> None:
        for number in range(count):
            events = rehearse(small_agenda(), script, f"Candidate {number} {device} {script}").events
            author = Author(events[0].author.panelist, device)
            workspace.keep([replace(one, stamp=replace(one.stamp, author=author)) for one in events])

    return held


def script(minutes: int) -> str:
    """An interview of so many minutes, all in the first segment."""
    return f"00:00 /start\n{minutes}:00 /end\n"


def test_without_interviews_there_is_no_forecast(workspace: Workspace):
    assert forecast_of(workspace, small_agenda()) is None
    assert not workspace.home.root.exists()


def test_fewer_than_five_are_counted_and_say_nothing(workspace: Workspace, hold: Hold):
    hold(4, script(15))
    expected = forecast_of(workspace, small_agenda())
    assert expected is not None
    assert (expected.sessions, expected.median_seconds) == (4, None)


def test_five_say_when_it_would_end(workspace: Workspace, hold: Hold):
    hold(5, script(15))
    expected = forecast_of(workspace, small_agenda())
    assert expected is not None
    assert expected.sessions == 5
    assert expected.median_seconds == expected.late_seconds


def test_practice_is_no_history(workspace: Workspace, hold: Hold):
    hold(2, script(15), device="rehearsal")
    hold(2, script(15), device="demo")
    assert forecast_of(workspace, small_agenda()) is None


def test_a_short_trial_and_one_that_runs_on_or_was_called_off_are_no_history(workspace: Workspace, hold: Hold):
    hold(1, "00:00 /start\n00:10 /end\n")
    hold(1, "00:00 /start\n15:00 + good\n")
    hold(1, "00:00 /noshow\n")
    assert forecast_of(workspace, small_agenda()) is None


def test_a_journal_that_cannot_be_read_is_passed_over(workspace: Workspace, hold: Hold):
    hold(2, script(15))
    broken = workspace.entries()[0].session
    workspace.home.path(broken, "journal").write_bytes(b"nothing\n")
    expected = forecast_of(workspace, small_agenda())
    assert expected is not None
    assert expected.sessions == 1
