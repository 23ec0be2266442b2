"""The banner: which interview, with whom, how it stands and what time it is; the facts give way to the title."""

import pytest

from facilitator.domain.time.clock_face import clock_face
from facilitator.ui.live.widgets.banner import Banner
from tests.ui.hosting import Host
from tests.ui.sessions import NORMAL, opened, played, small_agenda


def host_in(zone: str) -> Host:
    return Host(Banner(zone))


async def shown(host: Host, conductor, width: int) -> str:
    async with host.run(width, 1) as pilot:
        session, now = conductor.session, conductor.now()
        host.widget.show(session, clock_face(session, now), now)
        await pilot.pause()
        return host.shown[0]


async def test_before_the_start_it_says_when_it_would_end():
    conductor, _ = opened(small_agenda())
    row = await shown(host_in(""), conductor, 80)
    assert row.startswith("Eszter Halmos · A short talk  ")
    assert row.endswith("  ends 10:15 if started now   now 10:00")


async def test_of_an_interview_that_isnt_held_it_promises_no_end():
    conductor, _ = opened(small_agenda())
    conductor.submit("/noshow")
    assert (await shown(host_in(""), conductor, 80)).endswith("  not held   now 10:00")


async def test_while_it_runs_it_says_how_far_it_is_from_the_plan():
    conductor, _ = played(NORMAL)
    row = await shown(host_in(""), conductor, 80)
    assert row.startswith("Eszter Halmos · VP Sales, f")
    assert row.endswith("  ends 11:35, 5:25 late   now 10:53")


@pytest.mark.parametrize(
    ("zone", "width", "told"),
    [
        ("Asia/Tokyo", 120, "ends 11:35 UTC · 20:35 Tokyo, 5:25 late"),
        ("Asia/Tokyo", 80, "ends 11:35, 5:25 late   now 10:53"),
        ("Africa/Accra", 120, "ends 11:35, 5:25 late   now 10:53"),
    ],
)
async def test_both_zones_are_shown_where_they_differ_and_there_is_room(zone, width, told):
    conductor, _ = played(NORMAL)
    assert told in await shown(host_in(zone), conductor, width)


async def test_where_there_is_little_room_the_name_and_the_time_of_day_are_left():
    conductor, _ = played(NORMAL)
    row = await shown(host_in(""), conductor, 30)
    assert row.startswith("Eszter Halmos ·")
    assert row.endswith(" now 10:53")


async def test_without_a_name_the_title_keeps_its_room():
    conductor, _ = opened(small_agenda(title="A talk about everything that there is"), candidate="")
    assert (await shown(host_in(""), conductor, 60)).startswith("A talk about everything that")
