"""A panel of several devices in words: who is there, who has what, what isn't sent yet."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from facilitator.documents.cells import cells, shortened
from facilitator.domain.facts.kinds.panel import DeviceAdmitted, Role
from facilitator.domain.session.state import Session
from facilitator.domain.text.dates import time_text
from facilitator.domain.text.durations import clock_text
from facilitator.sharing.panel_state import PanelState, lacks
from facilitator.sharing.right_now.backstage import Aside
from facilitator.sharing.right_now.typing_now import SHOWN_MS, Presence

HERE_SECONDS = 30
"""Whoever was heard within this time is there: each says so every ten seconds."""

_SEPARATOR = " · "

OFFLINE = "You are offline. What you say is kept here, and sent as soon as it can be."
OFFLINE_LOOKING_ON = "You are offline. You see how the interview stood until then, and the rest as soon as it comes."

PROTECTED = (
    "What goes between the devices is sealed: whoever carries it sees how many there are, when each sends and how "
    "much, and not a word of it."
)
NOT_PROTECTED = (
    "Notes and ratings are their author's alone until the scorecards are open; then the whole panel reads them. Where "
    "the agenda shares notes, the panel reads those at once. If a device gets lost, the host can open its notes, and "
    "has to say why. Whoever is removed keeps what they have by then."
)

KEEPS_ERASED = "still keeps the text of erased notes: the interview is on hold"

MOST_NAMED = 3
"""So many observers are named; more are counted."""

SHORT_BOUND_MS = 50
"""A clock that may be further off than this is marked as such."""


class PanelPart(NamedTuple):
    """One thing to know of the panel: `said` in words, `short` with a `glyph` on the screen, `brief` in a small one."""

    said: str
    glyph: str = ""
    short: str = ""
    brief: str = ""

    @property
    def shown(self) -> str:
        return f"{self.glyph} {self.short}".strip() if self.short else self.said

    @property
    def in_brief(self) -> str:
        return f"{self.glyph} {self.brief}".strip() if self.brief else self.shown


def panel_sentence(session: Session, state: PanelState, now: int) -> str:
    """Return how the panel stands, in words: who is there, who has the clock, who was last heard when."""
    return " · ".join(part.said for part in _parts(session, state, now))


def panel_strip(session: Session, state: PanelState, now: int, width: int = 0) -> str:
    """Return the same in one row of so many cells: with ids for names if they don't fit, else as brief as can be.

    What matters least is said briefly first; what has no room even so is counted. At width 0, that is before it is
    known, nothing is left out.
    """
    whole = [part.shown for part in _parts(session, state, now)]
    parts = list(_parts(session, state, now, in_full=False))
    brief = [part.in_brief for part in parts]
    rows = [whole, *([*(part.shown for part in parts[:left]), *brief[left:]] for left in range(len(parts), -1, -1))]
    rows += [[*brief[:-left_out], f"+{left_out}"] for left_out in range(1, len(brief))]
    fitting = (row for row in map(_SEPARATOR.join, rows) if not width or cells(row) <= width)
    return next(fitting, "") or shortened(brief[0], width)


def aside_words(session: Session, aside: Aside) -> str:
    """Return what was told backstage, and by whom."""
    device = session.devices.get(aside.device)
    name = _name(session, device) if device is not None else "Somebody"
    return f"{name} to all: {aside.text}" if aside.is_for_all else f"{name} to you: {aside.text}"


def offline_words(session: Session, state: PanelState) -> str:
    """Return what people here are told when the others can't be reached."""
    return OFFLINE_LOOKING_ON if _looks_on(session, state) else OFFLINE


