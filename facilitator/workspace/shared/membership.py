"""Who is on the panel, as this device follows it: under which key it sends, and whether it was removed itself.

Separate from the shared session, which keeps it together with the others.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.sealing.keyring import Keyring
from facilitator.conducting.sealing.leaving import rotation
from facilitator.conducting.sealing.leaving.removal import with_last_packets
from facilitator.conducting.sealing.signing import Signer
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.panel import DeviceRemoved
from facilitator.domain.language.decision import Decision, Refusal
from facilitator.storage.invites import Invites
from facilitator.storage.panel_keys import PanelKeys

if TYPE_CHECKING:
    from facilitator.domain.session.state import Session
    from facilitator.storage.home import Home

TAKEN_OFF = (
    "This device was taken off the panel. What it has stays here, and can be read and exported; nothing more comes "
    "from the others, and nothing goes to them."
)


class Membership:
    """Follows the session of `conductor`. `tell` has something for the people here.

    Once this device is removed, `stop` is called; `keys` are what it has of the panel's.
    """

    def __init__(
        self,
        home: "Home",
        conductor: Conductor,
        keys: PanelKeys,
        tell: Callable[[str], object],
        stop: Callable[[], object],
    ) -> None:
        self.device = Signer(keys.sign_key, keys.panel).device
        self.keyring = keyring(keys, conductor.session)
        self._invites = Invites(home, conductor.session.id)
        self._conductor, self._keys = conductor, keys
        self._tell, self._stop = tell, stop
        self._seen: object = None
        self._removed = conductor.session.removed_devices - {self.device}
        conductor.complete = self._completed
        conductor.listen(self._follow)
        self._follow()

    @property
    def is_removed(self) -> bool:
        """Whether this device was taken off the panel: then nothing goes to the others or comes from them."""
        return self.device in self._conductor.session.removed_devices

    def _completed(self, facts: Sequence[AnyFact]) -> tuple[AnyFact, ...]:
        """Return the facts of a decision; whoever removes somebody changes the key, and says what of theirs counts."""
        leaving = [fact.device for fact in facts if isinstance(fact, DeviceRemoved)]
        if not leaving:
            return tuple(facts)
        changed = rotation.rotated(self._conductor.session, self._keys.panel, self.keyring.ids[-1], leaving)
        return (*with_last_packets(facts, self._conductor.packets), changed)

    def _follow(self) -> None:
        """Use the newest key, or change it if somebody has it who was removed, and tell who was."""
        session, keys = self._conductor.session, self._keys
        seen = (len(session.devices), set(session.removed_devices), len(session.key_rotations), session.clock_owner)
        if seen == self._seen:
            return
        self._seen = seen
        self.keyring.use(keyring(keys, session).secrets)
        for name in session.removed_devices - self._removed:
            self._tell_of_removal(session, name)
        self._removed = set(session.removed_devices)
        if self.is_removed:
            self._stop()
        elif session.clock_owner == keys.seat and rotation.another_is_needed(session):
            with suppress(Refusal):
                changed = rotation.rotated(session, keys.panel, self.keyring.ids[-1])
                self._conductor.carry_out(Decision((changed,)))

    def _tell_of_removal(self, session: "Session", device: str) -> None:
        admitted = session.devices[device]
        seat = admitted.seat
        self._invites.withdraw(seat)
        if device == self.device:
            self._tell(TAKEN_OFF)
        elif session.clock_owner != self._keys.seat:
            self._tell(
                f"{session.panelist_name(seat) if seat else admitted.name or 'An observer'} was taken off the panel."
            )


def keyring(keys: PanelKeys, session: "Session") -> Keyring:
    """Return all keys of the panel that this device has."""
    device = Signer(keys.sign_key, keys.panel).device
    return Keyring(keys.panel, rotation.all_secrets(keys.group_keys, session, keys.panel, device, keys.box_key))
