"""The options of whatever takes a guide."""

from pathlib import Path

import pytest

from facilitator.cli.commands.guide_options import guide_choices
from tests.cli.shell import facilitator


def test_where_nothing_is_said_nothing_is_chosen():
    assert guide_choices(None, "") is None


def test_what_is_said_is_chosen():
    choices = guide_choices(2700, "2")
    assert choices is not None
    assert (choices.length_seconds, choices.part) == (2700, "2")


@pytest.mark.parametrize("command", ["import", "check", "run"])
def test_a_length_that_is_none_is_refused_before_anything_is_read(command: str, tmp_path: Path):
    run = facilitator(command, tmp_path / "guide.md", "--length", "soon")
    assert run.exit_code == 2
    assert "“soon” is" in run.output
