"""A line that was carried out before its process was killed isn't offered again; one that wasn't, always.

It is known by its name, not by its text or the time: what is typed once more is offered, whatever the clocks say.
"""

import os
from pathlib import Path

import pytest

from facilitator.conducting.draft_keeper import DraftKeeper
from facilitator.workspace.running_session import in_hand, start
from facilitator.workspace.workspace import Workspace
from tests.ui.sessions import small_agenda

LINES = ("/start", "+ closed three of five", "/late 10s", "/cover 1 by bo", "two\nrows", "/undo", "/end")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "data", warn=print)


@pytest.mark.parametrize("last", range(len(LINES)))
def test_a_line_that_was_carried_out_is_not_offered_again(workspace, last):
    session = killed_behind(workspace, LINES[: last + 1])
    with in_hand(workspace, session) as running:
        assert running.draft.load() == ""
    assert not workspace.home.path(session, "draft").exists()


@pytest.mark.parametrize("line", ["/next", "+ closed three of five"])
def test_one_that_is_typed_once_more_is_offered(workspace, line):
    session = killed_behind(workspace, ("/start", line), and_typed=line)
    with in_hand(workspace, session) as running:
        assert running.draft.load() == line


@pytest.mark.parametrize("hours", [-1, 1])
def test_it_does_not_matter_what_the_clock_of_the_disk_says(workspace, hours):
    session = killed_behind(workspace, ("/start", "/next"))
    path = workspace.home.path(session, "draft")
    at = path.stat().st_mtime + hours * 3600
    os.utime(path, (at, at))
    with in_hand(workspace, session) as running:
        assert running.draft.load() == ""


def test_what_was_typed_beside_it_is_offered(workspace):
    session = killed_behind(workspace, ("/start", "/next"), aside="half a note")
    with in_hand(workspace, session) as running:
        assert running.draft.load() == "half a note"


def killed_behind(workspace: Workspace, lines: tuple[str, ...], aside: str = "", and_typed: str = "") -> str:
    """Type the lines, and die when the last is kept, before its draft is gone; return the session."""
    with start(workspace, small_agenda(), "", "Robin", None) as running:
        conductor, keeper = running.conductor, DraftKeeper(running.draft, print)
        draft = workspace.home.path(conductor.session.id, "draft")
        for line in lines:
            keeper.keep(*filter(None, (aside, line)))
            keeper.close()
            name = keeper.name(line, aside)
            done = conductor.carry_out(conductor.decide(line), name=name)
            assert done.wait().kept
            keeper.hand_in(line, name, done)
            left = draft.read_bytes()
            keeper.keep(*filter(None, (aside, and_typed)))
            keeper.close()
        if not and_typed:
            draft.write_bytes(left)
    return conductor.session.id
