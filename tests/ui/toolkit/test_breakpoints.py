"""A screen that isn't shown yet has the classes that Textual would give it for the same size."""

import pytest
from textual.app import App
from textual.geometry import Size
from textual.screen import Screen

from facilitator.ui.toolkit.breakpoints import fit


class Narrow(Screen[None]):
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]


@pytest.mark.parametrize("size", [(79, 30), (80, 29), (40, 12), (200, 60)])
async def test_a_screen_has_the_classes_of_its_size_before_it_is_shown(size: tuple[int, int]):
    async with App[None]().run_test(size=size) as pilot:
        fitted, shown = Narrow(), Narrow()
        fit(fitted, Size(*size))
        await pilot.app.push_screen(shown)
        await pilot.pause()
        assert fitted.classes == shown.classes != frozenset()
