"""What happened in an interview is told by its debrief: a script in each folder here, and what it comes to.

After a change that is meant: `FACILITATOR_GOLDEN=write python -m pytest tests/rehearsals`, then read the difference.
"""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from facilitator.cli import cli

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/session.script"))


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_the_debrief_tells_what_happened(folder: Path):
    script, kept = folder / "session.script", folder / "debrief.md"
    done = CliRunner().invoke(cli, ["rehearse", str(folder / "agenda.yaml"), "--script", str(script)])
    assert done.exit_code == 0, done.output
    if os.environ.get("FACILITATOR_GOLDEN") == "write":
        kept.write_text(done.output, encoding="utf-8")
    assert done.output == kept.read_text(encoding="utf-8")
