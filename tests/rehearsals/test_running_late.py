"""A round that runs late: what each way out of it comes to, in figures. Each is a script beside this."""

from pathlib import Path

import msgspec
import pytest

from facilitator import agenda_files
from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.debrief.debrief import Debrief, debrief
from facilitator.domain.plan.agenda import Agenda

FOLDER = Path(__file__).parent / "running-late"
SCRIPTS = sorted(FOLDER.glob("*/session.script"))


@pytest.fixture(scope="module")
def agenda() -> Agenda:
    agenda = agenda_files.load(FOLDER / "agenda.yaml").agenda
    assert agenda is not None
    return agenda


def report(agenda: Agenda, script: Path) -> Debrief:
    conductor = rehearse(agenda, script.read_text("utf-8"))
    return debrief(conductor.session, conductor.now())


@pytest.mark.parametrize(
    ("name", "over", "given"),
    [
        ("trim", -75, 900),
        ("skip", 0, 900),
        ("drop", 0, 900),
        ("borrow", 0, 900),
        ("protected", 0, 660),
        ("late", 240, 900),
        ("taken-back", 240, 900),
    ],
)
def test_what_each_way_came_to(agenda: Agenda, name: str, over: int, given: int):
    """Positive is behind the plan; `given` of their 15 minutes."""
    timing = report(agenda, FOLDER / name / "session.script").timing
    assert timing.over_seconds == over
    assert [(row.promised_seconds, row.given_seconds) for row in timing.protected] == [(900, given)]


def test_every_way_out_is_rehearsed():
    lines = "\n".join(path.read_text("utf-8") for path in SCRIPTS)
    for way in ("trim", "skip", "drop", "late", "from 4", "from 5!"):
        assert f"/recover {way}\n" in lines


def test_segments_that_end_by_themselves_do_so_in_a_rehearsal(agenda: Agenda):
    auto = msgspec.structs.replace(
        agenda, segments=tuple(msgspec.structs.replace(segment, ends="auto") for segment in agenda.segments)
    )
    conductor = rehearse(auto, "00:00 /start\n10:00 a note in the talk\n50:00 /end\n")
    rows = debrief(conductor.session, conductor.now()).timeline
    assert [(row.segment, row.actual_seconds) for row in rows] == [
        ("Opening", 300),
        ("Talk", 720),
        ("Break", 240),
        ("Work", 1200),
        ("Theirs", 540),
        ("Closing", 0),
    ]
