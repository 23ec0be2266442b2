"""A session of Zenoh at one end of the live way. What it does may block, and what it calls it calls on its own threads.

The keys, all below the room's: `e/<device>` frames, `w/<kind>` whispers, `q/<kind>` and `q/<kind>/<device>` asks,
`l/<device>` who is there. Only what imports this loads Zenoh.
"""

import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Thread
from typing import NamedTuple

import zenoh

from facilitator.sharing.asks import WHY_REMOVED
from facilitator.sharing.transports.transport import TransportDown
from facilitator.sharing.transports.zenoh.certificates import common_name
from facilitator.sharing.transports.zenoh.configuration import key_of_why, keys_of, settings_of, users_text
from facilitator.sharing.transports.zenoh.ends import Listening, Reaching, why_down

NOT_LISTENING = "Nothing can listen at {place}: {why}."

GiveAnswer = Callable[[bytes | None], None]
"""Gives the answer to an ask; None if there is none. It may block."""


class Calls(NamedTuple):
    """What a session calls, on threads of its own: with what came, and whenever a connection comes or goes."""

    frame: Callable[[bytes], None]
    whisper: Callable[[str, bytes], None]
    asked: Callable[[str, bytes, GiveAnswer], None]
    present: Callable[[str, bool], None]
    linked: Callable[[], None]


class ZenohSession:
    """A session of `device` in a room, from the beginning until `close`. Raises TransportDown if it can't begin."""

    def __init__(self, end: Listening | Reaching, room: str, device: str, calls: Calls) -> None:
        self._end = end
        self._is_ending = False
        self._keys, self._why = keys_of(room), key_of_why(room)
        self._session = opened_session(end)
        try:
            self._declared = self._declare(device, calls)
        except BaseException:
            self._session.close()
            raise

    def is_linked(self) -> bool:
        """Return whether each connection leads to the end that this one means to reach; one that listens has it."""
        if isinstance(self._end, Listening):
            return True
        links, name = self._session.info.links(), common_name(self._end.authority)
        return bool(links) and all(link.auth_identifier == name for link in links)

    def send(self, frames: Sequence[bytes]) -> None:
        """Send frames to all others, in order. Raises TransportDown."""
        try:
            for frame in frames:
                if self._is_ending:
                    return
                self._frames.put(frame)
        except zenoh.ZError as error:
            raise TransportDown(why_down(self._end)) from error

    def whisper(self, kind: str, data: bytes) -> None:
        """Tell the others something; it is dropped rather than waited for."""
        with suppress(zenoh.ZError):
            self._session.put(
                f"{self._keys}/w/{kind}",
                data,
                congestion_control=zenoh.CongestionControl.DROP,
                express=True,
                allowed_destination=zenoh.Locality.REMOTE,
            )

    def ask(self, kind: str, data: bytes, answered: Callable[[bytes], None], over: Callable[[], None]) -> None:
        """Ask all others; `answered` is called with each answer, and `over` when there will be no more."""

        def come(reply: zenoh.Reply) -> None:
            if reply.ok is not None:
                answered(reply.ok.payload.to_bytes())

        try:
            self._session.get(
                self._why if kind == WHY_REMOVED else f"{self._keys}/q/{kind}",
                zenoh.handlers.Callback(come, over),
                target=zenoh.QueryTarget.ALL,
                consolidation=zenoh.ConsolidationMode.NONE,  # else all are waited for
                payload=data,
                express=True,
                allowed_destination=zenoh.Locality.REMOTE,
            )
        except zenoh.ZError:
            over()

    def close(self) -> None:
        """End. A session that is left open would keep the program from ending."""
        self._is_ending = True
        with suppress(zenoh.ZError):  # something is being sent to a device that is asleep: it ends after that
            self._session.close()

    def _declare(self, device: str, calls: Calls) -> list[object]:
        """Say what this end listens to, and that it is there; return what has to be kept for that to go on."""
        session, keys, others = self._session, self._keys, zenoh.Locality.REMOTE
        self._frames = session.declare_publisher(
            f"{keys}/e/{device}",
            congestion_control=zenoh.CongestionControl.BLOCK,
            reliability=zenoh.Reliability.RELIABLE,
            express=True,
            allowed_destination=others,
        )

        def asked(query: zenoh.Query) -> None:
            where = str(query.key_expr)
            kind = WHY_REMOVED if where == self._why else where.removeprefix(f"{keys}/q/")
            calls.asked(kind, _content(query.payload), _reply_to(query))

        def heard(sample: zenoh.Sample) -> None:
            calls.whisper(_last(sample), sample.payload.to_bytes())

        def appeared(sample: zenoh.Sample) -> None:
            calls.present(_last(sample), sample.kind == zenoh.SampleKind.PUT)

        return [
            session.declare_subscriber(
                f"{keys}/e/*", lambda sample: calls.frame(sample.payload.to_bytes()), allowed_origin=others
            ),
            session.declare_subscriber(f"{keys}/w/*", heard, allowed_origin=others),
            session.declare_queryable(f"{keys}/q/*", asked, allowed_origin=others),
            session.declare_queryable(f"{keys}/q/*/{device}", asked, allowed_origin=others),
            session.declare_queryable(self._why, asked, allowed_origin=others),
            session.liveliness().declare_subscriber(f"{keys}/l/*", appeared, history=True),
            session.liveliness().declare_token(f"{keys}/l/{device}"),
            session.info.declare_transport_events_listener(lambda _: calls.linked(), history=True),
        ]


def opened_session(end: Listening | Reaching) -> zenoh.Session:
    """Return a bare session at an end. Raises TransportDown."""
    try:
        if isinstance(end, Reaching):
            return zenoh.open(_config(end))
        reading, writing = os.pipe()  # so that no password is on any disk
        try:
            Thread(target=_write, args=(writing, users_text(end).encode()), daemon=True).start()
            return zenoh.open(_config(end, f"/dev/fd/{reading}"))
        finally:
            os.close(reading)
    except zenoh.ZError as error:
        if isinstance(end, Reaching):
            raise TransportDown(why_down(end)) from error
        why = "something else listens there" if "in use" in str(error) else "it is no place of this computer"
        raise TransportDown(NOT_LISTENING.format(place=end.place, why=why)) from error


def _write(pipe: int, text: bytes) -> None:
    """Write a text into a pipe and close it. It may not hold all at once: this lasts until somebody has read it."""
    with suppress(BrokenPipeError), os.fdopen(pipe, "wb") as writing:
        writing.write(text)


def _config(end: Listening | Reaching, dictionary: str = "") -> zenoh.Config:
    return zenoh.Config.from_json5(json.dumps(settings_of(end, dictionary)))


def _reply_to(query: zenoh.Query) -> GiveAnswer:
    def reply(answer: bytes | None) -> None:
        with suppress(zenoh.ZError):
            if answer is None:
                query.reply_err(b"")
            else:
                query.reply(query.key_expr, answer)
        query.drop()

    return reply


def _content(payload: zenoh.ZBytes | None) -> bytes:
    return payload.to_bytes() if payload is not None else b""


def _last(sample: zenoh.Sample) -> str:
    return str(sample.key_expr).rpartition("/")[2]
