"""Events as several devices could have recorded them, for asking what stands."""

from facilitator.domain.facts.event import Author, Event, Stamp
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.panel import DeviceAdmitted, Role
from facilitator.domain.facts.kinds.session import SessionOpened
from tests.domain.interviews import TEN, agenda, ask, part

PLAN = agenda(part("One", "5m", questions=[ask("aims")]), part("Two", "10m"))


def event(name: str, ms: int, fact: AnyFact, by: str = "ann", group: str = "", device: str = "") -> Event:
    """An event of `by`, on their only device unless another is named."""
    stamp = Stamp(TEN + ms, 0, Author(by, device or f"{by}-1"))
    return Event(id=name, session="s", stamp=stamp, at=TEN + ms, group=group or name, fact=fact)


OPENED = event("o", 0, SessionOpened(agenda=PLAN))
HOSTED = event("h", 10, DeviceAdmitted(device="ann-1", seat="ann", letter="a"))
PANEL = (
    OPENED,
    HOSTED,
    event("j1", 11, DeviceAdmitted(device="bo-1", seat="bo", letter="b")),
    event("j2", 12, DeviceAdmitted(device="cy-1", seat="cy", role=Role.SHADOW, letter="c")),
    event("j3", 13, DeviceAdmitted(device="guest-1", seat="guest", role=Role.OBSERVER, letter="d")),
)
"""Ann hosts and leads, Bo rates, Cy is a shadow, and a guest looks on; more begins at 20 ms."""
