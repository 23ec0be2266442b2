"""A replica: the session as this device keeps it, and what becomes of all that comes in about it.

A frame is opened, its packet checked, and only then given to the conductor. What a device signed that isn't admitted
yet waits, in memory only: should it be dropped, the heads bring it again. Only what is kept is announced. Separate from
`syncing`, which knows transports and when it is time; here is no clock and no event loop.
"""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import msgspec

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.sealing.group_key import NO_KEY, CannotOpen
from facilitator.conducting.sealing.keyring import Keyring
from facilitator.conducting.sealing.signing import Checker, Refused
from facilitator.domain.facts.kinds.panel import KeyRotated
from facilitator.domain.facts.packet import Packet
from facilitator.files.unpacking import Unreadable, unpacked
from facilitator.sharing.asks import HASHES, HAVE, HEADS, WANTED, WHY_REMOVED, answer_of, hashes_in, wanted_in, wants
from facilitator.sharing.heads import Hashes, Heads, Heard, Holdings, SaidHeads
from facilitator.sharing.transports.transport import CannotAsk

MOST_WAITING_BYTES = 8 << 20
"""So much waits, in memory only, for a key or for the admission of its device; the heads bring the rest again."""

MOST_STRANGERS = 64
"""So many that aren't admitted here, or not yet, are listened to."""

AHEAD_MS = 86_400_000
"""Nobody's clock is further ahead of the panel's."""

GIVEN_AT_ONCE = 500
"""So many packets are given to the conductor at once: in between, those at the keys have their turn."""

MOST_UNCONFIRMED = 300
"""So many of the last packets that nobody has shown to have are sent once more before leaving."""

Receive = Callable[[Sequence[Packet]], object]


class ToSay(NamedTuple):
    """What is to be said to what came in: frames to send, and a whisper of a kind; nothing, if they are empty.

    What `whom` has and is lacking here can be asked of it instead, in so many `asks`.
    """

    frames: tuple[bytes, ...] = ()
    kind: str = ""
    whisper: bytes = b""
    whom: str = ""
    asks: tuple[bytes, ...] = ()


