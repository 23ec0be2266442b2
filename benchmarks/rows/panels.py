"""A panel's sessions: what one costs at rest, and long ones: opened, joined, and added to late."""

from base64 import b64decode
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from time import perf_counter

import msgspec
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from msgspec.structs import replace

from benchmarks.material import conducted, fill_shared
from benchmarks.measure import Measure, Scale, in_turn, ratio
from benchmarks.process import CAN_TELL, cpu_seconds, resident_mib
from benchmarks.programs import FACILITATOR, environment
from benchmarks.terminal import Terminal
from facilitator.conducting.sealing.own_notes import OwnNotes
from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.notes import FactSealed, NoteTaken
from facilitator.domain.session.fold import fold
from facilitator.domain.session.history import History
from facilitator.storage.journal import Journal, scan
from facilitator.workspace.running_session import start
from facilitator.workspace.shared.inviting import invite
from facilitator.workspace.shared.join import join
from tests.ui.sessions import small_agenda
from tests.workspace.shared.devices import Devices

LONG, LATE = 10_000, 500
SETTLED_SECONDS = 14.0
"""By then devices have asked each other for the time twice, as they do at first."""
RESTS_LONGER = 4
"""Devices say every ten seconds what they keep: so many times as long as alone, it is watched at rest."""

Rest = dict[str, tuple[float, float]]
"""Processor time (ms a minute) and memory (MiB) of each program."""


def live_rest(scale: Scale, folder: Path) -> Iterator[Measure]:
    """What a host and a guest take at rest, beyond what the same program takes alone; all three at the same time."""
    if not CAN_TELL:
        return
    homes = _homes(folder)
    rests = [_rest(folder, homes, RESTS_LONGER * scale.rest_seconds) for _ in range(max(1, scale.pairs // 3))]
    for place, (what, goal, unit) in enumerate((("CPU", 80, "ms/min"), ("memory (RSS)", 20, "MiB"))):
        for role in ("host", "guest"):
            more = tuple(rest[role][place] - rest["alone"][place] for rest in rests)
            yield Measure(f"{what} at rest of a {role}, live, beyond", "the same program alone", goal, unit, more)


def open_sealed_session(scale: Scale, folder: Path) -> Iterator[Measure]:
    """A session of 10,000 notes of one's own, each sealed, opened; beside the bare cryptography, and the fold alone."""
    with Devices(folder / "devices", private=True) as devices:
        fill_shared(devices, LONG)
    keys, path = devices.keys(devices.host), devices.host.home.path(devices.session, "journal")

    def ours() -> float:
        began = perf_counter()
        conductor = conducted(Journal.open(path), keys)
        took = (perf_counter() - began) * 1000
        assert len(conductor.session.notes) == LONG
        conductor.close()
        return took

    pairs = in_turn(lambda: _bare_opening(path, keys.note_key), ours, scale.pairs)
    against = "HKDF, AES-SIV, msgspec decode + fold"
    yield ratio(f"open a session of {LONG:,} sealed notes", against, 3.0, pairs, "ms")
    yield from _late(scale, path, OwnNotes(keys.device, keys.note_key))


def joining(scale: Scale, folder: Path) -> Iterator[Measure]:
    """Joining a session of 10,000 events over the network of this computer, until it is kept there."""
    with Devices(folder, live=True) as devices:
        fill_shared(devices, LONG)
        devices.open(devices.host)
        took = []
        for number in range(max(1, scale.pairs // 3)):
            guest, invited = (
                devices.workspace(f"guest{number}"),
                invite(devices.host, devices.session, "x", observer=True),
            )
            began = perf_counter()
            devices.while_it_runs(partial(join, guest, invited, None, str))
            took.append(perf_counter() - began)
            kept = scan(guest.home.path(devices.session, "journal")).kept
            assert len(kept) > LONG
    yield Measure(f"join a session of {LONG:,} events", "", 3, "s", tuple(took))


def _late(scale: Scale, path: Path, own: OwnNotes) -> Iterator[Measure]:
    """What came in late, with places in the middle of what is there."""
    kept = scan(path).kept
    middle = len(kept) // 2
    before = History.of((*kept[:middle], *kept[middle + LATE :]), own)

    def folded() -> float:
        began = perf_counter()
        before.with_events(kept[middle : middle + LATE])
        return (perf_counter() - began) * 1000

    yield Measure(f"{LATE} late events folded", "", 100, "ms", tuple(folded() for _ in range(scale.pairs)))


def _bare_opening(path: Path, note_key: bytes) -> float:
    lines = msgspec.json.Decoder(tuple[str, str, msgspec.Raw, msgspec.Raw])
    bodies = msgspec.json.Decoder(tuple[str, tuple[Event, ...]])
    facts = msgspec.json.Decoder(tuple[NoteTaken])

    def opened(event: Event) -> Event:
        if not isinstance(event.fact, FactSealed):
            return event
        key = HKDF(SHA256(), 64, salt=None, info=b"facilitator note 1\0" + event.id.encode()).derive(note_key)
        bound = [event.session.encode(), event.author.device.encode()]
        filled = AESSIV(key).decrypt(b64decode(event.fact.box), bound)
        (fact,) = facts.decode(filled[4 : 4 + int.from_bytes(filled[:4], "big")])
        return replace(event, fact=fact)

    began = perf_counter()
    packets = [line[9:] for line in path.read_bytes().splitlines() if line[9:].startswith(b'["p1"')]
    fold(opened(event) for packet in packets for event in bodies.decode(lines.decode(packet)[3])[1])
    return (perf_counter() - began) * 1000


def _homes(folder: Path) -> dict[str, tuple[Path, str]]:
    """The data folder and the session of each program."""
    with Devices(folder / "devices", "/start", live=True) as devices:
        devices.open(devices.host)
        guest, _ = devices.joined("guest", "bo")
        alone = devices.workspace("alone")
        with start(alone, small_agenda(), "small", "Robin Reyes", None) as running:
            running.conductor.submit("/start")
            session = running.conductor.session.id
    shared = devices.session
    return {
        "alone": (alone.home.root, session),
        "host": (devices.host.home.root, shared),
        "guest": (guest.home.root, shared),
    }


def _rest(folder: Path, homes: dict[str, tuple[Path, str]], seconds: float) -> Rest:
    with ExitStack() as opened:
        terminals: dict[str, Terminal] = {}
        for role, (home, session) in homes.items():
            told = environment(folder) | {"FACILITATOR_HOME": str(home)}
            terminals[role] = opened.enter_context(Terminal([FACILITATOR, "resume", session], told))
        _read(terminals, SETTLED_SECONDS)
        before = {role: cpu_seconds(terminal.pid) for role, terminal in terminals.items()}
        lasted = _read(terminals, seconds)
        return {
            role: ((cpu_seconds(terminal.pid) - before[role]) * 60_000 / lasted, resident_mib(terminal.pid))
            for role, terminal in terminals.items()
        }


def _read(terminals: dict[str, Terminal], seconds: float) -> float:
    """Read what programs write for so long; return how long it was."""
    began = perf_counter()
    while (lasted := perf_counter() - began) < seconds:
        for terminal in terminals.values():
            terminal.read_for(0.05)
    return lasted
