"""This device's end of a shared session: its replica, kept together with the others in the background.

Separate from the running session, which has none of this while one device keeps it alone.
"""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from contextlib import suppress
from functools import partial
from threading import Event as Flag
from typing import TYPE_CHECKING

from facilitator.clock import Clock, SystemClock
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.reading import read
from facilitator.conducting.sealing.group_key import CannotOpen
from facilitator.conducting.sealing.leaving.last_word import LastWord
from facilitator.conducting.sealing.own_notes import OwnNotes
from facilitator.conducting.sealing.signing import Checker, Signer
from facilitator.conducting.sealing.welcome import words_for
from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.newer import NewerFact
from facilitator.domain.facts.packet import Packet
from facilitator.domain.language.objections import told_set_aside, why_set_aside
from facilitator.domain.panel.onlooker import seen_by_onlooker
from facilitator.domain.session.authority import SetAside
from facilitator.domain.session.rights import Reason
from facilitator.files.durable import StorageError
from facilitator.sharing.admitting import Admitting, AsInviter
from facilitator.sharing.background import Background
from facilitator.sharing.doorstep import Doorstep
from facilitator.sharing.panel_state import PanelState
from facilitator.sharing.replica import Replica
from facilitator.sharing.right_now.backstage import MOST_HEARD, Aside
from facilitator.sharing.right_now.right_now import RightNow
from facilitator.sharing.syncing.syncing import Syncing
from facilitator.sharing.transports.transport import CannotAsk, Transport
from facilitator.storage.invites import Invites
from facilitator.storage.panel_keys import PanelKeys
from facilitator.workspace.erasing.erased_frames import ErasedFrames
from facilitator.workspace.erasing.note_erasing import may_forget
from facilitator.workspace.shared.erasure import ErasureHeard
from facilitator.workspace.shared.known_invites import known_invite
from facilitator.workspace.shared.membership import Membership
from facilitator.workspace.shared.own_secrets import kept_keys, leave_note_key, open_own, with_note_key
from facilitator.workspace.shared.ways import Ways
from facilitator.workspace.shared.who_has_what.kept_state import KeptState

if TYPE_CHECKING:
    from facilitator.domain.session.state import Session
    from facilitator.storage.home import Home, OpenSession

LOOKING_SECONDS = 3.0
"""How long a command waits for the folder, or those who are there, before it does without what they have."""
LOOKING_AGAIN_SECONDS = 0.01
LEAVING_SECONDS = 4.0
"""How long leaving waits for the folder; longer than a disk that hangs is waited for."""


