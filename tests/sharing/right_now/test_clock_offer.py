"""The clock is offered once to whoever may take it, when its owner has been silent for a while."""

from typing import Any

import pytest

from facilitator.domain.facts.kinds.panel import Role
from facilitator.sharing.heads import Heard
from facilitator.sharing.panel_state import PanelState
from facilitator.sharing.right_now.clock_offer import SILENT_IN_FOLDER_SECONDS, SILENT_SECONDS, ClockOffer
from facilitator.sharing.right_now.typing_now import Presence, Seen
from tests.conducting.panels import Device, Panel

OFFERED = "Ann Lee, who has the clock, is silent. If that holds you up: /clock me takes it."


class Waiting:
    """Bo waits, and Ann has the clock."""

    def __init__(self, role: Role = Role.PANELIST, before: str = "/start") -> None:
        self.panel = Panel(before=before)
        self.bo: Device = self.panel.join("bo", role)
        self.offer = ClockOffer()
        self.changes: dict[str, Any] = {"is_live": True}

    def after(self, seconds: int) -> str:
        """What Bo is offered so many seconds later."""
        self.panel.wait(seconds)
        state = PanelState(device=self.bo.name, **self.changes)
        return self.offer.words(self.bo.session, state, self.bo.conductor.now())

    def heard(self) -> None:
        now = self.bo.conductor.now()
        self.changes["heard"] = {self.panel.host.name: Heard(now, now, False, {})}


def test_it_is_offered_once_after_fifteen_seconds_of_silence():
    room = Waiting()
    room.heard()
    assert room.after(SILENT_SECONDS - 1) == ""
    assert room.after(1) == OFFERED
    assert [room.after(60) for _ in range(5)] == [""] * 5


def test_whoever_types_is_not_silent():
    room = Waiting()
    room.heard()
    room.after(10)
    now = room.bo.conductor.now()
    room.changes["seen"] = {room.panel.host.name: Seen(Presence.TYPING, now, now)}
    assert room.after(10) == ""
    assert room.after(5) == OFFERED


def test_an_owner_who_was_never_heard_is_waited_for_as_long():
    room = Waiting()
    assert [room.after(seconds) for seconds in (0, SILENT_SECONDS - 1, 1)] == ["", "", OFFERED]


def test_whoever_took_it_while_nobody_heard_of_them_is_waited_for_as_long():
    room = Waiting()
    cy = room.panel.join("cy")
    room.panel.exchange()
    now = room.bo.conductor.now()
    room.changes["heard"] = {name: Heard(now, now, False, {}) for name in (room.panel.host.name, cy.name)}
    assert room.after(0) == ""
    cy.type("/clock me")
    room.panel.wait(71)
    room.panel.exchange()
    assert [bool(room.after(seconds)) for seconds in (0, SILENT_SECONDS - 1, 1)] == [False, False, True]


def test_what_goes_through_a_folder_may_take_longer():
    room = Waiting()
    room.changes = {}
    room.heard()
    assert room.after(SILENT_IN_FOLDER_SECONDS - 1) == ""
    assert room.after(1) == OFFERED


def test_another_owner_who_falls_silent_is_another_matter():
    room = Waiting()
    cy = room.panel.join("cy")
    room.panel.exchange()
    room.heard()
    assert room.after(SILENT_SECONDS) == OFFERED
    cy.type("/clock me")
    room.panel.exchange()
    assert room.after(0) == ""
    assert "who has the clock, is silent" in room.after(SILENT_SECONDS)


@pytest.mark.parametrize("role", [Role.SHADOW, Role.OBSERVER])
def test_those_who_only_watch_are_offered_nothing(role):
    room = Waiting(role)
    room.heard()
    assert room.after(600) == ""


def test_neither_is_whoever_has_it_nor_anybody_before_the_start_or_after_the_end():
    room = Waiting()
    room.bo.type("/clock me")
    assert room.after(600) == ""
    assert Waiting(before="a note").after(600) == ""
    assert Waiting(before="/start\n/end").after(600) == ""


def test_neither_is_whoever_was_removed():
    room = Waiting()
    room.panel.exchange()
    room.panel.host.type("/remove bo")
    room.panel.exchange()
    assert room.after(600) == ""
