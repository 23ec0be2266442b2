"""A panel of several devices in words: who is there, who has what, what isn't sent yet."""

from collections.abc import Iterator

from facilitator.domain.facts.kinds.panel import DeviceAdmitted, Role
from facilitator.domain.session.state import Session
from facilitator.domain.text.dates import time_text
from facilitator.domain.text.durations import clock_text
from facilitator.sharing.panel_state import PanelState, lacks

HERE_SECONDS = 30
"""Whoever was heard within this time is there: each says so every ten seconds."""

PROTECTED = (
    "What goes between the devices is sealed: whoever carries it sees how many there are, when each sends and how "
    "much, and not a word of it."
)
NOT_PROTECTED = (
    "Notes and ratings are their author's alone until the scorecards are open; then everybody reads them, and notes at "
    "once where the agenda shares them. Should a device get lost, the host can open its notes, and has to say why. "
    "Whoever is removed keeps what they have by then."
)


def panel_strip(session: Session, state: PanelState, now: int) -> str:
    """Return how the panel stands, in one row: who is there, who has the clock, who was last heard when."""
    if state.device in session.removed_devices:
        return "you were taken off this panel: what is here stays here"
    people = _people(session, state)
    there = sum(_is_here(state, devices, now) for devices in people.values())
    parts = [f"{there} of {len(people)} here"] if not state.trouble else [_offline(state, now)]
    owner = session.clock_owner
    if any(device.seat == owner for device in session.devices.values()):
        yours = session.devices.get(state.device)
        is_own = yours is not None and yours.seat == owner
        parts.append("you have the clock" if is_own else f"{session.panelist_name(owner)} has the clock")
    if state.device in session.devices and not session.devices[state.device].seat:
        parts.append("you are looking on")
    parts += [
        f"{_name(session, devices[0])} {_last_heard(session, state, devices, now)}"
        for devices in people.values()
        if not _is_here(state, devices, now) and not state.trouble
    ]
    if state.unsent and not state.trouble:
        parts.append(f"{state.unsent} to send")
    parts += [f"newer: {count} of {session.panelist_name(who)}'s" for who, count in state.newer.items()]
    return " · ".join(parts)


def device_lines(session: Session, state: PanelState, now: int) -> Iterator[str]:
    """Yield a line for each device of the panel, and what else there is to know of it."""
    for name, device in session.devices.items():
        yield f"{device.letter}, {', '.join(filter(None, _facts(session, state, name, device, now)))}."
    if state.trouble:
        yield f"{state.trouble} What is said is kept here, and sent when it can be: {state.unsent} to send."
    for who, count in state.newer.items():
        yield f"{count} of {session.panelist_name(who)}'s are from a newer version: kept and passed on, but not shown."
    for why, count in state.refused.items():
        yield f"{count} refused, because {why}."
    if state.clock_bound_ms:
        yield f"Clocks: yours may differ from theirs by up to {state.clock_bound_ms / 1000:.1f} s."
    yield PROTECTED
    yield NOT_PROTECTED


def _facts(session: Session, state: PanelState, name: str, device: DeviceAdmitted, now: int) -> Iterator[str]:
    yield _name(session, device)
    yield "watches" if device.role is not Role.PANELIST else ""
    if name in session.removed_devices:
        yield "taken off the panel"
        return
    yield "has the clock" if device.seat and device.seat == session.clock_owner else ""
    if name == state.device:
        yield f"this device: {sum(head.packets for head in state.keeps.values())} kept"
    else:
        yield _last_heard(session, state, [device], now)
        heard = state.heard.get(name)
        missing = lacks(heard.heads, state.keeps) if heard is not None else 0
        more = lacks(state.keeps, heard.heads) if heard is not None else 0
        if heard is not None:
            yield f"lacked {missing} then" if missing else "had all of this"
        yield f"and has {more} that this device lacks" if more else ""
    yield f"words: {words}" if (words := state.words.get(name, "")) else ""


def _offline(state: PanelState, now: int) -> str:
    since = f" {clock_text((now - state.down_since) // 1000)}" if state.down_since is not None else ""
    return f"offline{since}: kept here, {state.unsent} to send"


def _people(session: Session, state: PanelState) -> dict[str, list[DeviceAdmitted]]:
    """Return the devices that are on the panel, by seat; each observer is alone."""
    people: dict[str, list[DeviceAdmitted]] = {}
    for name, device in session.devices.items():
        if name not in session.removed_devices:
            people.setdefault(device.seat or name, []).append(device)
    return people


def _is_here(state: PanelState, devices: list[DeviceAdmitted], now: int) -> bool:
    return any(_is_heard(state, device.device, now) for device in devices)


def _is_heard(state: PanelState, device: str, now: int) -> bool:
    heard = state.heard.get(device)
    if device == state.device:
        return True
    return heard is not None and not heard.is_leaving and now - heard.heard_at <= HERE_SECONDS * 1000


def _last_heard(session: Session, state: PanelState, devices: list[DeviceAdmitted], now: int) -> str:
    """Return when somebody was last heard on one of their devices."""
    found = [state.heard[device.device] for device in devices if device.device in state.heard]
    if not found:
        return "not heard yet"
    last = max(found, key=lambda heard: heard.heard_at)
    if last.is_leaving:
        return f"left at {time_text(session.wall_time(last.said_at), session.timezone)}"
    seconds = max(0, now - last.heard_at) // 1000
    if seconds <= HERE_SECONDS:
        return "is here"
    return f"last heard {seconds // 60} min ago" if seconds >= 60 else "last heard a moment ago"


def _name(session: Session, device: DeviceAdmitted) -> str:
    return session.panelist_name(device.seat) if device.seat else device.name or "an observer"