class SharedSession:
    """A session on a panel of several devices, as this device runs it; `keys` are this device's."""

    def __init__(self, home: "Home", conductor: Conductor, keys: PanelKeys) -> None:
        self.doorstep = Doorstep()
        self.invite: Callable[[str], str] = str
        """Invites a panelist, and returns what to tell of that; whoever runs the session sets it."""
        self.told: list[str] = []
        """What people here haven't been told yet; whoever tells it takes it out."""
        self.asides: deque[Aside] = deque(maxlen=MOST_HEARD)
        """What was told backstage and not shown yet; likewise."""
        self._home = home
        self._conductor = conductor
        self._keys = keys
        if not keys.seat:
            conductor.seen = seen_by_onlooker
        self._aside = conductor.history.aside
        self._newer = newer_by(conductor.events)
        self._set_aside: tuple[str, int] | None = None
        self._signer = Signer(keys.sign_key, keys.panel)
        checker = Checker(keys.panel, conductor.session.id, keys.host_key)
        self._ways = Ways(home, keys, self.device, lambda: conductor.session)
        self._background = Background(self._syncing)
        conductor.listen(self._look_who_left)
        self._left = self._who_left()
        self._member = Membership(home, conductor, keys, self.told.append, self._stop)
        self._keyring = self._member.keyring
        self._replica = Replica(conductor, self.device, checker, self._keyring, self._receive)
        self.erasure = ErasureHeard(
            home, conductor, keys, self.told.append, self._background.whisper, self._background.say_now, self._stop
        )
        self._erased = ErasedFrames(conductor, self._keyring, keys.seat, self._background.forget)
        outward = self._keyring, self._signer, checker, self._background
        self._right_now = RightNow(conductor, *outward, self.doorstep.leave, self._tell, self.asides.append)
        self.types = self._right_now.types
        self._kept = KeptState(home, conductor.session.id)

    @property
    def device(self) -> str:
        return self._signer.device

    @property
    def is_removed(self) -> bool:
        """Whether this device was taken off the panel: then nothing goes to the others or comes from them."""
        return self._member.is_removed

    def start(self) -> None:
        """Begin to keep it together with the others, in the background; not on a device that was removed."""
        if self.is_removed:
            return
        if self._keys.seat:
            leave_note_key(self._conductor, self._keys)
            open_own(self._home, self._conductor, self._keys)
        self._background.start()
        self._erased.look()

    def catch_up(self) -> None:
        """Take in what is there by now, as far as the folder answers; for a command that runs without a screen."""
        if self._background.is_alive:
            self._background.wait_for_a_look(LOOKING_SECONDS)
        self.take_in()

    def take_in(self) -> None:
        """Take in all that has come so far, in the conductor's thread."""
        while self.doorstep.take_in():
            pass

    @property
    def panel(self) -> str:
        return self._keys.panel

    def take_frames(self, frames: Sequence[bytes]) -> None:
        """Take in frames that came by no way, with what they hold the keys for; while it is open, for a command."""
        keys: tuple[str, ...] = ()
        while keys != self._keyring.ids:
            keys = self._keyring.ids
            taken = self._background.deed(partial(self._replica.take, frames))
            while self._background.is_alive and not taken.wait(LOOKING_AGAIN_SECONDS):
                pass
            self.take_in()

    def frames(self) -> list[bytes]:
        """Return all that is kept here as it goes to others, but for what is too large for that."""
        frames: list[bytes] = []
        for packet in self._conductor.packets:
            with suppress(CannotOpen):
                frames.append(self._keyring.frame(packet))
        return frames

    def state(self) -> PanelState:
        """Return how the panel stands, seen from here."""
        syncing = self._background.syncing
        return PanelState(
            device=self.device,
            keeps=self._replica.keeps(),
            heard=dict(self._replica.heard),
            unsent=syncing.unsent if syncing is not None else 0,
            trouble=syncing.trouble if syncing is not None else "",
            partly_down=syncing.partly_down if syncing is not None else "",
            down_since=syncing.down_since if syncing is not None else None,
            words=four_words_of(self._conductor.session, self._keys),
            newer=self._newer,
            refused=dict(self._replica.refused),
            clock_bound_ms=self._conductor.clock.bound_ms() if self._background.is_live else self._keys.clock_bound_ms,
            is_live=self._background.is_live,
            seen=self._right_now.seen,
            set_aside=self._set_aside,
            keeps_erased=self._conductor.keeps_erased,
        )

    def close(self) -> None:
        """Send what is kept and can still be sent, and end; what came in is taken in."""
        self.take_in()
        open_own(self._home, self._conductor, self._keys)
        never = Flag()
        for _ in range(round(LEAVING_SECONDS / LOOKING_AGAIN_SECONDS)):  # only what is kept is sent
            if not self._conductor.is_keeping:
                break
            never.wait(LOOKING_AGAIN_SECONDS)
        if self._background.is_alive:
            self._background.close(LEAVING_SECONDS)
            self._kept.close(self.state())
        self.take_in()

    def _who_has_the_clock(self, owner: str) -> str:
        who = "You have" if owner == self._keys.seat else f"{self._conductor.session.panelist_name(owner)} has"
        return f"{who} the clock now."

    def _who_left(self) -> tuple[int, Set[str]]:
        """Return how many devices were removed, and who isn't there."""
        session = self._conductor.session
        return len(session.removed_devices), session.plan.absent

    def _look_who_left(self) -> None:
        """Shut out who was removed since; and open one's own card if it waited only for somebody who isn't there."""
        left, self._left = self._left, self._who_left()
        if left != self._left:
            self._ways.look_who_left(self._background.do)
            open_own(self._home, self._conductor, self._keys)

    def _stop(self) -> None:
        """Send nothing more, and take nothing in."""
        if self._background.is_alive:
            self._background.close(0)

    def _syncing(self) -> Syncing:
        conductor, now, whisper = self._conductor, self._right_now, self._background.whisper
        admitting = Admitting(conductor, self._as_inviter(), SystemClock(), self.doorstep.leave, whisper, self._tell)

        def hear(kind: str, data: bytes) -> None:
            now.hear(kind, data)
            if kind == LastWord.ERASE:
                self.doorstep.leave(partial(self.erasure.hear, data))
            else:
                admitting.hear(kind, data)

        def asked(kind: str, data: bytes) -> bytes:
            with suppress(CannotAsk):
                return now.answer(kind, data)
            return admitting.asked(kind, data)

        async def beside(ways: Sequence[Transport]) -> None:
            await asyncio.gather(now.go_on(ways), self._kept.go_on(self.state))

        there = self._ways.make()
        return Syncing(self._replica, there, hear=hear, asked=asked, beside=beside, notice=now.see)

    def _as_inviter(self) -> AsInviter:
        keys, invites = self._keys, Invites(self._home, self._conductor.session.id)
        invites.clear_late(SystemClock().read().wall_ms)
        find = partial(known_invite, invites)
        return AsInviter(keys.sign_key, self._signer.public_key, keys.host_key, self._keyring, find)

    def _tell(self, said: str) -> None:
        self.doorstep.leave(partial(self.told.append, said))

    def _receive(self, packets: Sequence[Packet]) -> None:
        self.doorstep.leave(partial(self._take, packets))

    def _take(self, packets: Sequence[Packet]) -> None:
        """Take in what others recorded, tell what became of one's own, and open one's own if it is time."""
        conductor, was = self._conductor, self._conductor.session
        conductor.receive(packets)
        if (now_owned_by := conductor.session.clock_owner) != was.clock_owner:
            self.told.append(self._who_has_the_clock(now_owned_by))
        self.told += erased_by_others(was, conductor.session, self._keys.seat)
        self._newer += newer_by(event for packet in packets for event in packet.events)
        before, self._aside = self._aside, conductor.history.aside
        own = self._own_aside_since(before)
        reasons = dict.fromkeys(why_set_aside(one, conductor.session) for one in own)
        self.told += told_set_aside(own, conductor.session)
        self._set_aside = next(((reason, conductor.now()) for reason in reversed(reasons)), self._set_aside)
        open_own(self._home, conductor, self._keys)

    def _own_aside_since(self, before: Sequence[SetAside]) -> list[SetAside]:
        """Return what of one's own is set aside now and wasn't `before`; not an undo of what was erased."""
        told, has_erased = {one.event.order for one in before}, self._conductor.history.erasures is not None
        own = [one for one in self._aside if one.event.author.device == self.device and one.event.order not in told]
        return [one for one in own if not (has_erased and one.reason is Reason.UNKNOWN_ACT)]


