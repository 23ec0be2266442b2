"""The page in a browser, as far as whoever shows its link has to know it."""

from collections.abc import Callable
from typing import NamedTuple, Protocol


class PageTrouble(Exception):
    """There is no page. The message is for a person: what is wrong where, and what helps."""


class Served(NamedTuple):
    """A page that is being served. Its `link` is a secret, for whoever is to see it.

    `is_private` says that only this computer can open it, and `watching` how many browsers follow it now.
    """

    link: str
    is_private: bool
    watching: int = 0


class PageService(Protocol):
    """The page of an interview, beside which it is served."""

    def open(self) -> Served:
        """Begin to serve it, unless it is being served, and return how. Raises PageTrouble.

        It takes some seconds where a name server hangs, so no screen should wait for it.
        """
        ...

    def close(self) -> None:
        """Serve it no longer."""
        ...


OpenPage = Callable[[], Served]
"""Opens the page of an interview like `PageService.open`."""


def no_page() -> Served:
    """Serve nothing. Raises PageTrouble."""
    raise PageTrouble("There is no page here.")
