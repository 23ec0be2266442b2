"""What happened in an interview is told by its debrief: a script in each folder here, and what it comes to.

The agenda stands beside the script or above it; a folder with nothing but a debrief has the name of a sample. After a
change that is meant: `FACILITATOR_GOLDEN=write python -m pytest tests/rehearsals`, then read the difference.
"""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from facilitator import resources
from facilitator.cli import cli

HERE = Path(__file__).parent
DEBRIEFS = sorted(HERE.rglob("debrief.*"))


def played(folder: Path) -> tuple[Path, Path]:
    """Return the agenda and the script of a rehearsal."""
    if not (folder / "session.script").exists():
        sample = resources.agendas_dir() / folder.name
        return sample.with_suffix(".yaml"), sample.with_suffix(".script")
    agendas = (above / "agenda.yaml" for above in (folder, *folder.parents))
    return next(filter(Path.exists, agendas)), folder / "session.script"


@pytest.mark.parametrize("kept", DEBRIEFS, ids=lambda kept: str(kept.relative_to(HERE)))
def test_the_debrief_tells_what_happened(kept: Path):
    agenda, script = played(kept.parent)
    line = ["rehearse", str(agenda), "--script", str(script), "--format", kept.suffix.removeprefix(".")]
    done = CliRunner().invoke(cli, line)
    assert done.exit_code == 0, done.output
    if os.environ.get("FACILITATOR_GOLDEN") == "write":
        kept.write_text(done.output, encoding="utf-8")
    assert done.output == kept.read_text(encoding="utf-8")


def test_every_script_has_its_debrief():
    scripts = {script.parent for script in HERE.rglob("session.script")}
    assert scripts <= {kept.parent for kept in DEBRIEFS if kept.suffix == ".md"}
