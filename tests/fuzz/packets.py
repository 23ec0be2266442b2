"""What comes from other devices of a panel, or from whoever can write where they meet: a refusal, and nothing else.

Sealed as a member would, since the seal keeps everybody else out; but also damaged under its seal, and without one.
"""

import random
from base64 import b32decode, b32encode
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace

from facilitator.conducting.sealing import welcome as welcoming
from facilitator.conducting.sealing.group_key import CannotOpen
from facilitator.conducting.sealing.invite import PREFIX, Invite, NoInvite, invite_in, new_invite
from facilitator.conducting.sealing.signing import CONTEXT, device_of
from facilitator.conducting.sealing.welcome import Guest, NotSealed, Welcome
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.facts.event import Stamp
from facilitator.domain.facts.identity import event_id
from facilitator.domain.facts.packet import Packet, PacketHead
from facilitator.page.request import WrongRequestLine, read_request
from facilitator.reports import Options, export
from facilitator.sharing.asks import HASHES, HAVE, HEADS, WANTED, frames_in
from facilitator.sharing.joining import Gathered
from facilitator.sharing.panel_state import PanelState
from facilitator.sharing.replica import Replica
from facilitator.sharing.right_now.backstage import BACKSTAGE, Aside
from facilitator.sharing.right_now.right_now import RightNow
from facilitator.sharing.right_now.time_asking import TIME
from facilitator.sharing.right_now.typing_now import PRESENCE
from facilitator.sharing.transports.boxes import Boxes
from facilitator.sharing.transports.stick import NoStick, carried_in, stick_of
from facilitator.sharing.transports.transport import CannotAsk
from facilitator.showing.panel_words import aside_words, panel_sentence, panel_strip
from facilitator.storage.forms.written_packet import NoPacket, packet_in
from tests.conducting.packed_panels import KEY, PANEL, PackedDevice, PackedPanel, secret
from tests.fuzz.damage import damaged_bytes, damaged_text, damaged_value
from tests.fuzz.kinds import fuzzed

encode = msgspec.msgpack.encode
HEAD = b"GET /token/?overlay HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nConnection: close\r\nAccept: */*\r\n\r\n"
DEEP = 3000


@fuzzed("packets")
def play(chance: random.Random) -> int:
    chance.choices((frames, whispers, invites, joining, files, requests), (5, 5, 2, 3, 2, 2))[0](chance)
    return 1


def packed(chance: random.Random, value: object) -> bytes:
    """A value as a modified program may pack it."""
    content = encode(value)
    match chance.randrange(5):
        case 0:
            return damaged_bytes(chance, content)
        case 1:
            plain, deep = _plain(value), msgspec.Raw(b"\x91" * chance.choice((1, DEEP)) + b"\x90")
            return encode({**plain, "newer": deep} if isinstance(plain, dict) else [*plain, deep])
        case 2:
            return content.replace(b"\xb0", b"\xb1\xff", 1)  # no text any more
    return encode(_small(damaged_value(chance, _plain(value))))


def _plain(value: object) -> Any:
    return msgspec.msgpack.decode(encode(value))


