"""The footer: each key is whole or counted."""

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widget import Widget

from facilitator.ui.toolkit.footer import CountingFooter


class Host(App[None]):
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [
        Binding("a,b", "bell", "Ring the bell"),
        *(Binding(f"f{n}", f"act({n})", f"Act {n}") for n in (1, 2, 3)),
    ]

    def compose(self) -> ComposeResult:
        yield CountingFooter()

    @property
    def shown(self) -> list[Widget]:
        return list(self.query_one(CountingFooter).children)


def text(widget: Widget) -> str:
    return str(widget.render()).strip()


@pytest.mark.parametrize(("width", "said"), [(80, ""), (40, "+1"), (47, ""), (20, "+3"), (10, "+4")])
async def test_keys_that_have_no_room_are_counted(width, said):
    app = Host()
    async with app.run_test(size=(width, 5)) as pilot:
        await pilot.pause()
        assert all(widget.region.right <= width for widget in app.shown)
        assert (text(app.shown[-1]) if said else "") == said
        assert not any(text(widget).startswith("+") for widget in app.shown[:-1])


async def test_a_resize_brings_the_keys_back():
    app = Host()
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.pause()
        await pilot.resize_terminal(80, 5)
        await pilot.pause()
        assert text(app.shown[-1]).endswith("Act 3")