def _parts(session: Session, state: PanelState, now: int, *, in_full: bool = True) -> Iterator[PanelPart]:
    """Yield what there is to know of the panel, the most important first; unless `in_full`, with ids for names."""
    name_of: Callable[[str], str] = session.panelist_name if in_full else str
    if state.device in session.removed_devices:
        yield PanelPart("you were taken off this panel: what is here stays here")
        return
    people, observers = _people(session, state)
    there = sum(_is_here(state, devices, now) for devices in people.values())
    count = f"{there} of {len(people)}"
    is_here = PanelPart(f"{count} here", short=count if state.is_live else "")
    yield _offline(session, state, now) if state.trouble else is_here
    if set_aside := state.set_aside_at(now):
        yield PanelPart(f"set aside: {set_aside}", "↶", f"set aside: {set_aside}", "set aside")
    if any(device.seat == session.clock_owner for device in session.devices.values()):
        yield _clock_owner(session, state, name_of)
    if _looks_on(session, state):
        yield PanelPart("you are an observer", brief="observing")
    if state.is_live and state.clock_bound_ms > SHORT_BOUND_MS:
        yield PanelPart(f"the time may be off by {state.clock_bound_ms / 1000:.1f} s", "≈", "time")
    if watching := _observers(state, observers, now, in_full=in_full):
        yield PanelPart(watching)
    named = [(name_of(seat), devices) for seat, devices in people.items()]
    for name, devices in named:
        if any(_is_typing(state, device.device, now) for device in devices):
            yield PanelPart(f"{name} is typing", "✎", name)
    for name, devices in named:
        if not _is_here(state, devices, now) and not state.trouble:
            since = _last_heard(session, state, devices, now)
            said, brief = f"{name} {since}", f"{name} {since.removeprefix('away ').removeprefix('last heard ')}"
            yield PanelPart(said, "◌" if state.is_live else "", said, brief)
    if state.unsent and not state.trouble:
        yield PanelPart(f"{state.unsent} to send")
    yield from _keeping_erased(state, named)
    if state.newer:
        said = "newer: " + ", ".join(f"{count} of {name_of(who)}'s" for who, count in state.newer.items())
        yield PanelPart(said, "✱", said, f"{sum(state.newer.values())} newer")


def _keeping_erased(state: PanelState, named: list[tuple[str, list[DeviceAdmitted]]]) -> Iterator[PanelPart]:
    """Yield who has a device that keeps the text of erased notes, because of a hold."""
    keeping = {device for device, heard in state.heard.items() if heard.keeps_erased}
    for name, devices in named:
        if keeping.intersection(one.device for one in devices):
            yield PanelPart(f"{name} keeps erased notes: on hold")


def _clock_owner(session: Session, state: PanelState, name_of: Callable[[str], str]) -> PanelPart:
    owner, yours = session.clock_owner, session.devices.get(state.device)
    if yours is not None and yours.seat == owner:
        return PanelPart("you have the clock", brief="your clock")
    return PanelPart(f"{name_of(owner)} has the clock", brief=f"{name_of(owner)}'s clock")


def _observers(state: PanelState, observers: list[DeviceAdmitted], now: int, *, in_full: bool) -> str:
    """Return which others look on right now, each by name if there are few; empty if nobody does."""
    there = [one for one in observers if one.device != state.device and _is_heard(state, one.device, now)]
    if len(there) == 1:
        return f"observer: {there[0].name}" if in_full and there[0].name else "1 observer"
    names = [one.name for one in there if one.name]
    if in_full and there and len(there) == len(names) <= MOST_NAMED:
        return f"observers: {', '.join(names)}"
    return f"{len(there)} observers" if there else ""


def _is_typing(state: PanelState, device: str, now: int) -> bool:
    seen = state.seen.get(device)
    return seen is not None and seen.doing is Presence.TYPING and now - seen.heard_at <= SHOWN_MS


def device_lines(session: Session, state: PanelState, now: int) -> Iterator[str]:
    """Yield a line for each device of the panel, and what else there is to know of it."""
    for name, device in session.devices.items():
        yield f"{device.letter}, {', '.join(filter(None, _facts(session, state, name, device, now)))}."
    if state.trouble:
        waits = "" if _looks_on(session, state) else f" What you say is kept here until then: {state.unsent} to send."
        yield f"{state.trouble}{waits}"
    if state.partly_down:
        yield f"{state.partly_down} It goes another way meanwhile."
    for who, count in state.newer.items():
        yield f"{count} of {session.panelist_name(who)}'s are from a newer version: kept and passed on, but not shown."
    for why, count in state.refused.items():
        yield f"{count} refused, because {why}."
    if state.clock_bound_ms > SHORT_BOUND_MS:
        yield f"Clocks: yours may differ from theirs by up to {state.clock_bound_ms / 1000:.1f} s."
    yield PROTECTED
    yield NOT_PROTECTED