def _small(value: Any) -> Any:
    """The value with the numbers that can be packed, and text that can."""
    if isinstance(value, dict):
        return {_small(key): _small(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_small(item) for item in value]
    if isinstance(value, int) and not -(1 << 63) <= value < 1 << 64:
        return 1 << 63
    return value.encode(errors="replace").decode() if isinstance(value, str) else value


class Scene:
    """A host who is sent things, and a panelist whose program is another."""

    def __init__(self, chance: random.Random) -> None:
        self.panel = PackedPanel(keeps_notes=chance.random() < 0.5, notes=chance.choice((None, "shared")))
        self.host, self.bo = self.panel.host, self.panel.join("bo")
        for line in ("/start", "a note of Ann's"):
            self.host.type(line)
        self.panel.exchange()
        self.bo.type("+ closed three of five #craft")
        checker = self.panel.checker()
        self.replica = Replica(self.host.conductor, self.host.device, checker, KEY)
        self.replica.newly_kept()
        self.asides: list[Aside] = []
        self.told: list[str] = []
        self.now = RightNow(
            self.host.conductor,
            KEY,
            self.host.signer,
            checker,
            Nowhere(),
            lambda deed: deed(),
            self.told.append,
            self.asides.append,
        )

    def look(self, chance: random.Random) -> None:
        """Show all that there is to see of it."""
        conductor = self.host.conductor
        session, now = conductor.session, conductor.now()
        state = PanelState(
            device=self.host.device,
            keeps=self.replica.keeps(),
            heard=self.replica.heard,
            refused=self.replica.refused,
            is_live=chance.random() < 0.5,
            seen=self.now.seen,
        )
        words = [panel_sentence(session, state, now), panel_strip(session, state, now, 40)]
        words += [aside_words(session, aside) for aside in self.asides]
        value = debrief(session, now)
        content = export(value, "md", Options(events=conductor.history.readable)).content
        assert isinstance(content, str)
        for said in (*words, *self.told, *self.replica.refused, *content.splitlines()):
            check_said(said)


def check_said(text: str) -> None:
    assert text.isprintable(), f"it acts on a terminal: {text!r}"


class Nowhere:
    is_live = True
    reaches = True

    def say_now(self, kind: str, data: bytes) -> None:
        pass


def frames(chance: random.Random) -> None:
    """Frames with packets that a panelist signed, whatever is in them."""
    scene = Scene(chance)
    packet = chance.choice([packet for packet in scene.bo.packets if packet.device == scene.bo.device])
    sent = [KEY.frame(scene.bo.packets[-1])]
    for _ in range(chance.randint(1, 3)):
        match chance.randrange(4):
            case 0:
                sent.append(damaged_bytes(chance, KEY.frame(packet)))
            case 1:
                sent.append(KEY.whisper("", packed(chance, (packet.header, packet.signature, packet.body))))
            case _:
                sent += rewritten(chance, scene.bo, packet)
    scene.replica.take(sent)
    scene.replica.newly_kept()
    scene.host.start_again()
    scene.look(chance)


def rewritten(chance: random.Random, by: PackedDevice, packet: Packet) -> list[bytes]:
    """The packet with other words in it, signed as if they were right."""
    body = msgspec.json.decode(packet.body)
    for event in body[1]:
        stamp = msgspec.convert(event["stamp"], Stamp)
        stamp = replace(stamp, ms=stamp.ms + chance.choice((1, 5, 10**6, 10**9)))
        event.update(id=event_id(stamp), stamp=msgspec.to_builtins(stamp), group=event_id(stamp))
        if chance.random() < 0.7:
            event["fact"] = damaged_value(chance, chance.choice((event["fact"], *FACTS)))
    content = msgspec.json.encode(_small(body))
    if chance.random() < 0.2:
        content = damaged_text(chance, content.decode()).encode(errors="replace")
    head = PacketHead("p1", PANEL, by.device, chance.randint(1, 99), packet.id, sha256(content).hexdigest())
    header = msgspec.json.encode(head)
    try:
        signature = Ed25519PrivateKey.from_private_bytes(secret(by.name)).sign(CONTEXT + header)
        return [KEY.frame(packet_in(header, signature, content))]
    except (NoPacket, CannotOpen):
        return []


FACTS = (
    {"type": "NoteTaken", "text": "\x1b]52;c;aGk=\x07\u202e[@click=app.quit]x", "number": 10**15},
    {"type": "DeviceAdmitted", "device": "x\x1b[2J", "seat": "bo", "name": "\x1b]0;x\x07", "letter": "b"},
    {"type": "DeviceRemoved", "device": "f" * 16},
    {"type": "KeyRotated", "key": "0" * 16, "before": "0" * 16, "boxes": {"x": "=" * 5000}},
    {"type": "NotesOpened", "key": "\x00", "device": "", "reason": "\x1b[31m"},
    {"type": "FactSealed", "box": "A" * 4096, "number": 2**53},
    {"type": "ClockHandedOver", "to": "bo"},
    {"type": "TimeAdded", "seconds": 10**15},
    {"type": "ScorecardSealed", "panelist": "bo", "sealed": "x" * 9000},
)


WHISPERS = (HEADS, HASHES, WANTED, PRESENCE, BACKSTAGE, TIME)


def whispers(chance: random.Random) -> None:
    """What is whispered and asked between replicas, and between people who are there."""
    scene = Scene(chance)
    now, bo, ann = scene.host.conductor.now(), scene.bo.device, scene.host.device
    mark = bytes(8)
    said = {
        HEADS: (
            bo,
            chance.choice((now, 0, 1 << 62)),
            chance.random() < 0.5,
            {bo: (3, mark), "f" * 16: (1 << 62, mark)},
        ),
        HASHES: (bo, {bo: [mark] * chance.choice((1, 2000)), ann: []}),
        WANTED: (bo, ann, {bo: [mark], ann: [mark] * 300}),
        PRESENCE: (
            chance.choice((bo, "f" * 16)),
            chance.choice((now, 1 << 62)),
            chance.choice(("typing", "away", "x")),
        ),
        BACKSTAGE: (bo, now, chance.choice(("", "ann")), "2 min \x1b]52;c;aGk=\x07[/] to wrap"),
        TIME: (mark, chance.choice((0, 1 << 62))),
    }
    for _ in range(chance.randint(1, 4)):
        kind = chance.choice(WHISPERS)
        data = packed(chance, said[kind]) if chance.random() < 0.8 else encode(said[kind])
        if kind == BACKSTAGE:
            data = scene.bo.signer.told(data)
        sealed = KEY.whisper(chance.choice((kind, kind, "x")), data)
        sealed = damaged_bytes(chance, sealed) if chance.random() < 0.1 else sealed
        scene.replica.hear(kind, sealed)
        scene.now.hear(kind, sealed)
        for asked in (scene.replica.asked, scene.now.answer):
            try:
                asked(chance.choice((kind, HAVE + ann, damaged_text(chance, kind))), sealed)
            except CannotAsk:
                continue
    frames_in(packed(chance, [KEY.frame(scene.bo.packets[-1]), b""]))
    scene.look(chance)


def an_invite(chance: random.Random) -> Invite:
    invite = new_invite(PANEL, Guest(secret("ann"), secret("box")).sign_key, 24)
    if chance.random() < 0.5:
        return invite
    return replace(invite, authority=bytes(32), addresses=chance.choice((("127.0.0.1:7448",), ("a:1", "[::1]:99999"))))


def invites(chance: random.Random) -> None:
    """What is pasted as an invite; also one that is damaged and has its checksum all the same."""
    text = an_invite(chance).text
    if chance.random() < 0.5:
        pasted = damaged_text(chance, text)
    else:
        code = text.removeprefix(PREFIX).upper()
        content = damaged_bytes(chance, b32decode(code + "=" * (-len(code) % 8))[:-4])
        pasted = PREFIX + b32encode(content + sha256(content).digest()[:4]).decode().rstrip("=").lower()
    try:
        found = invite_in(pasted)
    except NoInvite as why:
        check_said(str(why))
    else:
        assert invite_in(found.text) == found
        assert all(address.isprintable() and address.isascii() for address in found.addresses)


def joining(chance: random.Random) -> None:
    """Whoever asks to join, or answers, packs what they like under the right keys."""
    invite, guest = an_invite(chance), Guest(secret("bo"), secret("bo's box"))
    packing = chance.random() < 0.8
    with patch("msgspec.msgpack.encode", lambda value: packed(chance, value)):
        ask = guest.ask(invite) if packing else b""
    ask = ask if packing else damaged_bytes(chance, guest.ask(invite))
    with suppress(NotSealed):
        welcoming.asked_in(invite, ask)
    asked = welcoming.asked_in(invite, guest.ask(invite))
    welcome = Welcome(
        refusal=chance.choice(("", "", "\x1b]52;c;aGk=\x07" * chance.choice((1, 500)))),
        session=chance.choice(("s", "../../x", "\x1b[2J")),
        seat="bo",
        host_key=Guest(secret("ann"), secret("box")).sign_key,
        group_keys=KEY.secrets,
        at=chance.choice((0, 1_800_000_000_000)),
    )
    with patch("msgspec.msgpack.encode", lambda value: packed(chance, value)):
        answer = welcoming.answered(invite, asked, secret("ann"), welcome)
    answer = damaged_bytes(chance, answer) if chance.random() < 0.2 else answer
    try:
        found, words = guest.welcomed(invite, answer)
    except NotSealed:
        return
    check_said(found.refusal + found.waits)
    assert words.isprintable()
    if not (found.refusal or found.waits):
        gathered = Gathered(PANEL, found)
        gathered.add([KEY.frame(packet) for packet in Scene(chance).bo.packets])
        assert gathered.admits(device_of(asked.sign_key)) in (True, False)


def files(chance: random.Random) -> None:
    """Boxes in a shared folder, and a stick."""
    scene = Scene(chance)
    sent = [KEY.frame(packet) for packet in scene.bo.packets]
    content = b"".join(len(frame).to_bytes(4, "big") + frame for frame in sent)
    try:
        carried = carried_in(damaged_bytes(chance, stick_of(PANEL, sent)), PANEL)
    except NoStick as why:
        check_said(str(why))
    else:
        scene.replica.take(carried.frames)
    with TemporaryDirectory() as place:
        folder = Path(place)
        for name in ("1.box", "2 (conflict).box", "heads.whisper", "1.box.writing"):
            (folder / f"{scene.bo.device}.{name}").write_bytes(
                damaged_bytes(chance, content * chance.choice((0, 1, 40)))
            )
        boxes = Boxes(folder, scene.host.device)
        boxes.open()
        scene.replica.take(boxes.read())
        for whisper in boxes.whispers():
            scene.replica.hear(whisper.kind, whisper.data)
    scene.look(chance)


def requests(chance: random.Random) -> None:
    """What a browser, or somebody who is none, asks of the page."""
    head = (
        damaged_bytes(chance, HEAD)
        if chance.random() < 0.5
        else damaged_text(chance, HEAD.decode()).encode(errors="replace")
    )
    with suppress(WrongRequestLine):
        assert read_request(head + b"\r\n\r\n").path.startswith("/")
