"""What a shared interview looks like in every state of its panel."""

from typing import Any, cast

import pytest

from facilitator.sharing.heads import Heard
from facilitator.sharing.right_now.backstage import Aside
from facilitator.sharing.right_now.typing_now import Presence, Seen
from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.workspace.shared.shared_session import SharedSession
from tests.ui.shared_sessions import SharedInMemory


def app(said: str = "", **state: Any) -> FacilitatorApp:
    """The screen of a host over a live connection: Bo was `heard` so many seconds ago, and has `said` something."""
    shared = SharedInMemory()
    bo, now = shared.bo.name, shared.conductor.now()
    heard_at = now - state.pop("heard", 2) * 1000
    if state.pop("types", False):
        state["seen"] = {bo: Seen(Presence.TYPING, now, now)}
    if said:
        shared.asides.append(Aside(bo, 0, False, said))
    if "set_aside" in state:
        state["set_aside"] = (state["set_aside"], now)
    if "down" in state:
        state["down_since"] = now - state.pop("down") * 1000
    shared.changes = {"is_live": True, "heard": {bo: Heard(heard_at, heard_at, False, {})}, **state}
    return FacilitatorApp(Opened(shared.conductor, shared=cast(SharedSession, shared)))


STATES: dict[str, dict[str, Any]] = {
    "typing": {"types": True},
    "away": {"heard": 185},
    "offline": {"trouble": "It is down.", "down": 130, "unsent": 7},
    "time": {"clock_bound_ms": 400},
    "newer": {"newer": {"bo": 3}},
    "set aside": {"set_aside": "Bo Ek had the clock"},
    "told": {"said": "two minutes to wrap, please hand over to me now"},
}
ALL_AT_ONCE: dict[str, Any] = {
    "types": True,
    "clock_bound_ms": 400,
    "newer": {"bo": 3},
    "set_aside": "Bo Ek had the clock",
}


@pytest.mark.parametrize("state", STATES)
def test_in_a_usual_terminal(snap_compare, state):
    assert snap_compare(app(**STATES[state]), terminal_size=(80, 24))


@pytest.mark.parametrize("state", ["away", "offline", "newer", "set aside", "told"])
def test_in_a_small_one(snap_compare, state):
    assert snap_compare(app(**STATES[state]), terminal_size=(40, 12))


@pytest.mark.parametrize("size", [(120, 40), (100, 30), (60, 20)], ids=str)
def test_all_at_once(snap_compare, size):
    assert snap_compare(app(**ALL_AT_ONCE), terminal_size=size)
