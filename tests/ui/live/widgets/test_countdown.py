"""The countdown: the running segment, what is left of it, and what follows from that, in whatever space there is."""

import pytest

from facilitator.domain.time.clock_face import clock_face
from facilitator.domain.time.timing import running_order
from facilitator.ui.live.widgets.countdown import Countdown
from tests.ui.hosting import Host
from tests.ui.sessions import ENDED, NORMAL, OVERTIME, WAITING, opened, played, small_agenda


async def shown(conductor, width: int = 60, height: int = 9) -> list[str]:
    host = Host(Countdown())
    async with host.run(width, height) as pilot:
        session, now = conductor.session, conductor.now()
        host.widget.show(session, clock_face(session, now), running_order(session, now), now)
        await pilot.pause()
        return host.shown


async def test_before_the_start_it_says_how_to_start_and_how_long_it_would_take():
    conductor, _ = opened(small_agenda())
    told = " ".join(await shown(conductor, 80))
    assert "◇ not started" in told
    assert "/start to begin" in told
    assert "ends 10:15 if started now" in told
    assert "15:00 in 2 segments" in told


async def test_a_missing_name_is_asked_for():
    conductor, _ = opened(small_agenda(), candidate="")
    assert "/with NAME: who you are meeting" in " ".join(await shown(conductor, 80))
    conductor.submit("/with Robin Reyes")
    assert "/with NAME" not in " ".join(await shown(conductor, 80))


async def test_a_start_that_was_forgotten_is_louder():
    conductor, clock = opened(small_agenda())
    clock.advance(90)
    conductor.submit("a note")
    conductor.submit("another")
    conductor.submit("and a third")
    assert any("/start" in row for row in await shown(conductor, 80))


async def test_while_a_segment_runs_it_says_what_is_left_of_how_much_and_what_comes_then():
    conductor, clock = opened(small_agenda())
    conductor.submit("/start")
    clock.advance(60)
    rows = await shown(conductor, 80)
    assert rows[0].startswith("Segment 1. First")
    assert "▶ left of 10:00" in " ".join(rows)
    assert "Interview on time" in " ".join(rows)
    assert "then 2. Second" in " ".join(rows)
    assert "━" * 8 + "─" * 72 in rows


async def test_over_time_it_says_so_and_whose_time_it_is_spending():
    conductor, _ = played(OVERTIME)
    told = " ".join(await shown(conductor, 100))
    assert "■ over the 15:00" in told
    assert "spending 2:10 of their 15:00" in told


async def test_after_the_end_it_says_how_long_it_took():
    conductor, _ = played(ENDED)
    told = " ".join(await shown(conductor, 80))
    assert "The whole interview" in told
    assert "□ ended at 11:36" in told


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["/noshow"], "□ not held: nobody came"),
        (["/cancel flu"], "□ not held: flu"),
        (["/start", "/cancel fire alarm"], "□ cut off at 10:00: fire alarm"),
    ],
)
async def test_an_interview_that_was_called_off_says_why(lines, told):
    conductor, _ = opened(small_agenda())
    for line in lines:
        conductor.submit(line)
    assert told in " ".join(await shown(conductor, 80))


async def test_the_floor_is_shown_while_it_is_used_and_not_before():
    conductor, clock = opened(small_agenda())
    conductor.submit("/start")
    assert "is speaking" not in " ".join(await shown(conductor, 80))
    conductor.submit("/floor bo")
    clock.advance(30)
    conductor.submit("/floor them")
    clock.advance(10)
    told = " ".join(await shown(conductor, 80))
    assert "◖ Eszter Halmos is speaking" in told
    assert "bo 75%, them 25%" in told
    conductor.submit("/floor off")
    assert "is speaking" not in " ".join(await shown(conductor, 80))


async def test_the_hard_stop_says_what_has_to_go_for_it():
    conductor, _ = played(OVERTIME, hard_stop="12:00")
    assert "room until 12:00" in " ".join(await shown(conductor, 100))


async def test_a_room_that_is_lost_is_said_before_the_start_too():
    conductor, _ = played(WAITING, hard_stop="10:30")
    assert "room until 10:30, 1:01:00 past it" in " ".join(await shown(conductor, 42, 7))


@pytest.mark.parametrize(("height", "rows"), [(1, 1), (2, 2)])
async def test_in_a_low_pane_figures_and_words_stand_on_one_line_each(height, rows):
    conductor, _ = played(NORMAL)
    told = await shown(conductor, 60, height)
    assert len(told) == rows
    assert told[0].startswith("9:05")
    assert "▶ left" in told[-1]
