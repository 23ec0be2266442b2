"""The running order: what is over, what runs, what is ahead, and when."""

import pytest

from facilitator.domain.time.timing import running_order
from facilitator.ui.live.widgets.running_order import RunningOrder
from tests.ui.hosting import Host
from tests.ui.sessions import NORMAL, opened, played, small_agenda


@pytest.fixture
def host() -> Host:
    return Host(RunningOrder("Running order"))


def show(host: Host, conductor) -> None:
    host.widget.show(conductor.session, running_order(conductor.session, conductor.now()), conductor.now())


async def test_every_segment_stands_with_its_state_its_time_and_its_length(host):
    conductor, clock = opened(small_agenda())
    conductor.submit("/start")
    clock.advance(660)
    conductor.submit("/next")
    async with host.run(height=5) as pilot:
        show(host, conductor)
        await pilot.pause()
        assert [row.split() for row in host.shown[:4]] == [
            ["✓", "10:00", "1", "First"],
            ["took", "11:00,", "1:00", "over"],
            ["▶", "10:11", "2", "Second"],
            ["takes", "5:00,", "protected,", "their", "questions"],
        ]


async def test_in_a_low_pane_a_segment_takes_one_row(host):
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    async with host.run(height=3) as pilot:
        show(host, conductor)
        await pilot.pause()
        assert [row.split() for row in host.shown[:2]] == [
            ["▶", "10:00", "1", "First", "10:00"],
            ["·", "10:10", "2", "Second", "5:00"],
        ]


async def test_the_running_segment_stays_in_view(host):
    conductor, _ = played(NORMAL)
    async with host.run(height=3) as pilot:
        show(host, conductor)
        await pilot.pause()
        assert any(row.startswith("▶") for row in host.shown)


async def test_a_click_on_a_segment_says_which(host):
    conductor, _ = opened(small_agenda())
    async with host.run() as pilot:
        show(host, conductor)
        await pilot.pause()
        await host.click(pilot, "Second")
    [chosen] = host.heard
    assert chosen.number == 2


async def test_what_was_added_or_moved_stands_in_its_new_place_under_its_number(host):
    conductor, _ = opened(small_agenda())
    for line in ("/start", "/segment Demo 8m practice", "/length 2 7m", "/move 3 after 2"):
        conductor.submit(line)
    async with host.run(height=6) as pilot:
        show(host, conductor)
        await pilot.pause()
        assert [row.split() for row in host.shown[2:6]] == [
            ["·", "10:10", "2", "Second"],
            ["takes", "5:00", "+", "2:00,", "protected,", "their", "questions"],
            ["·", "10:17", "3", "Demo"],
            ["takes", "8:00,", "added,", "practice"],
        ]
        await host.click(pilot, "Demo")
    assert host.heard[0].number == 3
