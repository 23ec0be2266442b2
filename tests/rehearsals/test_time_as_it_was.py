"""Time as it was: two days, and protected time, are told truly whatever became of them."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from facilitator import agenda_files
from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.debrief.debrief import Debrief, debrief
from facilitator.reports import export_text

AGENDA = Path(__file__).parent / "time-as-it-was" / "agenda.yaml"


def told(script: str, **changes: str | None) -> Debrief:
    agenda = agenda_files.load(AGENDA).agenda
    assert agenda is not None
    conductor = rehearse(replace(agenda, **changes), script)
    return debrief(conductor.session, conductor.now())


def test_two_days_are_told_with_their_dates():
    """Opened on Monday at 17:12, paused after ten minutes, gone on with seventeen hours later."""
    report = told(
        "00:00 /start\n05:00 /next\n09:00 + good\n10:00 /pause\n17:00:00 /resume\n17:07:00 good\n17:12:00 /end"
    )
    lines = export_text(report, "md").splitlines()
    when = "Monday, 2 March 2026, 17:12 to 17:22 and Tuesday, 3 March 2026, 10:12 to 10:24"
    assert lines[2].endswith(when)
    assert f"- **When:** {when} (Europe/London)" in lines
    assert "- Took 22:00 in 2 sittings; 50:00 planned: 28:00 under." in lines
    assert "- **strength**: good *(Ida Roth, 17:21, n1)*" in lines
    assert "- 3 March, 10:19 · Ida Roth · n2: good" in lines


@pytest.mark.parametrize(
    ("script", "told_of_it"),
    [
        ("00:00 /start\n01:00 /goto 4\n11:00 /end", "10:00 given, kept"),
        ("00:00 /start\n01:00 /goto 4\n08:00 /end", "7:00 given, ended 3:00 early"),
        ("00:00 /start\n01:00 /goto 4\n13:00 /end", "12:00 given, 2:00 over"),
        ("00:00 /start\n08:00 /recover from 4!\n08:00 /goto 4\n15:00 /end", "7:00 given, 3:00 taken from it"),
        ("00:00 /start\n08:00 /recover from 4!\n08:00 /goto 4\n13:00 /end", "5:00 given, 5:00 taken from it"),
        ("00:00 /start\n08:00 /recover from 4!", "to come, 3:00 taken from it"),
        ("00:00 /start\n01:00 /goto 4\n04:00 a note", "3:00 given so far"),
    ],
)
def test_what_became_of_protected_time(script: str, told_of_it: str):
    made = export_text(told(script, hard_stop=None), "md")
    assert f"- Your questions (protected): 10:00 promised, {told_of_it}.\n" in made
