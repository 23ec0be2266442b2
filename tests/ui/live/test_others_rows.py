"""The rows about the other devices: one for who is there, and above it what was told backstage."""

from typing import cast

import pytest
from textual.app import App, ComposeResult

from facilitator.sharing.right_now.backstage import Aside
from facilitator.sharing.right_now.typing_now import Presence, Seen
from facilitator.ui.live.others_rows import ASIDE_SECONDS, OthersRows
from facilitator.workspace.shared.shared_session import SharedSession
from tests.ui.shared_sessions import SharedInMemory


class Rows(App[None]):
    """The rows and nothing else."""

    def __init__(self, shared: SharedInMemory) -> None:
        super().__init__()
        self.shared = shared
        self.rows = OthersRows(cast(SharedSession, shared))

    def compose(self) -> ComposeResult:
        yield self.rows

    def show(self, *, tells: bool = True) -> None:
        self.rows.show(self.shared.conductor, tells=tells)


@pytest.fixture
def shared() -> SharedInMemory:
    return SharedInMemory()


async def test_it_shows_who_is_there_and_who_types(shared):
    app = Rows(shared)
    async with app.run_test(size=(80, 24)):
        now = shared.conductor.now()
        shared.changes = {"is_live": True, "seen": {shared.bo.name: Seen(Presence.TYPING, now, now)}}
        app.show()
        assert (app.rows.strip.kind, app.rows.strip.text) == ("panel", "2 of 2 · you have the clock · ✎ Bo Ek")
        assert not app.rows.aside.display


async def test_of_what_was_told_the_last_stands_there_for_a_minute(shared):
    app = Rows(shared)
    async with app.run_test(size=(80, 24)):
        shared.asides.extend(Aside(shared.bo.name, at, True, f"number {at}") for at in range(3))
        app.show()
        assert (app.rows.aside.display, app.rows.aside.text) == (True, "Bo Ek to all: number 2")
        shared.panel.wait(ASIDE_SECONDS)
        app.show()
        assert app.rows.aside.display
        shared.panel.wait(1)
        app.show()
        assert not app.rows.aside.display


async def test_what_there_is_to_tell_waits_until_it_may_be_seen(shared):
    app = Rows(shared)
    async with app.run_test(size=(80, 24)):
        shared.told.append("Bo has joined.")
        app.show(tells=False)
        assert shared.told == ["Bo has joined."]
        app.show()
        assert shared.told == []
