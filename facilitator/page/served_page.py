"""The page of a session: its place, its link, and what can be seen there."""

import secrets
import threading
from base64 import b32encode
from collections.abc import Callable

from facilitator.domain.session.state import Session
from facilitator.page.listening import listen_at
from facilitator.page.message import message
from facilitator.page.place import HostAndPort, is_only_here, reachable_address
from facilitator.page.serving import Serving
from facilitator.page.visitors import House, Visitors
from facilitator.showing.curtain import seen_by_them
from facilitator.workspace.services.page import Served

TOKEN_BYTES = 16
"""What makes the address a secret: 128 bits that nobody guesses."""


class ServedPage:
    """The page at a place; `session` and `now` return what there is to see, from any thread.

    The address has a new token each time. Of overtime it shows as much as the curtain does.
    """

    def __init__(
        self, session: Callable[[], Session], now: Callable[[], int], place: HostAndPort, overtime: bool = False
    ) -> None:
        self._session = session
        self._now = now
        self._place = place
        self._overtime = overtime
        self._opening = threading.Lock()
        self._served: Served | None = None
        self._visitors: Visitors | None = None
        self._serving: Serving | None = None

    def open(self) -> Served:
        """Begin to serve it, unless it is being served, and return how. Raises PageTrouble."""
        with self._opening:
            if self._served is None or self._visitors is None:
                self._served, self._visitors = self._begin()
            return self._served._replace(watching=self._visitors.watching)

    def _begin(self) -> tuple[Served, Visitors]:
        listening = listen_at(self._place)
        bound, port = listening.getsockname()[:2]
        address = reachable_address(bound)
        token = b32encode(secrets.token_bytes(TOKEN_BYTES)).decode().rstrip("=").lower()
        host = self._place.host if address == bound else address
        visitors = Visitors(House(token, self._place.host), self.look, self._now)
        self._serving = Serving(listening, visitors, self._now)
        return Served(f"http://{HostAndPort(host, port).written}/{token}/", is_only_here(bound)), visitors

    def close(self) -> None:
        """Serve it no longer; its port is free then."""
        with self._opening:
            if self._serving is not None:
                self._serving.end()
            self._serving = self._served = None

    def look_again(self) -> None:
        """Tell those who follow it that something may have changed; call it from any thread."""
        if self._serving is not None:
            self._serving.look_again()

    def look(self) -> bytes:
        """Return what those who follow it are to be told."""
        now = self._now()
        return message(seen_by_them(self._session(), now, self._overtime), now)
