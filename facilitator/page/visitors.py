"""Whoever looks at the page: their connections, one task each, and what they are sent.

Nobody can hold more of this than their share. A connection that hasn't asked for anything yet has to make room for a
newer one, so that strangers keep nobody out; one who is slow to read has at most one message waiting, always the
newest, and is let go in the end.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from hmac import compare_digest
from typing import Any

from msgspec import Struct

from facilitator.page.place import is_ip_address
from facilitator.page.request import Request, WrongRequestLine, next_request
from facilitator.page.response import STILL_HERE, beginning_of_events, event, no_answer, page, response

MOST_WATCHING = 64
"""How many may follow the page at a time."""

MOST_IDLE = 32
"""How many connections may be open without following it."""

LONGEST_SILENCE_SECONDS = 10.0
"""How long a connection may take for its next request, and for taking what it is sent."""

HEARTBEAT_SECONDS = 5.0
"""So often it is said that the connection holds."""

MOST_UNSENT = 16 * 1024
"""So many bytes wait for one who is slow, before they have to hurry."""


class House(Struct, frozen=True):
    """What the page is known by: the `token` of its address, and the `name` by which its host was named."""

    token: str
    name: str

    def lets_in(self, request: Request) -> str | None:
        """Return what is asked for behind the token; None for whoever doesn't know it.

        A name that nobody gave us is refused: it may be one that somebody else points here, to read with a page of
        theirs what only this computer may see (DNS rebinding).
        """
        if not (is_ip_address(request.host) or request.host in ("localhost", self.name.lower())):
            return None
        token, _, rest = request.path.removeprefix("/").partition("/")
        return rest if compare_digest(token.lower().encode(), self.token.encode()) else None


class Visitors:
    """Answers everybody, and tells those who follow the page what stands on it, once it changes.

    `look` returns what they are to be told, and `now` the moment by the lead's clock (ms). All of it runs in one loop.
    `watching` is how many follow it, and `look_is_due` is set when somebody has come to follow it.
    """

    def __init__(self, house: House, look: Callable[[], bytes], now: Callable[[], int]) -> None:
        self._house = house
        self._look = look
        self._now = now
        self._latest = b""
        self._news = asyncio.Event()
        self.watching = 0
        self.look_is_due = asyncio.Event()
        self._waiting: dict[asyncio.StreamWriter, None] = {}

    def look_again(self) -> None:
        """Tell those who follow the page what stands on it now, if that is something else."""
        latest = self._look()
        if latest != self._latest:
            self._latest = latest
            self._news.set()
            self._news = asyncio.Event()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection until it is closed."""
        writer.transport.set_write_buffer_limits(high=MOST_UNSENT)
        self._waiting[writer] = None
        if len(self._waiting) > MOST_IDLE:
            oldest = next(iter(self._waiting))
            oldest.transport.abort()
            del self._waiting[oldest]
        try:
            with suppress(OSError, TimeoutError):
                await self._answer_all(reader, writer)
                writer.close()
                await asyncio.wait_for(writer.wait_closed(), LONGEST_SILENCE_SECONDS)
        finally:
            writer.transport.abort()  # whatever wasn't taken by now
            self._waiting.pop(writer, None)

    async def _answer_all(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        goes_on = True
        while goes_on:
            try:
                request = await asyncio.wait_for(next_request(reader), LONGEST_SILENCE_SECONDS)
            except WrongRequestLine as wrong:
                await _send(writer, no_answer(wrong.status))
                return
            if request is None:
                return
            wanted = self._house.lets_in(request)
            if wanted == "events":
                await self._let_watch(reader, writer)
                return
            goes_on = request.goes_on and wanted in ("", "time")
            await _send(writer, self._answer(wanted, goes_on))

    def _answer(self, wanted: str | None, goes_on: bool) -> bytes:
        if wanted == "":
            return page()
        if wanted == "time":
            return response(200, "text/plain", str(self._now()).encode(), goes_on=goes_on)
        return no_answer(404)

    async def _let_watch(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Send the newest message whenever there is a new one, until they leave, say something, or don't listen."""
        if self.watching >= MOST_WATCHING:
            await _send(writer, no_answer(503))
            return
        self._waiting.pop(writer, None)
        self.watching += 1
        self.look_is_due.set()
        leaving = asyncio.ensure_future(reader.read(1))
        try:
            await _send(writer, beginning_of_events())
            self.look_again()
            told = b""
            while not leaving.done():
                news, latest = self._news, self._latest
                await _send(writer, event(latest) if latest != told else STILL_HERE)
                told = latest
                await _either(asyncio.ensure_future(news.wait()), leaving)
        finally:
            leaving.cancel()
            self.watching -= 1


async def _send(writer: asyncio.StreamWriter, data: bytes) -> None:
    """Send `data`. Raises TimeoutError for whoever doesn't take it."""
    writer.write(data)
    await asyncio.wait_for(writer.drain(), LONGEST_SILENCE_SECONDS)


async def _either(news: "asyncio.Future[Any]", leaving: "asyncio.Future[Any]") -> None:
    """Wait until there are news, or somebody leaves, or it is time to say that the connection holds."""
    try:
        await asyncio.wait({news, leaving}, timeout=HEARTBEAT_SECONDS, return_when=asyncio.FIRST_COMPLETED)
    finally:
        news.cancel()
