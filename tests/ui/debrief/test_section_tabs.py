"""The tabs of the debrief: none is cut off at the edge, and those that have no room are counted."""

import pytest
from textual.widgets import Static, Tab

from facilitator.ui.debrief.section_tabs import around
from facilitator.ui.debrief.sections import SECTIONS
from tests.ui.debrief.reading import opened


@pytest.mark.parametrize("width", [200, 120, 104, 80, 60, 40, 20])
async def test_the_open_tab_is_whole_and_every_other_is_whole_or_counted(final_round, width):
    app = opened(final_round)
    async with app.run_test(size=(width, 24)) as pilot:
        for number in range(1, len(SECTIONS) + 1):
            await pilot.press(str(number))
            await pilot.pause()
            tabs = [app.screen.query_one(f"#section-{place}", Tab) for place in range(1, len(SECTIONS) + 1)]
            shown = [tab for tab in tabs if tab.display]
            assert tabs[number - 1] in shown
            assert all(tab.region.x >= 0 and tab.region.right <= width for tab in shown)
            assert all(tab.region.width == len(tab.label_text) + 2 for tab in shown)
            before, after = (app.screen.query_one(where, Static) for where in ("#before", "#after"))
            counted = [int(str(count.content).strip("‹›")) for count in (before, after) if count.display]
            assert len(shown) + sum(counted) == len(SECTIONS)


async def test_the_tabs_follow_the_width_of_the_window(final_round):
    app = opened(final_round)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("6")
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert [tab.label_text for tab in app.screen.query(Tab) if tab.display] == [
            f"{number} {section.title}" for number, section in enumerate(SECTIONS, 1)
        ]


@pytest.mark.parametrize(
    ("at", "room", "shown"),
    [
        (0, 40, range(4)),
        (0, 33, range(3)),
        (1, 36, range(1, 4)),
        (3, 33, range(1, 4)),
        (2, 1, range(2, 3)),
    ],
)
def test_what_comes_after_the_open_one_is_shown_first(at, room, shown):
    assert around(at, [10, 10, 10, 10], room) == shown
