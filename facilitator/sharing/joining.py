"""Joining a panel: a device asks with its invite, again and again, until it is welcomed and has all that there is.

Separate from who answers (`admitting`). Nothing is kept here: what came is for the caller to keep, all at once. A way
that gives answers is asked, and one that remembers has what was sent before.
"""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import NamedTuple

from facilitator.clock import Clock
from facilitator.conducting.reading import read
from facilitator.conducting.sealing.group_key import CannotOpen
from facilitator.conducting.sealing.invite import Invite
from facilitator.conducting.sealing.keyring import Keyring
from facilitator.conducting.sealing.signing import Checker, Refused, device_of
from facilitator.conducting.sealing.welcome import Guest, NotSealed, Welcome
from facilitator.domain.facts.packet import Packet
from facilitator.domain.facts.timeline import Anchor, Reading
from facilitator.domain.session.history import History
from facilitator.files.unpacking import Unreadable
from facilitator.sharing.asks import ASKED_AT_ONCE, HASHES, HAVE, frames_in, hashes_in, wants
from facilitator.sharing.heads import Hashes
from facilitator.sharing.transports.transport import CannotAsk, Ears, Transport, TransportDown
from facilitator.sharing.waiting_frames import WaitingFrames

ASKED_EVERY_SECONDS, ASKED_LIVE_EVERY_SECONDS = 2.0, 0.5
"""How long an answer is waited for, through a folder or from who is there, before it is asked again."""

MOST_WAITING, MOST_WAITING_BYTES = 1 << 19, 1 << 26
"""So much waits for the answer that opens it; whoever fills the folder with more keeps others from joining, no more."""

_ASK, _ANSWER = "ask", "answer"
_LETTERS, _DIGITS = str.maketrans("0123456789", "ghijklmnop"), str.maketrans("ghijklmnop", "0123456789")
"""The kind of a whisper is of letters only, the id of an invite is hex."""


class NotWelcome(Exception):
    """The inviter has refused. The text is why, for a person."""


class Told(str):
    """Why one has to wait, as whoever invited has answered: the way there is open."""


class Joined(NamedTuple):
    """What a device has once it has joined: all that was recorded, its keys, the four words, what its clock is tied to.

    The panel's clock may be at most `bound_ms` further.
    """

    history: History
    welcome: Welcome
    words: str
    anchor: Anchor
    bound_ms: int


class _Answered(NamedTuple):
    """What a device has been told before all that was recorded has come (see `Joined`)."""

    welcome: Welcome
    words: str
    anchor: Anchor
    bound_ms: int


def asks(invite: str) -> str:
    """Return the kind of whisper with which somebody asks with the invite of this id."""
    return _ASK + invite.translate(_LETTERS)


def answers(invite: str) -> str:
    """Return the kind of whisper that answers it."""
    return _ANSWER + invite.translate(_LETTERS)


def asked_with(kind: str) -> str:
    """Return the id of the invite that somebody asks with, by the kind of a whisper; empty if it asks nothing."""
    return kind.removeprefix(_ASK).translate(_DIGITS) if kind.startswith(_ASK) else ""


