"""The screens put together: what is shown when an interview ends, and what the way out says."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from click.exceptions import Exit
from textual.app import App
from textual.screen import Screen

from facilitator.cli.screens import run_demo, run_live, show_debrief
from facilitator.clock import SimulatedClock
from facilitator.conducting.demo import demo
from facilitator.domain.debrief.debrief import debrief
from facilitator.ui.app import FacilitatorApp
from facilitator.ui.debrief.debrief_screen import DebriefScreen
from facilitator.workspace.errors import NotInItsPlace
from facilitator.workspace.running_session import RunningSession, start
from facilitator.workspace.workspace import Workspace
from tests.disks import wait_until
from tests.ui.sessions import STARTS, small_agenda


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "data", warn=print)


@pytest.fixture
def running(workspace: Workspace):
    with start(workspace, small_agenda(), "source", "Robin Reyes", None) as running:
        yield running


@pytest.fixture
def left_at_once(monkeypatch: pytest.MonkeyPatch) -> list[FacilitatorApp]:
    """Every screen is left as soon as it is opened; the apps that were opened."""
    opened: list[FacilitatorApp] = []
    monkeypatch.setattr(FacilitatorApp, "run", lambda app: opened.append(app))
    return opened


def end(running: RunningSession) -> None:
    running.conductor.submit("/start")
    running.conductor.submit("/end")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((), "Not started yet. facilitator resume "),
        (("/start",), "Unfinished; the clock keeps running. facilitator resume "),
        (("/start", "/end"), "Ended after 0:00. facilitator debrief "),
        (("/noshow",), "The interview did not take place. facilitator debrief "),
        (("/start", "/cancel fire alarm"), "The interview was cut off. facilitator debrief "),
    ],
)
def test_leaving_says_how_it_stands_and_what_to_do_next(running, left_at_once, capsys, lines, said):
    for line in lines:
        running.conductor.submit(line)
    run_live(nullcontext(running))
    assert capsys.readouterr().out == f"{said}{running.conductor.session.id}\n"


def test_when_it_has_ended_the_debrief_is_written_and_shown(running, left_at_once, monkeypatch):
    pushed: list[Screen[None]] = []
    monkeypatch.setattr(FacilitatorApp, "push_screen", lambda app, screen: pushed.append(screen))
    end(running)
    run_live(nullcontext(running))
    [app] = left_at_once
    app.action_finish()
    [screen] = pushed
    assert isinstance(screen, DebriefScreen)
    wait_until(lambda: len(list(running.workspace.debriefs().iterdir())) == 1)


@pytest.mark.parametrize("candidate", ["", "Robin Reyes"])
async def test_beside_where_it_is_saved_stands_who_it_was_with_if_nobody_has_said(workspace, left_at_once, candidate):
    with start(workspace, small_agenda(), "source", candidate, None) as running:
        end(running)
        run_live(nullcontext(running))
        [app] = left_at_once
        async with app.run_test(size=(120, 40)) as pilot:
            app.action_finish()
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert isinstance(app.screen, DebriefScreen)
            assert app.screen.message.startswith("Saved to ")
            assert app.screen.message.endswith("-debrief.md · Who was it with? /with NAME says it.") == (not candidate)


def test_the_settings_reach_the_screen(workspace, left_at_once):
    workspace.home.root.mkdir()
    workspace.home.config.write_text('theme = "light"\nreduced_motion = true\n')
    run_live(start(workspace, small_agenda(), "source", "Robin Reyes", None))
    [app] = left_at_once
    assert (app.theme, app.animation_level) == ("light", "none")


def test_a_demo_starts_no_program_and_leaves_nothing_in_the_data_folder(workspace, left_at_once, capsys):
    workspace.home.root.mkdir()
    workspace.home.config.write_text('theme = "light"\n[cues]\nsegment = "none-such"\n')
    played = demo(small_agenda(), "00:01 /start\n00:02 /end", "", SimulatedClock(STARTS), "UTC")
    run_demo(workspace, played)
    [app] = left_at_once
    played.conductor.submit("/start")
    played.conductor.submit("/end")
    assert (app.theme, app.clipboard_of_device("x")) == ("light", "There is no clipboard here.")
    assert [path.name for path in workspace.home.root.iterdir()] == ["config.toml"]
    assert capsys.readouterr().out.startswith("Nothing of the demo is kept.")


def test_the_debrief_of_a_demo_is_shown_and_saved_nowhere(workspace, left_at_once, monkeypatch):
    pushed: list[Screen[None]] = []
    monkeypatch.setattr(FacilitatorApp, "push_screen", lambda app, screen: pushed.append(screen))
    played = demo(small_agenda(), "00:01 /start", "", SimulatedClock(STARTS), "UTC")
    run_demo(workspace, played)
    played.conductor.submit("/start")
    played.conductor.submit("/end")
    left_at_once[0].action_finish()
    assert isinstance(pushed[0], DebriefScreen)
    assert not workspace.home.root.exists()


def test_a_crash_says_that_what_was_kept_is_on_disk_and_ends_with_its_code(running, monkeypatch, capsys):
    monkeypatch.setattr(App, "return_code", 1)
    monkeypatch.setattr(FacilitatorApp, "run", lambda app: None)
    with pytest.raises(Exit) as ended:
        run_live(nullcontext(running))
    assert ended.value.exit_code == 1
    assert "facilitator resume continues" in capsys.readouterr().err


def test_what_is_kept_elsewhere_is_told_with_its_place_and_is_no_success(workspace, left_at_once, full_disk, home):
    with pytest.raises(NotInItsPlace, match=r"the disk is full") as told:
        run_live(start(workspace, small_agenda(), "source", "Robin Reyes", None))
    [there] = home.glob("facilitator-*/*.journal")
    assert str(there) in str(told.value)


def test_a_debrief_that_somebody_else_has_in_hand_can_still_be_read(workspace, running, left_at_once):
    end(running)
    show_debrief(workspace, debrief(running.conductor.session, running.conductor.now()))
    assert len(left_at_once) == 1
