"""Pages to look at over real sockets: the session that is shown, and a browser that speaks no more than it must."""

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from facilitator.clock import SystemClock
from facilitator.conducting.conductor import Conductor
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.session.opening import opening
from facilitator.page.place import HostAndPort
from facilitator.page.served_page import ServedPage
from facilitator.storage.journal import MemoryJournal
from tests.ui.sessions import small_agenda

PATIENCE_SECONDS = 60


class Room:
    """An interview that runs by the real clock, and its page."""

    def __init__(self, agenda: Agenda, place: HostAndPort, overtime: bool) -> None:
        clock = SystemClock()
        fact = opening(agenda, "Robin Reyes", clock.read().wall_ms, "UTC")
        self.conductor = Conductor.open(MemoryJournal(), "sample", fact, clock, "desk")
        self.page = ServedPage(lambda: self.conductor.session, self.conductor.now, place, overtime)
        self.conductor.listen(self.page.look_again)
        self.link = self.page.open().link

    @property
    def address(self) -> tuple[str, int]:
        parts = urlsplit(self.link)
        return parts.hostname or "", parts.port or 0

    @property
    def path(self) -> str:
        return urlsplit(self.link).path

    def say(self, *lines: str) -> None:
        for line in lines:
            self.conductor.submit(line)


@contextmanager
def page_in_a_room(
    agenda: Agenda | None = None, place: HostAndPort | None = None, overtime: bool = False
) -> Iterator[Room]:
    room = Room(agenda or small_agenda(), place or HostAndPort(), overtime)
    try:
        yield room
    finally:
        room.page.close()
        room.conductor.close()


class Wire:
    """One connection to a page, on which every byte is ours."""

    def __init__(self, room: Room) -> None:
        self.socket = socket.create_connection(room.address, timeout=PATIENCE_SECONDS)
        self.host = f"{room.address[0]}:{room.address[1]}"
        self._rest = b""

    def __enter__(self) -> "Wire":
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def ask(self, path: str, host: str | None = None, method: str = "GET", *headers: str) -> None:
        lines = (f"{method} {path} HTTP/1.1", f"Host: {self.host if host is None else host}", *headers, "", "")
        self.send("\r\n".join(lines).encode())

    def until(self, end: bytes) -> bytes:
        """Return what comes up to `end`, and with it. Raises EOFError if the connection ends before."""
        while end not in self._rest:
            self._take()
        found, _, self._rest = self._rest.partition(end)
        return found + end

    def answer(self) -> tuple[int, dict[str, str], bytes]:
        """Return the next answer: its status, its headers by small name, and its body."""
        first, *lines = self.until(b"\r\n\r\n").decode().rstrip().split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        length = int(headers.get("content-length", 0))
        while len(self._rest) < length:
            self._take()
        body, self._rest = self._rest[:length], self._rest[length:]
        return int(first.split()[1]), headers, body

    def event(self) -> tuple[str, Any]:
        """Return the next event: its kind and its data."""
        fields = dict(line.split(": ", 1) for line in self.until(b"\n\n").decode().strip().split("\n"))
        return fields.get("event", "message"), json.loads(fields["data"])

    def message(self) -> Any:
        """Return the next message, whatever else comes before it."""
        kind, data = self.event()
        while kind != "message":
            kind, data = self.event()
        return data

    def rest(self) -> bytes:
        """Return what comes until the other side closes."""
        try:
            while True:
                self._take()
        except (EOFError, ConnectionError):
            return self._rest

    def is_closed_when_sent(self, data: bytes) -> bool:
        """Send `data`, and return whether the other side has closed by then."""
        try:
            self.send(data)
            return not self.socket.recv(1)
        except TimeoutError:
            return False
        except OSError:
            return True

    def _take(self) -> None:
        came = self.socket.recv(1 << 16)
        if not came:
            raise EOFError
        self._rest += came


def asked(room: Room, path: str, **how: Any) -> tuple[int, dict[str, str], bytes]:
    """Return the answer to a single request."""
    with Wire(room) as wire:
        wire.ask(path, **how)
        return wire.answer()


@contextmanager
def followed(room: Room) -> Iterator[Wire]:
    """A connection that follows the page; its head has been read."""
    with Wire(room) as wire:
        wire.ask(f"{room.path}events")
        assert wire.answer()[0] == 200
        yield wire
