"""A note that was kept before its process was killed isn't offered again; one that is typed once more stays."""

import os
from pathlib import Path

import pytest

from facilitator.workspace.running_session import resume, start
from facilitator.workspace.workspace import Workspace
from tests.ui.sessions import small_agenda

TYPED = "+ closed three of five"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "data", warn=print)


@pytest.mark.parametrize(("saved_seconds_before", "offered"), [(1, ""), (-60, TYPED)])
def test_a_draft_that_is_older_than_its_note_is_gone(workspace, saved_seconds_before, offered):
    with start(workspace, small_agenda(), "", "Robin", None) as running:
        session = running.conductor.session.id
        running.draft.save(TYPED)
        assert running.conductor.submit(TYPED).wait().kept
        recorded = running.conductor.events[-1].stamp.ms / 1000
    path = workspace.home.path(session, "draft")  # as a kill leaves it
    os.utime(path, (recorded - saved_seconds_before,) * 2)
    with resume(workspace, session) as running:
        assert running.draft.load() == offered
    assert path.exists() == bool(offered)
