"""Admitting: the device that has invited answers whoever asks with the invite, and records that they are on the panel.

An invite counts once: the admission in the journal names it, so that a device that asks again, because somebody was
killed in between, is welcomed again, and another is refused. Separate from `joining`, the other side of it.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from facilitator.clock import Clock
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.hosting import admit
from facilitator.conducting.sealing.invite import Invite, hash_of
from facilitator.conducting.sealing.keyring import Keyring
from facilitator.conducting.sealing.signing import device_of
from facilitator.conducting.sealing.welcome import Ask, NotSealed, Welcome, answered, asked_in, words
from facilitator.domain.facts.kinds.panel import Role
from facilitator.domain.language.decision import Refusal
from facilitator.sharing.joining import answers, asked_with
from facilitator.sharing.transports.transport import CannotAsk

USED = "This invite has been used on another device. Ask for a new one, and tell whoever invited you."
EXPIRED = "This invite has expired. Ask for a new one."
NOT_NOW = "{owner} has the clock right now, and only whoever has it lets somebody in. Your inviter knows that you wait."
REMOVED = "This device was taken off the panel."


class KnownInvite(NamedTuple):
    """An invite of this device: the seat that it is for, and until when it holds (ms, by this device's wall clock)."""

    invite: Invite
    seat: str
    role: Role
    until: int
    name: str = ""


class AsInviter(NamedTuple):
    """What a device that invites needs: its keys, those of the panel, and how to find its invites by their ids."""

    private_key: bytes
    public_key: bytes
    host_key: bytes
    keys: Keyring
    find: Callable[[str], KnownInvite | None]


class Admitting:
    """Answers those who ask to join the session that `conductor` runs, as `inviter`.

    `leave` hands a deed to the conductor's thread. `say` whispers, and `tell` has something for the people here, both
    from any thread.
    """

    def __init__(
        self,
        conductor: Conductor,
        inviter: AsInviter,
        clock: Clock,
        leave: Callable[[Callable[[], object]], object],
        say: Callable[[str, bytes], None],
        tell: Callable[[str], None],
    ) -> None:
        self._conductor = conductor
        self._inviter = inviter
        self._clock = clock
        self._leave = leave
        self._say = say
        self._tell = tell
        self._told: set[tuple[str, str]] = set()

    def hear(self, kind: str, data: bytes) -> None:
        """Answer a whisper, if it asks with an invite of this device; whoever hasn't got one is given no answer."""
        with suppress(CannotAsk):
            self._say(answers(asked_with(kind)), self.asked(kind, data))

    def asked(self, kind: str, data: bytes) -> bytes:
        """Return the answer to whoever asks with an invite of this device.

        Raises CannotAsk if they have none, or if they are only being admitted: then the answer is whispered.
        """
        invited = self._inviter.find(asked_with(kind)) if asked_with(kind) else None
        if invited is None or invited.invite.inviter != hash_of(self._inviter.public_key):
            raise CannotAsk(f"Nothing is known of {kind}.")
        try:
            return self._answer(invited, asked_in(invited.invite, data))
        except NotSealed as why:
            raise CannotAsk(str(why)) from why

    def _answer(self, invited: KnownInvite, asked: Ask) -> bytes:
        session, device = self._conductor.session, device_of(asked.sign_key)
        invite = invited.invite
        admitted = next((one.device for one in session.devices.values() if one.invite == invite.id), None)
        refusal = ""
        if admitted is None and self._clock.read().wall_ms > invited.until:
            refusal = EXPIRED
        elif admitted is None:
            self._leave(partial(self._admit, invited, asked))
            raise CannotAsk("They are being admitted.")
        elif admitted != device:
            refusal = USED
            name = self._name(invited)
            self._tell_once(invite.id, f"Somebody else has tried to use {name}'s invite, and was refused.")
        elif device in session.removed_devices:
            refusal = REMOVED
        welcome = Welcome(refusal=refusal) if refusal else self._welcome(invited)
        return self._answered(invited, asked, welcome)

    def _welcome(self, invited: KnownInvite) -> Welcome:
        return Welcome(
            session=self._conductor.session.id,
            seat=invited.seat,
            role=invited.role,
            host_key=self._inviter.host_key,
            group_keys=self._inviter.keys.secrets,
            at=self._conductor.now(),
            wall=self._clock.read().wall_ms,
        )

    def _admit(self, invited: KnownInvite, asked: Ask) -> None:
        """Record the admission and welcome the device, in the conductor's thread."""
        conductor, device = self._conductor, device_of(asked.sign_key)
        if any(one.invite == invited.invite.id for one in conductor.session.devices.values()):
            return
        name = self._name(invited)
        try:
            admit(
                conductor,
                device,
                invited.seat,
                invited.role,
                asked.sign_key,
                asked.box_key,
                invited.invite.id,
                invited.name,
            )
        except Refusal as refusal:
            self._tell_once(invited.invite.id, f"{name} asks to join. {refusal}")
            owner = conductor.session.panelist_name(conductor.session.clock_owner)
            self._say(
                answers(invited.invite.id), self._answered(invited, asked, Welcome(waits=NOT_NOW.format(owner=owner)))
            )
            return
        compare = words(invited.invite.panel, invited.invite.id, asked, self._inviter.host_key)
        otherwise = f"If they differ: /remove {conductor.session.devices[device].letter}"
        self._tell(f"{name} has joined. Compare these four words with them, by voice: {compare}. {otherwise}")
        self._say(answers(invited.invite.id), self._answer(invited, asked))

    def _answered(self, invited: KnownInvite, asked: Ask, welcome: Welcome) -> bytes:
        return answered(invited.invite, asked, self._inviter.private_key, welcome)

    def _name(self, invited: KnownInvite) -> str:
        return self._conductor.session.panelist_name(invited.seat) if invited.seat else invited.name or "An observer"

    def _tell_once(self, invite: str, said: str) -> None:
        """Tell it once for each invite: whoever has one can ask as any number of devices."""
        if (invite, said) not in self._told:
            self._told.add((invite, said))
            self._tell(said)
