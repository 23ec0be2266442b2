"""The thread in which the page is served, with a loop of its own: it keeps neither the screen nor the exit waiting."""

import asyncio
import socket
import threading
from collections.abc import Callable
from contextlib import suppress

from facilitator.domain.time.as_shown import SECOND
from facilitator.page.request import LONGEST_REQUEST_HEAD
from facilitator.page.visitors import Visitors

ENDING_SECONDS = 1.0
"""How long the end waits for the thread."""

_TURNS_TO_COME_IN = 4
"""How many turns asyncio's loop takes from accepting a connection to the task that serves it.

Who is on the way when the server is closed, or whose task is cancelled before its first step, would be left half open.
"""


class Serving:
    """Serves `visitors` what they ask for at a socket that listens, from when it is made until it is ended."""

    def __init__(self, listening: socket.socket, visitors: Visitors, now: Callable[[], int]) -> None:
        self._listening = listening
        self._visitors = visitors
        self._now = now
        self._loop = asyncio.new_event_loop()
        # What goes wrong with a stranger is no matter of whoever conducts the interview: it is drawn on no screen.
        self._loop.set_exception_handler(lambda loop, context: None)
        self._is_ended = False
        self._thread = threading.Thread(target=self._run, name="page", daemon=True)
        self._thread.start()

    def look_again(self) -> None:
        """Tell those who follow the page that something may have changed; call it from any thread."""
        with suppress(RuntimeError):  # it has ended meanwhile
            self._loop.call_soon_threadsafe(self._visitors.look_is_due.set)

    def end(self) -> None:
        """Let everybody go and free the port."""
        self._is_ended = True
        self.look_again()
        self._thread.join(ENDING_SECONDS)

    def _run(self) -> None:
        with self._listening, asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._visitors.serve, sock=self._listening, limit=LONGEST_REQUEST_HEAD)
        while not self._is_ended:
            if self._visitors.watching:
                with suppress(Exception):  # whatever is wrong with a page ends no interview: it stays as it was
                    self._visitors.look_again()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._visitors.look_is_due.wait(), self._seconds_to_look())
            self._visitors.look_is_due.clear()
        self._loop.remove_reader(self._listening)
        for _ in range(_TURNS_TO_COME_IN):
            await asyncio.sleep(0)
        server.close()

    def _seconds_to_look(self) -> float | None:
        """Return how long the page shows the same unless something happens: until a second begins, if anybody looks."""
        return (SECOND - self._now() % SECOND) / 1000 if self._visitors.watching else None