def erased_by_others(before: "Session", now: "Session", seat: str) -> Iterator[str]:
    """Yield in words which notes of the panelist in `seat` somebody else has erased since `before`."""
    theirs = {note.id for notes in (before.struck, before.notes) for note in notes.values() if note.author == seat}
    theirs |= {note.id for note in before.undone_notes.values() if note.by == seat}
    for note in now.erased.values():
        if note.id in theirs and note.by != seat:
            yield f"{now.panelist_name(note.by)} erased your note {note.called}."


def newer_by(events: Iterable[Event]) -> Counter[str]:
    """Return how many of these only a newer version of the program knows, by panelist."""
    return Counter(event.author.panelist for event in events if isinstance(event.fact, NewerFact))


def four_words_of(session: "Session", keys: PanelKeys) -> dict[str, str]:
    """Return the four words to compare, for each device that was invited."""
    return {name: words_for(keys.panel, admitted, keys.host_key) for name, admitted in session.devices.items()}


def shared_again(home: "Home", session: str, held: "OpenSession", clock: Clock) -> tuple[Conductor, SharedSession]:
    """Continue a session that is shared; keeping it together with the others has begun when this returns.

    Raises StorageError if this device can't go on with it, ValueError if nothing opens the session.
    """
    log = held.journal
    keys = with_note_key(home, session, kept_keys(home, session))
    signer = Signer(keys.sign_key, keys.panel, [one for one in log.kept if isinstance(one, Packet)])
    own = OwnNotes(signer.device, keys.note_key)
    history = read(log.kept, own)
    if signer.device not in history.session.devices:
        path = home.path(session, "panel")
        raise StorageError(f"{path} has keys that are not this session's: nothing was recorded with them.")
    going_on = partial(Conductor.resume, log, clock, signer.device, bound_ms=keys.clock_bound_ms, history=history)
    conductor = going_on(seat=keys.seat, signer=signer, own=own)
    conductor.may_forget = partial(may_forget, home, session)
    shared = SharedSession(home, conductor, keys)
    shared.start()
    return conductor, shared
