"""A shared session without files: what a screen or the lines see of the panel, seen from the device that hosts."""

from collections import deque
from collections.abc import Sequence
from typing import Any

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.hosting import admit
from facilitator.domain.facts.kinds.panel import Role
from facilitator.sharing.doorstep import Doorstep
from facilitator.sharing.heads import Heard
from facilitator.sharing.panel_state import PanelState
from facilitator.sharing.right_now.backstage import Aside
from tests.conducting.panels import Device, Panel
from tests.ui.sessions import played


class SharedAlone:
    """Stands for the SharedSession of `device`, which `conductor` runs; `others` were all heard right now."""

    folder = "/shared"

    def __init__(self, conductor: Conductor, device: str, others: Sequence[str]) -> None:
        self.conductor, self.device, self._others = conductor, device, others
        self.doorstep = Doorstep()
        self.told: list[str] = []
        self.asides: deque[Aside] = deque()
        self.typed: list[bool] = []
        self.changes: dict[str, Any] = {}

    def state(self) -> PanelState:
        now = self.conductor.now()
        heard = {other: Heard(now, now, False, {}) for other in self._others}
        return PanelState(**{"device": self.device, "heard": heard, **self.changes})

    def take_in(self) -> None:
        while self.doorstep.take_in():
            pass

    def types(self, is_begun: bool) -> None:
        self.typed.append(is_begun)


class SharedInMemory(SharedAlone):
    """That of the host; Bo is at another device."""

    def __init__(self, before: str = "/start") -> None:
        self.panel = Panel(before=before)
        self.bo: Device = self.panel.join("bo")
        self.panel.exchange()
        super().__init__(self.panel.host.conductor, "ann-1", [self.bo.name])

    def others(self, line: str) -> None:
        """Let Bo type a line, which is left at the door here."""
        self.bo.type(line)
        self.doorstep.leave(lambda: self.conductor.receive(self.bo.log.events))


def shared_sample(until_seconds: float) -> SharedAlone:
    """The sample interview so far into its script, which the lead shares with the panel from then on.

    Each panelist has a device that is called like them; Dana Roth looks on.
    """
    conductor, _ = played(until_seconds)
    people = conductor.session.plan.panel
    admit(conductor, "desk", people[0].id, Role.PANELIST, b"")
    for person in people[1:]:
        admit(conductor, person.id, person.id, Role.SHADOW if person.shadow else Role.PANELIST, b"")
    admit(conductor, "dana", "", Role.OBSERVER, b"", name="Dana Roth")
    return SharedAlone(conductor, "desk", [*(person.id for person in people[1:]), "dana"])
