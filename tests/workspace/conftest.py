"""A data folder to work in, and interviews that are kept in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.conducting.rehearsal import rehearse
from facilitator.workspace.workspace import Workspace
from tests.disks import LONGEST_WAIT_SECONDS
from tests.ui.sessions import small_agenda

Keep = Callable[..., str]


@pytest.fixture
def warned() -> list[str]:
    """What was said about the settings."""
    return []


@pytest.fixture
def workspace(tmp_path: Path, warned: list[str]) -> Workspace:
    return Workspace(tmp_path / "data", warn=warned.append)


@pytest.fixture
def library_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who leaves a session waits until the library has heard of it, also on a busy machine."""
    monkeypatch.setattr("facilitator.workspace.running_session.INDEX_SECONDS", LONGEST_WAIT_SECONDS)


@pytest.fixture
def keep(workspace: Workspace) -> Keep:
    """Keeps an interview, played from a script; returns its id."""

    def kept(script: str, candidate: str = "Robin Reyes", starts: str = "2026-01-05 10:00", **changes) -> str:
        conductor = rehearse(small_agenda(starts=starts, **changes), script, candidate)
        workspace.keep(conductor.events)
        return conductor.session.id

    return kept
