"""The option that asks for a page in a browser, and the page of a session, for which nothing is loaded until then."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from facilitator.cli.errors import WrongInput

if TYPE_CHECKING:
    from facilitator.page.served_page import ServedPage
    from facilitator.workspace.running_session import RunningSession
    from facilitator.workspace.services.page import Served

ONLY_HERE = "127.0.0.1:0"

page_option: Callable[[Any], Any] = click.option(
    "--page",
    is_flag=False,
    flag_value=ONLY_HERE,
    default=None,
    metavar="[HOST:PORT]",
    help="Serve the agenda and the clock to browsers, as the curtain shows them; “/page” shows the link. Only this "
    "computer can open it, unless you name a host: then whoever can reach that and has the link.",
)


class PageOfSession:
    """The page of a running session, at the place that was named, if any. It `is_wanted` from the start if one was."""

    def __init__(self, running: "RunningSession", place: str | None) -> None:
        self.is_wanted = place is not None
        self._running = running
        self._place = place or ONLY_HERE
        self._page: ServedPage | None = None

    def open(self) -> "Served":
        """Serve it, unless it is being served. Raises PageTrouble."""
        if self._page is None:
            from facilitator.page.place import place_named
            from facilitator.page.served_page import ServedPage

            conductor, config = self._running.conductor, self._running.workspace.config
            self._page = ServedPage(
                lambda: conductor.session, conductor.now, place_named(self._place), config.curtain_overtime
            )
            conductor.listen(self._page.look_again)
        return self._page.open()

    def close(self) -> None:
        """Serve it no longer."""
        if self._page is not None:
            self._page.close()


@contextmanager
def page_of(running: "RunningSession", place: str | None) -> Iterator[PageOfSession]:
    """Yield the page of a session, which is served no longer when that is left."""
    page = PageOfSession(running, place)
    try:
        yield page
    finally:
        page.close()


def checked_place(place: str | None) -> str | None:
    """Return the place that was named, if any. Raises WrongInput if it is none, before anything is opened."""
    if place is not None and place != ONLY_HERE:
        from facilitator.page.place import place_named

        try:
            place_named(place)
        except ValueError as error:
            raise WrongInput(f"--page: {error} An agenda goes before it: facilitator run AGENDA --page") from None
    return place