class Replica:
    """A session on `device`, conducted by `conductor`; others' packets are checked by `checker` and opened with `keys`.

    What came in is given to `receive`, by default the conductor's own: whoever runs it in another thread than the
    replica's hands it on there. `refused` counts the frames that were, by reason; `heard` has what others said last.
    """

    def __init__(
        self, conductor: Conductor, device: str, checker: Checker, keys: Keyring, receive: Receive | None = None
    ) -> None:
        self.conductor = conductor
        self.device = device
        self.refused: Counter[str] = Counter()
        self.heard: dict[str, Heard] = {}
        self._receive = receive or conductor.receive
        self._checker = checker
        self._keys = keys
        self._keys_tried = keys.ids
        self._unopened: dict[bytes, None] = {}
        self._unopened_bytes = 0
        self._rotations: list[Packet] = []
        self._holdings = Holdings()
        self._seen = 0
        self._erasures: object = None
        self._lacking: set[str] = set()
        self._waiting: dict[str, dict[str, Packet]] = {}
        self._waiting_bytes = 0
        self._known = {packet.id for packet in conductor.packets}
        for packet in conductor.packets:
            checker.learn_from(packet)

    @property
    def waiting(self) -> int:
        """How many packets wait for the admission of their devices."""
        return sum(map(len, self._waiting.values()))

    def take(self, frames: Iterable[bytes]) -> int:
        """Take in frames, in any order and any number of times; return how many packets were new."""
        arrived: deque[Packet] = deque()
        for frame in frames:
            try:
                arrived.append(self._keys.packet(frame))
            except CannotOpen as why:
                if frame not in self._unopened:
                    self.refused[str(why)] += 1
                    self._keep_unopened(frame)
        return self._accept(arrived)

    @property
    def is_behind(self) -> bool:
        """Whether `newly_kept` has anything to do; from any thread."""
        return len(self.conductor.packets) > self._seen or self._keys.ids != self._keys_tried

    def newly_kept(self) -> list[bytes]:
        """Return the frames of this device's own packets that were kept since the last call: now they may be sent."""
        frames: list[bytes] = []
        self._open_what_waits()
        self._look_what_was_erased()
        while new := self.conductor.packets[self._seen :]:
            self._seen += len(new)
            for packet in new:
                self._hold(packet)
                if any(isinstance(event.fact, KeyRotated) for event in packet.events):
                    self._rotations.append(packet)
                self._known.add(packet.id)
                self._accept(deque(self._no_longer_waiting(packet)))  # then there is more that is new
            frames += self._frames(packet for packet in new if packet.device == self.device)
        return frames

    @property
    def confirmed(self) -> int:
        """How many of this device's packets another's heads show."""
        shown = (heard.heads.get(self.device) for heard in self.heard.values())
        return max((head.packets for head in shown if head is not None), default=0)

    @property
    def is_confirmed_by_all(self) -> bool:
        """Whether everybody who was heard and hasn't left keeps all packets of this device."""
        own = self.keeps().get(self.device)
        there = [heard for heard in self.heard.values() if not heard.is_leaving]
        return bool(there) and all(heard.heads.get(self.device) == own for heard in there)

    def unconfirmed(self) -> list[bytes]:
        """Return the frames of this device's last packets, as many as no other's heads show."""
        own = [packet for packet in self.conductor.packets[: self._seen] if packet.device == self.device]
        return self._frames(own[self.confirmed :][-MOST_UNCONFIRMED:])

    def heads(self, is_leaving: bool = False) -> bytes:
        """Return what is kept here, to be whispered, and whether this is the last time for now."""
        said = SaidHeads(self.device, self.conductor.now(), is_leaving, self.keeps(), self.conductor.keeps_erased)
        return self._whispered(HEADS, said)

    def keeps(self) -> Heads:
        return self._holdings.heads()

    def hear(self, kind: str, sealed: bytes) -> ToSay:
        """Return what is to be said to a whisper; nothing to one that makes no sense.

        Whoever uses an older key is given those that came since, as far as they stay on the panel.
        """
        if self._keys.is_under_an_older_key(sealed):
            return ToSay(tuple(self._frames(self._rotations)))
        try:
            data = self._keys.whispered(kind, sealed)
            if kind == HEADS:
                who, heard = told_of_heads(data, self.conductor.now())
                self._note(who, heard)
                return self._told(self._holdings.hashes(self._holdings.differing(heard.heads)))
            if kind == HASHES:
                who, hashes = hashes_in(data)
                lacking = self._holdings.lacking(hashes)
                return self._asked_of(who, lacking) if lacking else self._told(self._holdings.more_than(hashes))
            if kind == WANTED:
                whom, wanted = wanted_in(data)
                return ToSay(tuple(self._frames(self._holdings.found(wanted)))) if whom == self.device else ToSay()
        except (CannotOpen, Unreadable) as why:
            self.refused[str(why)] += 1
        return ToSay()

    def asked(self, kind: str, sealed: bytes) -> bytes:
        """Return the answer to an ask between replicas. Raises CannotAsk if it is for another, or makes no sense."""
        try:
            if kind == HASHES:
                self._keys.whispered(HASHES, sealed)
                return self._whispered(HASHES, (self.device, self._holdings.hashes(self.keeps())))
            if kind == WHY_REMOVED:
                return answer_of(self._frames(self._rotations))
            if kind == HAVE + self.device:
                return answer_of(self.hear(WANTED, sealed).frames)
        except CannotOpen as why:
            self.refused[str(why)] += 1
        raise CannotAsk(f"Nothing is known of {kind}.")

    def _note(self, who: str, heard: Heard) -> None:
        """Take note of what another says of itself; what a carrier brings again is as old as it was."""
        before = self.heard.get(who)
        if before is None and who not in self.conductor.session.devices and len(self.heard) >= MOST_STRANGERS:
            return
        if heard.said_at > heard.heard_at + AHEAD_MS:  # nothing that comes later could take its place
            return
        if who != self.device and (before is None or heard.said_at > before.said_at):
            self.heard[who] = heard

    def _told(self, hashes: Hashes) -> ToSay:
        if not hashes:
            return ToSay()
        return ToSay(kind=HASHES, whisper=self._whispered(HASHES, (self.device, hashes)))

    def _asked_of(self, who: str, lacking: Hashes) -> ToSay:
        if not lacking or who == self.device:
            return ToSay()
        asks = tuple(wants(self._keys, self.device, who, lacking))
        return ToSay(kind=WANTED, whisper=self._whispered(WANTED, (self.device, who, lacking)), whom=who, asks=asks)

    def _whispered(self, kind: str, said: object) -> bytes:
        return self._keys.whisper(kind, msgspec.msgpack.encode(said))

    def _frames(self, packets: Iterable[Packet]) -> list[bytes]:
        """Return the frames of packets, as far as they weren't erased.

        One that is too large for any way stays here, and counts as refused.
        """
        frames: list[bytes] = []
        known = self.conductor.history.packets
        for packet in packets:
            try:
                frames.append(self._keys.frame(known.get(packet.id, packet)))
            except CannotOpen as why:
                self.refused[str(why)] += 1
        return frames

    def _hold(self, packet: Packet) -> None:
        lacks_body = not packet.events and not self.conductor.history.takes(packet)
        self._holdings.add(packet, lacks_body=lacks_body)
        if lacks_body:
            self._lacking.add(packet.id)

    def _look_what_was_erased(self) -> None:
        """See anew which bodies are missing that weren't erased, once that has changed: who has one is asked for it."""
        erasures, packets = self.conductor.history.erasures, self.conductor.history.packets
        if erasures == self._erasures and not any(packets[name].events for name in self._lacking):
            return
        self._erasures, self._lacking, self._holdings = erasures, set(), Holdings()
        for packet in packets.values()[: self._seen]:
            self._hold(packet)

    def _keep_unopened(self, frame: bytes) -> None:
        """Keep what may be under a key that this device is given later."""
        size = self._unopened_bytes + len(frame)
        if self._keys.is_under_an_unknown_key(frame) and size <= MOST_WAITING_BYTES:
            self._unopened[frame] = None
            self._unopened_bytes = size

    def _open_what_waits(self) -> None:
        """Take in what waited for a key, once there is another."""
        if self._keys.ids == self._keys_tried:
            return
        self._keys_tried = self._keys.ids
        waited, self._unopened, self._unopened_bytes = self._unopened, {}, 0
        self.refused -= Counter({NO_KEY: len(waited)})
        self.take(waited)

    def _accept(self, arrived: deque[Packet]) -> int:
        """Give the conductor what is new and right of these packets; return how many those are."""
        accepted: list[Packet] = []
        while arrived:
            packet = arrived.popleft()
            if packet.id in self._known and not (packet.events and packet.id in self._lacking):
                continue
            if not self._checker.knows(packet.device):
                self._let_wait(packet)
            elif self._is_right(packet):
                self._known.add(packet.id)
                accepted.append(packet)
                arrived.extend(self._no_longer_waiting(packet))
        for at in range(0, len(accepted), GIVEN_AT_ONCE):
            self._receive(accepted[at : at + GIVEN_AT_ONCE])
        return len(accepted)

    def _no_longer_waiting(self, packet: Packet) -> list[Packet]:
        """Return what waited for the devices that a packet admits."""
        found = [one for device in self._checker.learn_from(packet) for one in self._waiting.pop(device, {}).values()]
        self._waiting_bytes -= sum(len(one.body) for one in found)
        return found

    def _is_right(self, packet: Packet) -> bool:
        try:
            self._checker.check(packet)
        except Refused as why:
            self.refused[str(why)] += 1
            return False
        return True

    def _let_wait(self, packet: Packet) -> None:
        size = self._waiting_bytes + len(packet.body)
        if packet.id not in self._waiting.get(packet.device, ()) and size <= MOST_WAITING_BYTES:
            self._waiting.setdefault(packet.device, {})[packet.id] = packet
            self._waiting_bytes = size


def told_of_heads(data: bytes, now: int) -> tuple[str, Heard]:
    """Return who has said at `now` what they keep, and what. Raises Unreadable."""
    said = unpacked(data, SaidHeads)
    return said.device, Heard(said.said_at, now, said.is_leaving, said.heads, said.keeps_erased)
