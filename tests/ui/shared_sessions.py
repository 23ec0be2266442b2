"""A shared session without files: two devices in memory, and what a screen or the lines see of the one that hosts."""

from collections import deque
from typing import Any

from facilitator.sharing.doorstep import Doorstep
from facilitator.sharing.heads import Heard
from facilitator.sharing.panel_state import PanelState
from facilitator.sharing.right_now.backstage import Aside
from tests.conducting.panels import Device, Panel


class SharedInMemory:
    """Stands for the SharedSession of the host; Bo is at another device."""

    device = "ann-1"
    folder = "/shared"

    def __init__(self, before: str = "/start") -> None:
        self.panel = Panel(before=before)
        self.bo: Device = self.panel.join("bo")
        self.panel.exchange()
        self.conductor = self.panel.host.conductor
        self.doorstep = Doorstep()
        self.told: list[str] = []
        self.asides: deque[Aside] = deque()
        self.typed: list[bool] = []
        self.changes: dict[str, Any] = {}

    def state(self) -> PanelState:
        now = self.conductor.now()
        heard = {self.bo.name: Heard(now, now, False, {})}
        return PanelState(**{"device": self.device, "heard": heard, **self.changes})

    def take_in(self) -> None:
        while self.doorstep.take_in():
            pass

    def types(self, is_begun: bool) -> None:
        self.typed.append(is_begun)

    def others(self, line: str) -> None:
        """Let Bo type a line, which is left at the door here."""
        self.bo.type(line)
        self.doorstep.leave(lambda: self.conductor.receive(self.bo.log.events))
