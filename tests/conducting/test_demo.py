"""The demo is an hour's interview in memory, twenty times as fast as life."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from facilitator.cli.commands.running import DEMO
from facilitator.clock import SimulatedClock
from facilitator.conducting.demo import SPEED, Demo, demo
from facilitator.conducting.rehearsal import ScriptError, rehearse
from facilitator.documents.cells import cells
from facilitator.resources import agendas_dir
from tests.ui.sessions import STARTS, bundled, small_agenda

SCRIPT = (agendas_dir() / f"{DEMO}.script").read_text("utf-8")


@pytest.fixture
def played() -> Demo:
    return demo(bundled(DEMO), SCRIPT, "Robin Reyes", SimulatedClock(STARTS), "UTC")


def test_it_waits_for_its_first_line_with_nothing_started(played: Demo):
    assert played.conductor.session.started_at is None
    assert played.conductor.session.candidate == "Robin Reyes"
    assert "Robin" not in played.lines[0].text


def test_its_clock_makes_an_hour_of_three_minutes():
    life = SimulatedClock(STARTS)
    conductor = demo(small_agenda(), "00:01 /start", "", life, "UTC").conductor
    life.advance(180)
    assert conductor.now() - STARTS == 3600 * 1000


def test_it_begins_at_ten_whenever_it_is_played():
    late = SimulatedClock(STARTS + 11 * 3600 * 1000)
    began_at = demo(small_agenda(), "00:01 /start", "", late, "UTC").conductor.now()
    assert (began_at - STARTS) % (24 * 3600 * 1000) == 0


def test_a_rehearsal_begins_when_the_interview_is_to_start():
    later = replace(small_agenda(), starts="2026-12-24 15:00")
    played = demo(later, "", "", SimulatedClock(STARTS), "UTC", 10)
    assert played.conductor.session.planned_start_at == played.clock.read().wall_ms
    assert played.conductor.session.opened_at == played.conductor.session.planned_start_at


def test_the_hour_that_is_shown_takes_three_minutes_and_ends(played: Demo):
    assert played.lines[-1].text == "/end"
    assert played.lines[-1].seconds / SPEED == 180
    assert bundled(DEMO).planned_seconds == 3600


def test_no_line_of_it_is_refused():
    assert rehearse(bundled(DEMO), SCRIPT).session.ended_at is not None


def test_its_captions_fit_into_a_row_of_eighty_cells_and_stay_long_enough_to_be_read(played: Demo):
    captions = [line for line in played.lines if line.remark]
    assert len(captions) > 20
    assert max(cells(line.remark) for line in captions) <= 76
    shown_at = [0.0, *(line.seconds for line in played.lines)]
    begins = [shown_at[played.lines.index(line)] / SPEED for line in captions]
    assert min(after - before for before, after in pairwise(begins)) >= 3


def test_a_script_that_is_wrong_is_told():
    with pytest.raises(ScriptError, match=r"^line 1"):
        demo(small_agenda(), "now /start", "", SimulatedClock(STARTS), "UTC")