def _facts(session: Session, state: PanelState, name: str, device: DeviceAdmitted, now: int) -> Iterator[str]:
    yield _name(session, device)
    yield str(device.role) if device.role is not Role.PANELIST else ""
    if name in session.removed_devices:
        yield "this device" if name == state.device else ""
        yield "taken off the panel"
        return
    yield "has the clock" if device.seat and device.seat == session.clock_owner else ""
    if name == state.device:
        yield f"this device: {sum(head.packets for head in state.keeps.values())} kept"
        yield f"{KEEPS_ERASED} here" if state.keeps_erased else ""
    else:
        yield _last_heard(session, state, [device], now)
        heard = state.heard.get(name)
        missing = lacks(heard.heads, state.keeps) if heard is not None else 0
        more = lacks(state.keeps, heard.heads) if heard is not None else 0
        if heard is not None:
            yield f"lacked {missing} then" if missing else "had all of this"
        yield f"and has {more} that this device lacks" if more else ""
        yield f"{KEEPS_ERASED} there" if heard is not None and heard.keeps_erased else ""
    yield f"words: {words}" if (words := state.words.get(name, "")) else ""


def _offline(session: Session, state: PanelState, now: int) -> PanelPart:
    since = f"offline {clock_text((now - state.down_since) // 1000)}" if state.down_since is not None else "offline"
    if _looks_on(session, state):
        return PanelPart(since)
    said = f"{since}: kept here, {state.unsent} to send"
    return PanelPart(said, "", said, f"{since}, {state.unsent} to send")


def _looks_on(session: Session, state: PanelState) -> bool:
    """Whether people here are observers, who have a device on the panel and no seat."""
    return state.device in session.devices and not session.devices[state.device].seat


def _people(session: Session, state: PanelState) -> tuple[dict[str, list[DeviceAdmitted]], list[DeviceAdmitted]]:
    """Return the devices of those who are on the panel, by seat, and those of observers."""
    people: dict[str, list[DeviceAdmitted]] = {}
    there = [device for name, device in session.devices.items() if name not in session.removed_devices]
    for device in there:
        if device.seat:
            people.setdefault(device.seat, []).append(device)
    return people, [device for device in there if not device.seat]


def _is_here(state: PanelState, devices: list[DeviceAdmitted], now: int) -> bool:
    return any(_is_heard(state, device.device, now) for device in devices)


def _is_heard(state: PanelState, device: str, now: int) -> bool:
    heard, last = state.heard.get(device), state.last_heard_at(device)
    if device == state.device:
        return True
    has_left = (heard is not None and heard.is_leaving) or state.is_gone(device)
    return not has_left and last is not None and now - last <= HERE_SECONDS * 1000


def _last_heard(session: Session, state: PanelState, devices: list[DeviceAdmitted], now: int) -> str:
    """Return when somebody was last heard on one of their devices."""
    last_at = max((at for one in devices if (at := state.last_heard_at(one.device)) is not None), default=None)
    if last_at is None:
        return "not heard yet"
    told = [state.heard[device.device] for device in devices if device.device in state.heard]
    if told and (last := max(told, key=lambda heard: heard.heard_at)).is_leaving:
        return f"left at {time_text(session.wall_time(last.said_at), session.timezone)}"
    seconds = max(0, now - last_at) // 1000
    if seconds <= HERE_SECONDS and not all(state.is_gone(one.device) for one in devices):
        return "is here"
    if state.is_live:
        return f"away {seconds // 60} min" if seconds >= 60 else "away"
    return f"last heard {seconds // 60} min ago" if seconds >= 60 else "last heard a moment ago"


def _name(session: Session, device: DeviceAdmitted) -> str:
    return session.panelist_name(device.seat) if device.seat else device.name or "an observer"