class Joining:
    """Asks to join by `way` with an invite; `clock` is this device's.

    `waits` is called each time nobody has answered, with why nothing goes that way, if that is it.
    """

    def __init__(
        self, invite: Invite, guest: Guest, way: Transport, clock: Clock, waits: Callable[[str], object]
    ) -> None:
        self._invite = invite
        self._guest = guest
        self._way = way
        self._clock = clock
        self._waits = waits
        self._gathered: Gathered | None = None
        self._frames = WaitingFrames(MOST_WAITING, MOST_WAITING_BYTES)
        self._answers: list[tuple[Reading, bytes]] = []
        self._trouble = ""
        self._told = Told()
        self._came = asyncio.Event()

    async def joined(self, every_seconds: float = 0) -> Joined:
        """Return what a member of the panel needs, however long that takes. Raises NotWelcome."""
        every_seconds = every_seconds or (ASKED_EVERY_SECONDS if self._way.remembers else ASKED_LIVE_EVERY_SECONDS)
        self._asked_at = self._clock.read()
        is_open, answered = False, None
        try:
            while True:
                is_open = is_open or await self._is_opened()
                if is_open and answered is None:
                    await self._ask()
                if is_open:
                    await self._wait(every_seconds if answered is None else every_seconds / 10)
                else:
                    await asyncio.sleep(every_seconds)
                answered = answered or self._answered()
                if answered is not None:
                    await self._fetch(answered.welcome)
                    if history := self._history(answered.welcome):
                        return Joined(history, *answered)
                self._waits(self._told or self._trouble)
        finally:
            await self._way.close()

    async def _ask(self) -> None:
        """Ask to join. Who is there may be about to answer: then the answer comes by itself."""
        asked, asked_at = self._guest.ask(self._invite), self._clock.read()
        try:
            self._answers.append((asked_at, await self._way.ask(asks(self._invite.id), asked)))
        except CannotAsk:
            await self._way.whisper(asks(self._invite.id), asked)
        else:
            self._came.set()

    async def _fetch(self, welcome: Welcome) -> None:
        """Ask for all that there is, if this way gives answers. While one is on its way, what has come is checked."""
        key, device = Keyring(self._invite.panel, welcome.group_keys), device_of(self._guest.sign_key)
        with suppress(CannotAsk, CannotOpen, Unreadable):
            answer = await self._way.ask(HASHES, key.whisper(HASHES, b""))
            whom, hashes = hashes_in(key.whispered(HASHES, answer))
            lacking = [(of, mark) for of, marks in hashes.items() for mark in marks]
            while lacking:
                ask = next(wants(key, device, whom, _by_device(lacking[:ASKED_AT_ONCE])))
                answering = asyncio.ensure_future(self._way.ask(HAVE + whom, ask))
                await asyncio.sleep(0)  # so that it is asked
                self._take_in(welcome)
                frames = frames_in(await answering)
                self._frames.put(frames)
                del lacking[: len(frames) or ASKED_AT_ONCE]  # an answer has the first of them, as many as go into it

    async def _is_opened(self) -> bool:
        try:
            await self._way.open(Ears(self._hear_frame, self._hear_whisper, _no_answer, self._hear_trouble))
        except TransportDown as why:
            self._trouble = str(why)
            return False
        return True

    async def _wait(self, seconds: float) -> None:
        """Wait until something has come, and a moment for what follows."""
        try:
            async with asyncio.timeout(seconds):
                await self._came.wait()
        except TimeoutError:
            return
        await asyncio.sleep(seconds / 20)
        self._came.clear()

    def _hear_frame(self, frame: bytes) -> None:
        self._frames.put((frame,))
        self._came.set()

    def _hear_whisper(self, kind: str, data: bytes) -> None:
        if kind == answers(self._invite.id):
            self._answers.append((self._asked_at, data))
            self._came.set()

    def _hear_trouble(self, why: str) -> None:
        self._trouble = why

    def _answered(self) -> _Answered | None:
        """Return what was answered, if something has come that is genuine. Raises NotWelcome."""
        came, self._answers = self._answers, []
        for asked_at, answer in came:
            try:
                welcome, words = self._guest.welcomed(self._invite, answer)
            except NotSealed:
                continue
            if welcome.refusal:
                raise NotWelcome(welcome.refusal)
            if welcome.waits:
                self._told = Told(welcome.waits)
                continue
            anchor = anchored(welcome, asked_at, self._clock.read())
            return _Answered(welcome, words, anchor, anchor.reading.boot_ms - asked_at.boot_ms)
        return None

    def _history(self, welcome: Welcome) -> History | None:
        """Return what was recorded on the panel once this device is on it; before that, None."""
        gathered, device = self._take_in(welcome), device_of(self._guest.sign_key)
        if not gathered.admits(device):
            return None
        try:
            history = read(gathered.packets)
        except ValueError:  # the opening hasn't come yet
            return None
        return history if device in history.session.devices else None

    def _take_in(self, welcome: Welcome) -> "Gathered":
        """Check what has come; return all that is genuine."""
        self._gathered = self._gathered or Gathered(self._invite.panel, welcome)
        self._gathered.add(self._frames.take())
        return self._gathered


class Gathered:
    """The `packets` of a panel that are genuine among the frames that were added, in any order."""

    def __init__(self, panel: str, welcome: Welcome) -> None:
        self.packets: list[Packet] = []
        self._keys = Keyring(panel, welcome.group_keys)
        self._checker = Checker(panel, welcome.session, welcome.host_key)
        self._waiting: dict[str, Packet] = {}
        self._known: set[str] = set()

    def add(self, frames: Iterable[bytes]) -> None:
        """Add frames; what a device signed whose key isn't known yet waits for that."""
        for frame in frames:
            with suppress(CannotOpen):
                packet = self._keys.packet(frame)
                if packet.id not in self._known:
                    self._waiting[packet.id] = packet
        while ready := [packet for packet in self._waiting.values() if self._checker.knows(packet.device)]:
            for packet in ready:
                del self._waiting[packet.id]
                with suppress(Refused):
                    self._checker.check(packet)
                    self._checker.learn_from(packet)
                    self._known.add(packet.id)
                    self.packets.append(packet)

    def admits(self, device: str) -> bool:
        """Return whether somebody has recorded that a device is on the panel, by right or not."""
        return self._checker.knows(device)


def anchored(welcome: Welcome, asked_at: Reading, now: Reading) -> Anchor:
    """Return where the panel's timeline is now, as far as the answer tells.

    It was written after `asked_at`, so the timeline is between what it says and that plus the time since. Within that,
    the wall clocks are believed: over a folder nothing tells how long an answer took.
    """
    longest = max(0, now.boot_ms - asked_at.boot_ms)
    by_wall = welcome.at + now.wall_ms - welcome.wall
    return Anchor(min(max(by_wall, welcome.at), welcome.at + longest), now)


def _by_device(named: Iterable[tuple[str, bytes]]) -> Hashes:
    found: Hashes = {}
    for device, mark in named:
        found.setdefault(device, []).append(mark)
    return found


def _no_answer(kind: str, data: bytes) -> bytes:
    raise CannotAsk(f"Nothing is known of {kind}.")
