"""Commands that open no screen load none: whoever pipes a debrief somewhere doesn't wait for Textual."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]

PROGRAM = """
import json, sys
from facilitator.__main__ import main
try:
    main()
finally:
    print(json.dumps([sys.argv[1:], sorted(sys.modules)]), file=sys.stderr)
"""


def loaded_by(*arguments: str) -> set[str]:
    """The modules that were loaded when the command, which must have worked, had ended."""
    run = subprocess.run([sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, cwd=PROJECT)
    assert run.returncode == 0, run.stderr
    return set(json.loads(run.stderr.splitlines()[-1])[1])


@pytest.fixture
def session() -> str:
    """A session that was kept, so that there is something to list and to hand over."""
    script = str(PROJECT / "agendas/vp-sales-final.script")
    arguments = ["rehearse", "vp-sales-final", "--script", script, "--keep", "--format", "json"]
    run = subprocess.run([sys.executable, "-m", "facilitator", *arguments], capture_output=True, text=True, cwd=PROJECT)
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)["session"]["id"]
    assert isinstance(found, str)
    return found


@pytest.mark.parametrize("command", [["--help"], ["run", "--help"], ["check", "vp-sales-final"], ["agendas"]])
def test_a_command_without_a_screen_loads_none(command):
    assert "textual" not in loaded_by(*command)


def test_sessions_are_listed_and_handed_over_without_a_screen(session):
    assert "textual" not in loaded_by("sessions")
    assert "textual" not in loaded_by("debrief", session)


def test_a_line_that_is_kept_at_once_needs_no_event_loop(session):
    assert loaded_by("amend", session, "+ sent the plan").isdisjoint({"asyncio", "concurrent.futures", "queue"})


def test_the_first_help_needs_neither_agendas_nor_events():
    assert loaded_by("--help").isdisjoint({"textual", "rich", "yaml", "msgspec", "pendulum", "jinja2"})
