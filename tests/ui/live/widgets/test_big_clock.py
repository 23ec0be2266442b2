"""The clock for the far end of the room: as large as fits, with title and words where there is room for them."""

import pytest

from facilitator.domain.time.clock_face import clock_face
from facilitator.ui.live.widgets.big_clock import BigClock
from tests.ui.hosting import Host
from tests.ui.sessions import OVERTIME, played


@pytest.fixture
def face():
    conductor, _ = played(OVERTIME)
    return clock_face(conductor.session, conductor.now())


async def rows(face, width: int, height: int) -> list[str]:
    host = Host(BigClock())
    async with host.run(width, height) as pilot:
        host.widget.show(face)
        await pilot.pause()
        return host.shown


async def test_title_figures_and_what_they_count_stand_below_each_other(face):
    shown = [row.strip() for row in await rows(face, 60, 14) if row.strip()]
    assert (shown[0], shown[-1]) == (face.title, "■ over")
    assert all(set(row) <= {"█", " "} for row in shown[1:-1])


async def test_it_is_centred(face):
    title = next(row for row in await rows(face, 60, 14) if face.title in row)
    assert title == " " * ((60 - len(face.title)) // 2) + face.title


async def test_in_a_single_row_only_the_figures_are_left(face):
    assert [row.strip() for row in await rows(face, 20, 1)] == [face.digits]
