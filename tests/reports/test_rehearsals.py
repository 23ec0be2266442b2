"""Whole interviews, each about one thing that happens in a room, and the debriefs that they come to.

A folder in `rehearsals` has an agenda, a script and its debriefs. After a change that is meant:
`FACILITATOR_GOLDEN=write python -m pytest tests/reports/test_rehearsals.py`, then read the difference.
"""

import os
from pathlib import Path

import pytest

from facilitator import agenda_files
from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.debrief.debrief import debrief
from facilitator.reports import export_text

REHEARSALS = sorted(path for path in (Path(__file__).parent / "rehearsals").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", REHEARSALS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("format_name", ["md", "json"])
def test_the_debrief_tells_what_happened(folder: Path, format_name: str):
    agenda = agenda_files.load(folder / "agenda.yaml").agenda
    assert agenda is not None
    conductor = rehearse(agenda, (folder / "script").read_text("utf-8"), candidate="Robin Reyes")
    told = export_text(debrief(conductor.session, conductor.now()), format_name)
    kept = folder / f"debrief.{format_name}"
    if os.environ.get("FACILITATOR_GOLDEN") == "write":
        kept.write_text(told, "utf-8")
    assert told == kept.read_text("utf-8")
