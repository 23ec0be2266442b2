"""Rehearsals about people: who says a line, and who is in the room; each with the debrief as a golden file.

`GOLDEN=write` in the environment writes the files anew; look at the difference before you keep it.
"""

import os
from pathlib import Path

import pytest

from facilitator import agenda_files
from facilitator.conducting.rehearsal import ScriptError, rehearse
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.plan.agenda import Agenda
from facilitator.reports import export_text

FOLDER = Path(__file__).parent / "rehearsals" / "people"
SCRIPTS = sorted(FOLDER.glob("*.script"))


@pytest.fixture(scope="module")
def agenda() -> Agenda:
    agenda = agenda_files.load(FOLDER / "round.yaml").agenda
    assert agenda is not None
    return agenda


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_the_debrief_is_as_it_was(agenda: Agenda, script: Path):
    conductor = rehearse(agenda, script.read_text("utf-8"), candidate="Robin Reyes")
    told = export_text(debrief(conductor.session, conductor.now()), "md")
    golden = script.with_suffix(".md")
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("/as 3", "/ask 3"),
        ("/standin Dana Roth", "/standin Dana Roth for cfo"),
        ("cem> /absent zed", "No panelist is called “zed”"),
        ("/author 7 ben", "There are no notes yet"),
    ],
)
def test_a_wrong_line_has_its_number(agenda: Agenda, line: str, why: str):
    with pytest.raises(ScriptError, match=f"^line 2: .*{why}"):
        rehearse(agenda, f"00:00 /start\n00:10 {line}")
