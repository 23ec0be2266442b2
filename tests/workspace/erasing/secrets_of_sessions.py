"""A session with a secret note, and what finds it."""

from pathlib import Path

import pytest

from facilitator.workspace.running_session import in_hand, start
from facilitator.workspace.workspace import Workspace
from tests.ui.sessions import small_agenda

SECRET = b"zanzibar"


@pytest.fixture
def ended(workspace: Workspace) -> str:
    """A session that has ended, of which a debrief was written by itself; the second of its three notes is secret."""
    workspace.home.root.mkdir(parents=True)
    workspace.home.config.write_text('formats = ["md", "json", "csv"]\n')
    with start(workspace, small_agenda(), "source", "Robin Reyes", None) as running:
        for line in ("/start", "+ the first", "- of zanzibar #craft", "the third", "/edit 2 better: zanzibar", "/end"):
            running.conductor.submit(line)
        running.write_debrief()[1].answer()
        return running.conductor.session.id


def with_secret(folder: Path) -> list[str]:
    return [str(path) for path in folder.rglob("*") if path.is_file() and SECRET in path.read_bytes()]


def said(workspace: Workspace, session: str, line: str) -> str:
    with in_hand(workspace, session) as running:
        return running.conductor.submit(line).said
